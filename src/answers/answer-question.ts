/**
 * In: a question and its clock. Out: the `Answer`: parses and plans the question, finds candidate articles, ranks and
 * quotes passages, and lists what was not found.
 */
import type { Answer, AnswerDraft, AnswerOptions, Excerpt, Verdict } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import { hasSubject } from '../query/subject.ts';
import type { LiteralCheck } from '../search/literal-check.ts';
import { queryRequirements } from '../search/query-requirements.ts';
import { all, anyForm } from '../search/search-query.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import type { Archive } from './archive.ts';
import { archiveClock } from './archive-clock.ts';
import { browseNewest } from './browse-newest.ts';
import { countSearched } from './count-searched.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { type Finding, investigate } from './investigate.ts';
import { type Judgement, judgePassages } from './judge-passages.ts';
import { nearestTitles } from './nearest-titles.ts';
import { type PhraseMatches, phraseMatches } from './phrase-matches.ts';
import type { QuestionPlan } from './plan-question.ts';
import { questionScope } from './question-scope.ts';
import { quotePassages } from './quote-passages.ts';
import { readFavour } from './ranking/favour-windows.ts';
import { PASSAGE_MODEL } from './ranking/model.ts';
import { rankPassages } from './ranking/rank-passages.ts';
import { isWorthALook, lookAgain, mayAnswer } from './second-look.ts';
import { tellInOrder } from './tell-in-order.ts';
import { titledLike } from './title-first.ts';
import { withoutDays } from './without-days.ts';

/** Articles read closely for one question; of real questions, 20 answer as many as 150. */
export const CANDIDATES = 40;
/** Where phrases are quoted, the text of each has to be read: the best that hold them, of so many. */
const PHRASE_CANDIDATES = 30;
const PHRASE_DEPTH = 2_000;
const EXCERPTS = 5;
/** Excerpts that are looked at again, to choose from. */
const LOOKED_AT = 10;
const ERRAND_SURE = 0.8;

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

interface Matched extends Pick<Answer, 'matchedArticles' | 'isPartial'> {
  readonly candidates: readonly Candidate[];
}

/** Whether a candidate holds at least half of the question, by weight. */
const holdsHalf = ({ mask }: Candidate, { terms, totalIdf }: Finding['plan']): boolean =>
  terms.reduce((sum, { idf }, bit) => ((mask >>> bit) & 1 ? sum + idf : sum), 0) >= totalIdf / 2;

/** How many articles hold every word. Where none does, those of the candidates that hold half of them: there may be more. */
const countMatching = async (
  candidates: readonly Candidate[],
  { plan, must, scope }: Finding,
  { engine }: Archive,
): Promise<Omit<Matched, 'candidates'>> => {
  const page = { order: 'relevance', offset: 0, limit: 0, asOfDay: plan.asOfDay } as const;
  const required = plan.terms.filter(({ isOptional }) => !isOptional);
  const { total } = await engine.page(all([...required.map(anyForm), must]), scope, page);
  if (total > 0 || candidates.length === 0) return { matchedArticles: total, isPartial: false };
  const half = candidates.filter((candidate) => holdsHalf(candidate, plan)).length;
  return { matchedArticles: half || candidates.length, isPartial: candidates.length === CANDIDATES };
};

const findMatching = async (finding: Finding, archive: Archive): Promise<Matched> => {
  const { plan, must, scope, dictionary } = finding;
  const request = { scope, asOfDay: plan.asOfDay, limit: CANDIDATES };
  const candidates = await findCandidates(plan.terms, must, request, dictionary, archive);
  return { candidates, ...(await countMatching(candidates, finding, archive)) };
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
    matchedArticles: holders.seqs.length,
    isPartial: holders.read < seqs.length || seqs.length === PHRASE_DEPTH,
  };
};

/** Bare keywords are found or not; all else can be answered better or worse. */
const isOpen = (asked: Answer['asked'], { intent }: Query): boolean =>
  asked === 'question' || intent.kind !== 'fact';

/** The verdict, no surer than what the first excerpt tells. How numbers and days are written is known of English alone. */
const verdictOn = (
  { asked, verdict }: Pick<Judgement, 'asked' | 'verdict'>,
  first: Excerpt | undefined,
  plan: QuestionPlan,
): Verdict => {
  const isChecked = verdict === 'answered' && asked === 'question' && plan.language === DEFAULT_LANGUAGE;
  return isChecked && first !== undefined && !mayAnswer(first, plan) ? 'weak' : verdict;
};

