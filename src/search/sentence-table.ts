/** The sentences of an article as numbers: what each number means, and how sentences and their words are found. */
import type { ArticleWords } from './forward-index.ts';
import { TERM_BITS } from './token.ts';

/** Numbers a sentence takes. */
export const SENTENCE_STRIDE = 4;
/** Offsets into one sentence's numbers: start and end (UTF-16 offsets into the body), first token, flags. */
export const AT_START = 0;
export const AT_END = 1;
export const AT_TOKEN = 2;
export const AT_FLAGS = 3;
/** First sentence of its paragraph. */
export const PARAGRAPH = 1;
/** Heads a section: searched, never quoted. */
export const HEADING = 2;

type Words = Pick<ArticleWords, 'sentences' | 'tokens'>;

export const sentenceCount = ({ sentences }: Pick<Words, 'sentences'>): number =>
  sentences.length / SENTENCE_STRIDE;

/** The first token of the body. */
export const bodyStart = ({ sentences, tokens }: Words): number => sentences[AT_TOKEN] ?? tokens.length;

/** The term ids of the title's words, in order. A loop, since it runs for all candidates of every question. */
export const titleIds = ({ tokens, titleLength }: Pick<ArticleWords, 'tokens' | 'titleLength'>): number[] => {
  const ids: number[] = [];
  for (let at = 0; at < titleLength; at++) ids.push(tokens[at]! & TERM_BITS);
  return ids;
};

/** The first token of a run of sentences, and the token after the run; `end` is the sentence after the run. */
export const tokensOf = ({ sentences, tokens }: Words, first: number, end: number): [number, number] => [
  sentences[first * SENTENCE_STRIDE + AT_TOKEN]!,
  sentences[end * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length,
];

/** UTF-16 units of a sentence. */
export const lengthOf = ({ sentences }: Pick<Words, 'sentences'>, sentence: number): number =>
  sentences[sentence * SENTENCE_STRIDE + AT_END]! - sentences[sentence * SENTENCE_STRIDE + AT_START]!;

/** Offsets of a run of sentences in the body, both ends included. */
export const spanOf = (
  { sentences }: Pick<Words, 'sentences'>,
  first: number,
  last: number,
): { start: number; end: number } => ({
  start: sentences[first * SENTENCE_STRIDE + AT_START]!,
  end: sentences[last * SENTENCE_STRIDE + AT_END]!,
});
