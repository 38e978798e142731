/** A file in; kept by the sandbox, and described as Discord describes an attachment, out. */
import type { APIAttachment } from 'discord.js';
import type { World } from './world.ts';

export interface NewFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

export function storeFile(world: World, folder: string, file: NewFile): APIAttachment {
  const id = world.nextId();
  const filename = safeName(file.name);
  const type = file.type || 'application/octet-stream';
  world.files.set(id, { name: filename, type, bytes: Buffer.from(file.bytes) });
  const url = `${world.baseUrl}/attachments/${folder}/${id}/${encodeURIComponent(filename)}`;
  return { id, filename, size: file.bytes.length, content_type: type, url, proxy_url: url };
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 255) || 'file';
}
