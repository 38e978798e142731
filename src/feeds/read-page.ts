/** In: the address of an article. Out: the article on its page, or why it could not be had. */
import type { EntryOrigin } from '../domain/feed.ts';
import type { ReadingProblem } from '../domain/reading-problem.ts';
import type { PageArticle } from '../intake/html/extract-article.ts';
import { UnreadableDocument } from '../intake/unreadable-document.ts';
import { type FeedSources, PAGE_TYPES } from './feed-tools.ts';

export interface PageReading {
  readonly page: PageArticle | null;
  /** What came of it. */
  readonly note: EntryOrigin;
}

const isHtml = (contentType: string | null): boolean =>
  contentType === null || /html|^text\/plain/i.test(contentType);

/** Fetches and reads a page. Never rejects. */
export const readPage = async (
  url: string,
  { fetch, parse, now }: Pick<FeedSources, 'fetch' | 'parse' | 'now'>,
): Promise<PageReading> => {
  const none = (problem: ReadingProblem): PageReading => ({
    page: null,
    note: { kind: 'unusable-page', problem },
  });
  const result = await fetch(url, { accept: PAGE_TYPES });
  if (result.kind !== 'fresh')
    return none(result.kind === 'unchanged' ? { kind: 'no-answer' } : result.problem);
  const { bytes, contentType } = result;
  if (!isHtml(contentType)) return none({ kind: 'not-a-page', contentType: contentType ?? '' });
  try {
    const page = await parse('article', { bytes, contentType, address: result.url, nowMs: now() });
    return page === null
      ? none({ kind: 'no-article' })
      : { page, note: { kind: 'page', characters: page.text.length } };
  } catch (error) {
    return none(error instanceof UnreadableDocument ? error.problem : { kind: 'unreadable' });
  }
};
