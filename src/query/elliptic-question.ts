/**
 * In: a question, and a few words that go on from it ("and in Belgorod?", "what about Putin?"). Out: the question with those
 * words in the place of what they replace, or null if the later words are more than that.
 */
import type { Query } from '../domain/query.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { countWords } from '../text/words.ts';
import type { PointingWords } from './pointing-words.ts';

const patterns = new Map<PointingWords, RegExp>();

/** Behind it, what is left of its spaces before the end. */
const makePattern = (pointing: PointingWords): RegExp => {
  const { lead, joinedLead, about, aboutEnd, places, placeEnd } = pointing;
  return new RegExp(
    `^(?<lead>(?:${lead})[\\s,，、]+)?(?<joined>${joinedLead})?(?:(?<about>(?:${about}))\\s+)?(?:(?<place>${places.join('|')})\\s+)?(?<rest>\\S.*?)(?<placeEnd>${placeEnd})?(?:\\s*(?<aboutEnd>${aboutEnd}))?$`,
    'iu',
  );
};

const ellipsisOf = (pointing: PointingWords): RegExp => patterns.getOrInsertComputed(pointing, makePattern);

const MAX_WORDS = 4;

const bare = (text: string): string => text.replace(/^[\s¿¡]+|[\s?!.…？！。؟]+$/gu, '');

/** "in Kursk" at the end of "how many did they lose in Kursk" gives way to "in Belgorod", and "pod Radomiem" to "w Łodzi". */
const replacePlace = (question: string, place: string, rest: string, { places }: PointingWords): string => {
  const alike = places.find((group) => group.split('|').includes(place.toLowerCase())) ?? place;
  const found = new RegExp(`^(?<kept>.*)\\s(?:${alike})\\s+\\S+(?:\\s+\\S+){0,2}$`, 'iu').exec(question);
  return `${found?.groups?.kept ?? question} ${place} ${rest}`;
};

/** "malatyada" gives way to "bodrumda", if it is the one place there. */
const replaceByEnding = (question: string, place: string, { placeEnd }: PointingWords): string => {
  const found = [...question.matchAll(new RegExp(`(?<!\\S)\\S{2,}?(?:${placeEnd})(?!\\S)`, 'giu'))];
  const [one] = found;
  return one !== undefined && found.length === 1
    ? `${question.slice(0, one.index)}${place}${question.slice(one.index + one[0].length)}`
    : `${question} ${place}`;
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

/** Whether the words name something rather than ask: "tại sao" asks, although "tại" is "in" as well. */
const isFragment = (place: string, rest: string, { asking }: PointingWords): boolean => {
  const words = countWords(rest);
  return words > 0 && words <= MAX_WORDS && !asking.test(`${place} ${rest}`);
};

export const completeEllipsis = (earlier: Query, later: Query, pointing: PointingWords): string | null => {
  const found = ellipsisOf(pointing).exec(bare(later.words))?.groups ?? {};
  const { lead, joined, about, place, rest = '', placeEnd, aboutEnd } = found;
  const goesOn = [lead, joined, about, place, placeEnd, aboutEnd].some((part) => part !== undefined);
  if (!goesOn || !isFragment(place ?? '', rest, pointing)) return null;
  const question = bare(earlier.words);
  if (place !== undefined) return question === '' ? null : replacePlace(question, place, rest, pointing);
  if (earlier.intent.kind === 'fact' && !pointing.asking.test(question)) return null;
  if (placeEnd !== undefined) return replaceByEnding(question, `${rest}${placeEnd}`, pointing);
  return replaceName(question, earlier.intent.speaker, rest);
};
