/** In: a ranked passage and its article. Out: the excerpt, quoted from the stored body, with what matched marked. */
import { type ArticleRef, type Excerpt, type Span, toRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { AT_END, AT_START, AT_TOKEN, SENTENCE_STRIDE } from '../search/document.ts';
import { TERM_BITS } from '../search/token.ts';
import { DEFAULT_LANGUAGE, type Token, terms } from '../text/terms.ts';
import type { RankedPassage } from './rank-passages.ts';

const sentenceSpan = (sentences: Uint32Array, first: number, last: number): Span => ({
  start: sentences[first * SENTENCE_STRIDE + AT_START]!,
  end: sentences[last * SENTENCE_STRIDE + AT_END]!,
});

/** The passage's words, cut sentence by sentence as the index cuts them. */
const wordsOf = (article: Article, sentences: Uint32Array, { first, last }: RankedPassage): Token[] => {
  const words: Token[] = [];
  for (let at = first; at <= last; at++) {
    const { start, end } = sentenceSpan(sentences, at, at);
    words.push(...terms(article.body, article.language ?? DEFAULT_LANGUAGE, start, end));
  }
  return words;
};

/** Whether the text still has the words the index knows; not so for the moment while an article is being changed. */
const isSameText = (index: ArticleIndex, passage: RankedPassage, tokens: readonly Token[]): boolean => {
  const { sentences, tokens: known } = index.document(passage.document)!;
  const from = sentences[passage.first * SENTENCE_STRIDE + AT_TOKEN]!;
  return tokens.every(({ term }, at) => index.vocabulary.term(known[from + at]! & TERM_BITS) === term);
};

/**
 * The excerpt of a passage; null where the article's text was changed since the passage was ranked. `wanted` holds
 * the ids of the question's terms.
 */
export const makeExcerpt = (
  passage: RankedPassage,
  article: Article,
  index: ArticleIndex,
  wanted: ReadonlySet<number>,
  alsoIn: readonly ArticleRef[],
): Excerpt | null => {
  const { sentences } = index.document(passage.document)!;
  const { start, end } = sentenceSpan(sentences, passage.first, passage.last);
  const tokens = wordsOf(article, sentences, passage);
  if (!isSameText(index, passage, tokens)) return null;
  const isWanted = ({ term }: Token): boolean => wanted.has(index.vocabulary.find(term));
  return {
    ...toRef(article),
    start,
    end,
    text: article.body.slice(start, end),
    best: sentenceSpan(sentences, passage.best, passage.best),
    matches: tokens.filter(isWanted).map((token) => ({ start: token.start, end: token.end })),
    score: passage.score,
    imageUrl: article.imageUrl,
    alsoIn,
  };
};
