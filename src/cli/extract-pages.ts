/** In: paths of web pages. Out: what extraction makes of each, one line of JSON per file, in order. */
import type { PageArticle } from '../intake/html/extract-article.ts';
import type { DocumentParser } from '../intake/parsing/open-parser.ts';
import { readDocument } from './parse-files.ts';

/** One line of `feeds page`: the article's parts, or why there is none. */
export type ExtractedPage =
  | ({ readonly file: string; readonly ok: true; readonly error: null } & PageArticle)
  | { readonly file: string; readonly ok: false; readonly error: string };

/** Extracts one page. Never rejects. */
const extractPage = async (
  file: string,
  address: string,
  parser: DocumentParser,
  nowMs: number,
): Promise<ExtractedPage> => {
  try {
    const bytes = await readDocument(file);
    const page = await parser.parse('article', { bytes, contentType: null, address, nowMs });
    if (page === null) return { file, ok: false, error: 'no article was found on it' };
    return { file, ok: true, error: null, ...page };
  } catch (error) {
    return { file, ok: false, error: (error as Error).message };
  }
};

/** Extracts the pages one by one. `address` is where they were fetched from; empty if that is not known. */
export const extractPages = async function* (
  files: readonly string[],
  address: string,
  parser: DocumentParser,
  nowMs: number,
): AsyncGenerator<ExtractedPage> {
  for (const file of files) yield await extractPage(file, address, parser, nowMs);
};
