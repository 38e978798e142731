/** In: what a later telling adds to a posted story. Out: its card: which article, and the new sentences. */

import type { Development } from '../../domain/delivery.ts';
import type { DevelopmentNews } from '../../domain/digest.ts';
import { spoken } from '../../language/message.ts';
import { SINGLE_URL_MAX } from '../link-address.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import { actionButton, type Reply } from '../reply.ts';
import { readButton, sourceAndDate, titleLink } from './article-line.ts';
import { quotePlain } from './block-quote.ts';

const MAX_STORY_TITLE = 80;

/** Its id stands in a button: by that it is found again after a crash. `correction`: what became of a quoted sentence. */
export const developmentCard = (
  { id, deliveryId }: Pick<Development, 'id' | 'deliveryId'>,
  { article, quotes, storyTitle }: DevelopmentNews,
  correction: Markup | null = null,
): Reply => {
  const lines = [
    md`**${titleLink(article, { maxUrl: SINGLE_URL_MAX })}**`,
    ...quotes.map(({ text }) => quotePlain(text)),
    correction,
    md`-# ${sourceAndDate(article)} · new on: ${oneLine(storyTitle, MAX_STORY_TITLE)}`,
  ];
  return {
    tone: 'info',
    blocks: [
      { kind: 'text', text: joinMarkup(lines, '\n') },
      {
        kind: 'buttons',
        buttons: [
          readButton(article, spoken`Read`, quotes[0]?.start),
          actionButton(spoken`About this digest`, ['digest', 'about', deliveryId, id]),
        ],
      },
    ],
  };
};
