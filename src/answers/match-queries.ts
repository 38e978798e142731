/**
 * In: stored queries (what subscriptions and alerts ask for) and publications. Out: which match, and why one does not. The
 * field calls this percolation. Words are matched where they are already; phrases to the letter.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inBatches } from '../domain/in-batches.ts';
import { type Mismatch, passesAuthor, passesSource, type Query } from '../domain/query.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { type LiteralCheck, literalCheck, literalText } from '../search/literal-check.ts';
import { clauseQuery, queryScope, topicQuery, topicWords } from '../search/query-requirements.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import { bylineOf, not, passesScope, type SearchQuery, WHOLE_SCOPE } from '../search/search-query.ts';
import { phraseQuery, wordsQuery } from '../search/word-forms.ts';
import type { Archive } from './archive.ts';
import { mapInSlices } from './map-in-slices.ts';
import { percolate, type StoredQuery } from './percolate.ts';

type Sources = Pick<Archive, 'engine' | 'words' | 'articles'>;

/** Texts in memory at once. */
const READ_TOGETHER = 200;

/** Those of the publications found whose texts hold the phrases to the letter. Each text is read once for all queries. */
const holding = async (
  queries: readonly Query[],
  found: readonly (readonly number[])[],
  dictionary: Dictionary,
  { articles }: Sources,
): Promise<(readonly number[])[]> => {
  const checks = queries.map((query, place) =>
    found[place]!.length === 0 ? null : literalCheck(query, dictionary),
  );
  const asking = new Map<number, number[]>();
  for (const [place, seqs] of found.entries()) {
    if (checks[place] === null) continue;
    for (const seq of seqs) {
      asking.getOrInsertComputed(seq, () => []).push(place);
    }
  }
  const held = found.map((): number[] => []);
  const asked = [...asking.keys()].sort((a, b) => a - b);
  for (const some of inBatches(asked, READ_TOGETHER)) {
    for (const article of await articles.getMany(some)) {
      const text = literalText(article);
      for (const place of asking.get(article.seq)!) if (checks[place]!(text)) held[place]!.push(article.seq);
    }
    await nextTurn();
  }
  return found.map((seqs, place) => (checks[place] === null ? seqs : held[place]!));
};

/** Of the publications in the range those that each query matches, by number, in the order of the queries. */
export const matchQueries = async (
  queries: readonly Query[],
  range: PublicationRange,
  sources: Sources,
): Promise<(readonly number[])[]> => {
  const dictionary = await sources.words.dictionary();
  const stored = await mapInSlices(
    queries,
    async (query): Promise<StoredQuery> => ({
      query: await topicQuery(query, dictionary),
      scope: queryScope(query, null),
    }),
  );
  const found = await percolate(stored, range, sources, dictionary);
  return holding(queries, found, dictionary, sources);
};

interface Condition {
  readonly kind: 'word' | 'phrase' | 'excluded' | 'group';
  readonly text: string;
  /** Holds if the condition does, phrases aside. */
  readonly query: SearchQuery;
  readonly holds: LiteralCheck | null;
}

/** What a query asks of the words, in the order in which it is reported. */
const conditions = async (query: Query, dictionary: Dictionary): Promise<Condition[]> => {
  const literally = (parts: Partial<Query>) =>
    literalCheck({ phrases: [], groups: [], ...parts }, dictionary);
  const words = topicWords(query.ungrouped).map(async (text) => ({
    kind: 'word' as const,
    text,
    query: await wordsQuery([text], dictionary),
    holds: null,
  }));
  const groups = query.groups.map(async (group) => ({
    kind: 'group' as const,
    text: group.text,
    query: await clauseQuery(group.clause, dictionary),
    holds: literally({ groups: [group] }),
  }));
  const phrases = query.phrases.map(async (text) => ({
    kind: 'phrase' as const,
    text,
    query: await phraseQuery(text, dictionary),
    holds: literally({ phrases: [text] }),
  }));
  const excluded = query.excluded.map(async (text) => ({
    kind: 'excluded' as const,
    text,
    query: not(await phraseQuery(text, dictionary)),
    holds: null,
  }));
  return (
    await Promise.all([words, phrases, excluded, groups].map((each) => Promise.all<Condition>(each)))
  ).flat();
};

/** The first thing that keeps a publication from matching; null if it matches. */
export const explainMismatch = async (
  query: Query,
  seq: number,
  { engine, words, articles }: Sources,
): Promise<Mismatch | null> => {
  const [article] = await articles.getMany([seq]);
  if (article === undefined) return { kind: 'gone' };
  const { source, author } = article;
  const scope = queryScope(query, null);
  const byline = bylineOf(article);
  if (!passesSource(byline.source, scope)) return { kind: 'source', source };
  if (!passesAuthor(byline.author, scope)) return { kind: 'author', author };
  if (!passesScope(scope, byline)) return { kind: 'days' };
  const dictionary = await words.dictionary();
  for (const { kind, text, query: condition, holds } of await conditions(query, dictionary)) {
    const isFound = (await engine.percolate(condition, WHOLE_SCOPE, { seqs: [seq] })).length > 0;
    if (!isFound || holds?.(literalText(article)) === false) return { kind, text };
  }
  return null;
};
