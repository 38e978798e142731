/** In: a sentence quoted from an article. Out: a line that says where it stands, and the sentence above that line. */
import type { Quotation } from '../../domain/coverage.ts';
import { joinMarkup, type Markup, md } from '../markup.ts';
import { sourceAndDate, titleLink } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';

const MAX_TITLE = 60;

/** Source · date · title. */
export const quotationLine = (quotation: Quotation, maxUrl?: number): Markup =>
  joinMarkup(
    [sourceAndDate(quotation.article), titleLink(quotation.article, { maxUrl, maxTitle: MAX_TITLE })],
    ' · ',
  );

/** The sentence, and under it where it stands. */
export const quotationText = (quotation: Quotation, maxUrl?: number): Markup =>
  md`${quoteSentence(quotation)}\n-# ${quotationLine(quotation, maxUrl)}`;
