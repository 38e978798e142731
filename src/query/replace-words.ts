/** In: a text, and words that stand for others. Out: the text with the others. */
import { eachWord } from '../text/words.ts';

const APOSTROPHE = /['’ʼ]/;

/**
 * Each place where `word`, of one word or several, stands as typed is replaced by its `suggestion`; if it is but a part of
 * another word it stays, except behind an apostrophe ("l’État"). What was put in is not replaced again.
 */
export const replaceWords = (
  text: string,
  replacements: readonly { readonly word: string; readonly suggestion: string }[],
): string => {
  const starts = new Set<number>();
  const ends = new Set<number>();
  eachWord(text, (start, end) => {
    starts.add(start);
    ends.add(end);
    for (let at = start + 1; at < end; at++) if (APOSTROPHE.test(text[at - 1]!)) starts.add(at);
  });
  let replaced = '';
  let through = 0;
  for (const start of starts) {
    const fits = ({ word }: { readonly word: string }): boolean =>
      ends.has(start + word.length) && text.startsWith(word, start);
    const found = start < through ? undefined : replacements.find(fits);
    if (found === undefined) continue;
    replaced += text.slice(through, start) + found.suggestion;
    through = start + found.word.length;
  }
  return replaced + text.slice(through);
};
