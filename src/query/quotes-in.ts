/** In: a message. Out: what it quotes. */

/** Fewer words are a name or an expression, not a quote. */
const FEWEST_WORDS = 3;
const MARKED = /“([^“”]{8,1000})”|"([^"\n]{8,1000})"|„([^„“”]{8,1000})[“”]|«([^«»]{8,1000})»/g;

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** What stands in quotation marks, the longest first; if nothing does, the whole text. Each of at least three words. */
export const quotesIn = (text: string): string[] => {
  const marked = [...text.matchAll(MARKED)]
    .map((found) =>
      found
        .slice(1)
        .find((part) => part !== undefined)!
        .trim(),
    )
    .toSorted((a, b) => b.length - a.length);
  return (marked.length > 0 ? marked : [text.trim()]).filter((quote) => wordsIn(quote) >= FEWEST_WORDS);
};
