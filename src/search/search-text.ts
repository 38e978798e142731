/** In: an article's words. Out: its title and its body as an engine takes them: terms with spaces between them. */
import type { AnalysedWords } from './analyse-article.ts';
import { grown } from './grown.ts';
import type { Lexicon } from './lexicon.ts';
import { bodyStart } from './sentence-table.ts';
import { INITIAL, TERM_BITS } from './token.ts';

/** Stands between titles, so that no phrase runs from one into the next; no term is written so. */
const BORDER = '\uffff';

export interface SearchText {
  /** The article's own title first, then those that other outlets give it. */
  readonly title: string;
  readonly body: string;
}

type Words = Pick<AnalysedWords, 'tokens' | 'sentences' | 'titleLength'>;

/** `tokenOf` gives the token of a number in the words. */
export const searchText = (words: Words, tokenOf: (number: number) => string): SearchText => {
  const start = bodyStart(words);
  const { tokens } = words;
  const tokenAt = (at: number): string => tokenOf(tokens[at]! & TERM_BITS);
  let title = '';
  const body = new Array<string>(tokens.length - start);
  for (let at = 0; at < start; at++) {
    if (at > 0) title += tokens[at]! & INITIAL ? ` ${BORDER} ` : ' ';
    title += tokenAt(at);
  }
  for (let at = start; at < tokens.length; at++) body[at - start] = tokenAt(at);
  return { title, body: body.join(' ') };
};

const SPACE = 0x20;
const BORDER_BYTES = Buffer.from(` ${BORDER} `);

/** Writes the same in UTF-8, without a string for each article: the bytes are good until the next is written. */
export class SearchTextWriter {
  readonly #lexicon: Lexicon;
  #bytes = new Uint8Array(1 << 14);
  #end = 0;

  /** The numbers in the words are those of the lexicon. */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  write(words: Words): Readonly<Record<keyof SearchText, Uint8Array>> {
    const start = bodyStart(words);
    this.#end = 0;
    this.#writeTokens(words.tokens, 0, start, true);
    const titleEnd = this.#end;
    this.#writeTokens(words.tokens, start, words.tokens.length, false);
    return { title: this.#bytes.subarray(0, titleEnd), body: this.#bytes.subarray(titleEnd, this.#end) };
  }

  #writeTokens(tokens: Uint32Array, from: number, to: number, hasBorders: boolean): void {
    const lexicon = this.#lexicon;
    for (let at = from; at < to; at++) {
      const number = tokens[at]! & TERM_BITS;
      const end = this.#end + BORDER_BYTES.length + lexicon.tokenLength(number);
      if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
      if (at > from) this.#separate(hasBorders && (tokens[at]! & INITIAL) !== 0);
      this.#end = lexicon.writeToken(number, this.#bytes, this.#end);
    }
  }

  #separate(isBorder: boolean): void {
    if (!isBorder) this.#bytes[this.#end++] = SPACE;
    else for (const byte of BORDER_BYTES) this.#bytes[this.#end++] = byte;
  }
}
