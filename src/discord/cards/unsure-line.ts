/** In: an answer that is not sure. Out: what is missing, in words. */

import type { Answer, Excerpt } from '../../domain/answer.ts';
import { currentLanguage } from '../../language/speaking.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { type Token, terms } from '../../text/terms.ts';
import { type Markup, md, rawMarkup } from '../markup.ts';
import { list, MAX_WORDS } from './search-lines.ts';

/** A name or a number, which a sentence that answers could hardly leave out; other words have many synonyms. */
const isTelling = (word: string): boolean =>
  /^[\p{Lu}\p{Lt}]|\d/u.test(word) && !isFunctionWord(word.toLowerCase());

/** Names and numbers of the question, as typed, that neither these excerpts nor their titles hold. */
const unmentioned = ({ query, missing }: Answer, excerpts: readonly Excerpt[]): string[] => {
  const held = new Set(
    excerpts.flatMap(({ text, title }) => terms(`${title}\n${text}`)).map(({ term }) => term),
  );
  const wordOf = ({ start, end }: Token): string => query.words.slice(start, end);
  const asked = terms(query.words)
    .filter(({ term }) => !held.has(term))
    .map(wordOf);
  return [...new Set(asked)].filter((word) => isTelling(word) && !missing.includes(word));
};

const ASKING = /^(?:who|whom|whose|when|where|why|how (?:many|much|long|old|often|far)|how)\b/i;

/** `question` as its asker wrote it; `excerpts` are all there are. */
export const unsureLine = (answer: Answer, question: string, excerpts: readonly Excerpt[]): Markup => {
  if (answer.unquoted.length > 0)
    return md`**Not sure.** These come nearest; the first does not hold ${list(answer.unquoted.slice(0, MAX_WORDS))}.`;
  const names = unmentioned(answer, excerpts).slice(0, MAX_WORDS);
  if (names.length > 0) return md`**Not sure.** These come nearest, but do not mention ${list(names)}.`;
  const asking = ASKING.exec(question.trim())?.[0].toLowerCase();
  // What an English question asks for can be named in English alone.
  return asking === undefined || currentLanguage().code !== 'en'
    ? md`**Not sure.** These come nearest; it is not certain that one answers it.`
    : rawMarkup(`**Not sure.** These come nearest; it is not certain that one says ${asking}.`);
};
