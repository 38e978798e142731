/**
 * In: a query and the dictionary. Out: a `QuestionPlan`: the words that carry the question with their weights, the words
 * no article holds, and what kind of answer is asked for.
 */
import type { Query } from '../domain/query.ts';
import { isVague } from '../query/read-intent.ts';
import { hasSubject } from '../query/subject.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { type Day, dayOf, type SearchTerm } from '../search/search-query.ts';
import { countForms, formsOf, type WordForms } from '../search/word-forms.ts';
import { restoreMarks } from '../text/letter-variants.ts';
import { DEFAULT_LANGUAGE, makeTerm, termOf, terms } from '../text/terms.ts';
import { findAlikeTerms, findOtherForms, heldForms } from './alike-terms.ts';
import { alsoWritten } from './also-written.ts';
import { findCompoundParts } from './compound-parts.ts';
import { namedThings } from './named-things.ts';
import type { Place, QuestionType, Unit } from './question-words.ts';
import { COMMON_WORDS } from './ranking/common-words.ts';
import { rarityOf } from './rarity.ts';
import { type QuestionWord, readQuestion } from './read-question.ts';
import { sameMeaning } from './same-meaning.ts';

/** At most this many words of a question are used, the first ones: masks are 32-bit numbers. */
const TERM_LIMIT = 30;

/** One word that carries the question. Its position in `QuestionPlan.terms` is its bit in every mask. */
export interface PlanTerm extends SearchTerm {
  /** As typed. */
  readonly word: string;
  /** Term ids of its forms; empty if no article holds the word. */
  readonly ids: readonly number[];
  /** Place among all words of the question, function words counted. */
  readonly position: number;
  /** Stands in a group alone: an article may match without it. */
  readonly isOptional: boolean;
  /** Names something for certain. */
  readonly isThing: boolean;
  /** Ids of terms that look like it; none in English. */
  readonly alikeIds: readonly number[];
}

export interface QuestionPlan {
  readonly terms: readonly PlanTerm[];
  /** Ids of terms that begin like a word of the question, to the end of either: "Lanka" if Sri Lankans are asked about. */
  readonly relatedIds: ReadonlySet<number>;
  /** Words of the question that no article holds, as typed; those that name nothing ("anything about") aside. */
  readonly missing: readonly string[];
  /** ISO 639-1, of the question. */
  readonly language: string;
  readonly type: QuestionType;
  readonly unit: Unit;
  readonly place: Place;
  /** Terms of the sentence that asks. All of them if nothing asks. */
  readonly focusMask: number;
  /** The noun the question asks for: "which *country* …", "who was the *designer* …". */
  readonly nounMask: number;
  /** What somebody did: the term right behind "who". Null if there is none. */
  readonly deed: PlanTerm | null;
  /** Sum of the idf of all terms; at least a small positive number. */
  readonly totalIdf: number;
  /** Days the question names, both ends included. */
  readonly about: { readonly from: Day; readonly to: Day } | null;
  /** The question's clock. */
  readonly asOfDay: Day;
  /** Articles of the corpus it is asked of. */
  readonly articles: number;
}

const maskOf = (terms: readonly { readonly bit: number }[]): number =>
  terms.reduce((mask, { bit }) => mask | (1 << bit), 0);

/** A word of the question that carries it, and its place among all words. */
type PlacedWord = QuestionWord & { readonly position: number };

/** The words that carry the question: all but function words, unless there is nothing else. */
const carryingWords = (words: readonly QuestionWord[]): PlacedWord[] => {
  const placed = words.map((word, position) => ({ ...word, position }));
  const content = placed.filter(({ isFunction }) => !isFunction);
  return content.length > 0 ? content : placed;
};

const keyOf = (word: string): string => termOf(word, DEFAULT_LANGUAGE);

const keysIn = (text: string): string[] => terms(text, DEFAULT_LANGUAGE).map(({ term }) => term);

/** "Kyiv OR Odesa": either word stands for both. By each word's key, that of the first. */
const readSynonyms = (groups: Query['groups']): Map<string, string> => {
  const synonyms = new Map<string, string>();
  for (const { clause } of groups) {
    const either = clause.kind === 'title' ? clause.of : clause;
    if (either.kind !== 'any') continue;
    const alternatives = either.of.map((part) => (part.kind === 'words' ? keysIn(part.text) : []));
    if (alternatives.every(({ length }) => length === 1))
      for (const key of alternatives.flat()) synonyms.set(key, alternatives[0]![0]!);
  }
  return synonyms;
};

