/** In: a reply. Out: the body of a message that holds it, outside of interactions. */
import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { renderMessage } from './messages.ts';
import type { Reply } from './reply.ts';

export type Body = Pick<RESTPostAPIChannelMessageJSONBody, 'components' | 'flags' | 'allowed_mentions'>;

export const bodyOf = (reply: Reply, isSilent: boolean): Body => {
  const { components, allowedMentions } = renderMessage(reply, false);
  const silent = isSilent ? MessageFlags.SuppressNotifications : 0;
  return {
    components: components as unknown as NonNullable<Body['components']>,
    flags: MessageFlags.IsComponentsV2 | silent,
    allowed_mentions: allowedMentions,
  };
};
