import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;
let client: Client | undefined;

afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await sandbox.close();
});

const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

async function connect(
  options: SandboxOptions = {},
  more: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  sandbox = await openSandbox(options);
  const made = new Client({ intents, partials: [Partials.Channel], rest: { api: sandbox.apiUrl }, ...more });
  client = made;
  const ready = new Promise<Client<true>>((resolve) => made.once(Events.ClientReady, resolve));
  await made.login(sandbox.token);
  return ready;
}

/** The contents of the next `count` messages that reach the bot. */
function hears(bot: Client, count: number): Promise<string[]> {
  const heard: string[] = [];
  return new Promise((resolve) => {
    bot.on(Events.MessageCreate, (message) => {
      heard.push(message.content);
      if (heard.length === count) resolve(heard);
    });
  });
}

test('a lost connection is resumed, and what was missed comes after', async () => {
  const bot = await connect();
  const heard = hears(bot, 2);
  const resumed = new Promise((resolve) => bot.once(Events.ShardResume, resolve));
  sandbox.gateway.drop();
  sandbox.owner.say(sandbox.channels.botDm, 'one');
  sandbox.owner.say(sandbox.channels.botDm, 'two');
  expect(await heard).toEqual(['one', 'two']);
  await resumed;
});

test('asked to reconnect, the bot resumes', async () => {
  const bot = await connect();
  const resumed = new Promise((resolve) => bot.once(Events.ShardResume, resolve));
  sandbox.gateway.askToReconnect();
  await resumed;
});

test('a session that is no longer known starts anew', async () => {
  const bot = await connect();
  const ready = new Promise((resolve) => bot.once(Events.ShardReady, resolve));
  sandbox.gateway.forgetSessions();
  sandbox.gateway.drop();
  await ready;
  const heard = hears(bot, 1);
  sandbox.owner.say(sandbox.channels.botDm, 'again');
  expect(await heard).toEqual(['again']);
});

test('heartbeats that are not acknowledged make the client close with 4200 and resume', async () => {
  const bot = await connect({ heartbeatIntervalMs: 150 });
  const closed = new Promise<number>((resolve) => {
    bot.on(Events.Debug, (line) => {
      if (line.includes('Code: 4200')) resolve(4200);
    });
  });
  const resumed = new Promise((resolve) => bot.once(Events.ShardResume, resolve));
  sandbox.gateway.acknowledgeHeartbeats(false);
  expect(await closed).toBe(4200);
  sandbox.gateway.acknowledgeHeartbeats(true);
  await resumed;
});

test('a privileged intent that was not granted closes with 4014', async () => {
  const login = connect({}, { intents: [...intents, GatewayIntentBits.MessageContent] });
  await expect(login).rejects.toThrow('disallowed intents');
});

test('a wrong token is refused at login', async () => {
  sandbox = await openSandbox();
  client = new Client({ intents, rest: { api: sandbox.apiUrl } });
  await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.');
});

test('without MESSAGE_CONTENT a message between others is blank', async () => {
  const bot = await connect();
  const heard = hears(bot, 3);
  const { owner, channels } = sandbox;
  owner.say(channels.general, 'not for bots');
  owner.say(channels.general, `<@${sandbox.bot.id}> for you`);
  owner.say(channels.botDm, 'privately');
  expect(await heard).toEqual(['', `<@${sandbox.bot.id}> for you`, 'privately']);
});

test('the bot hears of channels and servers that come and go', async () => {
  const bot = await connect();
  const left = new Promise<string>((resolve) => bot.once(Events.GuildDelete, (guild) => resolve(guild.name)));
  const gone = new Promise<string>((resolve) =>
    bot.once(Events.ChannelDelete, (channel) => resolve(channel.id)),
  );
  const joined = new Promise<string>((resolve) =>
    bot.once(Events.GuildCreate, (guild) => resolve(guild.name)),
  );
  sandbox.deleteChannel(sandbox.channels.news);
  expect(await gone).toBe(sandbox.channels.news.id);
  sandbox.addGuild('Another one');
  expect(await joined).toBe('Another one');
  sandbox.kickBot();
  expect(await left).toBe(sandbox.guild.name);
});

/** Opens a raw connection, sends a frame after Hello, resolves with the close code. */
function closeCode(frame: string, query = '?v=10&encoding=json'): Promise<number> {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/${query}`);
  return new Promise((resolve) => {
    socket.once('message', () => socket.send(frame));
    socket.once('close', resolve);
  });
}

test('wrong frames close with Discord codes', async () => {
  sandbox = await openSandbox();
  expect(await closeCode('{')).toBe(4002);
  expect(await closeCode('{"op":99}')).toBe(4001);
  expect(await closeCode('{"op":3,"d":{}}')).toBe(4003);
  expect(await closeCode('{"op":2,"d":{"token":"wrong","intents":0}}')).toBe(4004);
  const identify = (more: object) =>
    JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 0, ...more } });
  expect(await closeCode(identify({ intents: 2 ** 30 }))).toBe(4013);
  expect(await closeCode(identify({ shard: [2, 2] }))).toBe(4010);
  expect(await closeCode('', '?v=6')).toBe(4012);
});

test('a bot that never beats is closed with 4009', async () => {
  sandbox = await openSandbox({ heartbeatIntervalMs: 50 });
  const frame = JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 0 } });
  expect(await closeCode(frame)).toBe(4009);
});
