/**
 * In: a title as it is typed. Out: the articles whose titles begin with it or resemble it. MiniSearch looks through the
 * newest titles, prefixes and slips of the pen included; older ones are found by the engine, by whole words.
 */
import type { ArticleRef } from '../domain/answer.ts';
import { all, anyForm, inTitle, WHOLE_SCOPE } from '../search/search-query.ts';
import { TitleIndex } from '../search/title-index.ts';
import { formsOf } from '../search/word-forms.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { terms } from '../text/terms.ts';
import type { Archive } from './archive.ts';

/** Titles kept for typing: 10,000 take about 15 MB and a search among them a few milliseconds. */
const NEWEST = 10_000;
const STEP = 1_000;

export interface TitleSuggestions {
  /** Best first, of those that the archive's audience hears. */
  suggest(
    text: string,
    limit: number,
    archive: Pick<Archive, 'engine' | 'words' | 'articles'>,
  ): Promise<ArticleRef[]>;
}

/** Articles whose titles hold every word that was typed, the newest first. */
const titled = async (
  text: string,
  limit: number,
  { engine, words }: Pick<Archive, 'engine' | 'words'>,
): Promise<number[]> => {
  const typed = terms(text).map(({ start, end }) => text.slice(start, end));
  if (typed.length === 0) return [];
  const forms = await formsOf(typed, await words.dictionary());
  const query = inTitle(all(forms.map(anyForm)));
  const page = { order: 'newest', offset: 0, limit, asOfDay: 0 } as const;
  return (await engine.page(query, WHOLE_SCOPE, page)).hits.map(({ shown }) => shown);
};

/** The first of the articles that are heard, at most `limit`. */
const firstHeard = async (
  seqs: Iterable<number>,
  limit: number,
  { articles }: Pick<Archive, 'articles'>,
): Promise<ArticleRef[]> => {
  const heard: ArticleRef[] = [];
  const waiting: number[] = [];
  for (const seq of seqs) {
    waiting.push(seq);
    if (waiting.length < limit) continue;
    heard.push(...(await articles.refs(waiting.splice(0))));
    if (heard.length >= limit) return heard.slice(0, limit);
  }
  return [...heard, ...(await articles.refs(waiting))].slice(0, limit);
};

/** `reader` reads all articles. */
export const createTitleSuggestions = (
  reader: Pick<ArticleReader, 'titleChanges' | 'position'>,
): TitleSuggestions => {
  const titles = new TitleIndex(NEWEST);
  let revision: number | null = null;
  let reading: Promise<void> = Promise.resolve();

  const catchUp = async (): Promise<void> => {
    const oldest = revision === null ? Math.max(0, (await reader.position()).lastSeq - NEWEST) : 0;
    for (;;) {
      const changes = await reader.titleChanges(revision ?? 0, { after: oldest, limit: STEP });
      for (const { seq, title } of changes) {
        if (title === null) titles.remove(seq);
        else titles.add(seq, title);
      }
      revision = changes.at(-1)?.revision ?? revision ?? 0;
      if (changes.length < STEP) return;
    }
  };

  return {
    async suggest(text, limit, archive) {
      reading = reading.catch(() => undefined).then(catchUp);
      await reading;
      const near = await firstHeard(titles.search(text), limit, archive);
      if (near.length >= limit) return near;
      const known = new Set(near.map(({ seq }) => seq));
      const older = (await titled(text, limit, archive)).filter((seq) => !known.has(seq));
      return [...near, ...(await archive.articles.refs(older))].slice(0, limit);
    },
  };
};
