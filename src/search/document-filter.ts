/** In: what may be shown. Out: whether a document may, without its text. */
import { passesSource } from '../domain/query.ts';
import { type ArticleIndex, UNKNOWN_DAY } from './article-index.ts';
import type { Copy } from './copies.ts';
import { documentOf } from './postings.ts';
import { TERM_BITS } from './token.ts';

/** Terms one right after the other; any of the ids will do at each place. */
export type TermRun = readonly (readonly number[])[];

/** Days since 1970-01-01; null leaves a side open. */
export interface DocumentFilter {
  /** Nothing published later; articles of unknown date pass. */
  readonly latestDay: number;
  /** `after:` and `before:`; articles of unknown date do not pass. */
  readonly within: { readonly from: number | null; readonly to: number | null } | null;
  /** Lower-cased parts of source names, any of which must be in the outlet's; empty lets all pass. */
  readonly sources: readonly string[];
  /** Likewise, none of which may be in it. */
  readonly excludedSources: readonly string[];
  /** Words and phrases no article may hold. */
  readonly excluded: readonly TermRun[];
  /** Phrases that must stand in the article. */
  readonly phrases: readonly TermRun[];
}

/** Says of a document, by its number, whether it passes. */
export type Passes = (document: number) => boolean;

/**
 * Whether an outlet's telling of a text passes, by its day and the place of its source in the `sourceNames` of the index.
 * Good for the search it was made for.
 */
export const passesTelling = (
  { columns }: ArticleIndex,
  filter: DocumentFilter,
): ((day: number, place: number) => boolean) => {
  const { latestDay, within } = filter;
  const from = within?.from ?? (within === null ? UNKNOWN_DAY : UNKNOWN_DAY + 1);
  const to = Math.min(latestDay, within?.to ?? latestDay);
  const isFrom = columns.sourceNames.map((name) => passesSource(name, filter));
  return (day, place) => day <= to && day >= from && isFrom[place]!;
};

/** Whether a document that is in the index passes by date and source, as any outlet that carries it tells it. */
const passesFacts = (index: ArticleIndex, filter: DocumentFilter): Passes => {
  const { lengths, days, sources } = index.columns;
  const passes = passesTelling(index, filter);
  // Few documents have copies, so these are walked once rather than looked for with every document.
  let byCopy: ReadonlySet<number> | null = null;
  const readCopies = (): ReadonlySet<number> => {
    const passing = index.copies().filter(({ day, place }) => passes(day, place));
    return new Set(passing.map(({ of }) => index.documentOf(of)));
  };
  return (document) => {
    if (!lengths[document]) return false;
    if (passes(days[document]!, sources[document]!)) return true;
    byCopy ??= readCopies();
    return byCopy.has(document);
  };
};

/** Of each document, the copy to show in its place: the first that passes where the document's own telling does not, else null. */
export const shownCopy = (
  index: ArticleIndex,
  filter: DocumentFilter,
): ((document: number) => Copy | null) => {
  const { days, sources } = index.columns;
  const passes = passesTelling(index, filter);
  return (document) => {
    if (passes(days[document]!, sources[document]!)) return null;
    return index.copiesOf(document).find(({ day, place }) => passes(day, place)) ?? null;
  };
};

/** The first token from `from` on where the run begins, or -1; looked for where the term at place `anchor` stands. */
export const findRun = (tokens: Uint32Array, run: TermRun, anchor: number, from = 0): number => {
  const isAt = (at: number): boolean =>
    run.every((ids, place) => place === anchor || ids.includes(tokens[at + place]! & TERM_BITS));
  const [first, ...others] = run[anchor]!;
  const last = tokens.length - run.length;
  for (let at = from; at <= last; at++) {
    const id = tokens[at + anchor]! & TERM_BITS;
    if ((id === first || (others.length > 0 && others.includes(id))) && isAt(at)) return at;
  }
  return -1;
};

/** Marks the documents that hold all the terms of the run, wherever: those whose mark is the length of the run. */
const markHolders = (index: ArticleIndex, rarestFirst: TermRun): Uint16Array => {
  const marks = new Uint16Array(index.capacity);
  for (const [found, ids] of rarestFirst.entries())
    for (const id of ids)
      index.postings.each(id, (posting) => {
        const document = documentOf(posting);
        if (marks[document] === found) marks[document] = found + 1;
      });
  return marks;
};

/** In how many documents any of the ids stands, at most. */
export const frequencyOf = (index: ArticleIndex, ids: readonly number[]): number =>
  ids.reduce((sum, id) => sum + index.vocabulary.documentFrequency(id), 0);

/** The place of the run's rarest term, by which it is soonest found. */
export const anchorOf = (index: ArticleIndex, run: TermRun): number => {
  const frequencies = run.map((ids) => frequencyOf(index, ids));
  return frequencies.indexOf(Math.min(...frequencies));
};

/** Whether a document holds a run of terms. Reads its words only where all the terms are in it. */
const holds = (index: ArticleIndex, run: TermRun): Passes => {
  if (run.length === 0) return () => false;
  const rarestFirst = run.toSorted((a, b) => frequencyOf(index, a) - frequencyOf(index, b));
  const anchor = anchorOf(index, run);
  const marks = markHolders(index, rarestFirst);
  return (document) => {
    if (marks[document] !== run.length) return false;
    return run.length === 1 || findRun(index.document(document)!.tokens, run, anchor) !== -1;
  };
};

/** Whether a document passes by its words: it holds every phrase and nothing that is excluded. */
const passesWords = (index: ArticleIndex, { phrases, excluded }: DocumentFilter): Passes => {
  const wanted = phrases.map((run) => holds(index, run));
  const unwanted = excluded.map((run) => holds(index, run));
  return (document) => wanted.every((isIn) => isIn(document)) && !unwanted.some((isIn) => isIn(document));
};

/** Whether a document passes in every respect. */
export const passesFilter = (index: ArticleIndex, filter: DocumentFilter): Passes => {
  const byFacts = passesFacts(index, filter);
  if (filter.phrases.length + filter.excluded.length === 0) return byFacts;
  const byWords = passesWords(index, filter);
  return (document) => byFacts(document) && byWords(document);
};

/** Every article that passes, newest first, unknown days last: for a question of filters alone. */
export const browse = (index: ArticleIndex, filter: DocumentFilter): number[] => {
  const passes = passesFilter(index, filter);
  const documents = Array.from({ length: index.capacity }, (_, document) => document).filter(passes);
  return sortByDay(documents, index, filter, -1);
};

/** By the day of the telling that is shown: from the oldest where `direction` is 1, from the newest where it is -1. */
export const sortByDay = (
  documents: readonly number[],
  index: ArticleIndex,
  filter: DocumentFilter,
  direction: 1 | -1,
): number[] => {
  const shown = shownCopy(index, filter);
  const days = index.columns.days.slice();
  for (const document of documents) days[document] = shown(document)?.day ?? days[document]!;
  return documents.toSorted((a, b) => direction * (days[a]! - days[b]! || a - b));
};
