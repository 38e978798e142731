/** In: a language other than English. Out: its table of frames, made of its turns of phrase when a question first needs it. */
import { askingPhrases } from '../../text/asking-words.ts';
import { foreignFunctionWords } from '../../text/foreign-function-words.ts';
import { hasJoinedWords, LISTED_LANGUAGES, languageWords } from '../../text/languages/known-languages.ts';
import type { RequestTurns, Turns } from '../../text/languages/language-words.ts';
import type { Frame, FrameTable } from './frames.ts';

const MARKED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

const ASCII = /^[\0-\x7f]*$/;

const withoutMarks = (character: string): string =>
  character === 'ı' ? 'i' : MARKED.test(character) ? character.normalize('NFD')[0]! : character;

/** In lower case and without marks, character by character: of the same length. Where lower case is longer, as it is. */
export const plainLetters = (text: string): string => {
  const lower = text.replaceAll('İ', 'i').toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.length === text.length ? Array.from(lower, withoutMarks).join('') : text;
};

const words = (list: string): ReadonlySet<string> => new Set(plainLetters(list).match(/\S+/g));

/** What happened in a year is not the latest. */
const NO_YEAR = '(?!.*\\d{4})';

/** Matches nothing. */
const NEVER = '(?!)';

const pattern = (source: string): RegExp => new RegExp(source, 'du');

/** They ask whether something is so. */
const WHETHER: ReadonlySet<string> = new Set(['est ce', 'هل', 'czy', 'apakah', 'чи', '吗', '嗎', 'ما']);

const joins = (word: string, language: string): boolean => foreignFunctionWords(language).has(word);

/** Words that ask for something; those that also join ("que") only where they begin a question. */
const askingIn = (language: string, isInside: boolean): string =>
  askingPhrases(language)
    .filter(({ text, words: [first] }) => !WHETHER.has(text) && !(isInside && joins(first!, language)))
    .map(({ text }) => plainLetters(text))
    .join('|') || NEVER;

const LISTS = ['talk', 'among', 'news', 'vague'] as const;
const PATTERNS = [
  'hello',
  'before',
  'chat',
  'today',
  'tail',
  'now',
  'latest',
  'latestOf',
  'still',
  'whether',
  'whetherOf',
  'summary',
  'summaryOf',
  'timeline',
  'timelineOf',
  'errands',
] as const;

/** As texts are compared with them; patterns that are not known match nothing. */
const plainTurns = (turns: Partial<Turns>): Turns =>
  Object.fromEntries([
    ['asksLate', turns.asksLate === true],
    ...LISTS.map((name) => [name, plainLetters(turns[name] ?? '')]),
    ...PATTERNS.map((name) => [name, plainLetters(turns[name] ?? NEVER)]),
  ]);

const whole = (kind: Frame['kind'], source: string, keep: string): Frame => ({
  kind,
  pattern: pattern(`^[¿¡]?(?:${plainLetters(source)})$`),
  keep,
});

const COMPARED = '$<a> , $<b>';
/** In any language. */
const VERSUS = '(?<a>.+?) (?:vs\\.?|versus) (?<b>.+)';

const requestFrames = (turns: RequestTurns): Frame[] => [
  ...turns.compare.map((source) => whole('compare', source, COMPARED)),
  ...turns.opinion.map((source) => whole('opinion', source, turns.thought)),
  ...turns.quote.map((source) => whole('quote', source, turns.quoted)),
  whole('list', turns.list, `${turns.listed}$<what>`),
  { kind: 'list', pattern: pattern(`^[¿¡]?(?=${plainLetters(turns.several ?? NEVER)})`) },
];

