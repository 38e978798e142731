/**
 * In: a question, and a few words that go on from it ("and in Belgorod?", "what about Putin?"). Out: the question with those
 * words in the place of what they replace, or null if the later words are more than that.
 */
import type { Query } from '../domain/query.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { countWords } from '../text/words.ts';
import type { PointingWords } from './pointing-words.ts';

const patterns = new Map<PointingWords, RegExp>();

const makePattern = ({ lead, about, place }: PointingWords): RegExp =>
  new RegExp(
    `^(?<lead>(?:${lead})\\s+)?(?:(?<about>(?:${about}))\\s+)?(?:(?<place>${place})\\s+)?(?<rest>\\S.*)$`,
    'iu',
  );

const ellipsisOf = (pointing: PointingWords): RegExp => patterns.getOrInsertComputed(pointing, makePattern);

const MAX_WORDS = 4;

const bare = (text: string): string => text.replace(/^[\s¿¡]+|[\s?!.…]+$/gu, '');

/** "in Kursk" at the end of "how many did they lose in Kursk" gives way to "in Belgorod". */
const replacePlace = (question: string, place: string, rest: string): string => {
  const found = new RegExp(`\\s${place}\\s+\\S+(?:\\s+\\S+){0,2}$`, 'iu').exec(question);
  const kept = found === null ? question : question.slice(0, found.index);
  return `${kept} ${place} ${rest}`;
};

/** Names in lower case: what the question is about, at its end ("who is liz truss", "what happened in belgorod") … */
const WHO_DOES = /^(?<kept>who(?:['’]s|\s+\S+))\s+(?!the\s|(?:that|this|it)$)\S+(?:\s+\S+)?$/i;
const AT_THE_END = /^(?<kept>.*\s(?:in|at|from|near|to|of))\s+(?!(?:the|an?)\s)\S+(?:\s+\S+)?$/i;
/** … behind the verb that asks ("how many people did twitter lay off"), if the word there is no verb or pronoun … */
const BEHIND_AUXILIARY = new RegExp(
  `^(?<kept>(?:.*?\\s)?${AUXILIARY})\\s+(?!(?:the|an?|i|you|he|she|it|we|they|there|people|new|known|said|done|left|wrong|true|\\S+(?:ing|ed))\\s)\\S+(?<behind>\\s.*)$`,
  'i',
);
/** … or behind "about" and the like: "what is known about inflation", "what is going on with twitter". */
const AS_SUBJECT = /^(?<kept>.*\s(?:about|with|on|since))\s+(?!(?:the|an?)\s)\S+(?:\s+\S+)?$/i;
/** "The injured" are no other place or person. */
const MAY_BE_NAME = /^(?!(?:the|those|these|any|some|other|more|less)\s)\S+(?:\s+\S+)?$/i;

/** Null if nothing stands where a name may. */
const replaceInLowerCase = (question: string, rest: string): string | null => {
  const found = [WHO_DOES, AT_THE_END, BEHIND_AUXILIARY, AS_SUBJECT].map(
    (pattern) => pattern.exec(question)?.groups,
  );
  const { kept, behind = '' } = found.find((groups) => groups !== undefined) ?? {};
  return kept === undefined || !MAY_BE_NAME.test(rest) ? null : `${kept} ${rest}${behind}`;
};

const NAME_RUN = /(?<=\s)\p{Lu}[\p{L}\p{N}'’.-]*(?:\s+\p{Lu}[\p{L}\p{N}'’.-]*)*/gu;

/**
 * The speaker, else the one name there is, is replaced by the words; else the words are added. Null if the question
 * has a name and the words are not one: then they are about the name it has.
 */
const replaceName = (question: string, speaker: string | null, rest: string): string | null => {
  if (speaker !== null)
    return question.replace(new RegExp(`(?<=\\s)${RegExp.escape(speaker)}(?=\\s|$)`, 'i'), () => rest);
  const names = [...question.matchAll(NAME_RUN)];
  const [name] = names;
  if (names.length > 0 && !/^\p{Lu}/u.test(rest)) return null;
  return names.length === 1 && name !== undefined
    ? `${question.slice(0, name.index)}${rest}${question.slice(name.index + name[0].length)}`
    : ((names.length === 0 ? replaceInLowerCase(question, rest) : null) ?? `${question} ${rest}`);
};

/** Whether the words name something rather than ask. */
const isFragment = (rest: string, { asking }: PointingWords): boolean => {
  const words = countWords(rest);
  return words > 0 && words <= MAX_WORDS && !asking.test(rest);
};

export const completeEllipsis = (earlier: Query, later: Query, pointing: PointingWords): string | null => {
  const { lead, about, place, rest = '' } = ellipsisOf(pointing).exec(bare(later.words))?.groups ?? {};
  if (lead === undefined && about === undefined && place === undefined) return null;
  if (!isFragment(rest, pointing)) return null;
  const question = bare(earlier.words);
  if (place !== undefined) return question === '' ? null : replacePlace(question, place, rest);
  const asks = earlier.intent.kind !== 'fact' || pointing.asking.test(question);
  return asks ? replaceName(question, earlier.intent.speaker, rest) : null;
};
