/**
 * In: the words of a sentence. Out: which of them stand in the name of a person, recognised by what stands beside the name: a
 * title before it ("actor Will Smith"), or a verb that only people take after it ("Smith said").
 */
import { ADJACENT, CAPITAL, TERM_BITS } from '../../search/token.ts';
import { PERSON_TITLE, PERSON_VERB } from './term-kinds.ts';

/** Fills `persons`, which has room for all the words, by word from `from` on: 1 in a person's name, else 0. */
export const markPersons = (
  tokens: Uint32Array,
  from: number,
  to: number,
  kinds: Uint16Array,
  persons: Uint8Array,
): void => {
  let kindBefore = 0;
  let isPerson = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    const kind = kinds[token & TERM_BITS]!;
    const follows: boolean = (kindBefore & PERSON_TITLE) !== 0 || (isPerson && (token & ADJACENT) !== 0);
    isPerson = follows && (token & CAPITAL) !== 0 && (kind & PERSON_TITLE) === 0;
    persons[at - from] = isPerson ? 1 : 0;
    kindBefore = kind;
  }
  let kindBehind = 0;
  let joins = false;
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at]!;
    isPerson = (token & CAPITAL) !== 0 && ((kindBehind & PERSON_VERB) !== 0 || (isPerson && joins));
    if (isPerson) persons[at - from] = 1;
    kindBehind = kinds[token & TERM_BITS]!;
    joins = (token & (CAPITAL | ADJACENT)) === (CAPITAL | ADJACENT);
  }
};
