/** In: a set of one language. Out: its articles in a store, from which those that answer a question can be taken for a while. */
import type { Archive } from '../../../src/answers/archive.ts';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { openArticleStore } from '../../../src/store/sqlite-article-store.ts';
import { detectLanguage } from '../../../src/text/detect-language.ts';
import { openArchive } from '../../answers/open-archive.ts';
import { articleDraft } from '../../article-draft.ts';
import type { EvalArticle } from '../eval-data.ts';
import type { LanguageQuestion, LanguageSet } from './language-set.ts';

/** Questions of no time are asked at one. */
export const AS_OF_MS = Date.UTC(2025, 0, 1);

export interface OpenSet {
  readonly archive: Archive;
  /** What is asked while the articles known to answer the question are not there. */
  without<T>(asked: LanguageQuestion, ask: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const draftOf = ({ id, title, url, source, published, body }: EvalArticle): ArticleDraft =>
  articleDraft({ key: id, title, url, source, published, body, language: detectLanguage(body) });

export const openSet = async ({ articles }: LanguageSet): Promise<OpenSet> => {
  const store = await openArticleStore(null);
  const drafts = new Map(articles.map((article) => [article.id, draftOf(article)]));
  await store.add([...drafts.values()], 'backfill', AS_OF_MS);
  return {
    archive: openArchive(store),
    async without(asked, ask) {
      const known = asked.articles.map((id) => drafts.get(id)!);
      await store.remove([...asked.articles], AS_OF_MS);
      try {
        return await ask();
      } finally {
        await store.add(known, 'backfill', AS_OF_MS);
      }
    },
    close: () => store.close(),
  };
};
