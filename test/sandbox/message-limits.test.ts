import { ComponentType, type DiscordAPIError, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;
let rest: REST;

beforeAll(async () => {
  sandbox = await openSandbox({ rateLimits: false });
  rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
});

afterAll(() => sandbox.close());

const V2 = 1 << 15;
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (custom_id: string, more = {}) => ({ type: 2, style: 2, label: 'Go', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const v2 = (...components: object[]) => ({ flags: V2, components });

function post(body: object) {
  return rest.post(Routes.channelMessages(sandbox.channels.general.id), { body });
}

/** The JSON of Discord's refusal. */
async function refusal(body: object): Promise<string> {
  const error = (await post(body).then(
    () => undefined,
    (reason) => reason,
  )) as DiscordAPIError | undefined;
  return JSON.stringify(error?.rawError ?? 'accepted');
}

const accepted: [string, object][] = [
  ['2000 characters', { content: 'a'.repeat(2000) }],
  [
    '5 rows of 5 buttons',
    { content: 'a', components: many(5, (r) => row(...many(5, (b) => button(`${r}-${b}`)))) },
  ],
  ['40 components and 4000 characters', v2(...many(40, () => text('a'.repeat(100))))],
  [
    'an embed of 6000 characters',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'a'.repeat(1904) }] },
  ],
  [
    'a container with everything',
    v2({
      type: 17,
      components: [
        text('# Title'),
        {
          type: 9,
          components: [text('a')],
          accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
        },
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] },
        row({ type: 3, custom_id: 'menu', options: [{ label: 'a', value: 'a' }] }),
      ],
    }),
  ],
];

test.each(accepted)('takes %s', async (_, body) => {
  expect(await refusal(body)).toBe('"accepted"');
});

const refused: [string, object, string][] = [
  ['an empty message', {}, '50006'],
  ['blank content', { content: '  \n ' }, '50006'],
  ['2001 characters', { content: 'a'.repeat(2001) }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'a row of 6 buttons',
    { content: 'a', components: [row(...many(6, (i) => button(`${i}`)))] },
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['6 rows', { content: 'a', components: many(6, (i) => row(button(`${i}`))) }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'a custom id twice',
    { content: 'a', components: [row(button('x'), button('x'))] },
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id of 101',
    { content: 'a', components: [row(button('x'.repeat(101)))] },
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label of 81',
    { content: 'a', components: [row(button('x', { label: 'a'.repeat(81) }))] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a menu beside a button',
    {
      content: 'a',
      components: [row(button('x'), { type: 3, custom_id: 'm', options: [{ label: 'a', value: 'a' }] })],
    },
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '26 options',
    {
      content: 'a',
      components: [
        row({ type: 3, custom_id: 'm', options: many(26, (i) => ({ label: 'a', value: `${i}` })) }),
      ],
    },
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option value twice',
    {
      content: 'a',
      components: [row({ type: 3, custom_id: 'm', options: many(2, () => ({ label: 'a', value: 'a' })) })],
    },
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a link that is no web address',
    { content: 'a', components: [row({ type: 2, style: 5, label: 'a', url: 'javascript:alert(1)' })] },
    'URL_TYPE_INVALID',
  ],
  ['a text display without the flag', { components: [text('a')] }, 'UNION_TYPE_CHOICES'],
  [
    'content beside components of the second kind',
    { ...v2(text('a')), content: 'a' },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside components of the second kind',
    { ...v2(text('a')), embeds: [{ title: 'a' }] },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    '41 components, nested ones counted',
    v2({ type: 17, components: many(40, () => text('a')) }),
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters over all text displays',
    v2(text('a'.repeat(4000)), text('a')),
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['a blank text display', v2(text(' ')), 'BASE_TYPE_REQUIRED'],
  [
    'a section of 4 texts',
    v2({ type: 9, components: many(4, () => text('a')), accessory: button('x') }),
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['a section without accessory', v2({ type: 9, components: [text('a')] }), 'BASE_TYPE_REQUIRED'],
  [
    'a container in a container',
    v2({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
    'UNION_TYPE_CHOICES',
  ],
  [
    'a file that was not sent along',
    v2({ type: 13, file: { url: 'attachment://a.txt' } }),
    'REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  ['11 embeds', { embeds: many(11, () => ({ title: 'a' })) }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'embeds of 6001 characters',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'a'.repeat(1905) }] },
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['an embed title of 257', { embeds: [{ title: 'a'.repeat(257) }] }, 'BASE_TYPE_MAX_LENGTH'],
  [
    '26 fields',
    { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a nonce of 26', { content: 'a', nonce: 'a'.repeat(26) }, 'BASE_TYPE_MAX_LENGTH'],
  ['a reply to nothing', { content: 'a', message_reference: { message_id: '1' } }, 'REPLIES_UNKNOWN_MESSAGE'],
  [
    'mentions both parsed and listed',
    { content: 'a', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
    'mutually exclusive',
  ],
];

test.each(refused)('refuses %s', async (_, body, expected) => {
  expect(await refusal(body)).toContain(expected);
});

test('a refusal names the place of each fault, as Discord does', async () => {
  const body = { content: 'a', components: [row(button('x', { label: 'a'.repeat(81) }))] };
  expect(JSON.parse(await refusal(body))).toMatchObject({
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      components: { 0: { components: { 0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } } },
    },
  });
});

test('components of the second kind cannot be taken off again', async () => {
  const { id } = (await post(v2(text('a')))) as { id: string };
  const route = Routes.channelMessage(sandbox.channels.general.id, id);
  await expect(rest.patch(route, { body: { flags: 0, content: 'plain', components: [] } })).rejects.toThrow(
    'IS_COMPONENTS_V2',
  );
  await rest.patch(route, { body: { flags: 0, components: [text('b')] } });
  expect(sandbox.message(id).raw.flags! & V2).toBe(V2);
});

test('only what allowed_mentions lets through would ping', async () => {
  const { member, digestRole } = sandbox;
  const content = `<@${member.id}> <@&${digestRole.id}> @everyone`;
  const pings = async (allowed_mentions?: object) => {
    const { id } = (await post({ content, allowed_mentions })) as { id: string };
    return sandbox.message(id).pings;
  };
  expect(await pings()).toEqual({ everyone: false, userIds: [member.id], roleIds: [digestRole.id] });
  expect(await pings({ parse: [] })).toEqual({ everyone: false, userIds: [], roleIds: [] });
  expect(await pings({ parse: [], roles: [digestRole.id] })).toMatchObject({
    userIds: [],
    roleIds: [digestRole.id],
  });
});
