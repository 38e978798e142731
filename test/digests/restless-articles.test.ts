/** Articles and outlets that do not keep still: everything is posted once, and nothing is lost. */
import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { countIn, openTestDigests, type TestDigests } from './open-test-digests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const FERRY = {
  key: 'courier#ferry',
  url: 'https://courier.example/ferry',
  source: 'courier.example',
  title: 'Orl harbour closed after ferry hits pier',
  body: 'The harbour of Orl was closed on Monday after the ferry Aurora hit its northern pier, the port authority said. Divers are to look at the damage, and ships wait outside.',
};

const edits = ({ sandbox }: TestDigests) => sandbox.requests().filter(({ method }) => method === 'PATCH');

const told = async (
  versions: readonly Partial<ArticleDraft>[],
  apartMs = 3 * MINUTE,
): Promise<TestDigests> => {
  const digests = await openTestDigests();
  await digests.subscribe();
  for (const version of versions) {
    await digests.add([{ ...FERRY, ...version }]);
    await digests.settle();
    digests.wait(apartMs);
  }
  digests.wait(HOUR);
  await digests.settle();
  return digests;
};

it('an article whose text changes ten times is one post, which shows the last', async () => {
  const versions = Array.from({ length: 11 }, (_, number) => ({
    body: FERRY.body.replace('Divers', `${number + 2} divers`),
    title: number === 10 ? 'Orl harbour open again after ferry hit pier' : FERRY.title,
  }));
  const digests = await told(versions);
  expect(digests.posts()).toHaveLength(1);
  expect(digests.posts()[0]).toContain('open again');
  expect(edits(digests).length).toBeLessThanOrEqual(11);
});

it('a correction of a correction is one post, which shows what the article says now', async () => {
  const versions = [14, 19, 14].map((cracks) => ({
    body: FERRY.body.replace('Divers', `Divers found ${cracks} cracks and`),
    title: `Ferry hits pier of Orl: ${cracks} cracks found`,
  }));
  const digests = await told(versions, 15 * MINUTE);
  expect(digests.posts()).toHaveLength(1);
  expect(digests.posts()[0]).toContain('14 cracks found');
  expect(digests.posts()[0]).not.toContain('19 cracks');
});

it('an article that its feed dates anew each time is one post and is not edited', async () => {
  const versions = Array.from({ length: 8 }, (_, day) => ({ published: `2026-03-0${day + 1}T08:00:00Z` }));
  const digests = await told(versions);
  expect(digests.posts()).toHaveLength(1);
  expect(edits(digests)).toEqual([]);
});

it.each([
  ['without a date', null],
  ['dated years ahead', '2031-01-01T00:00:00Z'],
  ['dated long ago', '1998-01-01'],
])('an article %s is posted once', async (_, published) => {
  const digests = await told([{ published }, { published }]);
  expect(digests.posts()).toHaveLength(1);
  expect(digests.posts()[0]).toContain('harbour closed');
});

it('an address that comes again with another title and the same text is not posted twice', async () => {
  const body = `${FERRY.body} ${FERRY.body}`;
  const digests = await told([
    { body },
    {
      body,
      key: 'courier#ferry2',
      givenId: 'ferry2',
      title: 'Ferry Aurora hits pier, harbour of Orl closed',
    },
  ]);
  expect(digests.posts()).toHaveLength(1);
});

it('a wire text in another order from another outlet joins the post', async () => {
  const parts = [
    FERRY.body,
    'The ferry carried 120 people, of whom three were taken to hospital with bruises, said Lena Moor of the port.',
    'Lorries queue on the coast road to Marrow, and the next ferry sails from there on Tuesday at noon.',
  ];
  const digests = await told([
    { body: parts.join('\n\n') },
    {
      key: 'herald#ferry',
      givenId: 'h',
      source: 'herald.example',
      url: 'https://herald.example/1',
      title: 'FERRY HITS PIER, ORL HARBOUR CLOSED',
      body: parts.toReversed().join('\n\n'),
    },
  ]);
  expect(digests.posts()).toHaveLength(1);
  expect(digests.posts()[0]).toContain('2 outlets');
});

it('what is told again after three days is posted again, once', async () => {
  const digests = await told(
    [
      {},
      {
        key: 'herald#ferry',
        givenId: 'h',
        source: 'herald.example',
        url: 'https://herald.example/1',
        body: `${FERRY.body} Told again.`,
      },
    ],
    73 * HOUR,
  );
  expect(countIn(digests.posts(), 'harbour closed')).toBe(2);
});
