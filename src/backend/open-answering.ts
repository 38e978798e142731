/** In: articles, and which engine is to find them. Out: answers over them, in this thread. */

import { answerQuestion } from '../answers/answer-question.ts';
import { answerStanding } from '../answers/answer-standing.ts';
import type { Archive } from '../answers/archive.ts';
import { countArrivals } from '../answers/count-arrivals.ts';
import { explainMismatch, matchQueries } from '../answers/match-queries.ts';
import { Scratch } from '../answers/ranking/scratch.ts';
import { TermKinds } from '../answers/ranking/term-kinds.ts';
import { searchArticles } from '../answers/search-articles.ts';
import { createTitleSuggestions, type TitleSuggestions } from '../answers/suggest-titles.ts';
import { checkQuote } from '../coverage/check-quote.ts';
import {
  readComparison,
  readStory,
  readStoryComparison,
  readTimeline,
  readTopicStory,
} from '../coverage/cover.ts';
import { type Audience, EVERYONE } from '../domain/audience.ts';
import type { ForwardIndex } from '../search/forward-index.ts';
import { hearingDictionary } from '../search/hearing-dictionary.ts';
import { hearingEngine } from '../search/hearing-engine.ts';
import { createMinisearchEngine } from '../search/minisearch-engine.ts';
import type { ArticleReader, SearchableArticles } from '../store/article-store.ts';
import type { Answering, EngineName, Questions } from './backend.ts';

const askOf = (archive: Archive, articles: ArticleReader, titles: TitleSuggestions): Questions => ({
  async answer(text, options) {
    const startMs = performance.now();
    const answer = await answerQuestion(text, options, archive);
    return { ...answer, progress: null, tookMs: performance.now() - startMs };
  },
  search: (text, options) => searchArticles(text, options, archive),
  suggestTitles: (text, limit) => titles.suggest(text, limit, archive),
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
});

/** `articles`, all there are, are closed with it. */
export const openAnswering = (articles: SearchableArticles, engineName: EngineName = 'sqlite'): Answering => {
  const { engine: stored, words } = articles.openEngine();
  const engine = engineName === 'minisearch' ? createMinisearchEngine(articles) : stored;
  const [kinds, scratch] = [new TermKinds(), new Scratch()];
  const titles = createTitleSuggestions(articles);
  /** The one place where it is decided what an answer is made from. */
  const hearing = (audience: Audience): Questions => {
    const heard = articles.hearing(audience);
    const hears = hearingEngine(engine, audience);
    const hearingWords: ForwardIndex = {
      words: (seqs) => words.words(seqs),
      dictionary: async () => hearingDictionary(await words.dictionary(), hears),
    };
    return askOf({ engine: hears, words: hearingWords, articles: heard, kinds, scratch }, heard, titles);
  };
  return { ...hearing(EVERYONE), hearing, close: () => articles.close() };
};
