import { ChannelType, type DiscordAPIError, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;
let rest: REST;

beforeEach(async () => {
  sandbox = await openSandbox({ rateLimits: false });
  rest = new REST({ api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.token);
});

afterEach(() => sandbox.close());

/** Discord's error code, or 0 if it went well. */
function codeOf(request: Promise<unknown>): Promise<number | string> {
  return request.then(
    () => 0,
    (error: DiscordAPIError) => error.code,
  );
}

const say = (channel: { id: string }, body: object = { content: 'Hello' }) =>
  codeOf(rest.post(Routes.channelMessages(channel.id), { body }));

test('posting needs the permission, and looking into a channel comes first', async () => {
  const { general } = sandbox.channels;
  expect(await say(general)).toBe(0);
  sandbox.deny(general, 'SendMessages');
  expect(await say(general)).toBe(50013);
  sandbox.deny(general, 'ViewChannel');
  expect(await say(general)).toBe(50001);
  sandbox.allow(general, 'ViewChannel', 'SendMessages');
  expect(await say(general)).toBe(0);
});

test('embeds and files need their own permissions', async () => {
  const { general } = sandbox.channels;
  sandbox.deny(general, 'EmbedLinks', 'AttachFiles');
  expect(await say(general, { embeds: [{ title: 'a' }] })).toBe(50013);
  const files = [{ name: 'a.txt', data: Buffer.from('a') }];
  expect(await codeOf(rest.post(Routes.channelMessages(general.id), { body: { content: 'a' }, files }))).toBe(
    50013,
  );
  expect(await say(general)).toBe(0);
});

test('without Read Message History the list is empty, and one message is refused', async () => {
  const { general } = sandbox.channels;
  const { id } = sandbox.owner.say(general, 'Hello');
  expect(await rest.get(Routes.channelMessages(general.id))).toHaveLength(1);
  sandbox.deny(general, 'ReadMessageHistory');
  expect(await rest.get(Routes.channelMessages(general.id))).toEqual([]);
  expect(await codeOf(rest.get(Routes.channelMessage(general.id, id)))).toBe(50013);
  expect(await say(general, { content: 'a', message_reference: { message_id: id } })).toBe(160002);
});

test('what is gone has its own codes', async () => {
  const { general, news } = sandbox.channels;
  const { id } = sandbox.owner.say(general, 'Hello');
  sandbox.deleteMessage(id);
  expect(await codeOf(rest.get(Routes.channelMessage(general.id, id)))).toBe(10008);
  sandbox.deleteChannel(news);
  expect(await say(news)).toBe(10003);
  sandbox.kickBot();
  expect(await say(general)).toBe(50001);
  expect(await codeOf(rest.get(Routes.guild('1')))).toBe(10004);
});

test('nobody may change the message of another', async () => {
  const { general } = sandbox.channels;
  const { id } = sandbox.owner.say(general, 'Hello');
  const route = Routes.channelMessage(general.id, id);
  expect(await codeOf(rest.patch(route, { body: { content: 'Bye' } }))).toBe(50005);
  expect(await codeOf(rest.delete(route))).toBe(50013);
});

test('a forum takes posts with a tag, and no plain messages', async () => {
  const { forum } = sandbox.channels;
  const post = (applied_tags: string[]) =>
    rest.post(Routes.threads(forum.id), {
      body: { name: 'Briefing', message: { content: 'Hello' }, applied_tags },
    });
  expect(await say(forum)).toBe(50008);
  expect(await codeOf(post([]))).toBe(40067);
  const made = (await post([forum.tags![0]!.id])) as { id: string; message: { id: string } };
  expect(made.message.id).toBe(made.id);
  expect(sandbox.messages(made)).toMatchObject([{ content: 'Hello' }]);
  const { threads } = (await rest.get(Routes.guildActiveThreads(sandbox.guild.id))) as { threads: object[] };
  expect(threads).toMatchObject([{ id: made.id, name: 'Briefing', parent_id: forum.id }]);
});

test('a thread needs its own permission, wakes on a message, and stays shut when locked', async () => {
  const thread = (await rest.post(Routes.threads(sandbox.channels.forum.id), {
    body: { name: 'a', message: { content: 'a' }, applied_tags: [sandbox.channels.forum.tags![0]!.id] },
  })) as { id: string };
  sandbox.archiveThread(thread);
  expect(await say(thread)).toBe(0);
  sandbox.archiveThread(thread, true);
  expect(await say(thread)).toBe(160005);
  sandbox.deny(sandbox.channels.forum, 'SendMessagesInThreads');
  sandbox.world.channels.get(thread.id)!.thread!.locked = false;
  expect(await say(thread)).toBe(50013);
});

test('an announcement is published once, a plain message not at all', async () => {
  const publish = async (channel: { id: string }) => {
    const { id } = (await rest.post(Routes.channelMessages(channel.id), { body: { content: 'a' } })) as {
      id: string;
    };
    const crosspost = () => codeOf(rest.post(Routes.channelMessageCrosspost(channel.id, id)));
    return [await crosspost(), await crosspost(), sandbox.message(id).crossposted];
  };
  expect(await publish(sandbox.channels.announcements)).toEqual([0, 40033, true]);
  expect(await publish(sandbox.channels.general)).toEqual([50024, 50024, false]);
});

test('a direct message reaches who takes it and shares a server', async () => {
  const open = (user: { id: string }) =>
    rest.post(Routes.userChannels(), { body: { recipient_id: user.id } });
  const channel = (await open(sandbox.member)) as { id: string; type: ChannelType };
  expect(channel.type).toBe(ChannelType.DM);
  expect(await say(channel)).toBe(0);
  sandbox.acceptDms(sandbox.member, false);
  expect(await say(channel)).toBe(50007);
  sandbox.acceptDms(sandbox.member, true);
  sandbox.kickBot();
  expect(await say(channel)).toBe(50278);
});

test('a wrong token is refused', async () => {
  const stranger = new REST({ api: sandbox.apiUrl, retries: 0 }).setToken('wrong');
  await expect(stranger.get(Routes.user())).rejects.toMatchObject({ status: 401 });
});

test('an enforced nonce returns the earlier message until it is forgotten', async () => {
  const { general } = sandbox.channels;
  const send = async () => {
    const body = { content: 'a', nonce: 'delivery-1', enforce_nonce: true };
    return ((await rest.post(Routes.channelMessages(general.id), { body })) as { id: string }).id;
  };
  const first = await send();
  expect(await send()).toBe(first);
  sandbox.clock.advance(5 * 60_000);
  const second = await send();
  expect(second).not.toBe(first);
  sandbox.forgetNonces();
  expect(await send()).not.toBe(second);
  expect(sandbox.messages(general)).toHaveLength(3);
  expect(sandbox.posted()).toMatchObject([{ nonce: 'delivery-1' }, {}, {}]);
});

test('history is listed newest first, in pages', async () => {
  const { general } = sandbox.channels;
  sandbox.chatter(general, 120);
  const list = async (query: Record<string, string>) =>
    (await rest.get(Routes.channelMessages(general.id), { query: new URLSearchParams(query) })) as {
      id: string;
      content: string;
    }[];
  const newest = await list({ limit: '100' });
  expect([newest[0]!.content, newest[99]!.content]).toEqual(['Small talk 120', 'Small talk 21']);
  const older = await list({ limit: '100', before: newest[99]!.id });
  expect(older.map((one) => one.content).at(-1)).toBe('Small talk 1');
  const after = await list({ limit: '2', after: older.at(-1)!.id });
  expect(after.map((one) => one.content)).toEqual(['Small talk 3', 'Small talk 2']);
});
