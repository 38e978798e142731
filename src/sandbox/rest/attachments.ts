/** Files of a request in, attachments stored and described as Discord describes them out. */
import type { APIAttachment } from 'discord.js';
import type { MessageBody } from '../world/post-message.ts';
import { storeFile } from '../world/store-file.ts';
import type { World } from '../world/world.ts';
import type { RequestFile } from './request-body.ts';

/** Keeps the listed ones of `kept` (all of them if the body lists none) and adds the new files. */
export function attach(
  world: World,
  channelId: string,
  body: MessageBody,
  files: RequestFile[],
  kept: APIAttachment[] = [],
): APIAttachment[] {
  const listed = new Set(body.attachments?.map((one) => String(one.id)));
  const keeps = body.attachments ? kept.filter((one) => listed.has(one.id)) : kept;
  return [...keeps, ...files.map((file) => described(world, channelId, body, file))];
}

function described(world: World, channelId: string, body: MessageBody, file: RequestFile): APIAttachment {
  const told = body.attachments?.find((one) => String(one.id) === String(file.index));
  const stored = storeFile(world, channelId, { ...file, name: told?.filename ?? file.name });
  return { ...stored, ...(told?.description && { description: told.description }) };
}
