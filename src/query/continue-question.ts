/**
 * In: a question and the one that follows it. Out: the second so that it can be searched on its own, and which words
 * it took from the first: "And in March?" after "What did Lena Moor say about the dam?" is about Lena Moor.
 */
import type { DayRange, FilterName, Query, QueryPiece } from '../domain/query.ts';
import { hasJoinedWords } from '../text/languages/known-languages.ts';
import { questionLanguage } from '../text/question-language.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import { completeEllipsis } from './elliptic-question.ts';
import { type PointingWords, pointingWords } from './pointing-words.ts';
import { FRAME_WORDS, hasSubject } from './subject.ts';

export interface Continuation {
  /** The follow-up, completed if it goes on from the first, in the query language. */
  readonly text: string;
  /** What else it takes from the first: words, phrases, groups and filters. */
  readonly also: readonly QueryPiece[];
  /** The words it took over, as written; empty if it has a subject of its own. */
  readonly carried: readonly string[];
}

/** More words than these would drown the follow-up's own. */
const MAX_CARRIED = 6;

interface Word {
  readonly text: string;
  readonly lower: string;
  /** Begins with a capital or is a number with letters, not merely because the question begins with it. */
  readonly isName: boolean;
  /** Neither asks, joins, calls for news nor points back. */
  readonly isSubject: boolean;
}

/** How two questions go on from one another: their language and its words. */
interface Manner {
  readonly language: string;
  readonly pointing: PointingWords;
}

const mannerOf = (earlier: Query, later: Query): Manner => {
  const language = questionLanguage(`${earlier.text} ${later.text}`);
  return { language, pointing: pointingWords(language) };
};

const isSubject = (lower: string, { language, pointing }: Manner): boolean =>
  !pointing.pointers.has(lower) &&
  (language === DEFAULT_LANGUAGE ? !FRAME_WORDS.has(lower) : hasSubject(lower, language));

const wordsOf = (text: string, manner: Manner): Word[] => {
  const words: Word[] = [];
  eachWord(text, (start, end) => {
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    const isCapital = /^\p{Lu}/u.test(word) && (start > 0 || /^\p{Lu}[\p{Lu}\d.]+$/u.test(word));
    const isSubjectWord = isSubject(lower, manner);
    words.push({ text: word, lower, isSubject: isSubjectWord, isName: isCapital && isSubjectWord });
  });
  return words;
};

/** Names if there are some (also one the question begins with, before another), else all that is not frame. */
const subjectOf = (words: readonly Word[]): Word[] => {
  const subjects = words.filter((word) => word.isSubject);
  const names = subjects.filter(({ isName }, index) => isName || (index === 0 && isOpeningName(words)));
  return (names.length > 0 ? names : subjects).slice(0, MAX_CARRIED);
};

/** "Lena Moor and the dam": a capital at the start that another follows at once. */
const isOpeningName = ([first, second]: readonly Word[]): boolean =>
  first !== undefined && /^\p{Lu}/u.test(first.text) && first.isSubject && second?.isName === true;

const hasOwnSubject = (
  words: readonly Word[],
  { phrases, groups, sources, authors }: Query,
  { pointing }: Manner,
): boolean => {
  if (phrases.length + groups.length + sources.length + authors.length > 0) return true;
  if (words.some(({ lower }) => pointing.pointers.has(lower))) return false;
  if (pointing.hasCapitalNouns && new RegExp(`^(?:${pointing.lead})$`).test(words[0]?.lower ?? ''))
    return false;
  return words.some(({ isName }) => isName) || isOpeningName(words);
};

const filtersOf = (name: FilterName, values: readonly string[]): QueryPiece[] =>
  values.map((value) => ({ kind: 'filter', name, value }));

const within = (days: DayRange | null): QueryPiece[] => [
  ...filtersOf('after', days?.from ? [days.from] : []),
  ...filtersOf('before', days?.to ? [days.to] : []),
];

