/** One query means one thing, wherever a member types it: in a question, a search, a digest, a subscription and an alert. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/sandbox/simulated-users/reply.ts';
import { articleDraft } from '../article-draft.ts';
import { openJourney } from './open-journey.ts';

const textOf = (reply: Reply): string => (reply.message?.text ?? '').replace(/\\(?=[^\w\s])/g, '');

const draft = (key: string, title: string, author: string, body: string) =>
  articleDraft({
    key,
    title,
    author,
    body,
    source: `${key}.example`,
    url: `https://${key}.example/1`,
    published: new Date().toISOString(),
    origin: 'feed:1',
  });

const KYIV = draft('east', 'Ferry strike reaches Kyiv', 'Lena Moor', 'The ferry strike reached Kyiv today.');
const ODESA = draft(
  'west',
  'Ferries of Odesa stand still',
  'Tom Wolf',
  'Ferries stand still in Odesa: a strike.',
);
const LVIV = draft(
  'north',
  'Trams of Lviv run again',
  'Lena Moor',
  'A strike of ferries in Kyiv helped Lviv.',
);
const ALL = [KYIV, ODESA, LVIV];

const QUERIES: readonly (readonly [query: string, matching: readonly (typeof ALL)[number][]])[] = [
  ['ferry (Kyiv OR Odesa)', [KYIV, ODESA, LVIV]],
  ['title:ferry strike', [KYIV, ODESA]],
  ['title:(Kyiv OR Lviv)', [KYIV, LVIV]],
  ['strike author:moor', [KYIV, LVIV]],
  ['"ferry" -Lviv', [KYIV]],
  ['"ferries" -(Kyiv OR Lviv)', [ODESA]],
];

/** Which of the articles a text names, by their outlets: a story has the title of one of them. */
const namedIn = (text: string) => ALL.filter(({ source }) => text.replaceAll('\\', '').includes(source));

describe.each(QUERIES)('%s', (query, matching) => {
  it('finds the same articles in a question, a search, a digest and the posts of a subscription', async () => {
    const journey = await openJourney({ articles: [] });
    const { owner, channels } = journey.sandbox;
    const { app } = journey.bot();
    const options = { channel: channels.news.id, topic: query, when: 'arrival', later: 'post' };
    expect(textOf(await owner.slash(channels.general, 'subscribe', options))).toContain('Subscribed:');
    await app.backend.add(ALL, 'new');
    await app.digests.tick();
    await app.digests.idle();
    const posted = journey.sandbox.messages(channels.news).map(({ text }) => text);
    expect(namedIn(posted.join('\n'))).toEqual(matching);
    const show = async (command: string, option: string) =>
      namedIn(textOf(await owner.slash(channels.general, command, { [option]: query })));
    expect(await show('search', 'query')).toEqual(matching);
    expect(await show('digest', 'topic')).toEqual(matching);
    const quoted = await show('ask', 'question');
    expect(matching).toEqual(expect.arrayContaining(quoted));
    expect(quoted).not.toEqual([]);
  });
});

it('an alert waits for an article that its whole query asks for', async () => {
  const journey = await openJourney({ articles: [] });
  const { member, channels } = journey.sandbox;
  const { app } = journey.bot();
  const question = 'Where did the strike reach the ferries? author:moor (Kyiv OR Odesa)';
  expect(textOf(await member.slash(channels.general, 'alerts', { question }))).toContain(
    'I will write to you',
  );
  const round = async () => {
    await app.alertRounds.tick();
    await app.alertRounds.idle();
  };
  const told = () =>
    journey.sandbox.posted().filter(({ text }) => text.includes('An article answers this now'));
  await app.backend.add([ODESA], 'new');
  await round();
  expect(told()).toEqual([]);
  await app.backend.add([KYIV], 'new');
  await round();
  expect(told().map(({ text }) => namedIn(text))).toEqual([[KYIV]]);
});

it.each(['strike "ferries', 'strike OR', 'OR strike', 'strike (ferries', 'strike title:'])(
  'an option holds beside %j, which leaves something unfinished',
  async (typed) => {
    const journey = await openJourney({ articles: [] });
    const { member, channels } = journey.sandbox;
    await journey.bot().app.backend.add(ALL, 'new');
    const find = async (command: string, options: Record<string, string>) =>
      namedIn(textOf(await member.slash(channels.general, command, { ...options, source: ODESA.source })));
    expect(await find('search', { query: typed })).toEqual([ODESA]);
    expect(await find('ask', { question: typed })).toEqual([ODESA]);
  },
);
