/** In: an excerpt and whose words are asked for. Out: whether it tells that they spoke. */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { cuesOf } from '../query/read-intent.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, termSet, terms } from '../text/terms.ts';
import { sentencesOf } from './look-signs.ts';
import type { QuestionPlan } from './plan-question.ts';

/** Words from a speaker to what tells that they spoke: "Moor has also repeatedly denied". */
const NEAR = 4;
const SPEECH: ReadonlySet<string> = new Set(cuesOf('quote').flatMap((cue) => [...termSet(cue)]));
const QUOTATION = /["“”]/;
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it']);
/** "Maravians" and "Maravian" speak for Maravia. */
const SHORTEST_BEGINNING = 4;

/** The terms that name the speaker; none if nobody is asked of, or by a pronoun. */
export const speakerNames = ({ kind, speaker }: Intent): readonly string[] =>
  kind !== 'quote' || speaker === null
    ? []
    : [...termSet(speaker)].filter((term) => !FUNCTION_WORDS.has(term));

const isOf = (word: string, name: string): boolean =>
  word === name || (name.length >= SHORTEST_BEGINNING && word.startsWith(name));

/**
 * Whether a name stands in a sentence with a quotation or near a word of speaking, or "he", "she" or the like does behind a
 * sentence with a name. True if nobody is asked of.
 */
export const isSpoken = ({ text }: Excerpt, plan: QuestionPlan, intent: Intent): boolean => {
  const names = speakerNames(intent);
  if (names.length === 0) return true;
  let isNamed = false;
  return sentencesOf(text, plan).some((sentence) => {
    const words = terms(sentence, DEFAULT_LANGUAGE).map(({ term }) => term);
    const namesThem = (word: string): boolean => names.some((name) => isOf(word, name));
    if (QUOTATION.test(sentence) && words.some(namesThem)) return true;
    isNamed = words.some(namesThem) || (isNamed && words.some((word) => PRONOUNS.has(word)));
    return words.some(
      (word, at) =>
        (namesThem(word) || (isNamed && PRONOUNS.has(word))) &&
        words.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((near) => SPEECH.has(near)),
    );
  });
};
