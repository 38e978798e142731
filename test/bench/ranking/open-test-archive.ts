/** In: articles. Out: the same in a store in memory, with what finding and ranking read of them. */
import type { Archive } from '../../../src/answers/archive.ts';
import type { RankingContext } from '../../../src/answers/ranking/read-candidates.ts';
import { Scratch } from '../../../src/answers/ranking/scratch.ts';
import { TermKinds } from '../../../src/answers/ranking/term-kinds.ts';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { openArticleStore } from '../../../src/store/sqlite-article-store.ts';
import { DEFAULT_LANGUAGE } from '../../../src/text/terms.ts';
import { articleDraft } from '../../article-draft.ts';
import { type EvalArticle, plainText } from '../eval-data.ts';

/** Articles with what is looked up in them; the article at place i has seq i + 1. */
export interface TestArchive {
  readonly articles: readonly EvalArticle[];
  /** Titles and bodies as answers are looked for in them. */
  readonly plain: readonly string[];
  readonly archive: Archive;
  /** Of all articles; its dictionary can be read until `close`. */
  readonly context: RankingContext;
  close(): Promise<void>;
}

const BATCH = 500;

const draftOf = ({ id, title, url, source, published, body }: EvalArticle, place: number): ArticleDraft =>
  articleDraft({
    key: `learn#${place}`,
    givenId: id,
    title,
    url,
    source,
    published,
    body,
    origin: 'file:learn',
  });

/** The articles, each text once. @throws Error where the store numbers them otherwise: the same text came twice. */
export const openTestArchive = async (articles: readonly EvalArticle[]): Promise<TestArchive> => {
  const store = await openArticleStore(null);
  const drafts = articles.map(draftOf);
  for (let from = 0; from < drafts.length; from += BATCH)
    await store.add(drafts.slice(from, from + BATCH), 'backfill', 0);
  const { lastSeq, articles: unique } = await store.counts();
  if (lastSeq !== articles.length || unique !== articles.length)
    throw new Error(`Expected ${articles.length} different articles; the store has ${unique}.`);
  const { engine, words } = store.openEngine();
  const dictionary = await words.dictionary();
  const scratch = new Scratch();
  const kinds = new TermKinds();
  return {
    articles,
    plain: articles.map(({ title, body }) => plainText(`${title}\n${body}`)),
    archive: { engine, words, articles: store, kinds, scratch },
    context: { dictionary, kinds: await kinds.read(dictionary, DEFAULT_LANGUAGE), scratch },
    close: () => store.close(),
  };
};
