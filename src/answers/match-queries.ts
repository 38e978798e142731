/**
 * In: stored queries (what subscriptions and alerts ask for) and publications. Out: which match, and why one does not. The
 * field calls this percolation. Words are matched by the engine, where they are already; phrases to the letter.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mismatch, Query } from '../domain/query.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { holdsPhrases } from '../search/holds-phrases.ts';
import { queryScope, topicQuery, topicWords } from '../search/query-requirements.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import { dayOf, passesScope, type SearchQuery, WHOLE_SCOPE } from '../search/search-query.ts';
import { phraseQuery, wordsQuery } from '../search/word-forms.ts';
import type { Archive } from './archive.ts';

type Sources = Pick<Archive, 'engine' | 'words' | 'articles'>;

/** Questions are answered between slices of this length. */
const SLICE_MS = 10;

/** Those of the publications whose texts hold the phrases to the letter. */
const holding = async (
  seqs: readonly number[],
  { phrases }: Query,
  { articles }: Sources,
): Promise<readonly number[]> => {
  if (phrases.length === 0 || seqs.length === 0) return seqs;
  const found = await articles.getMany(seqs);
  return found.filter(({ title, body }) => holdsPhrases(`${title}\n${body}`, phrases)).map(({ seq }) => seq);
};

/** Of the publications in the range those that each query matches, by number, in the order of the queries. */
export const matchQueries = async (
  queries: readonly Query[],
  range: PublicationRange,
  sources: Sources,
): Promise<(readonly number[])[]> => {
  const dictionary = await sources.words.dictionary();
  const matches: (readonly number[])[] = [];
  let sliceEndMs = performance.now() + SLICE_MS;
  for (const query of queries) {
    const topic = await topicQuery(query, dictionary);
    const found = await sources.engine.percolate(topic, queryScope(query, null), range);
    matches.push(await holding(found, query, sources));
    if (performance.now() < sliceEndMs) continue;
    await nextTurn();
    sliceEndMs = performance.now() + SLICE_MS;
  }
  return matches;
};

/** What a query asks of the words, in the order it is told. */
const conditions = async (
  query: Query,
  dictionary: Dictionary,
): Promise<{ readonly kind: 'word' | 'phrase' | 'excluded'; text: string; holds: SearchQuery }[]> => [
  ...(await Promise.all(
    topicWords(query.words).map(async (text) => ({
      kind: 'word' as const,
      text,
      holds: await wordsQuery([text], dictionary),
    })),
  )),
  ...query.phrases.map((text) => ({ kind: 'phrase' as const, text, holds: phraseQuery(text, dictionary) })),
  ...query.excluded.map((text) => ({
    kind: 'excluded' as const,
    text,
    holds: phraseQuery(text, dictionary),
  })),
];

/** The first thing that keeps a publication from matching; null where it matches. */
export const explainMismatch = async (
  query: Query,
  seq: number,
  { engine, words, articles }: Sources,
): Promise<Mismatch | null> => {
  const [article] = await articles.getMany([seq]);
  if (article === undefined) return { kind: 'gone' };
  const { source, published } = article;
  const scope = queryScope(query, null);
  const publication = { source: source.toLowerCase(), day: dayOf(published) };
  if (!passesScope({ ...scope, within: null }, publication)) return { kind: 'source', source };
  if (!passesScope(scope, publication)) return { kind: 'days' };
  const dictionary = await words.dictionary();
  for (const { kind, text, holds } of await conditions(query, dictionary)) {
    const isFound = (await engine.percolate(holds, WHOLE_SCOPE, { seqs: [seq] })).length > 0;
    const isHeld =
      isFound && (kind !== 'phrase' || holdsPhrases(`${article.title}\n${article.body}`, [text]));
    if (isHeld === (kind === 'excluded')) return { kind, text };
  }
  return null;
};
