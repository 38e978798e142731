/** In: a compound that no article holds ("Lehrerstreik"). Out: the terms of its two parts, where articles hold both. */
import type { Dictionary } from '../search/forward-index.ts';
import type { WordForms } from '../search/word-forms.ts';
import { termOf } from '../text/terms.ts';
import { heldForms } from './alike-terms.ts';

/** Languages that write compounds as one word. Measured on German alone. */
const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'no']);

/** Letters. Shorter parts are found in words that are no compounds. */
const SHORTEST_PART = 4;

/** Between the parts: "Regierung-s-krise", "Lehrer-streik", "Sonne-n-licht". */
const LINKS = /(?:e?s|e?n|er|e)$/;

interface Cut {
  /** Terms that the first part may stand under: as it is, and without a link. */
  readonly first: readonly string[];
  readonly last: string;
}

/** Cut where the last part is the longest; null if there is no such cut, or the language writes compounds otherwise. */
export const findCompoundParts = async (
  word: string,
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> => {
  if (!COMPOUNDING.has(language)) return null;
  const lower = word.toLowerCase();
  const places = Math.max(0, lower.length - 2 * SHORTEST_PART + 1);
  const cuts = Array.from({ length: places }, (_, more): Cut => {
    const begun = lower.slice(0, SHORTEST_PART + more);
    const first = [begun, begun.replace(LINKS, '')].map((part) => termOf(part, language));
    return { first, last: termOf(lower.slice(SHORTEST_PART + more), language) };
  });
  // All at once: a dictionary may be asked over a network.
  const ids = await dictionary.ids([...new Set(cuts.flatMap(({ first, last }) => [...first, last]))]);
  const heldAs = (terms: readonly string[]): WordForms | null =>
    heldForms(new Map(terms.flatMap((term) => (ids.has(term) ? [[term, ids.get(term)!]] : []))), dictionary);
  for (const cut of cuts) {
    const [first, last] = [heldAs(cut.first), heldAs([cut.last])];
    if (first === null || last === null) continue;
    return {
      forms: [...first.forms, ...last.forms],
      ids: [...first.ids, ...last.ids],
      frequencies: [...first.frequencies, ...last.frequencies],
      frequency: Math.min(first.frequency, last.frequency),
    };
  }
  return null;
};
