/** In: words of an article. Out: the same as a block quotation. */
import { escapeMarkdown, type Markup, rawMarkup } from '../markup.ts';

export const quoted = (text: string): Markup =>
  rawMarkup(
    text
      .split('\n')
      .map((line) => `> ${escapeMarkdown(line)}`)
      .join('\n'),
  );
