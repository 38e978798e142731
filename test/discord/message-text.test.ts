/** What of a message is read for questions about it. */
import { Client, Message } from 'discord.js';
import { expect, it } from 'vitest';
import { messageText } from '../../src/discord/mentions.ts';

const AUTHOR = { id: '3', username: 'ann', discriminator: '0', avatar: null };
const EMPTY = { id: '1', channel_id: '2', type: 0, author: AUTHOR, content: '', embeds: [], attachments: [] };

const textOf = (fields: object): string =>
  messageText(Reflect.construct(Message, [new Client({ intents: [] }), { ...EMPTY, ...fields }]));

it('of a forwarded message the text that is forwarded', () => {
  const forwarded = {
    message_reference: { type: 1, message_id: '9', channel_id: '8' },
    message_snapshots: [{ message: { ...EMPTY, content: 'The ferry is late' } }],
  };
  expect(textOf(forwarded)).toBe('The ferry is late');
});

it('of a link the title and text of its preview', () => {
  const embeds = [{ title: 'Ferry', description: 'It is late' }];
  expect(textOf({ content: 'look:', embeds })).toBe('look:\nFerry\nIt is late');
});
