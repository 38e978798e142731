import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { create } from 'tar';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/backup/back-up.ts';
import { restore } from '../../src/backup/restore.ts';
import { createFeedStore } from '../../src/store/feed-store.ts';
import { lockDataFolder } from '../../src/store/lock-data-folder.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { openVoterKey } from '../../src/store/voter-key.ts';
import { articleDraft } from '../article-draft.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let place: string;
let dataDir: string;
let file: string;
beforeEach(() => {
  place = mkdtempSync(join(root, 'place-'));
  dataDir = join(place, 'data');
  file = join(place, 'backup.tar.gz');
});

const article = (key: string) =>
  articleDraft({ key, title: `Title ${key}`, body: `The text of ${key}. `.repeat(20) });

/** A data folder that is in use, as a bot has it: neither database is closed. */
const openData = async () => {
  const state = await openStateDatabase(dataDir);
  const store = await openArticleStore(dataDir);
  await createFeedStore(state).add('https://example.org/feed', 'The Example', 1);
  await store.add([article('a'), article('b')], 'new', 1);
  openVoterKey(dataDir);
  return {
    store,
    async close() {
      await store.close();
      await state.destroy();
    },
  };
};

const restoredTo = (name: string) => join(place, name);

describe('a backup', () => {
  it('holds what was written so far, while the databases are in use, and is put back whole', async () => {
    const data = await openData();
    expect(await backUp(dataDir, file)).toEqual(['state.db', 'articles.db', 'voter.key']);
    await data.store.add([article('later')], 'new', 2);
    await data.close();

    expect(await restore(file, restoredTo('back'))).toHaveLength(3);
    const store = await openArticleStore(restoredTo('back'));
    expect((await store.after(0, { limit: 10 })).map(({ key }) => key)).toEqual(['a', 'b']);
    await store.close();
    const state = await openStateDatabase(restoredTo('back'));
    expect((await createFeedStore(state).list()).map(({ name }) => name)).toEqual(['The Example']);
    await state.destroy();
    expect(readFileSync(join(restoredTo('back'), 'voter.key'))).toEqual(
      readFileSync(join(dataDir, 'voter.key')),
    );
  });

  it('can be read by its owner alone, and leaves nothing else behind', async () => {
    const data = await openData();
    await backUp(dataDir, file);
    await data.close();
    expect(statSync(file).mode & 0o077).toBe(0);
    await restore(file, restoredTo('back'));
    expect(readdirSync(restoredTo('back')).toSorted()).toEqual([
      'articles.db',
      'bot.lock',
      'state.db',
      'voter.key',
    ]);
    for (const name of ['articles.db', 'state.db', 'voter.key'])
      expect(statSync(join(restoredTo('back'), name)).mode & 0o077).toBe(0);
    expect(readdirSync(place).toSorted()).toEqual(['back', 'backup.tar.gz', 'data']);
  });

  it('never replaces a file, and says where there is nothing to back up', async () => {
    await expect(backUp(dataDir, file)).rejects.toThrow(/no state\.db in .*data, so there is nothing/);
    const data = await openData();
    writeFileSync(file, 'mine');
    await expect(backUp(dataDir, file)).rejects.toThrow('is there already');
    await expect(backUp(dataDir, join(place, 'none', 'x'))).rejects.toThrow('There is no folder');
    await data.close();
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('restoring', () => {
  const backedUp = async (): Promise<void> => {
    const data = await openData();
    await backUp(dataDir, file);
    await data.close();
  };
  const untouched = (name: string): void => {
    expect(readdirSync(restoredTo(name)).filter((each) => each !== 'bot.lock')).toEqual([]);
  };

  it('never replaces a database, and waits for no bot that runs there', async () => {
    await backedUp();
    await expect(restore(file, dataDir)).rejects.toThrow(/There is .*\.db in .*data already\. Move that/);
    const release = lockDataFolder(restoredTo('busy'));
    await expect(restore(file, restoredTo('busy'))).rejects.toThrow('Another Dateline is running');
    release();
  });

  it('refuses a file that is cut short, or something else', async () => {
    await backedUp();
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    await expect(restore(file, restoredTo('half'))).rejects.toThrow(
      /cannot be restored: .*Nothing was changed/,
    );
    untouched('half');
    writeFileSync(file, 'no archive at all');
    await expect(restore(file, restoredTo('other'))).rejects.toThrow('cannot be restored');
    untouched('other');
    await expect(restore(join(place, 'absent'), restoredTo('none'))).rejects.toThrow('There is no file');
  });

  it('refuses a backup with a damaged database', async () => {
    await backedUp();
    const bytes = gunzipSync(readFileSync(file));
    // Pages in the middle of a database, where no header shows it.
    const at = bytes.indexOf('SQLite format 3', bytes.indexOf('articles.db'));
    bytes.fill(0x5a, at + 4_096 * 3, at + 4_096 * 12);
    writeFileSync(file, gzipSync(bytes));
    await expect(restore(file, restoredTo('damaged'))).rejects.toThrow('its articles.db is damaged');
    untouched('damaged');
  });

  it('takes no file from the archive but its own, wherever that would lead', async () => {
    await backedUp();
    const inside = join(place, 'inside');
    await restore(file, inside);
    writeFileSync(join(place, 'evil.txt'), 'evil');
    await create({ file: join(place, 'evil.tar.gz'), cwd: inside, gzip: true, preservePaths: true }, [
      'state.db',
      'articles.db',
      '../evil.txt',
      join(place, 'evil.txt'),
    ]);
    rmSync(join(place, 'evil.txt'));
    expect(await restore(join(place, 'evil.tar.gz'), restoredTo('safe'))).toHaveLength(2);
    expect(existsSync(join(place, 'evil.txt'))).toBe(false);
  });
});