/** What any of several words counts as. */
const joinForms = (each: readonly WordForms[], dictionary: Dictionary): WordForms => {
  const [first] = each;
  if (each.length === 1) return first!;
  const ids = each.flatMap(({ forms, ids }) => forms.map((form, at) => [form, ids[at]!] as const));
  return countForms(new Map(ids), dictionary);
};

/** Words of the same stem, or meant as the same, which are one term. */
interface OneTerm {
  readonly words: readonly PlacedWord[];
  /** Stands outside of groups, or there are none. */
  readonly isRequired: boolean;
}

/** By bit the words of each term, and for each word the bit of its term. */
const joinWords = (
  carrying: readonly PlacedWord[],
  { groups, ungrouped }: Query,
  isEnglish: boolean,
): { each: OneTerm[]; placed: (PlacedWord & { bit: number })[] } => {
  const synonyms = readSynonyms(groups);
  const bits = new Map<string, number>();
  const words: Map<string, PlacedWord>[] = [];
  const placed: (PlacedWord & { bit: number })[] = [];
  for (const word of carrying) {
    const key = keyOf(word.text);
    const term = synonyms.get(key) ?? key;
    const bit = bits.get(term) ?? words.length;
    if (bit === TERM_LIMIT) continue;
    bits.set(term, bit);
    words[bit] ??= new Map();
    if (!words[bit].has(key)) words[bit].set(key, word);
    const also = isEnglish ? alsoWritten(word.text) : undefined;
    if (also !== undefined) words[bit].set(keyOf(also), { ...word, text: also });
    placed.push({ ...word, bit });
  }
  const required = new Set(groups.length === 0 ? bits.keys() : keysIn(ungrouped));
  const each = [...bits.keys()].map((key, bit) => ({
    words: [...words[bit]!.values()],
    isRequired: required.has(key),
  }));
  return { each, placed };
};

/** `things` are the places of words that name something. */
const weighTerms = async (
  each: readonly OneTerm[],
  things: ReadonlySet<number>,
  dictionary: Dictionary,
): Promise<PlanTerm[]> => {
  const texts = each.flatMap(({ words }) => words.map(({ text }) => text));
  const forms = await formsOf(texts, dictionary);
  return each.map(({ words, isRequired }): PlanTerm => {
    const [first] = words;
    const level = COMMON_WORDS.get(keyOf(first!.text)) ?? 0;
    const joined = joinForms(forms.splice(0, words.length), dictionary);
    return {
      word: first!.text,
      position: first!.position,
      isOptional: !isRequired,
      isThing: words.some(({ position, text }) => things.has(position) && !isVague(text)),
      alikeIds: [],
      ...joined,
      idf: rarityOf(joined.frequency, level, dictionary),
    };
  });
};

/** Shortest beginning by which two words count as related. */
const RELATED_LETTERS = 4;
/** Terms looked up for one beginning. */
const RELATED_LIMIT = 500;

const findRelated = async (each: readonly OneTerm[], { whole }: Dictionary): Promise<ReadonlySet<number>> => {
  const stems = each
    .map(({ words: [first] }) => termOf(first!.text, DEFAULT_LANGUAGE))
    .filter((stem) => stem.length >= RELATED_LETTERS);
  const beginnings = stems.flatMap((stem) =>
    Array.from({ length: stem.length - RELATED_LETTERS }, (_, at) => stem.slice(0, RELATED_LETTERS + at)),
  );
  const found = await Promise.all([whole.ids(beginnings), whole.startingWith(stems, RELATED_LIMIT)]);
  return new Set(found.flatMap((ids) => [...ids.values()]));
};

