/** In: an article's words. Out: its title and its body as an engine takes them: terms with spaces between them. */
import type { AnalysedWords } from './analyse-article.ts';
import { bodyStart } from './sentence-table.ts';
import { INITIAL, TERM_BITS } from './token.ts';

/** Stands between titles, so that no phrase runs from one into the next; no term is written so. */
const BORDER = '\uffff';

export interface SearchText {
  /** The article's own title first, then those that other outlets give it. */
  readonly title: string;
  readonly body: string;
}

/** `tokenOf` gives the token of a number in the words. */
export const searchText = (
  words: Pick<AnalysedWords, 'tokens' | 'sentences' | 'titleLength'>,
  tokenOf: (number: number) => string,
): SearchText => {
  const start = bodyStart(words);
  const { tokens } = words;
  const tokenAt = (at: number): string => tokenOf(tokens[at]! & TERM_BITS);
  let title = '';
  const body = new Array<string>(tokens.length - start);
  for (let at = 0; at < start; at++) {
    if (at > 0) title += tokens[at]! & INITIAL ? ` ${BORDER} ` : ' ';
    title += tokenAt(at);
  }
  for (let at = start; at < tokens.length; at++) body[at - start] = tokenAt(at);
  return { title, body: body.join(' ') };
};
