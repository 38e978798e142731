import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { neededArticles } from '../../src/digests/needed-articles.ts';
import { loopbackNetwork } from '../intake/loopback-server.ts';
import { openNewsSite } from './news-site.ts';
import { openJourney } from './open-journey.ts';

const DAY_MS = 86_400_000;

const paragraphs = [
  'The ferry between Orl and Port Ellis runs again after a repair of its rudder that took three weeks.',
  ...Array.from({ length: 6 }, (_, n) => `The harbour master said so in report number ${n + 1} on Monday.`),
];
const OLD = {
  slug: 'ferry',
  title: 'Ferry to Port Ellis runs again',
  summary: 'Back.',
  paragraphs,
  published: '2020-03-01T08:00:00Z',
};

it('keeps what a living digest quotes, and lets nothing come back as news once it is deleted', async () => {
  const site = await openNewsSite([]);
  const files = [
    {
      id: 'file',
      title: 'Old file',
      body: 'The old mill by the river was sold to a painter.',
      published: '2019-05-01',
    },
  ];
  const journey = await openJourney({
    network: loopbackNetwork,
    articles: files,
    settings: { KEEP_ARTICLES: '365 days' },
  });
  const { sandbox, bot } = journey;
  const { owner, channels } = sandbox;
  const poll = async () => {
    journey.wait(DAY_MS / 2);
    await bot().app.feeds.poller.pollDue();
  };
  const count = async () => (await bot().app.backend.status()).articles;
  await expect.poll(count).toBe(0);

  await owner.slash(channels.general, 'feeds add', { url: `${site.origin}/feed` });
  await poll();
  await owner.slash(channels.general, 'subscribe', { channel: channels.news, when: 'arrival' });
  const digest = sandbox.nextMessage({ in: channels.news });
  site.entries = [OLD];
  await poll();
  expect((await digest).text).toContain('Ferry to Port Ellis runs again');
  await bot().app.digests.idle();
  const { backend, config } = bot().app;
  expect(await backend.expire(config.KEEP_ARTICLES!, await neededArticles(bot().app))).toBe(0);
  expect(await count()).toBe(1);

  await journey.restart({ laterMs: 3 * DAY_MS });
  await expect.poll(count).toBe(0);
  site.entries = [{ ...OLD, title: 'Ferry to Port Ellis runs again, and again' }];
  await poll();
  const file = join(journey.corpusDir, 'news.jsonl');
  await writeFile(
    file,
    files.map((each) => JSON.stringify({ ...each, title: 'Old file, changed' })).join('\n'),
  );
  await utimes(file, new Date(), new Date());
  await journey.restart({ laterMs: DAY_MS });
  await bot().app.digests.tick();
  await bot().app.digests.idle();
  expect(await count()).toBe(0);
  expect(sandbox.messages(channels.news)).toHaveLength(1);
  expect(sandbox.messages(channels.news)[0]!.text).toContain('Ferry to Port Ellis runs again');
});