const tableOf = (language: string, typed: Partial<Turns>, requests?: RequestTurns): FrameTable => {
  const turns = plainTurns(typed);
  const [from, to, gap] = hasJoinedWords(language)
    ? ['', '', '\\s*']
    : ['(?<![\\p{L}\\p{M}\\p{N}])', '(?![\\p{L}\\p{M}\\p{N}])', '[\\s,:]+'];
  const opening = (kind: Frame['kind'], source: string, newest?: true): Frame => ({
    kind,
    pattern: pattern(`^[¿¡]?${newest ? NO_YEAR : ''}(?:${source})${to}${gap}(?=\\S)`),
    ...(newest && { newest }),
  });
  const ending = (kind: Frame['kind'], source: string, newest?: true): Frame => ({
    kind,
    pattern: pattern(`^${newest ? NO_YEAR : ''}(?<what>\\S.*?)${gap}(?:${source})$`),
    keep: '$<what>',
    ...(newest && { newest }),
  });
  const frames: readonly Frame[] = [
    opening('timeline', turns.timeline),
    ending('timeline', turns.timelineOf),
    opening('summary', turns.summary),
    ending('summary', turns.summaryOf),
    opening('latest', turns.latest, true),
    ending('latest', turns.latestOf, true),
    whole('compare', VERSUS, COMPARED),
    ...(requests === undefined ? [] : requestFrames(requests)),
    {
      kind: 'still',
      pattern: pattern(
        `^(?!(?:.*[.!?;:] )?(?:${askingIn(language, false)})${to})(?!.*${from}(?:${askingIn(language, true)})${to})(?<before>.*?)${from}(?:${turns.still})${to}(?<after>.*)$`,
      ),
      keep: '$<before> $<after>',
      newest: true,
    },
    opening('yesno', turns.whether),
    ending('yesno', turns.whetherOf),
  ];
  const behindBefore = turns.asksLate ? '\\s*' : `\\s+(?=[¿¡]?(?:${askingIn(language, false)})${to})`;
  const talkWords = [...turns.hello.split('|').filter((one) => !/[ (?]/.test(one)), turns.talk].join(' ');
  const [dayBefore, dayBehind] = [`(?:(?:${turns.today})[\\s,]*)?`, `(?:[\\s,]*(?:${turns.today}))?`];
  const vague = words(`${turns.vague} ${turns.news}`);
  return {
    language,
    lead: pattern(
      `^[¿¡]?(?:(?:${turns.before})${to}(?:\\s*[,:;!?.…、，。：！？،؟-]+\\s*|${behindBefore})|(?:${turns.hello})${to}[\\s,:!.、，。！]+)`,
    ),
    tail: pattern(`(?<![\\s,.!?。！？،؟…])[\\s,.!?。！？،؟…]+(?:${turns.tail})$`),
    nowTail: pattern(`[\\s,]+(?:${turns.now})$`),
    frames,
    fillers: new Set(),
    hedges: new Set(),
    vague,
    cues: { quote: requests?.said, opinion: requests?.felt },
    talk: [
      pattern(
        `^[¿¡]?(?:(?:${turns.hello})[\\s,!.、，。！]*)?${dayBefore}(?:${turns.hello}|${turns.chat})${dayBehind}$`,
      ),
    ],
    talkWords: words(talkWords),
    talkFillers: words(turns.among),
    errands: [pattern(`${from}(?:${turns.errands})${to}`)],
  };
};

const made = new Map<string, FrameTable>();

/** Null for a language whose turns of phrase are not known. */
export const foreignTable = (language: string): FrameTable | null => {
  const { turns, requests } = languageWords(language) ?? {};
  if (turns === undefined) return null;
  return made.getOrInsertComputed(language, () => tableOf(language, turns, requests));
};

const newsWords = new Map<string, ReadonlySet<string>>();

/** Words that call for news, whatever it is about, as `plainLetters` writes them. */
export const foreignNewsWords = (language: string): ReadonlySet<string> =>
  newsWords.getOrInsertComputed(language, () => words(languageWords(language)?.turns?.news ?? ''));

/** The languages whose turns of phrase are known. */
export const LANGUAGES_WITH_TURNS: readonly string[] = LISTED_LANGUAGES.filter(
  (language) => languageWords(language)?.turns !== undefined,
);
