/**
 * A file in; the messages and threads it holds put into the world, and each that comes, changes or goes written to it,
 * out: so that a restart, or a crash, loses none. What only one person sees is not kept, as Discord keeps none of it.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { MessageFlags } from 'discord.js';
import type { Change } from './changes.ts';
import type { Channel, StoredMessage } from './entities.ts';
import { timeline, type World } from './world.ts';

interface KeptFile {
  id: string;
  name: string;
  type: string;
  base64: string;
}

/** One change, as a line of JSON. The last line about a thing is its state. */
type Line =
  | { kind: 'message'; stored: StoredMessage; files: KeptFile[] }
  | { kind: 'message-gone'; id: string }
  | { kind: 'thread'; channel: Channel }
  | { kind: 'thread-gone'; id: string };

/** A file that grew this large is written anew with the newest messages of each channel alone. */
const LARGE_FILE_BYTES = 16 * 1024 * 1024;
const KEPT_MESSAGES = 100;

/**
 * Restores what the file holds (nothing if it is absent) and keeps it up to date from then on. `world.baseUrl` has to
 * be known: files are at that address now, whatever it was before. The file grows to 16 MiB, or to twice what there is to
 * keep. Never throws: `onFailure` is called with the first failure. A file that cannot be read is left alone; what could not be
 * written is missing from it.
 */
export function keepHistory(world: World, file: string, onFailure: (error: unknown) => void): void {
  let failed = false;
  const succeeds = (attempt: () => void): boolean => {
    try {
      attempt();
      return true;
    } catch (error) {
      if (!failed) onFailure(error);
      failed = true;
      return false;
    }
  };
  let bytes = 0;
  let largest = LARGE_FILE_BYTES;
  const shrink = () => {
    if (bytes <= largest) return;
    largest = 2 * bytes;
    bytes = rewrite(world, file);
    largest = Math.max(LARGE_FILE_BYTES, 2 * bytes);
  };
  const write = (line: Line) => {
    const text = asText(line);
    appendFileSync(file, text);
    bytes += Buffer.byteLength(text);
    shrink();
  };
  const isRead = succeeds(() => {
    if (!existsSync(file)) return;
    for (const line of lastLines(file)) restore(world, line);
    bytes = statSync(file).size;
  });
  if (!isRead) return;
  succeeds(shrink);
  world.changes.subscribe((change) => {
    const line = lineOf(world, change);
    if (line) succeeds(() => write(line));
  });
}

/** Begins with the line break, so that a line that a crash cut off spoils no other. */
const asText = (line: Line): string => `\n${JSON.stringify(line)}`;

function* readLines(file: string): Generator<Line> {
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    try {
      yield JSON.parse(text);
    } catch {
      // Cut off by a crash, or the empty one at the beginning.
    }
  }
}

/** The last line about each thing, in the order in which they came. */
function lastLines(file: string): Iterable<Line> {
  const lines = new Map<string, Line>();
  for (const line of readLines(file)) {
    if (line.kind === 'message') lines.set(line.stored.message.id, line);
    else if (line.kind === 'thread') lines.set(`thread ${line.channel.id}`, line);
    else lines.delete(line.kind === 'thread-gone' ? `thread ${line.id}` : line.id);
  }
  return lines.values();
}

function restore(world: World, line: Line): void {
  if (line.kind === 'thread') world.channels.set(line.channel.id, line.channel);
  else if (line.kind === 'message') restoreMessage(world, line.stored, line.files);
}

function restoreMessage(world: World, stored: StoredMessage, files: KeptFile[]): void {
  const { id, channel_id: channelId } = stored.message;
  const channel = world.channels.get(channelId);
  if (!channel) return;
  const ids = world.timelines.getOrInsertComputed(channelId, () => []);
  ids.push(id);
  channel.lastMessageId = id;
  for (const { base64, ...file } of files) {
    world.files.set(file.id, { name: file.name, type: file.type, bytes: Buffer.from(base64, 'base64') });
  }
  world.messages.set(id, withOwnAddresses(world, stored));
}

const ATTACHMENT = /^https?:\/\/[^/]+(\/attachments\/\d+\/(\d+)\/.*)$/;

function withOwnAddresses(world: World, stored: StoredMessage): StoredMessage {
  return JSON.parse(JSON.stringify(stored), (key, value) => {
    if ((key !== 'url' && key !== 'proxy_url') || typeof value !== 'string') return value;
    const [, path, fileId] = ATTACHMENT.exec(value) ?? [];
    return fileId !== undefined && world.files.has(fileId) ? `${world.baseUrl}${path}` : value;
  });
}

/** Undefined for what is not kept. */
function lineOf(world: World, change: Change): Line | undefined {
  switch (change.kind) {
    case 'message-created':
    case 'message-updated':
      return isKept(change.stored) ? messageLine(world, change.stored) : undefined;
    case 'message-deleted':
      return isKept(change.stored) ? { kind: 'message-gone', id: change.stored.message.id } : undefined;
    case 'channel-created':
    case 'channel-updated':
      return change.channel.thread && { kind: 'thread', channel: change.channel };
    case 'channel-deleted':
      return change.channel.thread && { kind: 'thread-gone', id: change.channel.id };
    default:
      return undefined;
  }
}

/** Not the "thinking…" of an answer that a crash would leave standing forever. */
function isKept({ visibleTo, message }: StoredMessage): boolean {
  return visibleTo === undefined && ((message.flags ?? 0) & MessageFlags.Loading) === 0;
}

function messageLine(world: World, stored: StoredMessage): Line {
  const files = stored.message.attachments.flatMap(({ id }) => {
    const file = world.files.get(id);
    if (!file) return [];
    return [{ id, name: file.name, type: file.type, base64: Buffer.from(file.bytes).toString('base64') }];
  });
  return { kind: 'message', stored, files };
}

/** Returns the new size in bytes. */
function rewrite(world: World, file: string): number {
  const threads = [...world.channels.values()].filter((one) => one.thread);
  const newest = [...world.channels.keys()].flatMap((id) =>
    timeline(world, id).filter(isKept).slice(-KEPT_MESSAGES),
  );
  const lines = [
    ...threads.map((channel): Line => ({ kind: 'thread', channel })),
    ...newest.map((stored) => messageLine(world, stored)),
  ];
  writeFileSync(`${file}.new`, lines.map(asText).join(''));
  renameSync(`${file}.new`, file);
  return statSync(file).size;
}
