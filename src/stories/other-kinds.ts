/** What articles are that tell no event of their own, by how they are titled and how they begin. English only. */

const expressions = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'i');

/** Titles that tell several events at once, follow one as it goes on, show pictures of it, or announce one. */
const OTHER_TITLE = expressions(
  String.raw`\b(?:\d+|five|ten|\w+) things (?:to|you|we)\b|\bthings (?:you|to) (?:need )?(?:to )?know\b|what to know (?:today|this)`,
  String.raw`\bnews from around\b|\b(?:quiz|horoscope|crossword|wordle|podcast|newsletter|transcript|fixtures)\b|\bread: `,
  String.raw`\b(?:briefing|round-?up|short list|top stories|week in (?:review|pictures|photos)|this week in|recaps?(?!: \w+ (?:beats?|defeats?|wins?)\b))\b`,
  String.raw`\b(?:photos|pictures)\b.{0,20}\b(?:week|day|month|show)\b|^(?:photos|in pictures|see|watch)\b|: (?:see|watch)\b|\bin (?:photos|pictures)\b`,
  String.raw`\b(?:today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s (?:news|headlines|top stories)\b`,
  String.raw`\bit[’']s (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\. it[’']s (?:\.{3}|…)$`,
  String.raw`\b(?:daily|weekly|morning|evening|nightly) (?:news|update|digest|recap|report|brief)\b`,
  String.raw`\b(?:live (?:blog|updates?)|updates)\b|\b(?:full|complete) list\b|\bwinning numbers\b`,
  String.raw`\b(?:how to watch|what time|what to expect|preview|predictions)\b|\bvs\.? [^:]{1,60}: time\b`,
  String.raw`: (?:\d+|\d+ things|daily|news from(?: around our)?) ?(?:\.{3}|…)$`,
  `, .{0,200} and more$`,
  // A list of subjects, cut off.
  String.raw`^(?:[^,:?]{2,35}, ){4,}[^,:?]{2,40} (?:\.{3}|…)$`,
);

/** Openings of the same: pages that are added to, letters to readers, columns. */
const OTHER_OPENING = expressions(
  String.raw`\bpage recaps\b|\brecap of\b|\blive blog\b|\btimes local\b|\bthe latest (?:on|from)\b`,
  String.raw`\breaders!|\bnewsletter here\b|\bversion of this (?:story|article)\b|\bin your inbox\b|\bpodcast\b`,
  String.raw`\bhere\.? (?:and )?it[’']s (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bready for the news\b|\blet[’']s get to the news\b|\bnews roundup\b|\bnews you need to know\b`,
  String.raw`\b(?:views|opinions) expressed\b`,
);

/** Titles that explain what lies around an event: they are rarely the event itself. */
const EXPLAINER = expressions(
  String.raw`\b(?:how|why)\b|\bwhat(?:[’']s| (?:to|you|we|is(?! known)|are|does|do|happens|happened|next|the|it|could|causes?))\b`,
  String.raw`\bhere(?:[’']s| are)\b|\bwho (?:is|was|are|might)\b|\bneeds? to know\b|^(?:will|can|could|should|would|is|are|do|does|did|has|have|when|where)\b|\bexplain(?:ed|ing|er)\b|(?:^|: )(?:meet|inside|from)\b`,
  String.raw`\b(?:timeline|takeaways|opinion|analysis|guide|meaning|fact check|review|legacy|turning point)\b|\?`,
);

/** Titles of what has not happened yet. A capital "Will" is a name or begins a question. */
const AHEAD =
  /\b(?:could|may|might|would|will|ahead of|(?:about|expected|poised|ready|set) to|to (?:announce|decide|face|hear|meet|reveal|unveil|vote)|(?:asks?|urges?|wants?) .{1,80} to)\b/;

/** This much of a beginning is read. UTF-16 units. */
const BEGINNING = 450;

export const isOtherKind = (title: string, body: string): boolean =>
  OTHER_TITLE.test(title) || OTHER_OPENING.test(body.slice(0, BEGINNING));

export const isExplainer = (title: string): boolean => EXPLAINER.test(title);

export const isAhead = (title: string): boolean => AHEAD.test(title);
