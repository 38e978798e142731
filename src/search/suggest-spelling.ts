/** In: a word no article holds. Out: the term of the corpus it was probably meant to be, or null. */
import { distance } from 'fastest-levenshtein';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words resemble too many others. */
const SHORTEST = 4;

/** Slips allowed, as in most spelling correctors: one in a short word, two in a longer one. */
const slipsIn = (length: number): number => (length < 8 ? 1 : 2);

/** Two neighbouring letters in each other's place are one slip. */
const isSwapped = (term: string, known: string): boolean => {
  if (term.length !== known.length) return false;
  let at = 0;
  while (at < term.length && term[at] === known[at]) at += 1;
  return (
    term[at] === known[at + 1] && term[at + 1] === known[at] && term.slice(at + 2) === known.slice(at + 2)
  );
};

/** Slips seldom fall on the first letter; comparing every word of a large corpus would take too long. */
const startsAlike = (known: string, term: string): boolean =>
  known.charCodeAt(0) === term.charCodeAt(0) ||
  (known.charCodeAt(0) === term.charCodeAt(1) && known.charCodeAt(1) === term.charCodeAt(0));

/**
 * The known term nearest to `term`: fewest slips first, then the one in most articles. Numbers are never corrected:
 * another number is another fact.
 */
export const suggestSpelling = (term: string, vocabulary: Vocabulary): string | null => {
  if (term.length < SHORTEST || /\d/.test(term)) return null;
  const slips = slipsIn(term.length);
  let best: { id: number; slips: number; frequency: number } | null = null;
  for (let id = 0; id < vocabulary.size; id++) {
    const known = vocabulary.term(id);
    if (Math.abs(known.length - term.length) > slips || !startsAlike(known, term)) continue;
    if (FUNCTION_WORDS.has(known)) continue;
    const frequency = vocabulary.documentFrequency(id);
    if (frequency === 0) continue;
    const apart = isSwapped(term, known) ? 1 : distance(term, known);
    if (apart > slips) continue;
    const isBetter =
      best === null || apart < best.slips || (apart === best.slips && frequency > best.frequency);
    if (isBetter) best = { id, slips: apart, frequency };
  }
  return best === null ? null : vocabulary.term(best.id);
};
