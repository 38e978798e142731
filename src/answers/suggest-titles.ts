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
  /** Best first. */
  suggest(text: string, limit: number): Promise<ArticleRef[]>;
}

export const createTitleSuggestions = (
  reader: Pick<ArticleReader, 'titleChanges' | 'position'>,
  { engine, words, articles }: Pick<Archive, 'engine' | 'words' | 'articles'>,
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

  /** Articles whose titles hold every word that was typed, the newest first. */
  const titled = async (text: string, limit: number): Promise<number[]> => {
    const typed = terms(text).map(({ start, end }) => text.slice(start, end));
    if (typed.length === 0) return [];
    const forms = await formsOf(typed, await words.dictionary());
    const query = inTitle(all(forms.map(anyForm)));
    const page = { order: 'newest', offset: 0, limit, asOfDay: 0 } as const;
    return (await engine.page(query, WHOLE_SCOPE, page)).hits.map(({ seq }) => seq);
  };

  return {
    async suggest(text, limit) {
      reading = reading.catch(() => undefined).then(catchUp);
      await reading;
      const near = titles.search(text, limit);
      const older = near.length < limit ? await titled(text, limit) : [];
      const seqs = [...new Set([...near, ...older])].slice(0, limit);
      return articles.refs(seqs);
    },
  };
};
