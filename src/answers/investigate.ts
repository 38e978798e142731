/**
 * In: a query and its clock. Out: what is found out before any article is looked for: the plan, and what may be
 * shown.
 */
import type { Answer, AnswerOptions } from '../domain/answer.ts';
import type { Clause, Query } from '../domain/query.ts';
import { replaceWords } from '../query/replace-words.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { type LiteralCheck, literalCheck } from '../search/literal-check.ts';
import { queryRequirements } from '../search/query-requirements.ts';
import { dayOfMs, type SearchQuery, type SearchScope } from '../search/search-query.ts';
import { suggestFunctionWord, suggestMarked, suggestSpelling } from '../search/suggest-spelling.ts';
import { DEFAULT_LANGUAGE, termOf } from '../text/terms.ts';
import type { Archive } from './archive.ts';
import { correctSpelling } from './correct-spelling.ts';
import { joinWords, partWord } from './join-words.ts';
import { planQuestion, type QuestionPlan } from './plan-question.ts';
import { questionScope } from './question-scope.ts';
import { COMMON_WORDS } from './ranking/common-words.ts';

/** Unknown words looked up in one question, the first ones: each takes tens of milliseconds. */
const CORRECTED_WORDS = 8;

type Correction = Answer['corrections'][number];

interface Planned {
  readonly query: Query;
  readonly plan: QuestionPlan;
}

export interface Finding {
  readonly dictionary: Dictionary;
  readonly plan: QuestionPlan;
  /** What may be shown, and what an article has to hold and must not. */
  readonly scope: SearchScope;
  readonly must: SearchQuery;
  /** What only its text can show; null if there is nothing. */
  readonly holds: LiteralCheck | null;
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}

/** A word of English that the news uses is meant as typed, whatever these articles hold: "grain" is no slip for "gains". */
const isMeant = (word: string, language: string): boolean =>
  language === DEFAULT_LANGUAGE && COMMON_WORDS.has(termOf(word, language));

/** Words that articles write in two or in one come first, then slips. */
const findCorrections = async (
  { query: { sought }, plan: { terms, missing, language } }: Planned,
  dictionary: Dictionary,
  archive: Archive,
): Promise<Correction[]> => {
  const corrections: Correction[] = await joinWords(
    sought,
    terms.map(({ word }) => word),
    missing,
    dictionary,
  );
  const left = missing.filter((word) => !corrections.some((joined) => joined.word.includes(word)));
  for (const word of left.slice(0, CORRECTED_WORDS)) {
    const parted = await partWord(word, dictionary, archive.engine);
    const suggest = isMeant(word, language) ? suggestMarked : suggestSpelling;
    const suggestion = parted ?? (await correctSpelling(word, language, suggest, dictionary, archive));
    if (suggestion !== null) corrections.push({ word, suggestion });
  }
  return corrections;
};

/** "wich", "abuot": nobody needs to hear of them. */
const slipsOfFunctionWords = (missing: readonly string[]): Correction[] =>
  missing.flatMap((word) => {
    const suggestion = suggestFunctionWord(word);
    return suggestion === null ? [] : [{ word, suggestion }];
  });

/** What is left out, and what stands in quotes, is meant as it is. */
const correctedClause = (clause: Clause, corrections: readonly Correction[]): Clause => {
  switch (clause.kind) {
    case 'words':
      return { ...clause, text: replaceWords(clause.text, corrections) };
    case 'title':
      return { ...clause, of: correctedClause(clause.of, corrections) };
    case 'all':
    case 'any':
      return { ...clause, of: clause.of.map((part) => correctedClause(part, corrections)) };
    default:
      return clause;
  }
};

const withCorrections = (query: Query, corrections: readonly Correction[]): Query => ({
  ...query,
  sought: replaceWords(query.sought, corrections),
  groups: query.groups.map(({ text, clause }) => ({ text, clause: correctedClause(clause, corrections) })),
});

/**
 * Plans the question. A slip is forgiven only if no article holds the word.
 * @throws DatelineError `not_found` if no source or author is called what was asked for.
 */
export const investigate = async (
  query: Query,
  options: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
  archive: Archive,
): Promise<Finding> => {
  const scope = await questionScope(query, archive.engine, options);
  const dictionary = await archive.words.dictionary();
  const day = dayOfMs(options.asOfMs);
  const planned = async (query: Query): Promise<Planned> => ({
    query,
    plan: await planQuestion(query, dictionary, day),
  });
  const correct = async (before: Planned, corrections: readonly Correction[]): Promise<Planned> =>
    corrections.length === 0 ? before : planned(withCorrections(before.query, corrections));

  const typed = await planned(query);
  const withoutSlips = await correct(typed, slipsOfFunctionWords(typed.plan.missing));
  const corrections = await findCorrections(withoutSlips, dictionary, archive);
  const corrected = await correct(withoutSlips, corrections);
  return {
    dictionary,
    plan: corrected.plan,
    scope,
    must: await queryRequirements(corrected.query, dictionary),
    holds: literalCheck(corrected.query, dictionary),
    corrections,
    missing: withoutSlips.plan.missing,
  };
};