/** The answer to words that ask nothing. */
const sayNothing = async (
  query: Query,
  asked: Answer['asked'],
  options: AnswerOptions,
  { engine }: Archive,
): Promise<AnswerDraft> => ({
  query,
  ...NOTHING,
  asked,
  searched: await countSearched(engine, await questionScope(query, engine, options)),
});

/**
 * Answers from what can be found at that moment. `progress` and `tookMs` are the caller's to fill in.
 * @throws DatelineError `invalid` where the question cannot be read, `not_found` where it names an unknown source or author.
 */
export const answerQuestion = async (
  text: string,
  options: AnswerOptions,
  archive: Archive,
): Promise<Omit<Answer, 'progress' | 'tookMs'>> => {
  const { asOfMs, countedFrom } = await archiveClock(archive.engine, options);
  const counted = { ...options, asOfMs };
  const query = parseQuery(text, asOfMs);
  const undated =
    query.words === ''
      ? await withoutDays(query, await questionScope(query, archive.engine, counted), archive.engine)
      : null;
  const draft = undated === null ? null : await answerQuery(undated, counted, archive);
  return { ...(isFound(draft) ? draft : await answerQuery(query, counted, archive)), countedFrom };
};

const isFound = (draft: AnswerDraft | null): draft is AnswerDraft =>
  draft !== null && draft.verdict !== 'none';

const answerQuery = async (query: Query, options: AnswerOptions, archive: Archive): Promise<AnswerDraft> => {
  const { limit = EXCERPTS } = options;
  if (query.intent.kind === 'talk') return sayNothing(query, 'talk', options, archive);
  const finding = await investigate(query, options, archive);
  const { plan, scope, must, holds, dictionary, missing, corrections } = finding;
  if (query.words === '' || (query.phrases.length + query.groups.length === 0 && !hasSubject(query.words)))
    return query.words === ''
      ? browseNewest(query, { must, scope, limit }, archive)
      : { query, ...NOTHING, searched: await countSearched(archive.engine, scope) };
  const kinds = await archive.kinds.read(dictionary);
  const { candidates, ...matched } = await (holds === null
    ? findMatching(finding, archive)
    : findHolding(holds, finding, archive));
  const favour = await readFavour(query.intent, dictionary);
  const context = { dictionary, kinds, scratch: archive.scratch };
  const ranked = rankPassages(plan, candidates, context, PASSAGE_MODEL, favour);
  const titled = titledLike(plan, candidates, kinds);
  const { passages, judged: alike, ...judged } = judgePassages(query, plan, ranked, titled);
  // Recipes and the time of day are no news, but articles may hold them all the same.
  if (query.intent.kind === 'errand' && (judged.verdict !== 'answered' || judged.confidence < ERRAND_SURE))
    return sayNothing(query, 'talk', options, archive);
  const isTimeline = query.intent.kind === 'timeline';
  const looksTell = isWorthALook(plan) && isOpen(judged.asked, query) && titled.length === 0;
  const depth = looksTell || isTimeline ? LOOKED_AT : limit;
  const quoted = await quotePassages(passages, plan, depth, archive);
  const excerpts = [quoted.slice(0, alike), quoted.slice(alike)]
    .flatMap((some) => {
      const best = looksTell ? lookAgain(some, plan, query.intent, query.sought) : some;
      return isTimeline ? tellInOrder(best, limit) : best;
    })
    .slice(0, limit);
  const judgement = { ...judged, verdict: verdictOn(judged, excerpts[0], plan) };
  const { verdict } = judgement;
  const isLacking = verdict !== 'answered' && hasSubject(query.words);
  const shown = new Set(verdict === 'none' ? [] : excerpts.map(({ seq }) => seq));
  // A title near a phrase that stands nowhere may be just what is meant; one with a word left out never is.
  const groups = query.groups.filter(({ clause }) => clause.kind === 'not');
  const without = await queryRequirements({ ...query, phrases: [], groups }, dictionary);
  return {
    query,
    ...judgement,
    excerpts,
    ...matched,
    missing,
    corrections,
    nearest: isLacking ? await nearestTitles(plan, shown, without, scope, archive) : [],
    searched: await countSearched(archive.engine, scope),
  };
};