/** Of a German or Dutch participle ("geglaubt") those of its verb as well. */
const findForms = async (
  stem: string,
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> => {
  const forms = await findOtherForms(stem, dictionary);
  const hasPrefix = (language === 'de' || language === 'nl') && stem.startsWith('ge');
  return forms ?? (hasPrefix ? findOtherForms(stem.slice(2), dictionary) : null);
};

/** Arabic writes "to", "in", "as" and "so" onto the word behind them; each may be its first letter as well. */
const PROCLITIC = /^[لبكف](?=.{3})/;

const withoutProclitic = (word: string, language: string): string[] =>
  language === 'ar' && PROCLITIC.test(word) ? [word.slice(1)] : [];

/** The forms of words that mean the same; null if no article holds any. */
const findSameMeaning = async (
  word: string,
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> => {
  const same = sameMeaning(word, language).map((each) => makeTerm(each, language));
  return same.length === 0 ? null : heldForms(await dictionary.ids([...new Set(same)]), dictionary);
};

/** The forms of words that may have been meant, with the marks that were left off, or that mean the same; null if no article holds any. */
const findMeantForms = async (
  word: string,
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> => {
  const lower = word.toLowerCase();
  const meant = [...restoreMarks(lower, language), ...withoutProclitic(lower, language)];
  const found = await dictionary.ids([...new Set(meant.map((each) => makeTerm(each, language)))]);
  return heldForms(found, dictionary) ?? findSameMeaning(word, language, dictionary);
};

/** A term that no article holds, with the forms that stand in for it; as it is if there are none. */
const inForms = (term: PlanTerm, forms: WordForms | null, dictionary: Dictionary): PlanTerm =>
  forms === null ? term : { ...term, ...forms, idf: rarityOf(forms.frequency, 0, dictionary) };

/** A word that no article holds stands for those it may have been meant for: stemmers know endings by their marks. */
const withMeant = async (
  terms: readonly PlanTerm[],
  language: string,
  dictionary: Dictionary,
): Promise<PlanTerm[]> =>
  Promise.all(
    terms.map(async (term): Promise<PlanTerm> => {
      const forms = term.ids.length > 0 ? null : await findMeantForms(term.word, language, dictionary);
      return inForms(term, forms, dictionary);
    }),
  );

/**
 * The terms with those that look like them, which stand in for one that no article holds (other languages have more forms
 * than stemmers join), and with those that mean the same.
 */
const withAlike = async (
  terms: readonly PlanTerm[],
  language: string,
  dictionary: Dictionary,
): Promise<PlanTerm[]> =>
  Promise.all(
    terms.map(async (term): Promise<PlanTerm> => {
      const stem = termOf(term.word, language);
      const forms =
        term.ids.length > 0
          ? null
          : ((await findForms(stem, language, dictionary)) ??
            (await findCompoundParts(term.word, language, dictionary)));
      const held = inForms(term, forms, dictionary);
      const same = await findSameMeaning(term.word, language, dictionary);
      const alike = new Set([...(await findAlikeTerms(stem, dictionary)), ...(same?.ids ?? [])]);
      return { ...held, alikeIds: [...alike].filter((id) => !held.ids.includes(id)) };
    }),
  );

/** Whether articles hold the word itself, or one that begins with it. */
const isHeld = ({ word, forms }: PlanTerm, typed: PlanTerm, language: string): boolean =>
  typed.ids.length > 0 || forms.some((form) => form.startsWith(termOf(word, language)));

/** Reads a query into what finding and ranking need. */
export const planQuestion = async (
  query: Query,
  dictionary: Dictionary,
  asOfDay: Day,
): Promise<QuestionPlan> => {
  const { words, asking, language, type, unit, place } = readQuestion(
    query.sought,
    dictionary.languages,
    query.words,
  );
  const asks = words[asking];
  const { each, placed } = joinWords(carryingWords(words), query, language === DEFAULT_LANGUAGE);
  const [written, relatedIds] = await Promise.all([
    weighTerms(each, namedThings(words, language), dictionary),
    findRelated(each, dictionary),
  ]);
  const typed = language === DEFAULT_LANGUAGE ? written : await withMeant(written, language, dictionary);
  const terms = language === DEFAULT_LANGUAGE ? typed : await withAlike(typed, language, dictionary);
  const focus = placed.filter(({ sentence }) => sentence === asks?.sentence);
  const behind = placed.filter(({ position }) => position > asking);
  const deed = behind.find(({ position, text }) => position === asking + 1 && hasSubject(text));
  const { about } = query;
  return {
    terms,
    relatedIds,
    missing: terms
      .filter(
        (term, bit) =>
          !isHeld(term, typed[bit]!, language) &&
          hasSubject(term.word, language) &&
          !isVague(term.word, language),
      )
      .map(({ word }) => word),
    language,
    type,
    unit,
    place,
    focusMask: maskOf(asks === undefined ? placed : focus),
    nounMask: asks === undefined ? 0 : maskOf(behind.slice(0, 2)),
    deed: (asks?.text.toLowerCase() === 'who' && deed && terms[deed.bit]) || null,
    totalIdf: Math.max(
      0.1,
      terms.reduce((sum, { idf }) => sum + idf, 0),
    ),
    about: about && {
      from: dayOf(about.from) ?? Number.NEGATIVE_INFINITY,
      to: dayOf(about.to) ?? Number.POSITIVE_INFINITY,
    },
    asOfDay,
    articles: dictionary.articles,
  };
};
