/** In: a real article. Out: its paragraphs with the places of the words that may be exchanged. */
import type { EvalArticle } from '../eval-data.ts';
import { isCapital, type RealWords, WORD } from './real-words.ts';

/** A title or a paragraph. */
export interface Piece {
  readonly text: string;
  /** How many words it has. */
  readonly words: number;
  /** Of each word that may be exchanged: its number, and the half-open range it stands in. */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export interface ArticleTemplate {
  readonly article: EvalArticle;
  readonly title: Piece;
  readonly paragraphs: readonly Piece[];
  /** Words of all paragraphs. */
  readonly words: number;
}

const readPiece = (text: string, { numbers, isName, isRare }: RealWords): Piece => {
  const found: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let words = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words++;
    const number = numbers.get(word.toLowerCase())!;
    if (!isName[number] && !isRare[number]) continue;
    found.push(number);
    starts.push(index);
    ends.push(index + word.length);
  }
  return {
    text,
    words,
    numbers: Uint32Array.from(found),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
};

/** `words` must hold every word of the article. */
export const readTemplate = (article: EvalArticle, words: RealWords): ArticleTemplate => {
  const paragraphs = article.body.split('\n\n').map((paragraph) => readPiece(paragraph, words));
  return {
    article,
    title: readPiece(article.title, words),
    paragraphs,
    words: paragraphs.reduce((sum, piece) => sum + piece.words, 0),
  };
};

/** Written as the word it takes the place of: in lower case, with a capital, or in capitals. */
const writtenLike = (name: string, written: string): string => {
  if (!isCapital(written[0]!)) return name;
  if (isCapital(written.at(-1)!)) return name.toUpperCase();
  return name[0]!.toUpperCase() + name.slice(1);
};

/** The text with other words, in lower case by the number of the word they take the place of. */
export const rewrite = (
  { text, numbers, starts, ends }: Piece,
  others: readonly (string | undefined)[],
): string => {
  let rewritten = '';
  let last = 0;
  for (let at = 0; at < numbers.length; at++) {
    const other = others[numbers[at]!];
    if (other === undefined) continue;
    const start = starts[at]!;
    const end = ends[at]!;
    rewritten += text.slice(last, start) + writtenLike(other, text.slice(start, end));
    last = end;
  }
  return last === 0 ? text : rewritten + text.slice(last);
};
