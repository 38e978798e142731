/** In: what became of checking a quote. Out: its card: where it stands word for word, what was altered, or that it is nowhere. */

import type { QuoteCheck, QuoteDifference } from '../../domain/coverage.ts';
import { quotedText } from '../../language/customs.ts';
import { spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Block, Reply } from '../reply.ts';
import { alsoIn, readButton, readItem, sourceAndDate, titleLink } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { quotationLine } from './quotation.ts';
import { storyButton } from './story-card.ts';

const MAX_QUOTE = 300;
const MAX_PIECE = 400;

const piece = ({ kind, text }: QuoteDifference): Markup => {
  const shown = oneLine(text, MAX_PIECE);
  if (kind === 'quote') return md`~~${shown}~~`;
  return kind === 'article' ? md`**${shown}**` : md`${shown}`;
};

const verdict = (check: QuoteCheck): Markup => {
  switch (check.kind) {
    case 'verbatim':
      return md`**Word for word** in this article.`;
    case 'cut':
      return md`**Word for word** in this article, except that the quote leaves something out at its dots.`;
    case 'title':
      return md`**Word for word** in the title of this article.`;
    case 'altered':
      return md`**Altered.** The article has it otherwise: ~~struck out~~ stands in the quote alone, **bold** in the article alone.\n> ${joinMarkup(check.differences.map(piece), ' ')}`;
    case 'absent':
      return md`**Not in the corpus.** No article here has these words, or most of them in this order. That says nothing about articles that are not here.`;
  }
};

export const quoteCheckCard = (check: QuoteCheck): Reply => {
  const head: Block = {
    kind: 'text',
    text: md`### ${quotedText([oneLine(check.quote, MAX_QUOTE)])}\n${verdict(check)}`,
  };
  if (check.kind === 'absent') return { tone: 'none', blocks: [head] };
  if (check.kind === 'title') {
    const { article } = check;
    const where = joinMarkup([sourceAndDate(article), titleLink(article)], ' · ');
    return { tone: 'answer', blocks: [head, readItem(where, article, spoken`Read on`)] };
  }
  const { found } = check;
  const others = check.kind === 'altered' ? null : alsoIn(check.alsoIn);
  const where = joinMarkup([quotationLine(found), others], ' · ');
  return {
    tone: check.kind === 'altered' ? 'weak' : 'answer',
    blocks: [
      head,
      {
        kind: 'section',
        text: md`${quoteSentence(found)}\n-# ${where}`,
        button: readButton(found.article, spoken`Read on`, found.start),
      },
      { kind: 'buttons', buttons: [storyButton(found.article)] },
    ],
  };
};
