import {
  type ChatInputCommandInteraction,
  Client,
  type DiscordAPIError,
  Events,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeEach(async () => {
  sandbox = await openSandbox({ acknowledgeWithinMs: 60_000 });
  client = new Client({ intents: [], rest: { api: sandbox.apiUrl, retries: 0 } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  await client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** Runs /ask; resolves with the interaction at the bot's side. */
function ask(): Promise<ChatInputCommandInteraction> {
  const arrived = new Promise<ChatInputCommandInteraction>((resolve) =>
    client.once(Events.InteractionCreate, (one) => resolve(one as ChatInputCommandInteraction)),
  );
  void sandbox.owner.slash(sandbox.channels.general, 'ask');
  return arrived;
}

function codeOf(request: Promise<unknown>): Promise<number | string> {
  return request.then(
    () => 0,
    (error: DiscordAPIError) => error.code,
  );
}

test('after 3 seconds (here 100 ms) the token is dead', async () => {
  sandbox.world.settings.acknowledgeWithinMs = 100;
  const interaction = await ask();
  await sandbox.next('the interaction to fail', (change) =>
    change.kind === 'interaction-updated' && change.interaction.state === 'failed' ? true : undefined,
  );
  expect(await codeOf(interaction.reply('late'))).toBe(10062);
});

test('an interaction is acknowledged once', async () => {
  const interaction = await ask();
  await interaction.reply('first');
  const body = { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'second' } };
  const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
  expect(await codeOf(client.rest.post(route, { body, auth: false }))).toBe(40060);
});

test('after 15 minutes nothing more can be said', async () => {
  const interaction = await ask();
  await interaction.deferReply();
  await interaction.editReply('in time');
  sandbox.clock.advance(15 * 60_000);
  expect(await codeOf(interaction.editReply('late'))).toBe(50027);
  expect(await codeOf(interaction.followUp('late'))).toBe(50027);
});

test('a follow-up straight after a deferral fills in the deferred message', async () => {
  const interaction = await ask();
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.followUp('the answer');
  await interaction.followUp('one more');
  const seen = sandbox.owner.sees(sandbox.channels.general);
  expect(seen.map((one) => [one.content, one.ephemeral])).toEqual([
    ['the answer', true],
    ['one more', false],
  ]);
});

test('a deferred answer is shown as edited only if it is changed after it came', async () => {
  const interaction = await ask();
  await interaction.deferReply();
  const isEdited = () => sandbox.owner.sees(sandbox.channels.general).map(({ edited }) => edited);
  await interaction.editReply('the answer');
  expect(isEdited()).toEqual([false]);
  await interaction.editReply('another answer');
  expect(isEdited()).toEqual([true]);
});

test('a deferral cannot announce components of the second kind', async () => {
  const interaction = await ask();
  expect(await codeOf(interaction.deferReply({ flags: MessageFlags.IsComponentsV2 as never }))).toBe(50035);
  await interaction.deferReply();
  await interaction.editReply({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 10, content: 'a card' }],
  });
  expect(sandbox.owner.sees(sandbox.channels.general)).toMatchObject([{ text: 'a card', loading: false }]);
});

test('the answer can be read, taken back, and is then unknown', async () => {
  const interaction = await ask();
  await interaction.reply('first');
  expect((await interaction.fetchReply()).content).toBe('first');
  await interaction.deleteReply();
  expect(await codeOf(interaction.fetchReply())).toBe(10008);
});

test('faults of a first response are named under data', async () => {
  const interaction = await ask();
  const error = await interaction.reply('a'.repeat(2001)).catch((reason: DiscordAPIError) => reason);
  expect((error as DiscordAPIError).rawError).toMatchObject({ errors: { data: { content: {} } } });
});
