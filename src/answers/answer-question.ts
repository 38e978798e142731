/**
 * In: a question and its clock. Out: the `Answer`: parses and plans the question, finds candidate articles, ranks and
 * quotes passages, and lists what was not found.
 */
import {
  type Answer,
  type AnswerDraft,
  type AnswerOptions,
  type Excerpt,
  NOTHING_LACKED,
} from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import { hasSubject } from '../query/subject.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import type { Archive } from './archive.ts';
import { archiveClock } from './archive-clock.ts';
import { asTypedFirst, heldOtherwise } from './as-typed.ts';
import { withTellingSentence } from './bold-sentence.ts';
import { browseNewest } from './browse-newest.ts';
import { countSearched } from './count-searched.ts';
import { findPassages } from './find-passages.ts';
import { fromOutlet } from './from-outlet.ts';
import { type Finding, investigate } from './investigate.ts';
import { isNews, standsIn } from './is-news.ts';
import type { Judged } from './judge-passages.ts';
import { isSubject, namesNothing } from './keywords.ts';
import { lackedBy, mayAnswer, unconfirmedBy } from './may-answer.ts';
import { asksForNames, listingFirst } from './name-lists.ts';
import { nearestTitles } from './nearest-titles.ts';
import { otherLanguages } from './other-languages.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { questionScope } from './question-scope.ts';
import { quotePassages } from './quote-passages.ts';
import { COMPARED_WITH, LOOKED_AT, lookAgain } from './second-look.ts';
import { readsSure } from './sureness.ts';
import { tellInOrder } from './tell-in-order.ts';
import { wantedFirst } from './wanted-first.ts';
import { withoutDays } from './without-days.ts';

const EXCERPTS = 5;

/** For words that every article holds (“the of”), no article is a better answer than another. */
const NOTHING = {
  asked: 'nothing',
  verdict: 'none',
  confidence: 0,
  excerpts: [],
  matchedArticles: 0,
  ...NOTHING_LACKED,
} as const;

/** Words of terms that name something. Those that no article holds are named anyway. */
const wordsOf = (terms: readonly PlanTerm[], plan: QuestionPlan): string[] =>
  terms
    .filter(isSubject(plan))
    .map(({ word }) => word)
    .filter((word) => !plan.missing.includes(word));

/**
 * The judgement as the excerpts bear it out, best first: no surer than what they say, and of the first one, whichever it is
 * now. How answers are written is known of English alone.
 */
const asQuoted = (
  judged: Judged,
  excerpts: readonly Excerpt[],
  { plan }: Finding,
  query: Query,
  usesSecondLook: boolean,
): Judged => {
  const [first] = excerpts;
  if (first === undefined || plan.language !== DEFAULT_LANGUAGE) return judged;
  if (judged.asked === 'keywords' && judged.unquoted.length > 0 && usesSecondLook) {
    const lacked = lackedBy(first, plan).filter(({ isOptional }) => !isOptional);
    return { ...judged, unquoted: wordsOf(lacked, plan) };
  }
  if (judged.verdict !== 'answered') return judged;
  if (judged.asked !== 'question') {
    const others = heldOtherwise(first, plan)
      .filter(isSubject(plan))
      .map(({ word }) => word);
    return others.length === 0 ? judged : { ...judged, verdict: 'weak', unquoted: others };
  }
  const readsWell = !usesSecondLook || readsSure(judged.confidence, excerpts, plan, query.intent);
  const unconfirmed = unconfirmedBy(first, plan, query.intent);
  const isSure = readsWell && mayAnswer(first, plan, query) && unconfirmed.length === 0;
  return { ...judged, verdict: isSure ? 'answered' : 'weak', unquoted: wordsOf(unconfirmed, plan) };
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
 * @throws DatelineError `invalid` if the question cannot be read, `not_found` if it names an unknown source or author.
 */
export const answerQuestion = async (
  text: string,
  options: AnswerOptions,
  archive: Archive,
): Promise<Omit<Answer, 'progress' | 'tookMs'>> => {
  const { asOfMs, countedFrom } = await archiveClock(archive.engine, options);
  const counted = { ...options, asOfMs };
  const asked = parseQuery(text, asOfMs, options.also);
  const query = (await fromOutlet(asked, archive.engine)) ?? asked;
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
  const { scope, must, dictionary, missing, corrections } = finding;
  if (query.words === '' || (query.phrases.length + query.groups.length === 0 && !hasSubject(query.words)))
    return query.words === ''
      ? browseNewest(query, { must, scope, limit }, archive)
      : { query, ...NOTHING, searched: await countSearched(archive.engine, scope) };
  const found = await findPassages(query, finding, archive);
  const { plan } = found;
  const { passages, judged: alike, ...judged } = found.judgement;
  const isTimeline = query.intent.kind === 'timeline';
  const isList = asksForNames(plan, query);
  const depth = found.usesSecondLook ? COMPARED_WITH : isTimeline || isList ? LOOKED_AT : limit;
  const [quoted, matching, searched] = await Promise.all([
    quotePassages(passages, plan, depth, archive),
    found.countMatching(),
    countSearched(archive.engine, scope),
  ]);
  const looked = found.usesSecondLook ? lookAgain(quoted, alike, plan, query.intent) : quoted;
  const ordered = [looked.slice(0, alike), looked.slice(alike)].flatMap((some) => {
    const asTyped = judged.asked === 'keywords' ? asTypedFirst(some, plan) : some;
    const wanted = wantedFirst(asTyped, plan, query);
    if (isList) return listingFirst(wanted, plan);
    return isTimeline ? tellInOrder(wanted, limit) : wanted;
  });
  if (!isNews(query, judged, ordered)) return sayNothing(query, 'talk', options, archive);
  // "Person of the year" is found where it stands so; "real" is said everywhere.
  if (judged.asked === 'keywords' && namesNothing(query, plan) && !standsIn(query.sought, ordered))
    return { query, ...NOTHING, searched };
  const shown = ordered.slice(0, limit);
  const isShort = found.usesSecondLook && judged.asked === 'question';
  const excerpts = isShort ? shown.map((excerpt) => withTellingSentence(excerpt, plan, query)) : shown;
  const judgement = asQuoted(judged, ordered, finding, query, found.usesSecondLook);
  const { verdict } = judgement;
  const isLacking = verdict !== 'answered' && hasSubject(query.words);
  const shownSeqs = new Set(verdict === 'none' ? [] : excerpts.map(({ seq }) => seq));
  return {
    query,
    ...judgement,
    excerpts,
    ...matching,
    missing,
    articlesIn: verdict !== 'answered' && missing.length > 0 ? otherLanguages(plan.language, dictionary) : [],
    corrections,
    nearest: isLacking ? await nearestTitles(query, found.candidates, shownSeqs, finding, archive) : [],
    searched,
  };
};
