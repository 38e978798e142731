import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkInBackground } from '../../src/store/check-in-background.ts';
import type { Migrations } from '../../src/store/migrations/migrate.ts';
import { openDatabase, wasLeftOpen } from '../../src/store/open-database.ts';

interface Tables {
  note: { id: number; text: string };
}

const first: Migrations = {
  '001-note': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.createTable('note').addColumn('id', 'integer').addColumn('text', 'text').execute();
    },
  },
};
const failing: Migrations = {
  ...first,
  '002-broken': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.createTable('half').addColumn('id', 'integer').execute();
      throw new Error('the migration failed');
    },
  },
};
const second: Migrations = {
  ...first,
  '002-more': {
    up: async (db: Kysely<unknown>) =>
      void (await db.schema.createTable('more').addColumn('id', 'integer').execute()),
  },
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-db-'));
  path = join(folder, 'x.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = async (texts: readonly string[], migrations = first): Promise<void> => {
  const db = await openDatabase<Tables>(path, migrations);
  await db.transaction().execute(async (tx) => {
    for (const [id, text] of texts.entries()) await tx.insertInto('note').values({ id, text }).execute();
  });
  await db.destroy();
};

describe('openDatabase', () => {
  test('what was written is there after opening again', async () => {
    await write(['one', 'two']);
    const db = await openDatabase<Tables>(path, second);
    expect((await db.selectFrom('note').selectAll().execute()).map((row) => row.text)).toEqual([
      'one',
      'two',
    ]);
    await db.destroy();
  });

  test('lives in memory just as well', async () => {
    const db = await openDatabase<Tables>(':memory:', first);
    await db.insertInto('note').values({ id: 1, text: 'x' }).execute();
    expect(await db.selectFrom('note').selectAll().execute()).toHaveLength(1);
    await db.destroy();
  });

  test('others may read while the writer has it open, and may not write', async () => {
    const writer = await openDatabase<Tables>(path, first);
    const reader = await openDatabase<Tables>(path, first, { readOnly: true });
    await writer.insertInto('note').values({ id: 1, text: 'x' }).execute();
    expect(await reader.selectFrom('note').selectAll().execute()).toHaveLength(1);
    await expect(reader.deleteFrom('note').execute()).rejects.toThrow(/cannot be written/);
    await reader.destroy();
    await writer.destroy();
  });

  test('a migration that fails leaves nothing behind', async () => {
    await write(['kept']);
    await expect(openDatabase(path, failing)).rejects.toThrow('the migration failed');
    const db = await openDatabase<Tables>(path, first);
    expect(await db.selectFrom('note').selectAll().execute()).toHaveLength(1);
    const half = await sql`SELECT name FROM sqlite_master WHERE name = 'half'`.execute(db);
    expect(half.rows).toEqual([]);
    await db.destroy();
  });

  test('a file changed by a newer version is refused and left alone', async () => {
    const db = await openDatabase(path, second);
    await db.destroy();
    const before = readFileSync(path);
    await expect(openDatabase(path, first)).rejects.toThrow(/newer Dateline \(002-more\)/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a file that is no database is refused and left alone', async () => {
    writeFileSync(path, 'These are my notes, not a database. '.repeat(200));
    const before = readFileSync(path);
    await expect(openDatabase(path, first)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /is not a database\. Nothing was changed\. Restore it from a backup, or move it/,
      ),
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('damaged pages are found at once, and the file is left alone', async () => {
    await write(Array.from({ length: 500 }, (_, n) => `${n} ${'words '.repeat(100)}`));
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8192);
    writeFileSync(path, bytes);
    await expect(openDatabase(path, first)).rejects.toThrow(/is damaged\. Nothing was changed/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('a file cut short is found at once', async () => {
    await write(Array.from({ length: 500 }, (_, n) => `${n} ${'words '.repeat(100)}`));
    truncateSync(path, 40_000);
    await expect(openDatabase(path, first)).rejects.toThrow(/is damaged/);
  });

  test('the database of another program is refused', async () => {
    const db = await openDatabase<Tables>(path, first);
    await sql`PRAGMA application_id = 7`.execute(db);
    await db.destroy();
    copyFileSync(path, `${path}.copy`);
    await expect(openDatabase(`${path}.copy`, first)).rejects.toThrow(/database of another program/);
  });

  test('a folder that is not there is reported, not made', async () => {
    await expect(openDatabase(join(folder, 'absent', 'x.db'), first)).rejects.toThrow(/cannot be opened/);
    expect(existsSync(join(folder, 'absent'))).toBe(false);
  });

  test('a file that its last writer did not close is known, and checked beside its use', async () => {
    await write(Array.from({ length: 500 }, (_, n) => `${n} ${'words '.repeat(100)}`));
    expect(wasLeftOpen(path)).toBe(false);
    const writer = await openDatabase<Tables>(path, first);
    await writer.insertInto('note').values({ id: 501, text: 'last words' }).execute();
    expect(wasLeftOpen(path)).toBe(true);
    const { signal } = new AbortController();
    expect(await checkInBackground(path, signal)).toBeNull();
    await writer.destroy();
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8192);
    writeFileSync(path, bytes);
    expect(await checkInBackground(path, signal)).toMatch(/is damaged\. Nothing was changed/);
  });
});
