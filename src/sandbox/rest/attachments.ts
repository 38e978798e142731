/** Files of a request in, attachments stored and described as Discord describes them out. */
import type { APIAttachment } from 'discord.js';
import type { MessageBody } from '../world/post-message.ts';
import type { World } from '../world/world.ts';
import type { RequestFile } from './request-body.ts';

/** Keeps the listed ones of `kept` (all of them where the body lists none) and adds the new files. */
export function attach(
  world: World,
  channelId: string,
  body: MessageBody,
  files: RequestFile[],
  kept: APIAttachment[] = [],
): APIAttachment[] {
  const listed = new Set(body.attachments?.map((one) => String(one.id)));
  const keeps = body.attachments ? kept.filter((one) => listed.has(one.id)) : kept;
  return [...keeps, ...files.map((file) => storeFile(world, channelId, body, file))];
}

function storeFile(world: World, channelId: string, body: MessageBody, file: RequestFile): APIAttachment {
  const described = body.attachments?.find((one) => String(one.id) === String(file.index));
  const id = world.nextId();
  const filename = safeName(described?.filename ?? file.name);
  const type = file.type || 'application/octet-stream';
  world.files.set(id, { name: filename, type, bytes: file.bytes });
  const url = `${world.baseUrl}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  return {
    id,
    filename,
    size: file.bytes.length,
    content_type: type,
    url,
    proxy_url: url,
    ...(described?.description && { description: described.description }),
  };
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 255) || 'file';
}
