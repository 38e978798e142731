/** In: articles, and which engine is to find them. Out: answers over them, in this thread. */

import { answerQuestion } from '../answers/answer-question.ts';
import { answerStanding } from '../answers/answer-standing.ts';
import type { Archive } from '../answers/archive.ts';
import { countArrivals } from '../answers/count-arrivals.ts';
import { explainMismatch, matchQueries } from '../answers/match-queries.ts';
import { Scratch } from '../answers/ranking/scratch.ts';
import { TermKinds } from '../answers/ranking/term-kinds.ts';
import { searchArticles } from '../answers/search-articles.ts';
import { createTitleSuggestions } from '../answers/suggest-titles.ts';
import { checkQuote } from '../coverage/check-quote.ts';
import {
  readComparison,
  readStory,
  readStoryComparison,
  readTimeline,
  readTopicStory,
} from '../coverage/cover.ts';
import { createMinisearchEngine } from '../search/minisearch-engine.ts';
import type { SqliteArticleReader } from '../store/sqlite-article-reader.ts';
import type { Answering, EngineName } from './backend.ts';

/** `articles` are closed with it. */
export const openAnswering = (
  articles: SqliteArticleReader,
  engineName: EngineName = 'sqlite',
): Answering => {
  const { engine: sqlite, words } = articles.openSearch();
  const engine = engineName === 'minisearch' ? createMinisearchEngine(articles) : sqlite;
  const archive: Archive = { engine, words, articles, kinds: new TermKinds(), scratch: new Scratch() };
  const titles = createTitleSuggestions(articles, archive);
  return {
    async answer(text, options) {
      const startMs = performance.now();
      const answer = await answerQuestion(text, options, archive);
      return { ...answer, progress: null, tookMs: performance.now() - startMs };
    },
    search: (text, options) => searchArticles(text, options, archive),
    suggestTitles: (text, limit) => titles.suggest(text, limit),
    match: (queries, range) => matchQueries(queries, range, archive),
    mismatch: (query, seq) => explainMismatch(query, seq, archive),
    countArrivals: (queries, nowMs) => countArrivals(queries, nowMs, { ...archive, articles }),
    answerStanding: (questions, range, asOfMs) => answerStanding(questions, range, asOfMs, archive),
    story: (seq, { asOfMs }) => readStory(seq, asOfMs, archive),
    topicStory: (topic, { asOfMs }) => readTopicStory(topic, asOfMs, archive),
    timeline: (topic, options) => readTimeline(topic, options, archive),
    compare: (topic, options) => readComparison(topic, options, archive),
    compareStory: (seq, { asOfMs }) => readStoryComparison(seq, asOfMs, archive),
    checkQuote: (quote, options) => checkQuote(quote, options, archive),
    close: () => articles.close(),
  };
};
