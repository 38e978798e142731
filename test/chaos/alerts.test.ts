/** A bot that is killed while it answers what waited answers each question once. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openTestSandbox } from '../sandbox/open-test-sandbox.ts';
import { end, startProcess } from './start-process.ts';

const POST = '/channels/{channel_id}/messages';
const PLACES = ['Orl', 'Kessel', 'Tarn', 'Brae'];
const KILLS = 2;

const article = (place: string): string =>
  JSON.stringify({
    id: place,
    title: `Ines Valder wins the regatta of ${place}`,
    source: 'wire.example',
    published: new Date().toISOString(),
    body: `Ines Valder won the regatta of ${place} on Sunday. It was her third win there.`,
  });

it('a bot killed again and again answers each waiting question once', { timeout: 400_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-alerts-'));
  const corpusDir = join(dir, 'corpus');
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, 'first.jsonl'), article('Nowhere'));
  const sandbox = await openTestSandbox();
  const { token, apiUrl: api, member, channels } = sandbox;
  const place = { corpusDir, dataDir: join(dir, 'data'), token, api, aheadMs: 0 };
  const start = () => startProcess(place, () => undefined);
  let bot = start();
  try {
    await bot.ready;
    for (const name of PLACES) {
      const question = `Who won the regatta of ${name}?`;
      const answer = await member.slash(channels.general, 'ask', { question });
      await member.press(answer, 'Alert me');
    }
    sandbox.injectFault({ method: 'POST', route: POST, hangUp: true, when: 'after', probability: 0.3 });
    sandbox.injectFault({ method: 'POST', route: POST, status: 500, probability: 0.2 });
    await writeFile(join(corpusDir, 'news.jsonl'), PLACES.map(article).join('\n'));
    for (let kills = 0; kills < KILLS; kills++) {
      await sandbox.nextRequest(({ method, route }) => method === 'POST' && route === POST).catch(() => {});
      await delay(kills * 10);
      await end(bot.child, 'SIGKILL');
      sandbox.forgetNonces();
      bot = start();
      await bot.ready;
    }
    const told = () => sandbox.posted().filter(({ text }) => text.includes('An article answers this now'));
    const places = () =>
      told().map(({ text }) => PLACES.find((name) => text.includes(`regatta of ${name}?`)));
    await expect.poll(() => new Set(places()).size, { timeout: 250_000, interval: 500 }).toBe(PLACES.length);
    const isOver = async () =>
      (await member.slash(channels.general, 'alerts')).message?.text.includes('no alerts');
    await expect.poll(isOver, { timeout: 60_000, interval: 1_000 }).toBe(true);
    expect(places().toSorted()).toEqual(PLACES.toSorted());
  } finally {
    await end(bot.child, 'SIGTERM');
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  }
});
