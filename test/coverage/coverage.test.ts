/** What many articles make of one event: accounts, agreement, differences, steps; every sentence verbatim. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { indexOfWords } from '../../src/coverage/check-quote.ts';
import { readFacts } from '../../src/coverage/read-facts.ts';
import type { Quotation } from '../../src/domain/coverage.ts';
import { createLog } from '../../src/log.ts';
import { openArticleReader } from '../../src/store/sqlite-article-reader.ts';
import { expectLinear } from '../expect-linear.ts';
import { draft } from '../store/article-store-contract.ts';
import { DAM_ARTICLES, DAM_SEQUEL } from './articles.ts';

const asOfMs = Date.parse('2024-04-10T00:00:00Z');
let dir: string;
let backend: Backend;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-coverage-'));
  const corpus = join(dir, 'news.jsonl');
  await writeFile(corpus, [...DAM_ARTICLES, ...DAM_SEQUEL].map((one) => JSON.stringify(one)).join('\n'));
  const log = createLog({ level: 'error', write: () => undefined });
  backend = await openBackend(
    { corpus: [corpus], dataDir: join(dir, 'data'), watch: null },
    { log, clock: () => asOfMs },
  );
  await backend.loaded();
});
afterAll(async () => {
  await backend.close();
  await rm(dir, { recursive: true, force: true });
});

const expectVerbatim = async (quotations: readonly Quotation[]): Promise<void> => {
  expect(quotations.length).toBeGreaterThan(0);
  const articles = await openArticleReader(join(dir, 'data'));
  for (const { article, start, end, text, marks } of quotations) {
    const { body } = (await articles.get(article.seq))!;
    expect(text).toBe(body.slice(start, end));
    for (const mark of marks) expect(mark.start >= start && mark.end <= end).toBe(true);
  }
  await articles.close();
};

const marked = ({ text, start, marks }: Quotation): string[] =>
  marks.map((mark) => text.slice(mark.start - start, mark.end - start));

describe('a story', () => {
  it('tells the outlets in the order of telling, who copied whom, and how many accounts there are', async () => {
    const story = (await backend.topicStory('Kessel dam cracks', { asOfMs }))!;
    expect(
      story.tellings.map(({ article, copyOf }) => [article.source, copyOf?.article.source ?? null]),
    ).toEqual([
      ['Orl Wire', null],
      ['Valley Herald', 'Orl Wire'],
      ['Orl Courier', null],
    ]);
    expect(story).toMatchObject({ outlets: 3, accounts: 2 });
  });

  it('is the one whose title tells the topic, though more outlets tell another that names it', async () => {
    const story = (await backend.topicStory('below Kessel dam moved', { asOfMs }))!;
    expect(story.article.title).toBe('Families below the Kessel dam moved to schools');
  });

  it('tells what the accounts agree on, and what one alone has', async () => {
    const story = (await backend.topicStory('Kessel dam cracks', { asOfMs }))!;
    await expectVerbatim([...story.agreed.map(({ quotation }) => quotation), ...story.alone]);
    expect(story.agreed[0]!.quotation.text).toContain('Kessel dam');
    expect(story.alone.map(({ text }) => text)).toContainEqual(expect.stringContaining('Tomas Vey'));
  });

  it('is null of an article that is gone', async () => {
    expect(await backend.story(999, { asOfMs })).toBeNull();
  });
});

describe('a comparison', () => {
  it('sets sentences about one fact side by side and marks numbers and days that differ', async () => {
    const { facts, articles } = await backend.compare('Kessel dam cracks', { asOfMs, sources: [] });
    expect(articles.map(({ source }) => source)).toEqual(['Orl Wire', 'Orl Courier']);
    await expectVerbatim(facts.flat());
    expect(facts[0]!.map(marked)).toEqual([
      ['Tuesday', '14'],
      ['19', 'Monday'],
    ]);
  });

  it('takes the sources that are named', async () => {
    const sources = ['valley herald', 'orl courier'];
    const { articles } = await backend.compare('Kessel dam cracks', { asOfMs, sources });
    expect(articles.map(({ source }) => source)).toEqual(['Valley Herald', 'Orl Courier']);
  });
});

describe('a timeline', () => {
  it('tells one verbatim sentence a step, by their days, and none twice', async () => {
    const { steps } = await backend.timeline('Kessel dam', { asOfMs, after: 0 });
    await expectVerbatim(steps.map(({ quotation }) => quotation));
    expect(steps.map(({ quotation }) => quotation.article.published?.slice(0, 10))).toEqual([
      '2024-03-12',
      '2024-03-15',
      '2024-04-02',
    ]);
  });

  it('tells the steps by the days of the articles it quotes, though an outlet told the event sooner', async () => {
    const told = (id: string, source: string, published: string, title: string, body: string) =>
      draft(id, { source, published, title, body });
    const bridge = 'Crews opened the Arnow bridge to lorries again, the road office said on Sunday.';
    const drafts = [
      told(
        'a',
        'one',
        '2024-05-05',
        'Arnow bridge opened to lorries',
        'Drivers cheered on Sunday as the first lorries crossed again, and the road office was glad.',
      ),
      told('b', 'two', '2024-05-07', 'Arnow bridge opened to lorries again', bridge),
      told(
        'c',
        'three',
        '2024-05-06',
        'Boats may not moor at Arnow bridge',
        'Boats and rafts may no longer moor below the piers of Arnow bridge, wardens wrote.',
      ),
    ];
    await backend.add(drafts, 'new');
    const { steps } = await backend.timeline('Arnow bridge', { asOfMs: Date.parse('2024-05-10'), after: 0 });
    const days = steps.map(({ quotation }) => quotation.article.published!);
    expect(days).toHaveLength(2);
    expect(days).toEqual(days.toSorted());
  });

  it('tells what names a topic where no article uses its words together', async () => {
    const { steps } = await backend.timeline('Kessel soup reporters', { asOfMs, after: 0 });
    expect(steps.length).toBeGreaterThan(0);
    await expectVerbatim(steps.map(({ quotation }) => quotation));
  });

  it('goes on after the last article that was seen', async () => {
    const whole = await backend.timeline('Kessel dam', { asOfMs, after: 0 });
    const none = await backend.timeline('Kessel dam', { asOfMs, after: whole.through });
    expect(none.steps).toEqual([]);
    expect(none.through).toBe(whole.through);
  });
});

describe('a quote', () => {
  const check = (quote: string) => backend.checkQuote(quote, { asOfMs });

  it('that stands somewhere is told word for word, whatever its case and marks, with who else has it', async () => {
    const checked = await check('2,300 people below the dam WOULD be taken to safety');
    expect(checked).toMatchObject({
      kind: 'verbatim',
      found: { text: '2,300 people below the dam would be taken to safety' },
    });
    await expectVerbatim(checked.kind === 'verbatim' ? [checked.found] : []);
    expect(checked.kind === 'verbatim' && checked.alsoIn.length).toBe(2);
  });

  it('that was altered is told with the difference', async () => {
    const checked = await check('inspectors found 40 large cracks in its northern wall');
    expect(checked).toMatchObject({
      kind: 'altered',
      differences: [
        { kind: 'kept', text: 'inspectors found' },
        { kind: 'quote', text: '40 large' },
        { kind: 'article', text: '14' },
        { kind: 'kept', text: 'cracks in its northern wall' },
      ],
    });
    await expectVerbatim(checked.kind === 'altered' ? [checked.found] : []);
  });

  it('that nobody wrote is nowhere, though its words are', async () => {
    expect(await check('Moor blames farmers for the cracks and resigns')).toMatchObject({ kind: 'absent' });
    expect(await check('zeppelins landed on the moon yesterday')).toMatchObject({ kind: 'absent' });
  });

  it('is searched for in linear time', async () => {
    const quote = [...'aaaaaaab'];
    await expectLinear((length) => indexOfWords(quote, [...'a'.repeat(length)]));
  });
});

describe('the facts of a sentence', () => {
  const values = (text: string) => readFacts(text).map(({ kind, values: [value] }) => [kind, value]);

  it('are the same however they are written', () => {
    expect(values('The wall had 1,200 cracks, ten deep.')).toEqual(
      values('The wall had 1200 cracks, 10 deep.'),
    );
    expect(values('It rose by 5 percent.')).toEqual(values('It rose by 5%.'));
    expect(values('It was on Sept. 8 in Orl.')).toEqual(values('It was on September 8 in Orl.'));
  });

  it('are read in linear time', async () => {
    await expectLinear((length) => readFacts('Aa '.repeat(length)));
    await expectLinear((length) => readFacts('1,1.'.repeat(length)));
  });
});
