/**
 * In: an excerpt and a question. Out: whether it tells of another year than is asked of ("the 1990 prize") or, if the question
 * is short, of something else: neither it nor its title has a word that names that ("medical debt", where students' is told of).
 */
import type { Excerpt } from '../domain/answer.ts';
import { DAY_MS } from '../domain/durations.ts';
import { termSet } from '../text/terms.ts';
import { excerptTerms } from './excerpt-terms.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { isShort } from './second-look.ts';

/** A word of less than this share of the question, by rarity, may be left out by whoever answers. */
const NAMING = 0.05;

const YEAR = /^(?:19|20)\d\d$/;
/** A year and what is of it: "the 1990 Nobel Peace Prize". */
const YEAR_OF = /\b(?<year>(?:19|20)\d\d)(?:['’]s)?\s+(?<thing>\p{L}[\p{L}'’-]*)/gu;

const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** Whether what is asked of is named with years before this one alone, and the question names no year. */
const isOfEarlierYear = (text: string, { terms, language, asOfDay }: QuestionPlan): boolean => {
  if (terms.some(({ word }) => YEAR.test(word))) return false;
  const asked = new Set(terms.flatMap(({ forms }) => forms));
  const years = Array.from(text.matchAll(YEAR_OF))
    .filter(({ groups }) => [...termSet(groups!.thing!, language)].some((term) => asked.has(term)))
    .map(({ groups }) => Number(groups!.year));
  return years.length > 0 && years.every((year) => year < yearOf(asOfDay));
};

/** Australians tell of Australia, Chinese of China. */
const OF_A_COUNTRY = ['', 'n', 'an', 'ian', 'ese', 'i'];

const isHeld = ({ forms }: PlanTerm, held: ReadonlySet<string>): boolean =>
  forms.some((form) => OF_A_COUNTRY.some((ending) => held.has(`${form}${ending}`)));

/** Whether the question names a year that is neither told nor that of the article. */
const lacksYear = (published: string | null, held: ReadonlySet<string>, { terms }: QuestionPlan): boolean =>
  terms.some((term) => YEAR.test(term.word) && !isHeld(term, held) && !published?.startsWith(term.word));

/** Of what a longer question names, articles leave out more. */
export const isAboutAnother = (excerpt: Excerpt, plan: QuestionPlan): boolean => {
  const { text, published } = excerpt;
  const held = excerptTerms(excerpt, plan.language);
  if (lacksYear(published, held, plan)) return true;
  if (!isShort(plan)) return false;
  const lacksThing = plan.terms.some(
    (term) =>
      term.isThing && term.idf >= NAMING * plan.totalIdf && !YEAR.test(term.word) && !isHeld(term, held),
  );
  return lacksThing || isOfEarlierYear(text, plan);
};
