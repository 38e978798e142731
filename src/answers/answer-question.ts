/**
 * In: a question and its clock. Out: the `Answer`: the question is read and planned, candidate articles found, their
 * best passages ranked and quoted, and what was not found said.
 */
import type { Answer, AnswerOptions, ArticleRef, Excerpt } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import { hasSubject } from '../query/subject.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { type DocumentFilter, passesFilter } from '../search/document-filter.ts';
import { type Candidates, findCandidates } from '../search/find-candidates.ts';
import type { TitleIndex } from '../search/title-index.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { browseNewest } from './browse-newest.ts';
import { correctSpelling } from './correct-spelling.ts';
import { findHolders, type Holders } from './find-holders.ts';
import { judgePassages } from './judge-passages.ts';
import { nameArticles } from './name-articles.ts';
import { planQuestion, type QuestionPlan } from './plan-question.ts';
import { clockDay, createFilter } from './question-filter.ts';
import { quotePassages } from './quote-passages.ts';
import { rankPassages } from './rank-passages.ts';
import { survey } from './survey.ts';
import { titledLike } from './title-first.ts';

/** What answering needs: the index, and the store it was made from. */
export interface Newsroom {
  readonly index: ArticleIndex;
  readonly titles: TitleIndex;
  readonly articles: Pick<ArticleReader, 'getMany' | 'copiesOfMany'>;
}

/** Articles read closely for one question; of real questions, 20 answer as many as 150. */
export const CANDIDATES = 40;
/** Fewer where phrases are quoted, since the text of each has to be read: the best that hold them, of so many. */
const PHRASE_CANDIDATES = 30;
const PHRASE_DEPTH = 2_000;
const EXCERPTS = 5;
/** Unknown words looked up in one question, the first ones: each takes tens of milliseconds. */
const CORRECTED_WORDS = 8;
const NEAREST_TITLES = 3;

interface Correction {
  readonly word: string;
  readonly suggestion: string;
}

const correct = async (missing: readonly string[], newsroom: Newsroom): Promise<Correction[]> => {
  const corrections: Correction[] = [];
  for (const word of missing.slice(0, CORRECTED_WORDS)) {
    const suggestion = await correctSpelling(word, newsroom);
    if (suggestion !== null) corrections.push({ word, suggestion });
  }
  return corrections;
};

const withCorrections = (query: Query, corrections: readonly Correction[]): Query => ({
  ...query,
  words: corrections.reduce(
    (words, { word, suggestion }) => words.replace(word, () => suggestion),
    query.words,
  ),
});

type Matched = Candidates & Pick<Answer, 'isPartial'>;

/**
 * Candidates whose text holds the quoted phrases to the letter, as many as are read closely. Of those that match only
 * the texts read are counted; where none of them holds the phrases, of the other candidates.
 */
const literally = async (query: Query, found: Candidates, newsroom: Newsroom): Promise<Matched> => {
  if (query.phrases.length === 0) return { ...found, isPartial: false };
  const documents = found.list.map(({ document }) => document);
  const isEnough = (holders: Holders) => holders.documents.length >= PHRASE_CANDIDATES;
  const holders = await findHolders(documents, query.phrases, isEnough, newsroom);
  const holding = new Set(holders.documents.slice(0, PHRASE_CANDIDATES));
  const list = found.list.filter(({ document }) => holding.has(document));
  const read = new Set(documents.slice(0, holders.read));
  const wanted = new Set(found.matching);
  const best = holders.documents.filter((document) => wanted.has(document));
  const [matching, among] = best.length > 0 ? [best, found.matching] : [holders.documents, documents];
  const isCut = matching !== best && documents.length === PHRASE_DEPTH;
  const isPartial = isCut || !among.every((document) => read.has(document));
  return { list, matching, matched: matching.length, isPartial };
};

