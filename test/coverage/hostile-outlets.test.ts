/** Outlets that write in capitals, turn a wire's text round, leave out dates or invent them. */
import { expect, it } from 'vitest';
import { asOfMs, openTold, told } from './open-told.ts';

const PARTS = [
  'The harbour of Orl was closed on Friday after the ferry Aurora hit its northern pier, the port authority said in the morning.',
  'The ferry carried 120 people, of whom three were taken to hospital with bruises, said Lena Moor, who heads the port authority.',
  'Lorries queue on the coast road to Marrow, and the next ferry sails from there on Tuesday at noon with room for forty cars.',
];
const TITLE = 'Orl harbour closed after ferry hits pier';
const WIRE = told('Orl Wire', '2024-05-10T08:00:00Z', TITLE, PARTS.join('\n\n'));

const storyOf = async (drafts: Parameters<typeof openTold>[0], topic = 'Orl harbour ferry') => {
  const backend = await openTold(drafts);
  const story = await backend.topicStory(topic, { asOfMs });
  await backend.close();
  return story!;
};

it('a text that another outlet turned round is known as a copy', async () => {
  const turned = told(
    'Valley Herald',
    '2024-05-10T09:00:00Z',
    'Ferry hits pier, Orl harbour closed',
    PARTS.toReversed().join('\n\n'),
  );
  const { tellings, accounts } = await storyOf([WIRE, turned]);
  expect(tellings.map(({ copyOf }) => copyOf?.article.source ?? null)).toEqual([null, 'Orl Wire']);
  expect(accounts).toBe(1);
});

it('a title in capitals joins its story', async () => {
  const loud = told(
    'Valley Herald',
    '2024-05-10T09:00:00Z',
    'FERRY HITS PIER, ORL HARBOUR CLOSED FOR DAYS',
    'Divers look at the northern pier of the harbour of Orl, which the ferry Aurora hit on Friday. The port authority closed the harbour until they are done.',
  );
  expect((await storyOf([WIRE, loud])).outlets).toBe(2);
});

it.each([
  ['without a date', null],
  ['dated years ahead', '2031-01-01T00:00:00Z'],
])('an outlet %s does not hide the story', async (_, published) => {
  const other = told(
    'Valley Herald',
    published,
    'Ferry hits pier, Orl harbour closed',
    PARTS.join(' ').toUpperCase(),
  );
  const story = await storyOf([WIRE, other]);
  expect(story.tellings.map(({ article }) => article.source)).toContain('Orl Wire');
});

it('an outlet that publishes one address again under a new title is one outlet and one account', async () => {
  const again = {
    ...told(
      'Orl Wire',
      '2024-05-10T10:00:00Z',
      'Ferry hits pier: Orl harbour closed for days',
      `${PARTS.join('\n\n')} The harbour master hopes for Monday.`,
    ),
    url: WIRE.url,
  };
  const { outlets, accounts, tellings } = await storyOf([WIRE, again]);
  expect([outlets, accounts]).toEqual([1, 1]);
  // Nobody copied from anybody.
  expect(tellings.map(({ copyOf }) => copyOf)).toEqual(tellings.map(() => null));
});

it.each(['the of and', '??? !!!', 'what is the', ''])(
  'the topic “%s”, which names nothing, is refused',
  async (topic) => {
    const backend = await openTold([WIRE]);
    await expect(backend.topicStory(topic, { asOfMs })).rejects.toThrow(/expected/i);
    await expect(backend.timeline(topic, { asOfMs, after: 0 })).rejects.toThrow(/expected/i);
    await expect(backend.compare(topic, { asOfMs, sources: [] })).rejects.toThrow(/expected/i);
    await backend.close();
  },
);

it('an article that names the topic far down is not compared', async () => {
  const other = told(
    'Valley Herald',
    '2024-05-11T09:00:00Z',
    'Storm comes to the coast of Norland',
    `${'A storm comes to the coast of Norland, and people nail their shutters down. '.repeat(9)}The ferry of Orl stays in its harbour.`,
  );
  const backend = await openTold([WIRE, other]);
  const { articles } = await backend.compare('Orl harbour ferry', { asOfMs, sources: [] });
  await backend.close();
  expect(articles.map(({ source }) => source)).toEqual(['Orl Wire']);
});
