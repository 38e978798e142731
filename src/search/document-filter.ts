/** In: what may be shown. Out: whether a document may, without its text. */
import { type ArticleIndex, type DocumentEntry, UNKNOWN_DAY } from './article-index.ts';
import { TERM_BITS } from './document.ts';
import { documentOf } from './postings.ts';

/** Terms one right after the other; any of the ids will do at each place. */
export type TermRun = readonly (readonly number[])[];

/** Days since 1970-01-01; null leaves a side open. */
export interface DocumentFilter {
  /** Nothing published later; articles of unknown date pass. */
  readonly latestDay: number;
  /** `after:` and `before:`; articles of unknown date do not pass. */
  readonly within: { readonly from: number | null; readonly to: number | null } | null;
  /** Lower-cased parts of source names, any of which must be in the article's; empty lets all pass. */
  readonly sources: readonly string[];
  /** Words and phrases no article may hold. */
  readonly excluded: readonly TermRun[];
  /** Phrases that must stand in the article. */
  readonly phrases: readonly TermRun[];
}

/** Says of a document, by its number, whether it passes. */
export type Passes = (document: number) => boolean;

/** Whether a document that is in the index passes by its date and source. Good for the search it was made for. */
export const passesFacts = (index: ArticleIndex, { latestDay, within, sources }: DocumentFilter): Passes => {
  const { lengths, days, sources: places, sourceNames } = index.columns;
  const from = within?.from ?? (within === null ? UNKNOWN_DAY : UNKNOWN_DAY + 1);
  const to = Math.min(latestDay, within?.to ?? latestDay);
  const isFrom =
    sources.length === 0 ? null : sourceNames.map((name) => sources.some((part) => name.includes(part)));
  return (document) => {
    const day = days[document]!;
    if (!lengths[document] || day > to || day < from) return false;
    return isFrom === null || isFrom[places[document]!]!;
  };
};

const holdsRun = ({ tokens }: DocumentEntry, run: TermRun): boolean => {
  const isAt = (at: number): boolean =>
    run.every((ids, offset) => ids.includes(tokens[at + offset]! & TERM_BITS));
  for (let at = 0; at + run.length <= tokens.length; at++) if (isAt(at)) return true;
  return false;
};

/** In how many documents any of the ids stands, at most. */
export const frequencyOf = (index: ArticleIndex, ids: readonly number[]): number =>
  ids.reduce((sum, id) => sum + index.vocabulary.documentFrequency(id), 0);

/** The documents that hold a run of terms, found through its rarest term. */
const documentsWith = (index: ArticleIndex, run: TermRun): Set<number> => {
  const holding = new Set<number>();
  const [rarest] = run.toSorted((a, b) => frequencyOf(index, a) - frequencyOf(index, b));
  for (const id of rarest ?? []) {
    index.postings.each(id, (posting) => {
      const document = documentOf(posting);
      const entry = index.document(document);
      if (entry !== undefined && (run.length === 1 || holdsRun(entry, run))) holding.add(document);
    });
  }
  return holding;
};

/** Whether a document passes by its words: it holds every phrase and nothing that is excluded. */
const passesWords = (index: ArticleIndex, { phrases, excluded }: DocumentFilter): Passes => {
  const wanted = phrases.map((run) => documentsWith(index, run));
  const unwanted = excluded.map((run) => documentsWith(index, run));
  return (document) =>
    wanted.every((holding) => holding.has(document)) && !unwanted.some((holding) => holding.has(document));
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
  const { days } = index.columns;
  return Array.from({ length: index.capacity }, (_, document) => document)
    .filter(passes)
    .sort((a, b) => days[b]! - days[a]! || b - a);
};
