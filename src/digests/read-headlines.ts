/** In: articles that digests may hold. Out: their headlines, what they are copies of, and who else has their text. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inBatches } from '../domain/in-batches.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { type Headline, headline } from '../stories/headline.ts';
import type { HeardArticles } from './heard.ts';

/** Articles read at once. */
export const PAGE = 50;

export interface HeadlineSources extends Pick<HeardArticles, 'articles'> {
  /** One article's headline could not be read; the others go on. */
  onBadArticle(seq: number, error: unknown): void;
}

/** What is read of the articles that digests may hold, by number. */
export interface Material {
  readonly headlines: Map<number, Headline>;
  /** Of copies alone: what they are copies of. */
  readonly originals: Map<number, number>;
  /** All articles that have the text of one, removed ones too. */
  readonly sameText: Map<number, readonly number[]>;
}

/** Reads the headlines of these articles, with the sources of their copies. */
export const readHeadlines = async (
  found: readonly StoredArticle[],
  { articles, onBadArticle }: HeadlineSources,
  { headlines, originals, sameText }: Material,
): Promise<void> => {
  const seqs = found.map(({ seq }) => seq);
  const copies = await articles.copiesOfMany(seqs);
  for (const [seq, numbers] of await articles.numbersOfTexts(seqs)) sameText.set(seq, numbers);
  for (const article of found) {
    const sources = copies.get(article.seq)?.map(({ source }) => source);
    try {
      headlines.set(article.seq, headline(article, sources));
    } catch (error) {
      onBadArticle(article.seq, error);
      continue;
    }
    if (article.duplicateOf !== null) originals.set(article.seq, article.duplicateOf);
    await nextTurn();
  }
};

/** Reads the headlines of articles that were matched in an earlier round. */
export const readMissing = async (
  seqs: readonly number[],
  sources: HeadlineSources,
  material: Material,
): Promise<void> => {
  const missing = [...new Set(seqs)].filter((seq) => !material.headlines.has(seq));
  for (const page of inBatches(missing, PAGE))
    await readHeadlines(await sources.articles.getMany(page), sources, material);
};

/** The numbers of all articles that have the text of one. */
export const numbersOf = (seq: number, { sameText }: Material): readonly number[] => {
  const numbers = sameText.get(seq) ?? [];
  return numbers.includes(seq) ? numbers : [seq, ...numbers];
};

export const printOf = (seq: number, { headlines }: Material): string => headlines.get(seq)?.print ?? '';