/** The articles whose titles come nearest, of those that may be shown and are not quoted already. */
const nearestTitles = async (
  { terms }: QuestionPlan,
  quoted: readonly Excerpt[],
  filter: DocumentFilter,
  newsroom: Newsroom,
): Promise<ArticleRef[]> => {
  const { index, titles } = newsroom;
  // A title near a phrase that stands nowhere may be just what is meant; one with a word left out never is.
  const passes = passesFilter(index, { ...filter, phrases: [] });
  const documents = titles
    .nearest(
      terms.map(({ word }) => word),
      NEAREST_TITLES * 4,
    )
    .map((seq) => index.documentOf(seq))
    .filter(passes);
  const named = await nameArticles(documents, filter, newsroom);
  return named.filter(({ seq }) => !quoted.some((excerpt) => excerpt.seq === seq)).slice(0, NEAREST_TITLES);
};

/** To words that stand in every article, any of them would be as good an answer. */
const NOTHING = {
  asked: 'nothing',
  verdict: 'none',
  confidence: 0,
  excerpts: [],
  matchedArticles: 0,
  isPartial: false,
  missing: [],
  unquoted: [],
  corrections: [],
  nearest: [],
} as const;

/** What was found out about a question before anything is quoted. */
export interface Finding {
  readonly plan: QuestionPlan;
  readonly filter: DocumentFilter;
  readonly candidates: Candidates;
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}

/**
 * Plans the question and finds its candidates, of which not all may hold quoted phrases to the letter. A slip is forgiven
 * only where no article holds the word.
 */
export const investigate = async (
  query: Query,
  options: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
  newsroom: Newsroom,
  limit: number = query.phrases.length > 0 ? PHRASE_DEPTH : CANDIDATES,
): Promise<Finding> => {
  const { index } = newsroom;
  const day = clockDay(options.asOfMs);
  const asked = planQuestion(query, index, day);
  const corrections = await correct(asked.missing, newsroom);
  const plan =
    corrections.length === 0 ? asked : planQuestion(withCorrections(query, corrections), index, day);
  const filter = createFilter(query, index, options);
  const candidates = findCandidates(index, plan.terms, filter, day, limit);
  return { plan, filter, corrections, missing: asked.missing, candidates };
};

/** An answer but for what only the caller knows. */
export type AnswerDraft = Omit<Answer, 'progress' | 'tookMs'>;

/**
 * Answers from what is in the index at that moment. `progress` and `tookMs` are the caller's to fill in.
 * @throws DatelineError `invalid` where the question cannot be read.
 */
export const answerQuestion = async (
  text: string,
  options: AnswerOptions,
  newsroom: Newsroom,
): Promise<AnswerDraft> => {
  const query = parseQuery(text, options.asOfMs);
  const { limit = EXCERPTS } = options;
  const { plan, filter, missing, corrections, ...found } = await investigate(query, options, newsroom);
  const searched = survey(newsroom.index, filter);
  if (query.phrases.length === 0 && !hasSubject(query.words))
    return query.words === ''
      ? browseNewest(query, { plan, filter, limit }, newsroom)
      : { query, ...NOTHING, searched };
  const candidates = await literally(query, found.candidates, newsroom);
  const ranked = rankPassages(plan, candidates.list, newsroom.index);
  const titled = titledLike(plan, candidates.list, newsroom.index);
  const { passages, ...judgement } = judgePassages(query, plan, ranked, titled, newsroom.index);
  const { verdict } = judgement;
  const excerpts = await quotePassages(passages, plan, filter, limit, newsroom);
  const shown = verdict === 'none' ? [] : excerpts;
  return {
    query,
    ...judgement,
    excerpts,
    matchedArticles: candidates.matched,
    isPartial: candidates.isPartial,
    missing,
    corrections,
    nearest:
      verdict !== 'answered' && hasSubject(query.words)
        ? await nearestTitles(plan, shown, filter, newsroom)
        : [],
    searched,
  };
};
