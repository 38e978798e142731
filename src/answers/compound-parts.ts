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

const heldAs = async (
  parts: readonly string[],
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> =>
  heldForms(await dictionary.ids([...new Set(parts.map((part) => termOf(part, language)))]), dictionary);

/** Cut where the last part is the longest; null if there is no such cut, or the language writes compounds otherwise. */
export const findCompoundParts = async (
  word: string,
  language: string,
  dictionary: Dictionary,
): Promise<WordForms | null> => {
  if (!COMPOUNDING.has(language)) return null;
  const lower = word.toLowerCase();
  for (let at = SHORTEST_PART; at <= lower.length - SHORTEST_PART; at++) {
    const last = await heldAs([lower.slice(at)], language, dictionary);
    const first =
      last &&
      (await heldAs([lower.slice(0, at), lower.slice(0, at).replace(LINKS, '')], language, dictionary));
    if (first === null) continue;
    return {
      forms: [...first.forms, ...last!.forms],
      ids: [...first.ids, ...last!.ids],
      frequencies: [...first.frequencies, ...last!.frequencies],
      frequency: Math.min(first.frequency, last!.frequency),
    };
  }
  return null;
};
