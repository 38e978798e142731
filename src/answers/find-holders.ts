/**
 * In: documents that hold the words of quoted phrases in some form, in any order. Out: those whose texts hold the phrases
 * to the letter, in that order: the index knows words by their stems alone, and where they stand.
 */
import { setImmediate } from 'node:timers/promises';
import type { ArticleIndex, DocumentEntry } from '../search/article-index.ts';
import { AT_END, AT_START, AT_TOKEN, SENTENCE_STRIDE } from '../search/document.ts';
import { anchorOf, findRun, type TermRun } from '../search/document-filter.ts';
import { phraseIds } from '../search/term-ids.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { holdsPhrases } from './find-phrases.ts';

/** Texts read in one go, some ten milliseconds: others are answered in between. */
const STEP = 100;

export interface Holders {
  /** Numbers of documents. */
  readonly documents: readonly number[];
  /** How many of the documents given were read, from the first on. */
  readonly read: number;
}

interface Phrase {
  readonly text: string;
  readonly run: TermRun;
  readonly anchor: number;
  /** It begins and ends with a word, and so within the sentences its words stand in. */
  readonly isBare: boolean;
}

const BARE = /^[\p{L}\p{N}].*[\p{L}\p{N}]$/su;

interface Text {
  readonly title: string;
  readonly body: string;
}

/** The number of the sentence that the token stands in; -1 is the title. */
const sentenceAt = ({ sentences }: DocumentEntry, token: number): number => {
  let low = -1;
  let high = sentences.length / SENTENCE_STRIDE - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sentences[middle * SENTENCE_STRIDE + AT_TOKEN]! <= token) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Offset of `side` of a sentence in the title, a line end and the body. */
const sideOf = (
  { sentences }: DocumentEntry,
  { title }: Text,
  sentence: number,
  side: typeof AT_START | typeof AT_END,
): number => {
  if (sentence < 0) return side === AT_START ? 0 : title.length;
  return title.length + 1 + sentences[sentence * SENTENCE_STRIDE + side]!;
};

/** Reads only the sentences where the words of the phrase stand, each once: reading a long text whole takes milliseconds. */
const holdsPhrase = (
  entry: DocumentEntry,
  text: Text,
  { text: phrase, run, anchor, isBare }: Phrase,
): boolean => {
  const whole = `${text.title}\n${text.body}`;
  if (!isBare) return holdsPhrases(whole, [phrase]);
  const { tokens, sentences } = entry;
  const tokenBehind = (sentence: number) =>
    sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length;
  for (let from = 0; ; ) {
    const at = findRun(tokens, run, anchor, from);
    if (at === -1) return false;
    const first = sentenceAt(entry, at);
    const last = sentenceAt(entry, at + run.length - 1);
    const start = sideOf(entry, text, first, AT_START);
    const end = sideOf(entry, text, last, AT_END);
    // With the characters beside them, which tell whether a word ends there.
    if (holdsPhrases(whole.slice(Math.max(0, start - 1), end + 1), [phrase])) return true;
    // Wherever else the words stand in these sentences, it is these that were read.
    from = Math.min(tokenBehind(first), tokenBehind(last) - run.length + 1);
  }
};

/** Reads texts until `isEnough`, asked before each step, or to the end. A document that left the index holds nothing. */
export const findHolders = async (
  documents: readonly number[],
  phrases: readonly string[],
  isEnough: (found: Holders) => boolean,
  { index, articles }: { readonly index: ArticleIndex; readonly articles: Pick<ArticleReader, 'getMany'> },
): Promise<Holders> => {
  const wanted = phrases.map((text) => {
    const run = phraseIds(text, index);
    return { text, run, anchor: anchorOf(index, run), isBare: BARE.test(text) };
  });
  const holders: number[] = [];
  let read = 0;
  while (read < documents.length && !isEnough({ documents: holders, read })) {
    const step = documents.slice(read, read + STEP);
    const bySeq = new Map(step.map((document) => [index.document(document)?.seq ?? -1, document]));
    for (const text of await articles.getMany([...bySeq.keys()])) {
      const document = bySeq.get(text.seq)!;
      const entry = index.document(document);
      if (entry !== undefined && wanted.every((phrase) => holdsPhrase(entry, text, phrase)))
        holders.push(document);
    }
    read += step.length;
    await setImmediate();
  }
  return { documents: holders, read };
};
