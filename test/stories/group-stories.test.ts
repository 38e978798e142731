import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStories } from '../../src/stories/group-stories.ts';
import { headline } from '../../src/stories/headline.ts';
import { article } from '../digests/article.ts';

const BODY =
  'The ferry Aurora struck the northern pier of Orl harbour on Monday, and the port authority closed the harbour to all ships until divers have looked at the damage, its director Lena Moor said. ';

const ferry = (seq: number, source: string, parts: Partial<Parameters<typeof article>[0]> = {}) =>
  article({
    seq,
    source,
    title: 'Ferry strikes pier, Orl harbour closed',
    body: `${BODY}${source} reports.`,
    ...parts,
  });

const group = async (...articles: ReturnType<typeof article>[]) =>
  (await toStories(articles.map((one) => headline(one)))).map(({ lead, others }) =>
    [lead, ...others].toSorted((a, b) => a - b),
  );

describe('one event', () => {
  it('told by different outlets in different words is one story', async () => {
    const other = ferry(2, 'b.example', { title: 'Orl harbour closed after ferry Aurora strikes pier' });
    expect(await group(ferry(1, 'a.example'), other)).toEqual([[1, 2]]);
  });

  it('is not joined by a shared subject alone', async () => {
    const plan = ferry(2, 'b.example', {
      title: 'Council of Orl votes for a second ferry line to Tarn',
      body: 'From next spring two ships a day will sail between Orl and Tarn, the council decided by nine votes to four. The mayor called it a good evening for both towns; those who voted against it fear for the bus company, which has lost half of its passengers since the bridge was opened. The harbour gets a new pier for it.',
    });
    expect(await group(ferry(1, 'a.example'), plan)).toHaveLength(2);
  });

  it('lies within three days', async () => {
    expect(
      await group(ferry(1, 'a.example'), ferry(2, 'b.example', { published: '2026-03-02' })),
    ).toHaveLength(1);
    expect(
      await group(ferry(1, 'a.example'), ferry(2, 'b.example', { published: '2026-03-06' })),
    ).toHaveLength(2);
  });

  it('without a known date counts from when it came', async () => {
    const undated = (seq: number, source: string, addedAtMs: number) =>
      ferry(seq, source, { published: null, addedAtMs });
    expect(await group(undated(1, 'a.example', 0), undated(2, 'b.example', 3_600_000))).toHaveLength(1);
    expect(await group(undated(1, 'a.example', 0), undated(2, 'b.example', 96 * 3_600_000))).toHaveLength(2);
  });

  it('is told by one source a second time only where it says nearly the same', async () => {
    const again = ferry(2, 'a.example', { title: 'Orl harbour closed after ferry strikes its pier' });
    const after = ferry(2, 'a.example', {
      title: 'Captain of the Aurora says light was out',
      body: 'The man who steered the ferry that struck a pier at Orl told a newspaper that its light was out that night, and that he had written to the port about it twice this winter. Nobody answered, he said. The port authority did not want to comment before the inquiry ends in June.',
    });
    expect(await group(ferry(1, 'a.example'), again)).toHaveLength(1);
    expect(await group(ferry(1, 'a.example'), after)).toHaveLength(2);
  });

  it.each([
    'What it means for Orl that a ferry strikes its pier',
    'In pictures: Orl harbour closed after ferry strikes pier',
    'Ferry strikes pier, Orl harbour closed: live updates',
  ])('is not what lies around it: “%s”', async (title) => {
    const body =
      'Harbours were built for smaller ships, engineers say, and many are to be made wider. Some 40 accidents a year are counted along the coast, most of them in fog, and insurers pay for each. Few towns have the money for deeper basins, and fewer still the room.';
    expect(await group(ferry(1, 'a.example'), ferry(2, 'b.example', { title, body }))).toHaveLength(2);
  });
});

describe('titles that come again and again', () => {
  it.each([
    'Morning briefing: harbour, ferry and pier',
    '5 things to know for Tuesday: Orl harbour, ferry, pier',
    'Harbour closed, ferry damaged, pier repaired and more',
    'How to watch the Orl harbour ferry race at the pier',
  ])('“%s” joins no story', async (title) => {
    expect(await group(ferry(1, 'a.example', { title }), ferry(2, 'b.example', { title }))).toHaveLength(2);
  });

  it('are known by one source using them more than once', async () => {
    const column = (seq: number, source: string, published: string) =>
      ferry(seq, source, { title: `Voices from the harbour ferry pier, ${published}`, published });
    expect(
      await group(
        column(1, 'a.example', '2026-03-01'),
        column(2, 'a.example', '2026-03-08'),
        column(3, 'b.example', '2026-03-01'),
      ),
    ).toHaveLength(3);
  });
});

it('stories told by most sources come first, copies counted, then the newest', async () => {
  const single = (seq: number, title: string, published: string) =>
    article({ seq, title, published, source: 'c.example' });
  const headlines = [
    headline(single(1, 'Apples ripen', '2026-03-01')),
    headline(ferry(2, 'a.example')),
    headline(ferry(3, 'b.example')),
    headline(single(4, 'Bridge opens', '2026-03-02')),
    headline(single(5, 'Copied widely', '2026-02-01'), ['d.example', 'e.example']),
  ];
  expect((await toStories(headlines)).map(({ lead }) => lead)).toEqual([5, 2, 4, 1]);
});

it('a full article leads a story before a short one, then the earliest', async () => {
  const short = ferry(1, 'a.example', { published: '2026-02-28', url: null });
  const full = ferry(2, 'b.example', { body: BODY.repeat(3) });
  const later = ferry(3, 'c.example', { body: BODY.repeat(3), published: '2026-03-01T20:00:00Z' });
  expect((await toStories([short, full, later].map((one) => headline(one))))[0]).toMatchObject({ lead: 2 });
});

it('every article is in exactly one story, and no story grows beyond fifty', async () => {
  const titles = fc.constantFrom(
    'Ferry strikes pier, Orl harbour closed',
    'Court frees the mayor of Tarn',
    'Election in Brae is void',
  );
  const articles = fc.array(fc.record({ title: titles, source: fc.integer({ min: 1, max: 90 }) }), {
    maxLength: 160,
  });
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const made = given.map(({ title, source }, at) =>
        article({ seq: at + 1, title, body: `${title}. ${BODY}`, source: `${source}.example` }),
      );
      const groups = await group(...made);
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(made.map(({ seq }) => seq));
      for (const story of groups) expect(story.length).toBeLessThanOrEqual(50);
    }),
    { numRuns: 50 },
  );
});
