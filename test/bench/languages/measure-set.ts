/** In: a set of one language. Out: how often Dateline's excerpts hold an answer, and how often it refuses, rightly or wrongly. */
import { answerQuestion } from '../../../src/answers/answer-question.ts';
import type { Verdict } from '../../../src/domain/answer.ts';
import { bestSentence } from '../../../src/text/shorten-excerpt.ts';
import { holdsAnswerIn, type LanguageQuestion, type LanguageSet } from './language-set.ts';
import { AS_OF_MS, type OpenSet, openSet } from './open-set.ts';
import type { Ask } from './peers.ts';

/** A question as it was answered, and answered again without the articles known to hold the answer. */
export interface AskedTwice {
  readonly asked: LanguageQuestion;
  /** Place of the first excerpt that holds an answer, from 0; Infinity where none does. */
  readonly place: number;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly first: string;
  /** Whether the sentence of the first excerpt that stands out holds an answer. */
  readonly isToldInBest: boolean;
  readonly missing: readonly string[];
  readonly withoutVerdict: Verdict;
}

const placeOf = (excerpts: readonly string[], { answers }: LanguageQuestion, language: string): number => {
  const at = excerpts.findIndex((text) => holdsAnswerIn(text, answers, language));
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};

const askTwice = async (
  asked: LanguageQuestion,
  language: string,
  { archive, without }: OpenSet,
): Promise<AskedTwice> => {
  const ask = () => answerQuestion(asked.question, { asOfMs: AS_OF_MS }, archive);
  const { verdict, confidence, excerpts, missing } = await ask();
  const texts = excerpts.map(({ text }) => text);
  return {
    asked,
    place: placeOf(texts, asked, language),
    verdict,
    confidence,
    first: texts[0] ?? '',
    isToldInBest:
      excerpts[0] !== undefined && placeOf([bestSentence(excerpts[0]).text], asked, language) === 0,
    missing,
    withoutVerdict: (await without(asked, ask)).verdict,
  };
};

/** Asks Dateline all questions of a set, twice each. */
export const measureDateline = async (set: LanguageSet): Promise<AskedTwice[]> => {
  const open = await openSet(set);
  try {
    const answered: AskedTwice[] = [];
    for (const asked of set.questions) answered.push(await askTwice(asked, set.language, open));
    return answered;
  } finally {
    await open.close();
  }
};

/** Places of the first excerpt that holds an answer, as a peer quotes them. */
export const measurePeer = ({ questions, language }: LanguageSet, ask: Ask): number[] =>
  questions.map((asked) => placeOf(ask(asked.question), asked, language));
