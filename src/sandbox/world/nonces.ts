/** What `enforce_nonce` rests on: the bot's recent nonces, each with the message it made, until they are forgotten. */
import type { StoredMessage } from './entities.ts';
import type { MessageBody } from './post-message.ts';
import type { World } from './world.ts';

/** The earlier message of the same channel and nonce, if the body asks for it and the nonce is still remembered. */
export function rememberedMessage(
  world: World,
  channelId: string,
  body: MessageBody,
): StoredMessage | undefined {
  if (!body.enforce_nonce || body.nonce == null) return undefined;
  const known = world.nonces.get(`${channelId}:${body.nonce}`);
  if (!known || world.clock.now() - known.at >= world.settings.nonceMemoryMs) return undefined;
  return world.messages.get(known.messageId);
}

export function rememberNonce(world: World, stored: StoredMessage): void {
  if (stored.nonce === undefined) return;
  world.nonces.set(`${stored.message.channel_id}:${stored.nonce}`, {
    messageId: stored.message.id,
    at: stored.createdAt,
  });
}
