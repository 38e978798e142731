import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFeedbackStore } from '../../src/store/feedback-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { openVoterKey } from '../../src/store/voter-key.ts';

const openFolder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-feedback-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};

describe('the key of those who vote', () => {
  it('stays the same in a data folder, for its owner alone', async () => {
    const dir = await openFolder();
    const key = openVoterKey(dir);
    expect(key).toHaveLength(32);
    expect(openVoterKey(dir).equals(key)).toBe(true);
    expect((await stat(join(dir, 'voter.key'))).mode & 0o077).toBe(0);
    expect(openVoterKey(await openFolder()).equals(key)).toBe(false);
  });

  it('is not replaced where the file holds something else, which is said', async () => {
    const dir = await openFolder();
    await writeFile(join(dir, 'voter.key'), 'abc');
    expect(() => openVoterKey(dir)).toThrow(/expected a key of 64 hexadecimal digits.*delete it/);
    expect(await readFile(join(dir, 'voter.key'), 'utf8')).toBe('abc');
  });

  it('leaves no id of a person in the database', async () => {
    const dir = await openFolder();
    const db = await openStateDatabase(null);
    onTestFinished(() => db.destroy());
    const store = createFeedbackStore(db, () => 1, openVoterKey(dir));
    const answer = { id: 'a', guildId: null, question: 'q', excerpt: null, expiresMs: 2 };
    await store.vote('123456789012345678', answer, 'helpful');
    expect(JSON.stringify(await db.selectFrom('feedback').selectAll().execute())).not.toContain('1234567890');
  });
});
