/**
 * In: an excerpt and what is asked. Out: whether it may answer at all, by what stands in every answer of a kind as English
 * writes it: a number if a number is asked for, a day if a time is, a name if a person or a place is, beside what they did, a
 * negation if one is asked for, and every word of what is to be confirmed.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent, Query } from '../domain/query.ts';
import { termSet, terms } from '../text/terms.ts';
import { isAboutAnother } from './about-another.ts';
import { excerptTerms } from './excerpt-terms.ts';
import { namesAnother } from './lacked-names.ts';
import { count, DATE, FULL_NAME, heldBy, holdsNewName, holdsNumber, sentencesOf } from './look-signs.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { isWorthALook } from './second-look.ts';
import { isSpoken } from './speakers.ts';

/** A day beside less of the question, by rarity, is that of something else, and so is somebody's deed. */
const DATED = 1 / 3;
const DONE = 1 / 2;
/** "Where" is told beside less: of "where did SBF get arrested", an article may have his name in full. */
const PLACED = 1 / 4;
/** Whether a sentence about the question is one that is wanted. */
const someBeside = (
  text: string,
  plan: QuestionPlan,
  least: number,
  isWanted: (sentence: string) => boolean,
): boolean =>
  sentencesOf(text, plan).some(
    (sentence) => isWanted(sentence) && heldBy([termSet(sentence, plan.language)], plan) >= least,
  );

const holdsDay = (sentence: string): boolean => count(sentence, DATE) > 0;

/** A name of two words, or a capital within a sentence. */
const NAME = new RegExp(`${FULL_NAME.source}|(?<=[\\p{Ll},;:]\\s)\\p{Lu}[\\p{L}'’-]+`, 'gu');

