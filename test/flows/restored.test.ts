/** What happens to subscriptions where `articles.db` is not the one they were posted from. */
import { copyFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const toLine = (
  title: string,
  source = 'Orl Courier',
  body = `${title} is all there is to tell.`,
): string => {
  const url = `https://${source.replace(' ', '-')}.example/${encodeURIComponent(title)}`;
  return JSON.stringify({ id: url, title, url, source, body });
};

const write = (journey: Journey, ...titles: string[]): Promise<void> =>
  writeFile(join(journey.corpusDir, `${titles[0]}.jsonl`), titles.map((title) => toLine(title)).join('\n'));

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

  it('is an older copy beside the log of the one before, the copy is used, and the start says so', async () => {
    const journey = await openSubscribed();
    const [db, copy, log] = [articlesOf(journey), join(journey.corpusDir, '..', 'copy.db'), 'left.log'];
    await goOn(journey, () => copyFile(db, copy));
    const many = Array.from({ length: 60 }, (_, number) => toLine(`Filler ${number}`));
    await goOn(journey, () => writeFile(join(journey.corpusDir, 'many.jsonl'), many.join('\n')));
    // A log that begins after what the copy lacks.
    await goOn(journey, () => write(journey, 'Alpha', 'Bravo'));
    await writeFile(
      join(journey.corpusDir, 'many.jsonl'),
      many.map((line) => line.replace('is all', 'was all')).join('\n'),
    );
    await expect.poll(() => stat(`${db}-wal`).then(({ size }) => size)).toBeGreaterThan(100_000);
    await copyFile(`${db}-wal`, join(journey.corpusDir, '..', log));
    await goOn(journey, async () => {
      await copyFile(copy, db);
      await copyFile(join(journey.corpusDir, '..', log), `${db}-wal`);
    });
    expect(journey.logged()).toContain('articles.db-wal belonged to another copy of articles.db');
    expect(journey.logged()).toContain('articles.db is an older copy: later articles were posted.');
    await goOn(journey, () => write(journey, 'Echo'));
    expect(['Alpha', 'Bravo', 'Echo'].map((title) => countOf(journey, title))).toEqual([1, 1, 1]);
  });

  it('is an older copy, nothing is posted twice of a file that grew meanwhile, and all that is new in it', async () => {
    const journey = await openSubscribed();
    const copy = join(journey.corpusDir, '..', 'copy.db');
    const list = (...lines: string[]) => writeFile(join(journey.corpusDir, 'list.jsonl'), lines.join('\n'));
    const storm = 'Storm sinks two ferries in the harbour of Orl';
    const told = [
      toLine(storm, 'Orl Courier', 'Divers reached both ships on Monday; nobody was hurt.'),
      toLine(storm, 'Kessel Post', 'Nobody was hurt, said divers who reached the ships on Monday.'),
      toLine('Alpha'),
    ];
    await goOn(journey, () => copyFile(articlesOf(journey), copy));
    await goOn(journey, () => list(...told));
    expect([countOf(journey, storm), countOf(journey, 'Alpha')]).toEqual([1, 1]);
    const before = posts(journey);
    await goOn(journey, async () => {
      await copyFile(copy, articlesOf(journey));
      await list(...told, toLine('Bravo'));
    });
    const since = posts(journey).replace(before, '');
    expect(since).toContain('[Bravo]');
    expect(since).not.toMatch(/Alpha|Storm/);
  });
});
