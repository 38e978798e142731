/**
 * In: stored queries (what subscriptions and alerts ask for) and publications. Out: which match, and why one does not. The
 * field calls this percolation. Words are matched by the engine, where they are already; phrases to the letter.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Mismatch, passesAuthor, passesSource, type Query } from '../domain/query.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { type LiteralCheck, literalCheck } from '../search/literal-check.ts';
import { clauseQuery, queryScope, topicQuery, topicWords } from '../search/query-requirements.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import { bylineOf, not, passesScope, type SearchQuery, WHOLE_SCOPE } from '../search/search-query.ts';
import { phraseQuery, wordsQuery } from '../search/word-forms.ts';
import type { Archive } from './archive.ts';

type Sources = Pick<Archive, 'engine' | 'words' | 'articles'>;

/** Questions are answered between slices of this length. */
const SLICE_MS = 10;
/** Texts in memory at once. */
const READ_TOGETHER = 200;

/** Those of the publications whose texts hold the phrases to the letter. */
const holding = async (
  seqs: readonly number[],
  query: Query,
  dictionary: Dictionary,
  { articles }: Sources,
): Promise<readonly number[]> => {
  const holds = seqs.length === 0 ? null : literalCheck(query, dictionary);
  if (holds === null) return seqs;
  const found: number[] = [];
  for (let at = 0; at < seqs.length; at += READ_TOGETHER) {
    const texts = await articles.getMany(seqs.slice(at, at + READ_TOGETHER));
    for (const text of texts) if (holds(text)) found.push(text.seq);
    await nextTurn();
  }
  return found;
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
    matches.push(await holding(found, query, dictionary, sources));
    if (performance.now() < sliceEndMs) continue;
    await nextTurn();
    sliceEndMs = performance.now() + SLICE_MS;
  }
  return matches;
};

interface Condition {
  readonly kind: 'word' | 'phrase' | 'excluded' | 'group';
  readonly text: string;
  /** Holds where the condition does, phrases aside. */
  readonly query: SearchQuery;
  readonly holds: LiteralCheck | null;
}

/** What a query asks of the words, in the order it is told. */
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
  return [
    ...(await Promise.all(words)),
    ...query.phrases.map((text) => ({
      kind: 'phrase' as const,
      text,
      query: phraseQuery(text, dictionary),
      holds: literally({ phrases: [text] }),
    })),
    ...query.excluded.map((text) => ({
      kind: 'excluded' as const,
      text,
      query: not(phraseQuery(text, dictionary)),
      holds: null,
    })),
    ...(await Promise.all(groups)),
  ];
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
    if (!isFound || holds?.(article) === false) return { kind, text };
  }
  return null;
};
