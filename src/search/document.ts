/**
 * In: an article. Out: what the index keeps of it: its words as term ids in order, and its sentences by offset. With
 * this, passages are scored without reading or cutting the text again.
 */
import { blocks } from '../text/blocks.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import { ADJACENT, INITIAL, MONEY, PERCENT, QUOTED } from './token.ts';
import { NO_TOKEN, type WordTokens } from './word-tokens.ts';

/** Numbers a sentence takes in `sentences`. */
export const SENTENCE_STRIDE = 4;
/** Offsets into one sentence's numbers. */
export const AT_START = 0;
export const AT_END = 1;
export const AT_TOKEN = 2;
export const AT_FLAGS = 3;
/** First sentence of its paragraph. */
export const PARAGRAPH = 1;
/** Heads a section: searched, never quoted. */
export const HEADING = 2;

export interface IndexedDocument {
  /** Title first, then the body. */
  readonly tokens: Uint32Array;
  /** How many of the tokens are the title's. */
  readonly titleLength: number;
  /** Four numbers a sentence: start and end (UTF-16 offsets into the body), first token, flags. */
  readonly sentences: Uint32Array;
}

/** First token of a run of sentences, and the one behind its last; `end` is the sentence behind the last. */
export const tokensOf = (
  { sentences, tokens }: Pick<IndexedDocument, 'sentences' | 'tokens'>,
  first: number,
  end: number,
): [number, number] => [
  sentences[first * SENTENCE_STRIDE + AT_TOKEN]!,
  sentences[end * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length,
];

class Growing {
  #values = new Uint32Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  take(): Uint32Array {
    const taken = this.#values.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

const tokens = new Growing();
const table = new Growing();

/** What the characters around a word tell. */
const surroundings = (text: string, start: number, end: number, previousEnd: number): number => {
  let flags = 0;
  const before = text.charCodeAt(start - 1);
  if (start - previousEnd === 1 && (before === 32 || before === 45)) flags |= ADJACENT;
  if (before === 0x24 || before === 0xa3 || before === 0x20ac) flags |= MONEY;
  if (text.charCodeAt(end) === 0x25) flags |= PERCENT;
  if (before === 0x22 || before === 0x201c || before === 0x2018) flags |= QUOTED;
  return flags;
};

const pushWords = (text: string, from: number, to: number, language: number, words: WordTokens): void => {
  let previousEnd = -2;
  let initial = INITIAL;
  eachWord(
    text,
    (start, end) => {
      const token = words.tokenOf(text, start, end, language);
      if (token === NO_TOKEN) return;
      tokens.push(token | surroundings(text, start, end, previousEnd) | initial);
      initial = 0;
      previousEnd = end;
    },
    from,
    to,
  );
};

const pushSentence = (start: number, end: number, flags: number): void => {
  table.push(start);
  table.push(end);
  table.push(tokens.length);
  table.push(flags);
};

/** Reads an article into term ids, adding unknown terms to the vocabulary of `words`. */
export const analyse = (
  article: { readonly title: string; readonly body: string; readonly language: string | null },
  words: WordTokens,
): IndexedDocument => {
  const { title, body } = article;
  const language = article.language ?? DEFAULT_LANGUAGE;
  const languageNumber = words.languageNumber(language);
  pushWords(title, 0, title.length, languageNumber, words);
  const titleLength = tokens.length;
  for (const block of blocks(body)) {
    if (block.kind === 'heading') {
      pushSentence(block.start, block.end, HEADING | PARAGRAPH);
      pushWords(body, block.start, block.end, languageNumber, words);
      continue;
    }
    let flags = PARAGRAPH;
    for (const { start, end } of sentences(body, language, block.start, block.end)) {
      pushSentence(start, end, flags);
      pushWords(body, start, end, languageNumber, words);
      flags = 0;
    }
  }
  return { tokens: tokens.take(), titleLength, sentences: table.take() };
};
