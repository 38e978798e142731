/** In: an excerpt and whose words are asked for. Out: whether they speak in it. */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { cuesOf } from '../query/read-intent.ts';
import { foreignFunctionWords } from '../text/foreign-function-words.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, termSet, terms } from '../text/terms.ts';
import { sentencesOf } from './look-signs.ts';
import type { QuestionPlan } from './plan-question.ts';

const stems = (words: string): ReadonlySet<string> => termSet(words, DEFAULT_LANGUAGE);

/** What a speaker does, four words from the name at most ("Moor has also repeatedly denied"), before a quotation twelve. */
const SPEAKS = stems(
  `${cuesOf('quote').join(' ')} began continued recalled joked posted revealed recounted described praised thanked
  expressed criticized blasted slammed compared apologized promised urged pledged claims calls`,
);
const WORDS_TO_SPEECH = 4;
const WORDS_TO_QUOTATION = 12;
const QUOTATION = /["“]/;
/**
 * What stands before a speaker, three words from the name at most: "said Mayor Lena Moor", but not "asked Lena Moor" nor "said
 * that Lena Moor" or "said she".
 */
const SPOKEN_BY = stems('said says added wrote tweeted explained noted replied announced according');
const WORDS_FROM_SPEECH = 3;
const POSSESSIVE = /['’]s?$/;
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it']);
/** "Maravians" and "Maravian" speak for Maravia. */
const SHORTEST_BEGINNING = 4;

/** The last word of who is asked of: "moor" of "the mayor lena moor", "residents" of "residents of orl". Null if nobody is, or "she". */
const nameOf = ({ kind, speaker }: Intent): string | null => {
  if (kind !== 'quote' || speaker === null) return null;
  const [head = ''] = speaker.split(/\s(?:of|from|in|at)\s/);
  return [...stems(head)].filter((term) => !FUNCTION_WORDS.has(term)).at(-1) ?? null;
};

const isOf = (word: string, name: string): boolean =>
  word === name || (name.length >= SHORTEST_BEGINNING && word.startsWith(name));

const FOREIGN_QUOTATION = /["“„«»「『]/;

/**
 * The same in another language: a word of who is asked of stands near one of speaking, on either side. Where they stand differs
 * from language to language.
 */
const isSpokenIn = (
  language: string,
  { text }: Excerpt,
  plan: QuestionPlan,
  { speaker }: Intent,
): boolean => {
  const speaks = termSet(cuesOf('quote', language).join(' '), language);
  const names = terms(speaker ?? '', language)
    .filter(({ start, end }) => !foreignFunctionWords(language).has(speaker!.slice(start, end).toLowerCase()))
    .map(({ term }) => term);
  return sentencesOf(text, plan).some((sentence) => {
    const words = terms(sentence, language).map(({ term }) => term);
    const reach = FOREIGN_QUOTATION.test(sentence) ? WORDS_TO_QUOTATION : WORDS_TO_SPEECH;
    const isNear = (at: number): boolean =>
      words.slice(Math.max(0, at - reach), at + reach + 1).some((word) => speaks.has(word));
    return words.some((word, at) => names.some((name) => isOf(word, name)) && isNear(at));
  });
};

/** Whether the name speaks, or "he", "she" or the like does behind a sentence with the name. True if nobody is asked of. */
export const isSpoken = (excerpt: Excerpt, plan: QuestionPlan, intent: Intent): boolean => {
  const { text } = excerpt;
  if (plan.language !== DEFAULT_LANGUAGE)
    return (
      intent.kind !== 'quote' || intent.speaker === null || isSpokenIn(plan.language, excerpt, plan, intent)
    );
  const name = nameOf(intent);
  if (name === null) return true;
  let isNamed = false;
  return sentencesOf(text, plan).some((sentence) => {
    const tokens = terms(sentence, DEFAULT_LANGUAGE);
    const words = tokens.map(({ term }) => term);
    const mayStandFor = (word: string): boolean => isOf(word, name) || (isNamed && PRONOUNS.has(word));
    // "said Moor's lawyer" are the lawyer's words.
    const isOwner = (at: number): boolean =>
      POSSESSIVE.test(sentence.slice(tokens[at]!.start, tokens[at]!.end));
    const reach = QUOTATION.test(sentence) ? WORDS_TO_QUOTATION : WORDS_TO_SPEECH;
    const speaks = words.some((word, at) => {
      if (!mayStandFor(word) || isOwner(at)) return false;
      const before = words.slice(Math.max(0, at - WORDS_FROM_SPEECH), at);
      const isSpokenBy =
        !PRONOUNS.has(word) && !before.includes('that') && before.some((one) => SPOKEN_BY.has(one));
      return isSpokenBy || words.slice(at + 1, at + 1 + reach).some((next) => SPEAKS.has(next));
    });
    isNamed = words.some(mayStandFor);
    return speaks;
  });
};
