/** One text that two outlets carry: each of them has it, wherever articles of one source are asked for. */
import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Reply } from '../../src/sandbox/simulated-users/reply.ts';
import { articleDraft } from '../article-draft.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const DAM = SAMPLE_ARTICLES[0]!;
/** The same text, carried by another outlet the day after, under a title and an address of its own. */
const COPY = {
  ...DAM,
  id: 'copy',
  title: 'Kessel dam shut for months',
  source: 'River Gazette',
  url: 'https://gazette.example/dam',
  published: '2024-03-13',
};
const FROM_COPY = 'River Gazette · 13 Mar 2024 · [Kessel dam shut for months](https://gazette.example/dam)';

const textOf = (reply: Reply): string => (reply.message?.text ?? '').replace(/\\(?=[^\w\s])/g, '');
const countIn = (text: string, part: string): number => text.split(part).length - 1;

const opened = async (articles: readonly object[] = [...SAMPLE_ARTICLES, COPY]) => {
  const journey = await openJourney({ articles });
  const { owner, channels } = journey.sandbox;
  const slash = async (name: string, options: Record<string, string | number>) =>
    textOf(await owner.slash(channels.general, name, options));
  return { journey, slash, owner, channels };
};

it('answers from the outlet asked for, with its title, day and address, and reads on in it', async () => {
  const { slash, owner, channels } = await opened();
  const question = 'Why did inspectors close the Kessel dam?';
  const asked = await owner.slash(channels.general, 'ask', { question, source: 'gazette' });
  expect(textOf(asked)).toContain('found cracks in its northern wall.');
  expect(textOf(asked)).toContain(`${FROM_COPY} · also in: Orl Courier`);
  expect(textOf(asked)).toMatch(/1 article/);
  const read = JSON.stringify(asked.message?.raw).match(/article:read:\d+:\d+/)![0];
  expect(textOf(await owner.press(asked, read))).toMatch(/Kessel dam shut for months[\s\S]*River Gazette/);
  const anywhere = await slash('ask', { question });
  expect(anywhere).toMatch(/Orl Courier · 12 Mar 2024 · .* · also in: River Gazette/);
  expect(countIn(anywhere, 'found cracks')).toBe(1);
});

it('answers filters alone, phrases and days from each outlet that carries a text', async () => {
  const { slash } = await opened();
  expect(await slash('ask', { question: 'source:gazette' })).toContain(FROM_COPY);
  expect(await slash('ask', { question: '"cracks in its northern wall" source:gazette' })).toContain(
    FROM_COPY,
  );
  expect(await slash('ask', { question: 'Kessel dam after:2024-03-13 before:2024-03-14' })).toContain(
    FROM_COPY,
  );
  expect(await slash('ask', { question: 'Kessel dam source:gazette before:2024-03-12' })).toContain(
    'The newest is from 13 Mar 2024.',
  );
});

it('lists the text once, under the outlet asked for', async () => {
  const { slash } = await opened();
  const gazette = await slash('search', { query: 'Kessel dam', source: 'gazette' });
  expect(gazette).toContain('1 article matched');
  expect(gazette).toContain(
    '[Kessel dam shut for months](https://gazette.example/dam)\n-# River Gazette · 13 Mar 2024',
  );
  const sorted = await slash('search', { query: 'source:gazette source:herald', sort: 'newest' });
  expect(sorted).toMatch(/2 articles matched[\s\S]*Valley Herald[\s\S]*River Gazette/);
  const all = await slash('search', { query: 'closed Kessel dam' });
  expect(countIn(all, 'Kessel dam closed after cracks appear')).toBe(1);
  expect(all).not.toContain('River Gazette');
  const latest = await slash('latest', { source: 'gazette' });
  expect(latest).toMatch(/latest article from “gazette”[\s\S]*Kessel dam shut for months/);
  expect(await slash('latest', { count: 10 })).not.toContain('River Gazette');
  expect(await slash('digest', { topic: 'dam source:gazette', since: '2024-03-13' })).toMatch(
    /Kessel dam shut for months[\s\S]*River Gazette · 13 Mar 2024 · also in: Orl Courier/,
  );
});

