import { expect, test } from 'vitest';
import type { FeedEntry } from '../../src/domain/feed.ts';
import { listEntries } from '../../src/feeds/list-entries.ts';

const ENTRY: FeedEntry = {
  id: 'a-1',
  title: 'Mill burns',
  url: 'https://wire.example/mill?utm_source=rss#top',
  published: '2026-05-01T10:00:00Z',
  author: 'Ann Lee',
  outlet: null,
  text: 'The mill burnt down.\n\nNobody was hurt.',
  tags: ['fire'],
  imageUrl: 'https://wire.example/mill.jpg',
  language: 'en',
};

const hashesOf = (entry: FeedEntry) => {
  const feed = { kind: 'rss', title: null, siteUrl: null, language: null, ttlMinutes: null } as const;
  const parsed = { ...feed, skipHours: [], unknownZones: [], entries: [entry] };
  const [listed] = listEntries(parsed, Date.parse('2026-05-02T00:00:00Z'));
  return { fingerprint: listed!.fingerprint, contentKey: listed!.contentKey };
};

/** As earlier builds keep them. Other hashes would have every page of every feed fetched again. */
const REMEMBERED = { fingerprint: 'hwsQpeo06z9HxPClxQLxo_', contentKey: 'q5S7X4lAdntbS0H0Pp-ye-' };

test('an entry keeps the hashes by which earlier builds remember it', () => {
  expect(hashesOf(ENTRY)).toEqual(REMEMBERED);
});

test('a field that entries did not have before leaves them as they are remembered', () => {
  const withVideo = { ...ENTRY, videoUrl: 'https://wire.example/mill.mp4' };
  expect(hashesOf(withVideo)).toEqual(REMEMBERED);
});

test('another id or a moved parameter changes what is said, and not what a reader sees', () => {
  const changed = hashesOf({ ...ENTRY, id: 'b-1', url: 'https://wire.example/mill?utm_source=app#top' });
  expect(changed.fingerprint).not.toBe(REMEMBERED.fingerprint);
  expect(changed.contentKey).toBe(REMEMBERED.contentKey);
});
