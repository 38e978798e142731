/**
 * Keywords ask nothing ("Kyiv", "grain prices"), so that nothing can answer them: what counts is whether their words were
 * found. In: a plan and its ranked passages. Out: which passages hold all the words, and what the first one lacks.
 */
import type { Query } from '../domain/query.ts';
import { isVague } from '../query/read-intent.ts';
import { hasSubject } from '../query/subject.ts';
import { tokensOf } from '../search/sentence-table.ts';
import { TERM_BITS } from '../search/token.ts';
import { AUXILIARY } from '../text/function-words.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { NAME_LIKE_WORDS } from './question-words.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';

/** Verbs of English ask if they come first. */
const ASKING_VERB = new RegExp(`^${AUXILIARY}$`, 'i');
/**
 * "Will" and "can" are names as well. They ask before a word that no name goes on with ("can you"), and where a verb may follow
 * whoever is named: "will Nadal play at Wimbledon", but not "Will Smith at the Oscars".
 */
const ASKS_BEFORE =
  /^\S+ (?:(?:i|you|he|she|it|we|they|the|an?|this|that|these|those|there|my|your|his|her|our|their|any|people) |\S+ (?:be|have|get|ever|still|(?!and |or |of |at |in |on |for |to |from |with |by )\S+ .*\b(?:at|in|on|for|to|from|with|by|the|be|have|get)) )/i;

/** Whether the first word asks: "did", "couldn’t", "can you", but not "DO" or "will smith". */
const isAskingVerb = (word: string, words: string): boolean =>
  ASKING_VERB.test(word.replace(/[’ʼ]/g, "'")) &&
  (!NAME_LIKE_WORDS.has(word.toLowerCase()) || ASKS_BEFORE.test(words)) &&
  word !== word.toUpperCase();

/** With the mark that asks in Greek. */
const SENTENCE_END = /[\p{Sentence_Terminal}:;…]["'”’»」)\s]*$/u;
/** A mark that asks, whatever follows ("… ? thanks"), or the ending of a Korean question, whose mark is left off in a chat. */
const ASKED = /[?？؟](?=\s|$)|\p{Script=Hangul}(?:은|는|인가|[가나]요|까요?|니|냐|나|죠|지)$/u;
/** "the U.S." ends no sentence. */
const INITIAL_END = /\b\p{Lu}\.$/u;

/** "What about Kyiv?" and "What happened in Kyiv?" name what they are about, and ask nothing of it. */
const WHAT_ABOUT =
  /^(?:(?:and|but|so)\s+)?(?:(?:what|how)\s+about|what(?:['’]s|\s+(?:is|has|was))?\s+happen(?:ed|ing|s)\s+(?:in|to|at|with|on|during))\b/i;
/** "Kyiv?", "And the FSB?": so few words ask nothing in particular, whatever mark ends them. */
const FEW_WORDS = 3;
/** A whole sentence of these may be one word between spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether nothing is asked: no question word, no verb that asks, no mark that ends a sentence. */
export const isKeywords = (
  { words: typed, sought: words, intent }: Query,
  { type }: QuestionPlan,
): boolean => {
  if (WHAT_ABOUT.test(words)) return true;
  const [first = ''] = words.split(' ', 1);
  const isShort = words.split(' ').length <= FEW_WORDS && !UNSPACED.test(words);
  const isSentence =
    !isShort &&
    intent.kind === 'fact' &&
    ((SENTENCE_END.test(typed) && !INITIAL_END.test(typed)) || ASKED.test(typed));
  return type === 'topic' && !isAskingVerb(first, words) && !isSentence;
};

/** The ids of the words in a passage and in its article's title. */
const idsIn = ({ words, first, last }: RankedPassage): ReadonlySet<number> => {
  const { tokens, titleLength } = words;
  const [from, to] = tokensOf(words, first, last + 1);
  const held = [...tokens.subarray(0, titleLength), ...tokens.subarray(from, to)];
  return new Set(held.map((token) => token & TERM_BITS));
};

/** Whether a term names something: "tell me about" names nothing. */
export const isSubject =
  ({ language }: QuestionPlan) =>
  ({ word, position }: PlanTerm): boolean =>
    (hasSubject(word, language) && !isVague(word, language)) || (position > 0 && /^\p{Lu}/u.test(word));

/** Whether the words are such as anybody says of anything ("real", "never gonna give you up"), and are not in quotes or groups. */
export const namesNothing = ({ phrases, groups }: Query, plan: QuestionPlan): boolean =>
  phrases.length + groups.length === 0 && !plan.terms.some(isSubject(plan));

/** The terms, optional ones aside, that neither the passage nor its title holds; those that name no subject ("tell me about") aside. */
const lackedBy = (passage: RankedPassage, plan: QuestionPlan): PlanTerm[] => {
  const held = idsIn(passage);
  const isWanted = isSubject(plan);
  return plan.terms.filter(
    (term) => !term.isOptional && isWanted(term) && !term.ids.some((id) => held.has(id)),
  );
};

/** Those that hold all the words, `complete` of them, before the others. */
export const completeFirst = (
  ranked: readonly RankedPassage[],
  plan: QuestionPlan,
): { passages: RankedPassage[]; complete: number } => {
  const holders = ranked.filter((passage) => lackedBy(passage, plan).length === 0);
  const passages = [...holders, ...ranked.filter((passage) => !holders.includes(passage))];
  return { passages, complete: holders.length };
};

export interface Holding {
  /** Words, as typed, that the passage and its title lack. */
  readonly lacked: readonly string[];
  /** The share of all the words' weight that they hold, 0 to 1. */
  readonly share: number;
}

/** What a passage holds of the words; nothing if there is no passage. */
export const holdingOf = (passage: RankedPassage | undefined, plan: QuestionPlan): Holding => {
  if (passage === undefined) return { lacked: [], share: 0 };
  const lacked = lackedBy(passage, plan);
  const weight = lacked.reduce((sum, { idf }) => sum + idf, 0);
  return { lacked: lacked.map(({ word }) => word), share: Math.max(0, 1 - weight / plan.totalIdf) };
};