/** "WASHINGTON – ", "Tokyo (CNN) ": where an article was written names nobody. */
const DATELINE = /^\P{Ll}{3,40}[–—-] |^.{0,40}\((?:CNN|AP|Reuters|AFP)\)/u;
/** Behind these a word is what was done to somebody, or a thing that is done: "was shot", "a leaked draft". */
const NOT_DONE =
  /(?:\b(?:was|were|is|are|be|been|being|am|get|gets|got|the|a|an|this|that|his|her|its|their|our)|['’]s)(?:\s+\p{Ll}+ly)?\s*$/iu;
/** So it is behind a comma ("the museum, founded in 1990"), unless that ends what is said of whoever did it ("Ilse Dorn, 54, founded the museum"). */
const BEHIND_COMMA = /,(?:\s+\p{Ll}+ly)?\s*$/u;
const BEHIND_ASIDE = /,[^,]+,(?:\s+\p{Ll}+ly)?\s*$/u;
const DONE_TO =
  /^\s+(?!(?:in|on|at|by|after|before|during|for|from|with|when|while|to|as|over|near|outside)\b)["“]?\p{L}/u;
/** Who did it, named behind what was done. */
const DONE_BY = /^[^.;]{0,80}?\b(?:by|from)\s+(?:\p{Ll}+\s+){0,4}\p{Lu}/u;
const ENDS_IN_ING = /ing$/i;

/** Whether the sentence says who did what the question asks of: "Ilse Dorn shot him", "he was shot by Ilse Dorn". */
const tellsDoer = (sentence: string, deed: PlanTerm, plan: QuestionPlan): boolean => {
  const bare = sentence.replace(DATELINE, '');
  return terms(bare, plan.language).some(({ term, start, end }) => {
    if (!deed.forms.includes(term)) return false;
    const [before, behind] = [bare.slice(0, start), bare.slice(end)];
    if (DONE_BY.test(behind)) return true;
    const isHis = !BEHIND_COMMA.test(before) || (BEHIND_ASIDE.test(before) && DONE_TO.test(behind));
    const isDone = ENDS_IN_ING.test(bare.slice(start, end)) || (isHis && !NOT_DONE.test(before));
    return isDone && (holdsNewName(bare, NAME, plan) || /^\s*["“]?\p{Lu}[\p{L}'’-]+\s+$/u.test(before));
  });
};

const tellsPerson = (text: string, plan: QuestionPlan): boolean => {
  const { deed } = plan;
  if (deed === null || !isWorthALook(plan)) return holdsNewName(text, NAME, plan);
  return someBeside(text, plan, DONE, (sentence) => tellsDoer(sentence, deed, plan));
};

/** What a number has to be beside, by what is measured. */
const MEASURED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bhow (?:tall|deep|wide|thick)\b/i,
    /\b(?:feet|foot|ft|met(?:er|re)s?|m|cent\w+|cm|inch\w*|kilomet\w+|km|miles?|stor(?:y|eys|ies)|floors?)\b|\d['’"″′]/i,
  ],
  [
    /\bhow (?:heavy)\b|\bhow much .*\bweigh/i,
    /\b(?:pounds?|lbs?|tons?|tonnes?|kilo\w*|kg|grams?|ounces?|oz|stone)\b/i,
  ],
  [
    /\bhow old\b/i,
    /\b(?:years?|months?|weeks?|days?|aged?|born|birthday|oldest|youngest|centur\w+|decades?)\b|-(?:year|month)s?\b|, \d{1,3},|\b(?:is|was|were|are|turn\w+) \d{1,3}\b/i,
  ],
  [
    /\bhow many (?:years|months|weeks|days|hours|minutes)\b/i,
    /(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|few|couple of))[\s-](?:\S+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur\w+)\b(?![\s-]old\b)/i,
  ],
  [/\bhow hot\b|\bhow cold\b/i, /\bdegrees?\b|°|\b(?:celsius|fahrenheit)\b/i],
  [
    /\bhow far\b/i,
    /\b(?:miles?|mi|kilomet\w+|km|met(?:er|re)s?|feet|foot|yards?|light|hours?|minutes?|blocks?|inch\w*)\b/i,
  ],
  [
    /\bhow fast\b/i,
    /\b(?:mph|kph|km|miles?|kilomet\w+|knots?|mach|seconds?|minutes?|hours?|days?|percent)\b/i,
  ],
];

/** A number of the question names something ("Report 5999"), and is no answer. */
const tellsNumber = (text: string, plan: QuestionPlan, query: Query): boolean => {
  if (plan.unit === 'year') return /\d/.test(text);
  const measured = MEASURED.find(([asks]) => asks.test(query.sought))?.[1];
  const named = plan.terms.filter(({ word }) => /\d/.test(word)).map(({ word }) => word);
  const others = named.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return measured?.test(text) !== false && holdsNumber(others);
};

/** "in Kabul", "off the coast of Maravia", "near the White House", "reached Kyiv". */
const LOCATED =
  /\b(?:in|at|near|outside|from|to|into|off|across|inside|around|between|through|of)\s+(?:\p{Ll}+\s+){0,3}\p{Lu}[\p{L}'’-]+|(?<=\b(?:(?:reach|visit|enter|cross|tour|invad|batter)(?:e?s|ed|ing)|hits?|struck|left|fled)\s+(?:the\s+)?)\p{Lu}[\p{L}'’-]+/gu;

/** A name that the question does not hold, in a sentence that tells of it: "Where is Orl?" is not told by "Orl is loud". */
const tellsPlace = (text: string, plan: QuestionPlan, { sought }: Query): boolean => {
  if (!isWorthALook(plan)) return true;
  const [least, name] = /^where\b/i.test(sought) ? [PLACED, LOCATED] : [DATED, NAME];
  return someBeside(text, plan, least, (sentence) => holdsNewName(sentence, name, plan));
};

const ASKS_HOW_DIED = /^how did .*\b(?:die|get killed|pass away)\b/i;
const TELLS_HOW_DIED =
  /\b(?:caus\w+|cancer|heart|cardiac|strokes?|crash\w*|accident\w*|shot|shooting|gun\w*|suicide|overdos\w*|complications?|pneumonia|covid\S*|coronavirus|natural|old age|illness|disease|drown\w*|injur\w+|attack\w*|kill\w*|stab\w*|burn\w*|fire|infect\w*|failure|died (?:of|from|after|following)|drugs?|fall|fell|poison\w*|sepsis|leuk\w+|tumou?r|dementia|alzheimer\S*|asphyxia\w*|peacefully|in (?:his|her|their) sleep)\b/i;

const ASKS_CLOCK = /\bwhat time\b(?! (?:of|zone|period|frame))/i;
const TELLS_CLOCK =
  /\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|o['’]clock|ET\b|GMT\b|UTC\b|BST\b)|\b\d{1,2}:\d\d\b|\b(?:noon|midnight|dawn|dusk|sunrise|sunset)\b/i;

const ASKS_WHO_NOT = /n['’]t\b|\b(?:not|never)\b/i;
const TELLS_NOT =
  /n['’]t\b|\b(?:no|not|never|none|nobody|neither|nor|without|except|against|refus\w+|declin\w+|reject\w+|fail\w+|oppos\w+|abstain\w+)\b/i;

/** "What did the mayor call the rebels", but not what she called for. */
const ASKS_CALLED =
  /^what (?:did|does|do|has|have|is|was) .*\bcall(?:ed|ing)?\b(?! (?:for|on|off|up|in|to)\b)(?= \S)/i;
const TELLS_CALLED =
  /\bcall(?:s|ed|ing)?\b(?! (?:for|on|off|up|in)\b)|\b(?:dub(?:s|bed|bing)|describ\w+|label\w*|brand(?:s|ed|ing)|nicknam\w+|term(?:s|ed)|referr?\w* to|denounc\w+|deem\w*|characteri[sz]\w+|liken\w*)\b/i;

/** Who did something does not answer who did not. "Didn't they leave?" and "why not" ask for what happened. */
const tellsOpposite = (text: string, plan: QuestionPlan, { words, intent: { kind } }: Query): boolean =>
  (kind === 'fact' || kind === 'list') &&
  ASKS_WHO_NOT.test(words) &&
  !someBeside(text, plan, DATED, (sentence) => TELLS_NOT.test(sentence));

/** Whether the excerpt holds what every answer of the kind asked for has, whatever it is about. */
export const tellsKind = (excerpt: Excerpt, plan: QuestionPlan, query: Query): boolean => {
  const { text } = excerpt;
  if (tellsOpposite(text, plan, query) || !isSpoken(excerpt, plan, query.intent)) return false;
  if (ASKS_HOW_DIED.test(query.sought)) return TELLS_HOW_DIED.test(text);
  if (ASKS_CLOCK.test(query.sought)) return someBeside(text, plan, DATED, (some) => TELLS_CLOCK.test(some));
  if (ASKS_CALLED.test(query.sought)) return someBeside(text, plan, DATED, (some) => TELLS_CALLED.test(some));
  if (plan.type === 'number') return tellsNumber(text, plan, query);
  if (plan.type === 'person') return tellsPerson(text, plan);
  if (plan.type === 'place') return tellsPlace(text, plan, query);
  return plan.type !== 'time' || someBeside(text, plan, DATED, holdsDay);
};

export const mayAnswer = (excerpt: Excerpt, plan: QuestionPlan, query: Query): boolean =>
  !isAboutAnother(excerpt, plan) &&
  !namesAnother(query.words, plan.missing, excerpt) &&
  tellsKind(excerpt, plan, query);

/** Terms that neither the excerpt nor its title holds. */
export const lackedBy = (excerpt: Excerpt, { terms, language }: QuestionPlan): PlanTerm[] => {
  const held = excerptTerms(excerpt, language);
  return terms.filter(({ forms }) => !forms.some((form) => held.has(form)));
};

/** Terms to be confirmed that the excerpt lacks; it may say the opposite. What still holds or not is told by what came after it. */
export const unconfirmedBy = (excerpt: Excerpt, plan: QuestionPlan, { kind }: Intent): PlanTerm[] =>
  kind === 'yesno' ? lackedBy(excerpt, plan) : [];
