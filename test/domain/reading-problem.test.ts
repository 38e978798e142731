import { expect, it } from 'vitest';
import { feedCard } from '../../src/discord/cards/feed-card.ts';
import { describeProblem, type ReadingProblem } from '../../src/domain/reading-problem.ts';
import { tell } from '../../src/language/message.ts';
import { speaking } from '../../src/language/speaking.ts';
import type { PolledFeed } from '../../src/store/feed-row.ts';

it.each<[ReadingProblem, string]>([
  [{ kind: 'no-host' }, 'there is no host of that name'],
  [{ kind: 'too-large', maxBytes: 10 * 1024 * 1024 }, 'more than 10 MB were sent'],
  [{ kind: 'not-a-feed', found: 'html' }, 'expected a feed (RSS, RDF, Atom or JSON Feed), got an HTML page'],
  [{ kind: 'forbidden-address', host: 'a.example', range: 'none' }, 'a.example leads to no address'],
  [
    { kind: 'forbidden-address', host: 'a.example', range: 'link-local' },
    'a.example leads to a link-local address, not a public one',
  ],
  [{ kind: 'told', text: 'as an earlier version said' }, 'as an earlier version said'],
])('%j reads “%s”', (problem, words) => expect(tell(describeProblem(problem))).toBe(words));

it('is shown in the language of whoever looks at the feed', () => {
  const problem: ReadingProblem = { kind: 'not-a-feed', found: 'html' };
  const feed = { id: 1, url: 'https://a.example/', name: 'A', status: 'active', problem } as PolledFeed;
  const options = {
    history: [{ atMs: 0, event: { kind: 'failed', problem } }],
    nowMs: 0,
    fullText: true,
    isOfServer: false,
  } as const;
  const card = speaking('de', () => JSON.stringify(feedCard(feed, options)));
  const words = 'einen Feed (RSS, RDF, Atom oder JSON Feed) erwartet, eine HTML-Seite bekommen';
  expect(card).toContain(`Letztes Problem: ${words}`);
  expect(card).toContain(`Abruf misslungen: ${words}`);
});
