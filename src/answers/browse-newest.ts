/** In: a query of filters alone. Out: its answer: how the newest articles that pass begin, or that there are none. */
import type { Query } from '../domain/query.ts';
import { browse, type DocumentFilter } from '../search/document-filter.ts';
import type { AnswerDraft, Newsroom } from './answer-question.ts';
import { openingPassage } from './opening-passage.ts';
import type { QuestionPlan } from './plan-question.ts';
import { quotePassages } from './quote-passages.ts';
import { survey } from './survey.ts';

interface Browsing {
  /** A plan without terms: nothing is marked. */
  readonly plan: QuestionPlan;
  readonly filter: DocumentFilter;
  /** Excerpts at most. */
  readonly limit: number;
}

/** Newest first, days unknown last; `matchedArticles` counts all that pass. Where none does, nothing is quoted. */
export const browseNewest = async (
  query: Query,
  { plan, filter, limit }: Browsing,
  newsroom: Newsroom,
): Promise<AnswerDraft> => {
  const { index } = newsroom;
  const documents = browse(index, filter);
  const passages = documents
    .slice(0, limit)
    .flatMap((document, place) => openingPassage(document, index, -place) ?? []);
  const isFound = documents.length > 0;
  return {
    query,
    asked: 'filters',
    verdict: isFound ? 'answered' : 'none',
    confidence: isFound ? 1 : 0,
    excerpts: await quotePassages(passages, plan, filter, limit, newsroom),
    matchedArticles: documents.length,
    isPartial: false,
    missing: [],
    unquoted: [],
    corrections: [],
    nearest: [],
    searched: survey(index, filter),
  };
};
