/**
 * In: an excerpt and a short English question. Out: whether it tells of something else than is asked of: neither it nor its title
 * has a word that names that ("medical debt", where students' is told of), or it tells of another year ("the 1990 prize").
 */
import type { Excerpt } from '../domain/answer.ts';
import { DAY_MS } from '../domain/durations.ts';
import { termSet } from '../text/terms.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { isWorthALook } from './second-look.ts';

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

export const isAboutAnother = ({ title, text, published }: Excerpt, plan: QuestionPlan): boolean => {
  if (!isWorthALook(plan)) return false;
  const held = termSet(`${title}\n${text}`, plan.language);
  const names = ({ word, isThing, idf }: PlanTerm): boolean =>
    YEAR.test(word) ? !published?.startsWith(word) : isThing && idf >= NAMING * plan.totalIdf;
  const lacksThing = plan.terms.some((term) => names(term) && !isHeld(term, held));
  return lacksThing || isOfEarlierYear(text, plan);
};
