import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { postMessage } from '../../src/sandbox/world/post-message.ts';
import { startDemoBot } from './demo-bot.ts';
import { openTestSandbox } from './open-test-sandbox.ts';

let folder: string;
let historyFile: string;
let sandbox: Sandbox;
let bot: Client | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-history-'));
  historyFile = join(folder, 'sandbox.jsonl');
  bot = null;
  sandbox = await openTestSandbox({ historyFile });
});

const end = async (): Promise<void> => {
  await bot?.destroy();
  await sandbox.close();
};

afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const restart = async (): Promise<void> => {
  await end();
  bot = null;
  sandbox = await openTestSandbox({ historyFile });
};

const texts = (channel: string): string[] => sandbox.owner.sees(channel).map(({ text }) => text);

test('messages are there again after a restart, as they were last, and their buttons work', async () => {
  const { owner, channels } = sandbox;
  bot = await startDemoBot(sandbox);
  const asked = await owner.slash(channels.general, 'ask', { question: 'floods' });
  await owner.press(asked, 'Next');
  const gone = owner.say(channels.general, 'taken back');
  sandbox.deleteMessage(gone);
  const before = owner.sees(channels.general);
  expect(before).toHaveLength(1);
  await restart();
  expect(sandbox.owner.sees(channels.general)).toEqual(before);
  bot = await startDemoBot(sandbox);
  const form = await sandbox.owner.press(before[0]!, 'Follow up');
  expect(form.kind).toBe('modal');
});

test('what only one person sees, and an answer still being thought about, are not kept', async () => {
  const { owner, channels } = sandbox;
  bot = await startDemoBot(sandbox);
  await owner.slash(channels.general, 'ask', { question: 'secret', private: true });
  const { bot: author } = sandbox.world;
  postMessage(sandbox.world, {
    channel: channels.general,
    author,
    body: {},
    extraFlags: MessageFlags.Loading,
  });
  expect(owner.sees(channels.general).map(({ ephemeral, loading }) => ({ ephemeral, loading }))).toEqual([
    { ephemeral: true, loading: false },
    { ephemeral: false, loading: true },
  ]);
  await restart();
  expect(texts(channels.general.id)).toEqual([]);
});

test('threads and files are kept with what was said in them', async () => {
  const { owner, channels } = sandbox;
  const thread = sandbox.addChannel('A digest', { parent: channels.news });
  owner.say(thread, 'in the thread');
  bot = await startDemoBot(sandbox);
  await owner.slash(channels.general, 'file');
  const [{ name, size } = { name: '', size: 0 }] = owner.sees(channels.general).at(-1)!.files;
  const before = [...sandbox.world.files.values()].map(({ bytes }) => Buffer.from(bytes).toString());
  await restart();
  expect(texts(thread.id)).toEqual(['in the thread']);
  expect(sandbox.owner.sees(channels.general).at(-1)!.files).toMatchObject([{ name, size }]);
  const after = [...sandbox.world.files.values()].map(({ bytes }) => Buffer.from(bytes).toString());
  expect(after).toEqual(before);
});

test('files are found at the address of the new start', async () => {
  const { owner, channels } = sandbox;
  bot = await startDemoBot(sandbox);
  await owner.slash(channels.general, 'file');
  const answer = owner.sees(channels.general).at(-1)!;
  owner.say(channels.general, 'thanks for the file', { replyTo: answer });
  const before = sandbox.url;
  const next = await openTestSandbox({ historyFile });
  await end();
  bot = null;
  sandbox = next;
  const kept = JSON.stringify([...sandbox.world.messages.values()]);
  expect(kept).not.toContain(before);
  const [address] = kept.match(/http[^"]+\/attachments\/[^"]+/)!;
  expect((await fetch(address)).status).toBe(200);
});

test('a line that a crash cut off costs that line alone', async () => {
  const { owner, channels } = sandbox;
  owner.say(channels.general, 'first');
  appendFileSync(historyFile, '\n{"kind":"message","stored":{"mess');
  owner.say(channels.general, 'second');
  await restart();
  expect(texts(channels.general.id)).toEqual(['first', 'second']);
});

test('a file that cannot be written is reported once, and whoever posts is not bothered', async () => {
  const failures: unknown[] = [];
  await end();
  sandbox = await openTestSandbox({ historyFile, onHistoryFailure: (error) => failures.push(error) });
  const { owner, channels } = sandbox;
  mkdirSync(historyFile);
  owner.say(channels.general, 'not kept');
  bot = await startDemoBot(sandbox);
  const asked = await owner.slash(channels.general, 'ask', { question: 'floods' });
  expect(asked.message?.text).toContain('floods');
  expect(failures).toMatchObject([{ code: expect.stringMatching(/^E/) }]);
  rmSync(historyFile, { recursive: true });
  owner.say(channels.general, 'kept again');
  await restart();
  expect(texts(channels.general.id)).toEqual(['kept again']);
});

test('a file that cannot be read is reported and left alone, and nothing is kept', async () => {
  const failures: unknown[] = [];
  await end();
  mkdirSync(historyFile);
  sandbox = await openTestSandbox({ historyFile, onHistoryFailure: (error) => failures.push(error) });
  sandbox.owner.say(sandbox.channels.general, 'not kept');
  expect(texts(sandbox.channels.general.id)).toEqual(['not kept']);
  expect(failures).toHaveLength(1);
});

const MIB = 1024 * 1024;

test('a file that grows large is made small again at once, with the newest messages that all may see', async () => {
  const { owner, channels } = sandbox;
  bot = await startDemoBot(sandbox);
  await owner.slash(channels.general, 'ask', { question: 'secret', private: true });
  sandbox.deleteMessage(owner.say(channels.general, 'taken back'));
  const text = 'x'.repeat(1_990);
  for (let n = 0; n < 7_100; n++) owner.say(channels.news, `${n} ${text}`);
  const last = owner.say(channels.general, 'the last');
  expect(statSync(historyFile).size).toBeLessThan(16 * MIB);
  const kept = readFileSync(historyFile, 'utf8');
  expect(kept).not.toMatch(/secret|taken back|"0 x/);
  await restart();
  expect(texts(channels.general.id)).toEqual([last.text]);
  expect(texts(channels.news.id).at(-1)).toMatch(/^7099 /);
});

test('a file that is too large is made small at the start', async () => {
  const { owner, channels } = sandbox;
  owner.say(channels.general, 'x'.repeat(300));
  await end();
  const line = readFileSync(historyFile, 'utf8');
  const [, id] = /"message":\{"id":"(\d+)"/.exec(line)!;
  const count = 40_000;
  const more = Array.from({ length: count }, (_, n) =>
    line.replace(id!, String(BigInt(id!) + BigInt(n + 1))),
  );
  appendFileSync(historyFile, more.join(''));
  sandbox = await openTestSandbox({ historyFile });
  expect(texts(channels.general.id)).toHaveLength(count + 1);
  expect(statSync(historyFile).size).toBeLessThan(MIB);
  await restart();
  expect(texts(channels.general.id)).toHaveLength(100);
});