/** Those of the first that the follow-up has not set anew. */
const filters = (earlier: Query, later: Query): QueryPiece[] => [
  ...(later.sources.length > 0 ? [] : filtersOf('source', earlier.sources)),
  ...(later.excludedSources.length > 0 ? [] : filtersOf('-source', earlier.excludedSources)),
  ...(later.authors.length > 0 ? [] : filtersOf('author', earlier.authors)),
  ...(later.excludedAuthors.length > 0 ? [] : filtersOf('-author', earlier.excludedAuthors)),
  ...(later.within === null ? within(earlier.within) : []),
];

/** Quoted phrases and groups. */
const literals = ({ phrases, groups }: Query): QueryPiece[] => [
  ...phrases.map((text): QueryPiece => ({ kind: 'phrase', text })),
  ...groups.map((group): QueryPiece => ({ kind: 'group', ...group })),
];

/** The times of the question before that favour, unless the follow-up names others. */
const timesBefore = ({ relativeTimes }: Query, { within, about }: Query): string =>
  within === null && about === null ? relativeTimes : '';

const asCompleted = (completed: string, earlier: Query, later: Query, manner: Manner): Continuation => {
  const own = new Set(wordsOf(later.words, manner).map(({ lower }) => lower));
  const carried = wordsOf(completed, manner)
    .filter((word) => word.isSubject && !own.has(word.lower))
    .map(({ text }) => text);
  // Dates that the follow-up names are kept as days, and no longer as words of it.
  const days = within(later.within ?? (later.relativeTimes === '' ? later.about : null));
  const text = `${completed} ${later.relativeTimes || timesBefore(earlier, later)}`.trim();
  return { text, also: [...literals(earlier), ...days, ...filters(earlier, later)], carried };
};

/** Whether a question cannot be understood without the one before: it points back, goes on or names nothing. */
export const pointsBack = (earlier: Query, later: Query): boolean => {
  if (later.phrases.length + later.groups.length > 0 || later.intent.kind === 'talk') return false;
  const manner = mannerOf(earlier, later);
  const words = wordsOf(later.words, manner);
  return (
    completeEllipsis(earlier, later, manner.pointing) !== null ||
    words.some(({ lower }) => manner.pointing.persons.has(lower)) ||
    (words.length > 0 && !words.some((word) => word.isSubject))
  );
};

/**
 * Without spaces or capitals nothing shows which words give way to "강릉은?". The question as it was, with one word more, would be
 * answered for sure by what was found before.
 */
const isOnlyAdded = (completed: string, earlier: Query, { language }: Manner): boolean =>
  hasJoinedWords(language) && completed.startsWith(earlier.words.replace(/\P{L}+$/u, ''));

/**
 * A follow-up that names someone or something, and does not point back with a pronoun, stands alone. Any other is
 * joined by the names of the earlier question (by all its words if it has no names), its quoted phrases and filters.
 * A few words that go on from it ("and in Belgorod?") take their place in it.
 */
export const continueQuestion = (earlier: Query, later: Query): Continuation => {
  const isLiteral = later.phrases.length + later.groups.length > 0;
  const manner = mannerOf(earlier, later);
  const completed = isLiteral ? null : completeEllipsis(earlier, later, manner.pointing);
  if (completed !== null && !isOnlyAdded(completed, earlier, manner))
    return asCompleted(completed, earlier, later, manner);
  const words = wordsOf(later.words, manner);
  if (hasOwnSubject(words, later, manner)) return { text: later.text, also: [], carried: [] };
  const has = new Set(words.map(({ lower }) => lower));
  const carried = subjectOf(wordsOf(earlier.ungrouped, manner))
    .filter(({ lower }) => !has.has(lower))
    .map(({ text }) => text);
  const taken = [...carried, timesBefore(earlier, later)].join(' ').trim();
  const names: QueryPiece[] = taken === '' ? [] : [{ kind: 'text', text: taken }];
  return { text: later.text, also: [...names, ...literals(earlier), ...filters(earlier, later)], carried };
};
