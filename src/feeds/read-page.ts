/** In: the address of an article. Out: the article on its page, or why it could not be had. */
import { DatelineError } from '../domain/errors.ts';
import type { EntryOrigin } from '../domain/feed.ts';
import type { PageArticle } from '../intake/html/extract-article.ts';
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
  const none = (reason: string): PageReading => ({
    page: null,
    note: { kind: 'unusable-page', reason },
  });
  const result = await fetch(url, { accept: PAGE_TYPES });
  if (result.kind !== 'fresh')
    return none(result.kind === 'unchanged' ? 'it came without text' : result.message);
  if (!isHtml(result.contentType)) return none(`it is ${result.contentType}, not a web page`);
  const { bytes, contentType } = result;
  try {
    const page = await parse('article', { bytes, contentType, address: result.url, nowMs: now() });
    return page === null
      ? none('no article was found on it')
      : { page, note: { kind: 'page', characters: page.text.length } };
  } catch (error) {
    return none(error instanceof DatelineError ? error.message : 'it could not be read');
  }
};
