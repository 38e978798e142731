/**
 * In: excerpts of a question that asks for several names, best first. Out: the same, each with the sentence that lists most
 * names as its best one; of few articles one that has such a list is first, as what holds the words may say no name.
 */
import type { Excerpt } from '../domain/answer.ts';
import { putFirst } from '../domain/put-first.ts';
import type { Query } from '../domain/query.ts';
import { sentences } from '../text/sentences.ts';
import { termSet } from '../text/terms.ts';
import { heldBy } from './look-signs.ts';
import type { QuestionPlan } from './plan-question.ts';

/** "Freedom of Orl Legion": words with capitals, and small ones between them. */
const NAME = "\\p{Lu}[\\p{L}\\p{N}'’.-]*(?: (?:(?:of|for|de|the) )?\\p{Lu}[\\p{L}\\p{N}'’.-]*){0,5}";
const JOINED =
  '(?:, and |, or |, | (?:and|or|&|und|oder|sowie|et|ou|y|e|o|и|или|i|oraz|lub|ve|veya) )(?:(?:the|der|die|das|den|la|el|los|las|le|les|il|lo|gli|os) )?';
const LIST = new RegExp(`${NAME}(?:${JOINED}${NAME})+`, 'gu');
const JOINT = new RegExp(JOINED, 'u');
/** Two short names are places that go together more often ("Orl and Tarn"). */
const ENOUGH = 3;
/** A sentence with its title holds at least this share of the question, by rarity, or its list is one of something else. */
const ABOUT = 0.6;
/** Few articles are about few things. */
const ABOUT_OF_FEW = 0.3;
/**
 * Of more articles than this the first excerpt is the one that others bear out: of 24 such questions over 4,600 articles, putting
 * lists first lost three answers and won one.
 */
const FEW_ARTICLES = 100;
const areFew = ({ articles }: QuestionPlan): boolean => articles <= FEW_ARTICLES;

/** Names in the longest list of a text, those aside that the question holds: three, or two of several words; else 0. */
const countListed = (text: string, { terms, language }: QuestionPlan): number => {
  const asked = new Set(terms.flatMap(({ forms }) => forms));
  const isNew = (name: string): boolean => [...termSet(name, language)].every((term) => !asked.has(term));
  const lists = Array.from(text.matchAll(LIST), ([list]) => list.split(JOINT).filter(isNew));
  const telling = lists.filter(
    (names) => names.length >= ENOUGH || (names.length === 2 && names.every((name) => name.includes(' '))),
  );
  return Math.max(0, ...telling.map(({ length }) => length));
};

interface Listing {
  readonly excerpt: Excerpt;
  /** Names in the list of its best sentence. */
  readonly names: number;
}

/** With the sentence that lists most names, if there is one, as the best. */
const readListing = (excerpt: Excerpt, plan: QuestionPlan): Listing => {
  const { text, title, start, best } = excerpt;
  const titled = termSet(title, plan.language);
  const least = areFew(plan) ? ABOUT_OF_FEW : ABOUT;
  const count = (from: number, to: number): number => {
    const sentence = text.slice(from, to);
    const isAbout = heldBy([titled, termSet(sentence, plan.language)], plan) >= least;
    return isAbout ? countListed(sentence, plan) : 0;
  };
  let names = count(best.start - start, best.end - start);
  let chosen = best;
  for (const sentence of sentences(text, plan.language)) {
    const listed = count(sentence.start, sentence.end);
    if (listed <= names) continue;
    names = listed;
    chosen = { start: start + sentence.start, end: start + sentence.end };
  }
  return { excerpt: { ...excerpt, best: chosen }, names };
};

/** Whether a question asks for names of persons, groups or things: places are named one by one, and "who is" asks for one. */
export const asksForNames = ({ type }: QuestionPlan, { intent, sought }: Query): boolean =>
  intent.kind === 'list' && (type === 'thing' || type === 'person') && !/^who(?:['’]s| is)\b/i.test(sought);

export const listingFirst = (excerpts: readonly Excerpt[], plan: QuestionPlan): Excerpt[] => {
  const listings = excerpts.map((excerpt) => readListing(excerpt, plan));
  const told = listings.map(({ excerpt }) => excerpt);
  if (!areFew(plan) || listings[0]?.names !== 0) return told;
  const naming = listings.find(({ names }) => names > 0);
  return naming === undefined ? told : putFirst(naming.excerpt, told);
};
