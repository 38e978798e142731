/**
 * In: a query and what was found out about it. Out: the passages that may answer it, best first, and the verdict on them:
 * finds candidate articles, ranks their passages and judges the best.
 */
import type { Answer } from '../domain/answer.ts';
import { archiveEndMs } from '../domain/archive-end.ts';
import { DAY_MS } from '../domain/durations.ts';
import type { Query } from '../domain/query.ts';
import type { LiteralCheck } from '../search/literal-check.ts';
import { all, anyForm, dayOfMs } from '../search/search-query.ts';
import { titleIds } from '../search/sentence-table.ts';
import type { Archive } from './archive.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import type { Finding } from './investigate.ts';
import { type Judgement, judgePassages } from './judge-passages.ts';
import { type PhraseMatches, phraseMatches } from './phrase-matches.ts';
import type { QuestionPlan } from './plan-question.ts';
import { readFavour } from './ranking/favour-windows.ts';
import { modelFor } from './ranking/model.ts';
import { rankPassages } from './ranking/rank-passages.ts';
import { isWorthALook } from './second-look.ts';
import { titledLike } from './title-first.ts';

/** Articles read closely for one question; of real questions, 20 answer as many as 150. */
export const CANDIDATES = 40;
/** If phrases are quoted, the text of each has to be read: the best that hold them are taken from this many. */
const PHRASE_CANDIDATES = 30;
const PHRASE_DEPTH = 2_000;

/**
 * To count the articles that hold every word of a longer question takes a tenth of its time over 26,000 articles, and tells little:
 * half of them have one to twenty.
 */
const COUNTED_TERMS = 4;

type Matching = Pick<Answer, 'matchedArticles' | 'isPartial'>;

interface Matched {
  readonly candidates: readonly Candidate[];
  countMatching(): Promise<Matching>;
}

/** Whether a candidate holds at least half of the question, by weight. */
const holdsHalf = ({ mask }: Candidate, { terms, totalIdf }: Finding['plan']): boolean =>
  terms.reduce((sum, { idf }, bit) => ((mask >>> bit) & 1 ? sum + idf : sum), 0) >= totalIdf / 2;

const holdsAll = ({ mask }: Candidate, { terms }: Finding['plan']): boolean =>
  terms.every(({ isOptional }, bit) => isOptional || (mask >>> bit) & 1);

/**
 * How many articles hold every word, or half of them if none does. Of few words they are counted in the index; of more, and of
 * half of them, among the candidates: there may be others.
 */
const countMatching = async (
  candidates: readonly Candidate[],
  { plan, must, scope }: Finding,
  { engine }: Archive,
): Promise<Matching> => {
  if (candidates.length === 0) return { matchedArticles: 0, isPartial: false };
  const holders = candidates.filter((candidate) => holdsAll(candidate, plan)).length;
  const required = plan.terms.filter(({ isOptional }) => !isOptional);
  if (holders > 0 && required.length <= COUNTED_TERMS) {
    const page = { order: 'relevance', offset: 0, limit: 0, asOfDay: plan.asOfDay } as const;
    const { total } = await engine.page(all([...required.map(anyForm), must]), scope, page);
    return { matchedArticles: total, isPartial: false };
  }
  const half = candidates.filter((candidate) => holdsHalf(candidate, plan)).length;
  return {
    matchedArticles: holders || half || candidates.length,
    isPartial: candidates.length === CANDIDATES,
  };
};

const findMatching = async (finding: Finding, archive: Archive): Promise<Matched> => {
  const { plan, must, scope, dictionary } = finding;
  const request = { scope, asOfDay: plan.asOfDay, limit: CANDIDATES };
  const candidates = await findCandidates(plan.terms, must, request, dictionary, archive);
  return { candidates, countMatching: () => countMatching(candidates, finding, archive) };
};

/** Candidates whose text passes the check. Of those that match, the texts read are counted. */
const findHolding = async (holds: LiteralCheck, finding: Finding, archive: Archive): Promise<Matched> => {
  const { plan, must, scope, dictionary } = finding;
  const request = { scope, asOfDay: plan.asOfDay, limit: PHRASE_DEPTH };
  const found = await findCandidates(plan.terms, must, request, dictionary, archive);
  const seqs = found.map(({ words }) => words.seq);
  const isEnough = (holders: PhraseMatches): boolean => holders.seqs.length >= PHRASE_CANDIDATES;
  const holders = await phraseMatches(seqs, holds, isEnough, archive.articles);
  const holding = new Set(holders.seqs.slice(0, PHRASE_CANDIDATES));
  return {
    candidates: found.filter(({ words }) => holding.has(words.seq)),
    countMatching: async () => ({
      matchedArticles: holders.seqs.length,
      isPartial: holders.read < seqs.length || seqs.length === PHRASE_DEPTH,
    }),
  };
};

/** Whether the title has every word: the article is about what is asked for. */
const isTitled = ({ words }: Candidate, { terms }: QuestionPlan): boolean => {
  const title = titleIds(words);
  return terms.every(({ ids }) => ids.some((id) => title.includes(id)));
};

/**
 * The latest of a storm that is long over counts from the newest article about it, as that of an archive that ended does from
 * its newest: to somebody who asks months later, the days between its articles would count for nothing.
 */
const fromItsEnd = (plan: QuestionPlan, candidates: readonly Candidate[]): QuestionPlan => {
  const days = candidates.flatMap((candidate) => (isTitled(candidate, plan) ? (candidate.day ?? []) : []));
  const endMs = days.length === 0 ? null : archiveEndMs(Math.max(...days) * DAY_MS, plan.asOfDay * DAY_MS);
  return endMs === null ? plan : { ...plan, asOfDay: dayOfMs(endMs) };
};

export interface FoundPassages {
  /** What they were ranked by: of the latest of what is long over, ages count from the newest article about it. */
  readonly plan: QuestionPlan;
  readonly judgement: Judgement;
  /** The articles read closely, best first. */
  readonly candidates: readonly Candidate[];
  /** Whether the best excerpts are to be looked at again: how they are written says more than their order. */
  readonly usesSecondLook: boolean;
  /** May ask the engine: to be called while something else is waited for. */
  countMatching(): Promise<Matching>;
}

export const findPassages = async (
  query: Query,
  finding: Finding,
  archive: Archive,
): Promise<FoundPassages> => {
  const { holds, dictionary, plan: asked } = finding;
  const kinds = await archive.kinds.read(dictionary, asked.language);
  const { candidates, countMatching: count } = await (holds === null
    ? findMatching(finding, archive)
    : findHolding(holds, finding, archive));
  const plan = query.intent.kind === 'latest' ? fromItsEnd(asked, candidates) : asked;
  const favour = await readFavour(query.intent, plan.language, dictionary);
  const context = { dictionary, kinds, scratch: archive.scratch };
  const ranked = rankPassages(plan, candidates, context, modelFor(plan.language), favour);
  const titled = titledLike(plan, candidates, kinds);
  const judgement = judgePassages(query, plan, ranked, titled);
  const usesSecondLook = isWorthALook(plan) && titled.length === 0;
  return { plan, judgement, candidates, usesSecondLook, countMatching: count };
};