it('shows the text from another outlet where one is left out, and nowhere where all are', async () => {
  const { slash } = await opened();
  const asked = await slash('ask', { question: 'Why was the Kessel dam closed? -source:"orl courier"' });
  expect(asked).toContain(`${FROM_COPY} · also in: Orl Courier`);
  expect(asked).toContain('not from orl courier');
  const listed = await slash('search', { query: 'dam -source:courier -source:herald' });
  expect(listed).toMatch(/1 article matched[\s\S]*River Gazette/);
  const none = await slash('search', { query: 'cracks -source:courier -source:gazette -source:herald' });
  expect(none).not.toContain('Kessel');
  expect(await slash('ask', { question: 'dam -source:nobody' })).toContain('a source called “nobody”');
  expect(await slash('digest', { topic: 'shut -source:courier', since: '2024-03-13' })).toContain(
    'River Gazette · 13 Mar 2024',
  );
});

it('knows the outlets of a text after a restart, and after one of them drops it', async () => {
  const { journey, slash } = await opened();
  await journey.restart();
  expect(await slash('search', { query: 'dam', source: 'gazette' })).toContain('Kessel dam shut for months');
  const { app } = journey.bot();
  const further = await app.articles.findByTitle(COPY.title);
  const { seq: _, arrival, addedAtMs, changedAtMs, duplicateOf, formerDuplicateOf, ...draft } = further[0]!;
  await app.backend.add([{ ...draft, body: 'The dam is open again, and boats may pass.' }], 'new');
  const changed = await slash('ask', { question: 'source:gazette' });
  expect(changed).toContain('The dam is open again');
  expect(changed).not.toContain('cracks');
});

const draft = (source: string, fields: Partial<ArticleDraft> = {}): ArticleDraft =>
  articleDraft({
    key: `url:https://${source}/ferry`,
    title: 'Ferry hits the pier of Orl',
    url: `https://${source}/ferry`,
    source,
    published: new Date().toISOString(),
    body: 'A ferry hit the northern pier of Orl on Monday. Nobody was hurt, said the port authority, and the harbour stays open to all ships while the pier is mended. The work is to take until the end of the summer, and will cost two million.',
    origin: `feed:${source}`,
    ...fields,
  });

const add = (journey: Journey, ...drafts: readonly ArticleDraft[]) =>
  journey.bot().app.backend.add(drafts, 'new');

it('shows in /why what became of a text in each channel, whichever outlet’s copy is asked about', async () => {
  const { journey, slash, channels } = await opened();
  const { sandbox } = journey;
  await slash('subscribe', { channel: channels.news.id, when: 'arrival', source: 'second.example' });
  await slash('subscribe', { when: 'daily', source: 'third.example' });
  await slash('subscribe', { when: 'daily', topic: 'ferry' });
  const posted = sandbox.nextMessage({ in: channels.news });
  await add(journey, draft('first.example'));
  await add(journey, draft('second.example'));
  expect((await posted).text).toMatch(/https:\/\/second\.example\/ferry[\s\S]*also in: first\.example/);
  for (const address of ['https://first.example/ferry', 'https://second.example/ferry']) {
    await expect
      .poll(() => slash('why', { article: address }))
      .toMatch(/second\.example\*\* in .*: \*\*posted\*\*/);
    const why = await slash('why', { article: address });
    expect(why).toMatch(
      /third\.example\*\* in .*: not posted: it comes from first\.example and second\.example/,
    );
    expect(why).toMatch(/\*\*ferry\*\* in .*: matches; waits/);
    expect(why).toMatch(/The same text .*(first|second)\.example/);
  }
});
