/** In: an article's text. Out: its words and sentences, from which it is indexed, found and ranked. The text is read once. */
import { crc32 } from 'node:zlib';
import { blocks } from '../text/blocks.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import type { ArticleWords } from './forward-index.ts';
import { grown } from './grown.ts';
import { Lexicon } from './lexicon.ts';
import { HEADING, PARAGRAPH } from './sentence-table.ts';
import { ADJACENT, INITIAL, MONEY, PERCENT, QUOTED } from './token.ts';
import { NO_TOKEN, WordTokens } from './word-tokens.ts';

/** Raised whenever other terms, tokens or sentences come out: articles read by an older one are then read again. */
export const ANALYSER_VERSION = 12;

export interface Analysable {
  readonly title: string;
  readonly body: string;
  /** ISO 639-1 code, or null if it is not known. */
  readonly language: string | null;
  /** Titles under which other outlets carry the same text. */
  readonly otherTitles?: readonly string[];
}

/** Two texts have the same checksum if they are the same, and else once in 2³². */
export const textChecksum = ({ title, body }: Pick<Analysable, 'title' | 'body'>): number =>
  crc32(body, crc32(`${title}\n`));

/** Words whose tokens carry numbers of the analyser's lexicon where an article's carry ids of the dictionary. */
export type AnalysedWords = Omit<ArticleWords, 'seq' | 'idLimit'>;

/** Grows, and hands out what was pushed. */
class NumberList {
  #values = new Uint32Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = grown(this.#values, this.length + 1);
    this.#values[this.length++] = value;
  }

  take(): Uint32Array {
    const taken = this.#values.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

const isSpaceOrHyphen = (code: number): boolean => code === 0x20 || code === 0x2d;
/** $, £, €. */
const isCurrency = (code: number): boolean => code === 0x24 || code === 0xa3 || code === 0x20ac;
const OPENING_QUOTES: ReadonlySet<number> = new Set(
  Array.from('"“‘„‚«»‹›「『', (mark) => mark.charCodeAt(0)),
);
/** French writes a space behind them, of one kind or another. */
const isSpaceInQuotes = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f;
const isGuillemet = (code: number): boolean => code === 0xab || code === 0x2039;
/** ” begins a quotation in Swedish and Finnish, and ends it elsewhere: it begins one where nothing is before it, or a space. */
const isOpeningThere = (mark: number, before: number): boolean => mark === 0x201d && !(before > 0x20);

/** Whether a quotation begins at a word. A closing mark has no word right behind it, except in scripts without spaces. */
const beginsQuotation = (text: string, start: number): boolean => {
  const mark = text.charCodeAt(start - 1);
  if (OPENING_QUOTES.has(mark)) return true;
  const before = text.charCodeAt(start - 2);
  return (isSpaceInQuotes(mark) && isGuillemet(before)) || isOpeningThere(mark, before);
};

/** What the characters around a word show. */
const surroundings = (text: string, start: number, end: number, previousEnd: number): number => {
  const before = text.charCodeAt(start - 1);
  let flags = 0;
  if (start - previousEnd === 1 && isSpaceOrHyphen(before)) flags |= ADJACENT;
  if (isCurrency(before)) flags |= MONEY;
  if (text.charCodeAt(end) === 0x25) flags |= PERCENT;
  if (beginsQuotation(text, start)) flags |= QUOTED;
  return flags;
};

/** Reads articles one by one; what it learns of words serves the next. */
export class Analyser {
  readonly lexicon = new Lexicon();
  readonly #words = new WordTokens(this.lexicon);
  readonly #tokens = new NumberList();
  readonly #sentences = new NumberList();

  analyse(article: Analysable): AnalysedWords {
    const { title, body, otherTitles = [] } = article;
    const language = article.language ?? DEFAULT_LANGUAGE;
    const languageNumber = this.#words.languageNumber(language);
    try {
      this.#pushWords(title, 0, title.length, languageNumber);
      const titleLength = this.#tokens.length;
      for (const other of otherTitles) this.#pushWords(other, 0, other.length, languageNumber);
      for (const block of blocks(body)) {
        if (block.kind === 'heading') {
          this.#pushSentence(body, block.start, block.end, HEADING | PARAGRAPH, languageNumber);
          continue;
        }
        let flags = PARAGRAPH;
        for (const { start, end } of sentences(body, language, block.start, block.end)) {
          this.#pushSentence(body, start, end, flags, languageNumber);
          flags = 0;
        }
      }
      const checksum = textChecksum(article);
      return { tokens: this.#tokens.take(), titleLength, sentences: this.#sentences.take(), checksum };
    } finally {
      this.#tokens.length = 0;
      this.#sentences.length = 0;
    }
  }

  #pushSentence(body: string, start: number, end: number, flags: number, language: number): void {
    for (const value of [start, end, this.#tokens.length, flags]) this.#sentences.push(value);
    this.#pushWords(body, start, end, language);
  }

  #pushWords(text: string, from: number, to: number, language: number): void {
    let previousEnd = -2;
    let initial = INITIAL;
    eachWord(
      text,
      (start, end) => {
        const token = this.#words.tokenOf(text, start, end, language);
        if (token === NO_TOKEN) return;
        this.#tokens.push(token | surroundings(text, start, end, previousEnd) | initial);
        initial = 0;
        previousEnd = end;
      },
      from,
      to,
    );
  }
}
