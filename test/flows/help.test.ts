/** /help and /privacy in every language: a card that is too long loses its last blocks, so each has to fit as it is. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { CommandInput, Replies } from '../../src/discord/command.ts';
import { type Component, renderMessage } from '../../src/discord/messages.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { speaking } from '../../src/language/speaking.ts';
import { openJourney } from './open-journey.ts';

const CODES = LANGUAGES.map(({ code }) => code);
/** As long as Discord's ids get. */
const ID = '1234567890123456789';
const commandIds = new Map(commands.map(({ name }) => [name, ID]));
const by = {
  id: ID,
  name: 'Mika',
  guildId: ID,
  channelId: ID,
  roleIds: [],
  canManage: true,
  ownsApp: true,
  locale: 'en-US',
};

const runOf = (name: string): ((input: CommandInput, app: never) => Promise<Replies>) => {
  const command = commands.find((each) => each.name === name);
  if (command?.kind !== 'slash') throw new Error(`There is no /${name}.`);
  return command.run;
};

const contentOf = (component: Component): string =>
  [component.content ?? '', ...(component.components ?? []).map(contentOf)].join('\n');

/** What the cards of a command hold, and what is shown of it. */
const cardsOf = async (name: string, app: unknown) => {
  const replies = [await runOf(name)({ options: {}, by, commandIds }, app as never)].flat();
  return replies.map((reply) => ({
    held: reply.blocks
      .flatMap((block) => (block.kind === 'item' ? block.blocks : [block]))
      .flatMap((block) => (block.kind === 'text' ? block.text.markdown.split('\n') : [])),
    // Without the marks that turn a line of Arabic round.
    shown: renderMessage(reply, true).components.map(contentOf).join('\n').replaceAll('\u200f', ''),
  }));
};

describe.each(CODES)('in %s', (code) => {
  it('/help shows all it has to say', async () => {
    const cards = await speaking(code, () => cardsOf('help', null));
    expect(cards.flatMap(({ held, shown }) => held.filter((line) => !shown.includes(line)))).toEqual([]);
  });
});

it('/privacy shows five of each that is kept, in every language', async () => {
  const { app } = (await openJourney()).bot();
  for (let n = 0; n < 5; n++) {
    const question = `Question ${n} ${'of many words '.repeat(12)}`;
    const id = await app.interactions.keep(by, { question });
    await app.feedback.vote(
      ID,
      { id, guildId: ID, question, excerpt: null, expiresMs: app.now() + 1_000_000 },
      'unhelpful',
    );
    await app.lastLooks.record(ID, question, 1);
    await app.alerts.add({
      id: `alert${n}`,
      userId: ID,
      place: null,
      question,
      text: question,
      also: [],
      startSeq: 0,
      language: 'en',
    });
  }
  for (const code of CODES) {
    const cards = await speaking(code, () => cardsOf('privacy', app));
    expect(cards[0]?.shown.match(/question \d of many words/gi)).toHaveLength(5 * 4);
    expect(cards.flatMap(({ held, shown }) => held.filter((line) => !shown.includes(line)))).toEqual([]);
  }
});
