/** Earlier versions kept sentences where codes with their facts are kept now. */
import { expect, onTestFinished, test } from 'vitest';
import { describeFeedEvent, describeOrigin } from '../../src/feeds/describe-event.ts';
import { readCorpusProblems } from '../../src/store/read-facts.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { stateBench, testSubscription } from './state-bench.ts';

const openBench = async () => {
  const db = await openStateDatabase(null);
  onTestFinished(() => db.destroy());
  return { db, ...stateBench(db) };
};

test('a subscription that an earlier version stopped keeps the words for it', async () => {
  const { db, subscriptions } = await openBench();
  await subscriptions.add(testSubscription('a'));
  await db.updateTable('subscription').set({ state: 'stopped', state_reason: 'It is gone.' }).execute();
  const stateReason = { kind: 'told', text: 'It is gone.' };
  expect(await subscriptions.get('a')).toMatchObject({ state: 'stopped', stateReason });
});

test('what an earlier version kept of a feed in words stays: its problem, its history and how its articles came', async () => {
  const { db, feeds } = await openBench();
  const { id } = (await feeds.add('https://wire.example/feed', 'The Wire', 1))!;
  await db.updateTable('feeds').set({ problem: 'HTTP 500' }).execute();
  const steps = [
    'It was down.',
    JSON.stringify({ kind: 'failed', message: 'HTTP 500' }),
    JSON.stringify({ kind: 'failed', problem: { kind: 'status', status: 500 } }),
  ];
  for (const text of steps)
    await db.insertInto('feed_steps').values({ feed_id: id, at_ms: 1, text }).execute();
  const nothing = { page: null, guid: null, fragment: null, title: null, text_key: null, published: null };
  const entry = { feed_id: id, key: 'k', article_key: 'a', fingerprint: 'f', content_key: null, ...nothing };
  const note = JSON.stringify({ kind: 'unusable-page', reason: 'it came without text' });
  await db
    .insertInto('feed_entries')
    .values({ ...entry, note, first_seen_ms: 1, seen_ms: 1 })
    .execute();

  expect((await feeds.get(id))?.problem).toEqual({ kind: 'told', text: 'HTTP 500' });
  expect((await feeds.steps(id, 3)).map(({ event }) => describeFeedEvent(event))).toEqual([
    'Polling failed: the server answered with HTTP status 500',
    'Polling failed: HTTP 500',
    'It was down.',
  ]);
  const [trace] = await feeds.trace('a');
  expect(describeOrigin(trace!.note)).toBe('its page could not be used: it came without text');
});

test('what an earlier version could not read of the corpus stays in its words', () => {
  const words = { file: 'a.md', line: 3, reason: 'no body' };
  const facts = { file: 'b.md', line: null, reason: { kind: 'empty' } };
  expect(readCorpusProblems(JSON.stringify([words, facts]))).toEqual([
    { ...words, reason: { kind: 'told', text: 'no body' } },
    facts,
  ]);
});
