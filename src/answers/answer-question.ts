/**
 * In: a question and its clock. Out: the `Answer`: the question is read and planned, candidate articles found, their
 * best passages ranked and quoted, and what was not found said.
 */
import type { Answer, AnswerOptions, ArticleRef, Excerpt, Verdict } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { type DocumentFilter, passesFilter } from '../search/document-filter.ts';
import { type Candidates, findCandidates } from '../search/find-candidates.ts';
import type { TitleIndex } from '../search/title-index.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { confidenceOf, MISS_BELOW, WEAK_BELOW } from './confidence-of.ts';
import { correctSpelling } from './correct-spelling.ts';
import { findHolders, type Holders } from './find-holders.ts';
import { makeExcerpt, toRef } from './make-excerpt.ts';
import { planQuestion, type QuestionPlan } from './plan-question.ts';
import { clockDay, createFilter } from './question-filter.ts';
import { type RankedPassage, rankPassages } from './rank-passages.ts';
import { survey } from './survey.ts';
import { titleFirst } from './title-first.ts';

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
const NEAREST_TITLES = 3;

interface Correction {
  readonly word: string;
  readonly suggestion: string;
}

const correct = async (missing: readonly string[], newsroom: Newsroom): Promise<Correction[]> => {
  const corrections: Correction[] = [];
  for (const word of missing) {
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

/** Candidates whose text holds the quoted phrases to the letter, as many as are read closely. */
const literally = async (query: Query, found: Candidates, newsroom: Newsroom): Promise<Candidates> => {
  if (query.phrases.length === 0) return found;
  const documents = found.list.map(({ document }) => document);
  const isEnough = (holders: Holders) => holders.documents.length >= PHRASE_CANDIDATES;
  const holders = await findHolders(documents, query.phrases, isEnough, newsroom);
  const failing = new Set(documents.slice(0, holders.read));
  for (const document of holders.documents) failing.delete(document);
  const holding = new Set(holders.documents.slice(0, PHRASE_CANDIDATES));
  const list = found.list.filter(({ document }) => holding.has(document));
  const matching = found.matching.filter((document) => !failing.has(document));
  return { list, matching, matched: matching.length };
};

const quote = async (
  passages: readonly RankedPassage[],
  plan: QuestionPlan,
  limit: number,
  { index, articles }: Newsroom,
): Promise<Excerpt[]> => {
  const wanted = new Set(plan.terms.flatMap(({ ids }) => ids));
  const seqs = [...new Set(passages.map(({ document }) => index.document(document)!.seq))];
  const bySeq = new Map((await articles.getMany(seqs)).map((article) => [article.seq, article]));
  const copies = await articles.copiesOfMany(seqs);
  const excerpts: Excerpt[] = [];
  for (const passage of passages) {
    const article = bySeq.get(index.document(passage.document)?.seq ?? -1);
    if (article === undefined || excerpts.length === limit) continue;
    const excerpt = makeExcerpt(passage, article, index, wanted, copies.get(article.seq) ?? []);
    if (excerpt !== null) excerpts.push(excerpt);
  }
  return excerpts;
};

/** The articles whose titles come nearest, of those that may be shown and are not quoted already. */
const nearestTitles = async (
  { terms }: QuestionPlan,
  quoted: readonly Excerpt[],
  filter: DocumentFilter,
  { index, titles, articles }: Newsroom,
): Promise<ArticleRef[]> => {
  // A title near a phrase that stands nowhere may be just what is meant; one with a word left out never is.
  const passes = passesFilter(index, { ...filter, phrases: [] });
  const seqs = titles
    .nearest(
      terms.map(({ word }) => word),
      NEAREST_TITLES * 4,
    )
    .filter((seq) => passes(index.documentOf(seq)) && !quoted.some((excerpt) => excerpt.seq === seq));
  return (await articles.getMany(seqs.slice(0, NEAREST_TITLES))).map(toRef);
};

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Without a name it asks about, or half of its words, what was found may be about something else, however it fits. */
const isDoubtful = ({ missing, terms }: QuestionPlan): boolean =>
  missing.some(isName) || missing.length * 2 >= terms.length;

const verdictOf = (confidence: number, excerpts: readonly Excerpt[], plan: QuestionPlan): Verdict => {
  if (excerpts.length === 0 || confidence < MISS_BELOW) return 'none';
  return confidence < WEAK_BELOW || isDoubtful(plan) ? 'weak' : 'answered';
};

/** What was found out about a question before anything is quoted. */
interface Finding {
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

/**
 * Answers from what is in the index at that moment. `progress` and `tookMs` are the caller's to fill in.
 * @throws DatelineError `invalid` where the question cannot be read.
 */
export const answerQuestion = async (
  text: string,
  options: AnswerOptions,
  newsroom: Newsroom,
): Promise<Omit<Answer, 'progress' | 'tookMs'>> => {
  const query = parseQuery(text, options.asOfMs);
  const { plan, filter, missing, corrections, ...found } = await investigate(query, options, newsroom);
  const candidates = await literally(query, found.candidates, newsroom);
  const ranked = rankPassages(plan, candidates.list, newsroom.index);
  const confidence = confidenceOf(plan, ranked);
  const passages = titleFirst(ranked, query, plan, newsroom.index);
  const excerpts = await quote(passages, plan, options.limit ?? EXCERPTS, newsroom);
  const verdict = verdictOf(confidence, excerpts, plan);
  return {
    query,
    verdict,
    confidence,
    excerpts,
    matchedArticles: candidates.matched,
    missing,
    corrections,
    nearest:
      verdict === 'answered'
        ? []
        : await nearestTitles(plan, verdict === 'weak' ? excerpts : [], filter, newsroom),
    searched: survey(newsroom.index, filter),
  };
};
