import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { checkClock } from '../../src/doctor/check-clock.ts';
import { checkToken } from '../../src/doctor/check-settings.ts';
import { createFeedServerStore } from '../../src/store/feed-server-store.ts';
import { createFeedStore } from '../../src/store/feed-store.ts';
import { createGuildStore } from '../../src/store/guild-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { runProgram } from '../run-program.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-doctor-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(root, 'bot-'));
  mkdirSync(join(dir, 'corpus'));
});

/** What the command prints in a folder of its own, and how it ends. */
const doctor = async (env: Record<string, string> = {}): Promise<{ code: number; text: string }> => {
  const { code, stdout, stderr } = await runProgram('src/cli/doctor.ts', [], { cwd: dir, env });
  return { code, text: stdout + stderr };
};

const TOKEN = `${Buffer.from('123456789012345678').toString('base64url')}.abcdef.ghijklmnopqrstuvwxyz`;

it('finds a bot well that has all it needs, and never shows the token', async () => {
  const state = await openStateDatabase(join(dir, 'data'));
  const feeds = createFeedStore(state);
  await feeds.add('https://example.org/feed', 'The Example', Date.now());
  const own = await feeds.add('https://example.org/own', 'Own', Date.now(), 'servers');
  await createFeedServerStore(state).join(own!, '112233445566778899', null, Date.now());
  await state.destroy();
  await (await openArticleStore(join(dir, 'data'))).close();
  const ofServer = join(dir, 'corpus', 'servers', '112233445566778899');
  mkdirSync(ofServer, { recursive: true });
  for (const folder of [join(dir, 'corpus'), ofServer]) writeFileSync(join(folder, 'a.txt'), 'An article.');
  const { code, text } = await doctor({ DISCORD_TOKEN: TOKEN });
  expect(code).toBe(0);
  for (const line of [
    '✓ Settings: all can be used',
    '✓ Token: it has the form of a bot’s token, for the application 123456789012345678',
    '✓ Permissions: the invite link asks for View Channels, Send Messages,',
    '✓ Disk: ',
    '✓ Databases: both were read through and are whole',
    '✓ Corpus: 2 files of articles',
    '; 1 file of these for the server 112233445566778899 alone',
    '✓ Feeds: 2 feeds (1 of servers alone), 0 failing',
    '✓ Clock: ',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain(TOKEN);
});

it('names a folder of the corpus whose server the bot is not in', async () => {
  const state = await openStateDatabase(join(dir, 'data'));
  await createGuildStore(state, Date.now).joined('112233445566778899');
  await state.destroy();
  await (await openArticleStore(join(dir, 'data'))).close();
  const folder = join(dir, 'corpus', 'servers', '998877665544332211');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.txt'), 'An article.');
  expect((await doctor()).text).toMatch(
    /! Corpus: [\s\S]*The bot is in no server with the id 998877665544332211[\s\S]*→ Correct the name of the folder/,
  );
});

it('says what to do before the first start, and finds nothing wrong', async () => {
  const { code, text } = await doctor();
  expect(code).toBe(0);
  expect(text).toMatch(/· Token: there is none[\s\S]*→ To go live, write DISCORD_TOKEN=… into \.env/);
  expect(text).toMatch(/· Corpus: 0 files[\s\S]*→ Put some there/);
  expect(text).toMatch(/· Feeds: there are none[\s\S]*→ /);
});

it('names a setting that cannot be used, and one that is none', async () => {
  const wrong = await doctor({ LOG_LEVEL: 'loud' });
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.text).toContain('✗ Settings: These settings cannot be used:\n- LOG_LEVEL: expected one of');
  const unknown = await doctor({ CORPUS_DIRR: 'x' });
  expect(unknown.text).toContain('! Settings: CORPUS_DIRR is not a setting. Did you mean CORPUS_DIR?');
});

it('finds a damaged database, a corpus that is not there and a folder that cannot be', async () => {
  const state = await openStateDatabase(join(dir, 'data'));
  await state.destroy();
  await (await openArticleStore(join(dir, 'data'))).close();
  writeFileSync(join(dir, 'data', 'articles.db'), 'this was a database once');
  const damaged = await doctor({ CORPUS_DIR: join(dir, 'none') });
  expect(damaged.code).toBe(1);
  expect(damaged.text).toMatch(/✗ Databases: The database .*articles\.db is not a database/);
  expect(damaged.text).toContain('→ Stop the bot, keep the folder aside, and put a backup back');
  expect(damaged.text).toMatch(/✗ Corpus: CORPUS_DIR: expected a folder of articles/);
  writeFileSync(join(dir, 'file'), '');
  expect((await doctor({ DATA_DIR: join(dir, 'file') })).text).toContain(
    '✗ Disk: DATA_DIR: expected a folder',
  );
});

it('names feeds that fail', async () => {
  const state = await openStateDatabase(join(dir, 'data'));
  const feeds = createFeedStore(state);
  const feed = await feeds.add('https://example.org/feed', 'The Example', Date.now());
  await feeds.update(feed!.id, { failures: 3, problem: { kind: 'status', status: 503 } });
  await state.destroy();
  await (await openArticleStore(join(dir, 'data'))).close();
  expect((await doctor()).text).toContain(
    '! Feeds: 1 feed, 1 failing, 0 paused or retired. The Example: the server answered with HTTP status 503',
  );
});

it.each(['a.b.c', 'c2VjcmV0LWtleQ.b.c'])('knows %s for no token of a bot', (token) => {
  expect(checkToken({ DISCORD_TOKEN: token })).toMatchObject({ state: 'problem' });
});

it('knows a clock that stands before what is known', () => {
  const now = Date.UTC(2026, 10, 28);
  expect(checkClock(now, now - 1, null).state).toBe('well');
  expect(checkClock(Date.UTC(1970, 0, 1), now, null).found).toContain('before this program was put here');
  expect(checkClock(now, now, Date.UTC(2027, 0, 1)).found).toContain('something was written on 2027-01-01');
});
