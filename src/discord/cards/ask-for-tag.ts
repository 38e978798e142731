/** In: a forum that takes no post without a tag. Out: a card that asks for one. */

import type { PostingPlace } from '../../digests/posting-places.ts';
import { spoken } from '../../language/message.ts';
import { md, mention } from '../markup.ts';
import type { Reply } from '../reply.ts';

/** `customId` is that of the action that goes on with the tag's id. */
export const askForTag = ({ id, tags }: PostingPlace, customId: string): Reply => ({
  visibility: 'private',
  blocks: [
    { kind: 'text', text: md`**One thing more.** Posts in ${mention('channel', id)} need a tag. Which one?` },
    {
      kind: 'select',
      customId,
      placeholder: spoken`Choose a tag`,
      choices: tags.map((tag) => ({ name: tag.name, value: tag.id })),
    },
  ],
});
