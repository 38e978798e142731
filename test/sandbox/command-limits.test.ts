import { type DiscordAPIError, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;
let rest: REST;

beforeAll(async () => {
  sandbox = await openSandbox({ rateLimits: false });
  rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
});

afterAll(() => sandbox.close());

const option = (name: string, more = {}) => ({ type: 3, name, description: 'd', ...more });
const command = (more = {}) => ({ name: 'ask', description: 'Ask', ...more });

async function register(...commands: object[]): Promise<string> {
  const put = rest.put(Routes.applicationCommands(sandbox.bot.id), { body: commands });
  return put.then(
    () => 'accepted',
    (error: DiscordAPIError) => JSON.stringify(error.rawError),
  );
}

const refused: [string, object[], string][] = [
  ['capitals in a name', [command({ name: 'Ask' })], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a blank in a name', [command({ name: 'ask me' })], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of 33', [command({ name: 'a'.repeat(33) })], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a missing description', [command({ description: undefined })], 'BASE_TYPE_REQUIRED'],
  ['a description of 101', [command({ description: 'a'.repeat(101) })], 'BASE_TYPE_BAD_LENGTH'],
  [
    '26 options',
    [command({ options: Array.from({ length: 26 }, (_, i) => option(`o${i}`)) })],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'required after optional',
    [command({ options: [option('a'), option('b', { required: true })] })],
    'OPTIONS_REQUIRED_INVALID',
  ],
  ['two options of one name', [command({ options: [option('a'), option('a')] })], 'OPTIONS_NAME_INVALID'],
  [
    'choices with autocomplete',
    [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    'CHOICES_INVALID',
  ],
  ['two commands of one name', [command(), command()], 'DUPLICATE_NAME'],
  [
    'a description on a context-menu command',
    [{ type: 3, name: 'Find coverage', description: 'x' }],
    'INVALID_DESCRIPTION',
  ],
  ['an unknown locale', [command({ name_localizations: { xx: 'frag' } })], 'not a known locale'],
  [
    'more than 8000 characters',
    [
      command({
        options: Array.from({ length: 4 }, (_, i) =>
          option(`o${i}`, {
            choices: Array.from({ length: 25 }, (_, c) => ({
              name: `${c}`.padEnd(50, 'n'),
              value: `${c}`.padEnd(50, 'v'),
            })),
          }),
        ),
      }),
    ],
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
];

test.each(refused)('refuses %s', async (_, commands, expected) => {
  expect(await register(...commands)).toContain(expected);
});

test('a command that stays keeps its id, and a plain context-menu name passes', async () => {
  expect(await register(command(), { type: 3, name: 'Find coverage' })).toBe('accepted');
  const [before] = sandbox.owner.commands(sandbox.channels.general);
  expect(await register(command({ description: 'Ask anything' }))).toBe('accepted');
  const after = sandbox.owner.commands(sandbox.channels.general);
  expect(after).toMatchObject([{ id: before!.id, description: 'Ask anything' }]);
});

test('commands are offered where their contexts and installations say', async () => {
  const { owner, channels } = sandbox;
  await register(
    command({ name: 'anywhere', integration_types: [0, 1], contexts: [0, 1, 2] }),
    command({ name: 'server', contexts: [0] }),
    command({ name: 'admin', default_member_permissions: '0' }),
  );
  const offered = (channel: { id: string }, person = owner) =>
    person.commands(channel).map((one) => one.name);
  expect(offered(channels.general)).toEqual(['anywhere', 'server', 'admin']);
  expect(offered(channels.general, sandbox.member)).toEqual(['anywhere', 'server']);
  expect(offered(channels.botDm)).toEqual(['anywhere', 'admin']);
  expect(offered(channels.privateDm)).toEqual(['anywhere']);
});
