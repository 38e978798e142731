/**
 * In: questions that wait for an answer, and the articles that came. Out: which article answers each. What the articles say
 * decides, by the same search and the same judgement as when a person asks; only those questions are asked whose rarest
 * words some new article holds.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isPastAsking } from '../domain/errors.ts';
import type { Query, QueryPiece } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { queryRequirements, queryScope, topicWords } from '../search/query-requirements.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import { all, any, anyForm, dayOfMs, type SearchQuery } from '../search/search-query.ts';
import { formsOf } from '../search/word-forms.ts';
import { answerQuestion } from './answer-question.ts';
import type { Archive } from './archive.ts';
import { mapInSlices } from './map-in-slices.ts';
import { percolate, type StoredQuery } from './percolate.ts';

export interface StandingQuestion {
  /** In the query language. */
  readonly text: string;
  /** What has to hold besides the text. */
  readonly also: readonly QueryPiece[];
  /** Articles up to here were there when it was asked. */
  readonly startSeq: number;
}

/** An article without these words is no answer to what was not answered before. */
const RAREST = 2;

/** What any article has to hold before the question is asked of it. */
const worthAsking = async (query: Query, dictionary: Dictionary): Promise<SearchQuery> => {
  const required = await queryRequirements(query, dictionary);
  if (query.words === '') return required;
  const rarest = (await formsOf(topicWords(query.words), dictionary))
    .filter(({ frequency }) => frequency > 0)
    .toSorted((a, b) => a.frequency - b.frequency)
    .slice(0, RAREST);
  return all([any(rarest.map(anyForm)), required]);
};

/** An older article may answer better what a new one answers as well. */
const LEADING = 3;

/** The new article that surely answers it, or null. */
const answeringArticle = async (
  { text, also, startSeq }: StandingQuestion,
  asOfMs: number,
  archive: Archive,
): Promise<number | null> => {
  const { verdict, excerpts } = await answerQuestion(text, { asOfMs, also }, archive);
  const later = excerpts.slice(0, LEADING).flatMap(({ seq }) => (seq > startSeq ? [seq] : []));
  if (verdict !== 'answered' || later.length === 0) return null;
  const articles = await archive.articles.getMany(later);
  return articles.find(({ arrival }) => arrival === 'new')?.seq ?? null;
};

const orNone = (error: unknown): null => {
  if (isPastAsking(error)) return null;
  throw error;
};

/** In the order of the questions. One that can no longer be asked (see `isPastAsking`) has no answer. */
export const answerStanding = async (
  questions: readonly StandingQuestion[],
  range: PublicationRange,
  asOfMs: number,
  archive: Archive,
): Promise<(number | null)[]> => {
  const dictionary = await archive.words.dictionary();
  const read = async ({ text, also }: StandingQuestion): Promise<StoredQuery> => {
    const query = parseQuery(text, asOfMs, also);
    return { query: await worthAsking(query, dictionary), scope: queryScope(query, dayOfMs(asOfMs)) };
  };
  const stored = await mapInSlices(questions, (question) => read(question).catch(orNone));
  const asked = stored.filter((query) => query !== null);
  const matches = await percolate(asked, range, archive, dictionary);
  const held: ReadonlySet<StoredQuery | null> = new Set(asked.filter((_, at) => matches[at]!.length > 0));
  const found: (number | null)[] = [];
  for (const [at, question] of questions.entries()) {
    const isHeld = held.has(stored[at]!);
    found.push(isHeld ? await answeringArticle(question, asOfMs, archive).catch(orNone) : null);
    // Other questions are answered in between.
    await nextTurn();
  }
  return found;
};
