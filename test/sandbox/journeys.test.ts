import type { Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { startDemoBot } from './demo-bot.ts';
import { openTestSandbox } from './open-test-sandbox.ts';

let sandbox: Sandbox;
let bot: Client;

beforeEach(async () => {
  sandbox = await openTestSandbox();
  bot = await startDemoBot(sandbox);
});

afterEach(async () => {
  await bot.destroy();
  await sandbox.close();
});

test('a slash command is answered by a card in the channel', async () => {
  const { owner, channels } = sandbox;
  const reply = await owner.slash(channels.general, 'ask', { question: 'floods' });
  expect(reply.kind).toBe('message');
  expect(reply.ackMs).toBeGreaterThan(0);
  expect(reply.message!.text).toContain('### floods');
  expect(reply.message!.buttons.map((one) => one.label)).toEqual(['Read on', 'Next', 'Follow up', 'Source']);
  expect(sandbox.member.sees(channels.general)).toHaveLength(1);
});

test('a private answer is seen by its asker alone', async () => {
  const { owner, member, channels } = sandbox;
  const reply = await owner.slash(channels.general, 'ask', { question: 'floods', private: true });
  expect(reply.ephemeral).toBe(true);
  expect(owner.sees(channels.general)).toHaveLength(1);
  expect(member.sees(channels.general)).toHaveLength(0);
});

test('buttons change the message, open a form, and the form is answered', async () => {
  const { owner, member, channels } = sandbox;
  const first = await owner.slash(channels.general, 'ask', { question: 'floods' });
  const second = await member.press(first, 'Next');
  expect(second.kind).toBe('update');
  expect(second.message!.text).toContain('page 2');
  const form = await member.press(first, 'Follow up');
  expect(form.modal).toMatchObject({ title: 'Follow up', fields: [{ label: 'Your question' }] });
  const answer = await member.submit(form, { 'Your question': 'and then?' });
  expect(answer.message!.text).toContain('### and then?');
});

test('a menu, autocomplete and the context menu reach the bot', async () => {
  const { owner, member, channels } = sandbox;
  const reply = await owner.slash(channels.general, 'ask', { question: 'floods' });
  expect((await owner.select(reply, 'Sort by', ['newest'])).message!.content).toBe('Chosen: newest');
  const choices = await owner.autocomplete(channels.general, 'ask', 'source', 'h');
  expect(choices!.map((one) => one.name)).toEqual(['Harbour Post', 'Hill Gazette']);
  const said = member.say(channels.general, 'The barrier held');
  const found = await owner.contextMenu(said, 'Find coverage');
  expect(found.message!.content).toBe('Coverage of: The barrier held');
});

test('a deferred answer is awaited and a late one fails', async () => {
  const { owner, channels } = sandbox;
  const later = await owner.slash(channels.general, 'later');
  expect(later).toMatchObject({ deferred: true, kind: 'message' });
  expect(later.message!.text).toContain('### later');
  sandbox.world.settings.acknowledgeWithinMs = 100;
  expect(await owner.slash(channels.general, 'slow')).toMatchObject({ kind: 'failed', ackMs: undefined });
});

test('a mention and a direct message carry their text, other messages do not', async () => {
  const { owner, member, channels } = sandbox;
  const answered = sandbox.nextMessage({ in: channels.general });
  member.say(channels.general, `<@${sandbox.bot.id}> floods?`);
  expect((await answered).content).toBe(`You said: <@${sandbox.bot.id}> floods?`);
  const direct = sandbox.nextMessage({ in: channels.botDm });
  owner.say(channels.botDm, 'floods?');
  expect((await direct).content).toBe('You said: floods?');
});

test('a file arrives and can be downloaded', async () => {
  const reply = await sandbox.owner.slash(sandbox.channels.general, 'file');
  expect(reply.message!.files).toMatchObject([{ name: 'article.txt', size: 17 }]);
});

test('a command for managers is not offered to a plain member', async () => {
  const { owner, member, channels } = sandbox;
  const reply = await owner.slash(channels.general, 'subscribe', { channel: channels.news });
  expect(reply.message!.content).toBe('Channel: news');
  await expect(member.slash(channels.general, 'subscribe')).rejects.toThrow('No command "subscribe"');
});
