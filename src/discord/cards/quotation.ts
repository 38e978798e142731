/** In: a sentence quoted from an article. Out: it as a quotation, word for word, with the parts that stand out in bold. */
import type { Quotation } from '../../domain/coverage.ts';
import { escapeMarkdown, joinMarkup, type Markup, md, rawMarkup } from '../markup.ts';
import { sourceAndDate, titleLink } from './article-line.ts';

const MAX_TITLE = 60;

/** A sentence may hold a line end; a quotation's every line needs its mark. */
const asQuote = (markdown: string): string => markdown.replace(/\n+/g, ' ');

/** Every character of the sentence is in it, in order; line ends become spaces. */
export const quoteSentence = ({
  text,
  start,
  marks,
}: Pick<Quotation, 'text' | 'start' | 'marks'>): Markup => {
  let markdown = '';
  let at = 0;
  for (const mark of marks) {
    const [from, to] = [mark.start - start, mark.end - start];
    markdown += escapeMarkdown(text.slice(at, from), at === 0);
    markdown += `**${escapeMarkdown(text.slice(from, to), false)}**`;
    at = to;
  }
  markdown += escapeMarkdown(text.slice(at), at === 0);
  return rawMarkup(`> ${asQuote(markdown)}`);
};

/** Source · date · title. */
export const quotationLine = (quotation: Quotation, maxUrl?: number): Markup =>
  joinMarkup(
    [sourceAndDate(quotation.article), titleLink(quotation.article, { maxUrl, maxTitle: MAX_TITLE })],
    ' · ',
  );

/** The sentence, and under it where it stands. */
export const quotationText = (quotation: Quotation, maxUrl?: number): Markup =>
  md`${quoteSentence(quotation)}\n-# ${quotationLine(quotation, maxUrl)}`;
