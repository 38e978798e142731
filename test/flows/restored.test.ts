/** What happens to subscriptions where `articles.db` is not the one they were posted from. */
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const toLine = (title: string): string => {
  const url = `https://courier.example/${title}`;
  return JSON.stringify({
    id: title,
    title,
    url,
    source: 'Orl Courier',
    body: `${title} is all there is to tell.`,
  });
};

const write = (journey: Journey, ...titles: string[]): Promise<void> =>
  writeFile(join(journey.corpusDir, `${titles[0]}.jsonl`), titles.map(toLine).join('\n'));

const settle = async (journey: Journey): Promise<void> => {
  const { digests } = journey.bot().app;
  for (let times = 0; times < 2; times++) {
    await digests.tick();
    await digests.idle();
  }
};

const posts = (journey: Journey): string =>
  journey.sandbox
    .posted()
    .map(({ text }) => text)
    .join('\n');
const countOf = (journey: Journey, title: string): number => posts(journey).split(`[${title}]`).length - 1;

/** Follows all articles as they arrive. */
const openSubscribed = async (): Promise<Journey> => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = journey.sandbox;
  await owner.slash(channels.general, 'subscribe', { channel: channels.news.id, when: 'arrival' });
  return journey;
};

/** Restarts with what was written meanwhile, and posts what is due. */
const goOn = async (journey: Journey, meanwhile: () => Promise<void>): Promise<void> => {
  await journey.restart({ meanwhile });
  await settle(journey);
};

const articlesOf = ({ dataDir }: Journey): string => join(dataDir, 'articles.db');

describe('where articles.db', () => {
  it('is gone, what comes next is posted, nothing twice, and the start says so', async () => {
    const journey = await openSubscribed();
    await goOn(journey, () => write(journey, 'Alpha', 'Bravo', 'Charlie'));
    expect(countOf(journey, 'Alpha')).toBe(1);
    await goOn(journey, () => rm(articlesOf(journey)));
    expect(journey.logged()).toContain('articles.db is new, but articles were posted before.');
    await goOn(journey, () => write(journey, 'Delta'));
    expect(['Alpha', 'Bravo', 'Charlie', 'Delta'].map((title) => countOf(journey, title))).toEqual([
      1, 1, 1, 1,
    ]);
    const told = journey.logged().split('articles.db is').length;
    await goOn(journey, () => write(journey, 'Echo'));
    expect([countOf(journey, 'Echo'), journey.logged().split('articles.db is').length]).toEqual([1, told]);
  });

  it('is an older copy, what comes next is posted, nothing twice, and the start says so', async () => {
    const journey = await openSubscribed();
    const copy = join(journey.corpusDir, '..', 'copy.db');
    await goOn(journey, async () => {
      expect(await readdir(journey.dataDir)).not.toContain('articles.db-wal');
      await copyFile(articlesOf(journey), copy);
      await write(journey, 'Alpha', 'Bravo');
    });
    await goOn(journey, () => write(journey, 'Charlie'));
    await goOn(journey, async () => {
      await copyFile(copy, articlesOf(journey));
      await write(journey, 'Delta');
    });
    expect(journey.logged()).toContain('articles.db is an older copy: later articles were posted.');
    await goOn(journey, () => write(journey, 'Echo'));
    expect(['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'].map((title) => countOf(journey, title))).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });
});
