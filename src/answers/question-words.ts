/**
 * English words that a question is built with and no article is found by, and what kind of answer a question asks for.
 * Those of other languages are in `src/text/foreign-function-words.ts` and `asking-words.ts`.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Function words that are also names: with a capital inside a sentence they are searched for. */
export const NAME_LIKE_WORDS = words('us it may will who can');

/** Words that join those of a question, or stand for whoever did whatever, and name nothing; topics and headlines keep them. */
export const JOINING_WORDS = words(
  `among amongst amid amidst within upon onto via toward towards besides despite beneath alongside regarding concerning
  neither either yet happen happens happened happening anyone anybody someone somebody everyone everybody nobody`,
);

export const QUESTION_WORDS = words('which what who whom whose where when why how');

/** Behind "this" these are no answer: "this week". */
export const TIMES = words('week weekend month year season spring summer fall autumn winter morning time');

/** What the question asks for; `topic` is no question at all. */
export type QuestionType = 'person' | 'place' | 'time' | 'reason' | 'number' | 'manner' | 'thing' | 'topic';

export const QUESTION_TYPES: readonly QuestionType[] = [
  'person',
  'place',
  'time',
  'reason',
  'number',
  'manner',
  'thing',
  'topic',
];

const MEASURES = words('many much old long far fast big tall large high heavy often few');
const NUMBER_NOUNS = words(
  `percentage percent number amount age year many much magnitude price temperature share rate score total speed grade
  cost proportion`,
);
const PLACE_NOUNS = words(
  `country countries nation nations state states city cities region regions island islands town towns village villages
  continent continents place places location locations county counties province provinces
  district districts oblast oblasts capital planet ocean`,
);
const TIME_NOUNS = words('month day date season holiday decade');
export const PERSON_NOUNS = words(
  `actor actress singer president star player politician leader celebrity person author artist musician billionaire
  rapper comedian director minister athlete senator man woman golfer host ceo judge justice king queen prince former
  candidate driver striker footballer model writer winner member representative legend coach figure champion popstar
  official siblings leaders celebrities republican democrat children superstar`,
);

const HAPPEN = words('happened happening happens');

const BY_WORD: Readonly<Record<string, QuestionType>> = {
  who: 'person',
  whom: 'person',
  whose: 'person',
  where: 'place',
  when: 'time',
  why: 'reason',
};

/** The kind of answer: `word` is the question word (empty if there is none), `following` the words behind it. */
export const questionType = (word: string, following: readonly string[]): QuestionType => {
  const known = BY_WORD[word];
  if (known !== undefined) return known;
  if (word === 'how') return MEASURES.has(following[0] ?? '') ? 'number' : 'manner';
  if (word === '' || (word === 'what' && HAPPEN.has(following[0] ?? ''))) return 'topic';
  const near = following.slice(0, 4);
  const names = (nouns: ReadonlySet<string>): boolean => near.some((noun) => nouns.has(noun));
  if (names(NUMBER_NOUNS)) return 'number';
  if (names(PLACE_NOUNS)) return 'place';
  if (near.slice(0, 3).some((noun) => TIME_NOUNS.has(noun))) return 'time';
  return names(PERSON_NOUNS) ? 'person' : 'thing';
};

/** What sort of place is asked for. */
export type Place = 'country' | 'state' | 'city' | 'any';

const PLACES: ReadonlyMap<string, Place> = new Map([
  ['country', 'country'],
  ['countries', 'country'],
  ['nation', 'country'],
  ['nations', 'country'],
  ['state', 'state'],
  ['states', 'state'],
  ['city', 'city'],
  ['cities', 'city'],
  ['town', 'city'],
  ['capital', 'city'],
]);

/** The sort of place that the first words behind the question word name; `any` if they name none. */
export const placeOf = (type: QuestionType, following: readonly string[]): Place => {
  const noun = following.slice(0, 4).find((word) => PLACES.has(word));
  return type === 'place' && noun !== undefined ? PLACES.get(noun)! : 'any';
};

/** What a number is asked for in. */
export type Unit = 'money' | 'percent' | 'year' | 'duration' | 'count' | 'none';

const MONEY_WORDS = /\b(?:costs?|prices?|priced|worth|fined?|fines|pays?|paid|paying|payments?)\b/;
/** What "how much" asks for besides money. */
const MUCH_ELSE =
  /\bhow much (?:of|more|less|snow|rain|rainfall|water|ice|land|territory|ground|area|time|weight|energy|power|electricity|plastic|waste|oil|grain|wheat|fuel|food|carbon|blood|data|radiation|longer|faster|hotter|warmer|taller|bigger|higher)\b/;

/** The unit an answer is expected in. `text` is the whole question, lower-cased. */
export const unitOf = (type: QuestionType, text: string): Unit => {
  if (/\b(?:what|which) year\b|\bsince(?: what| which|:?$)/.test(text)) return 'year';
  if (/percent|share of|proportion/.test(text)) return 'percent';
  if (type !== 'number') return 'none';
  if (/how long|how many (?:years|months|weeks|days|hours|minutes)/.test(text)) return 'duration';
  const asksForMoney = MONEY_WORDS.test(text) || (/\bhow much\b/.test(text) && !MUCH_ELSE.test(text));
  return asksForMoney ? 'money' : 'count';
};
