/** What many articles make of one event: accounts, agreement, differences, steps; every sentence verbatim. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { indexOfWords } from '../../src/coverage/check-quote.ts';
import { readFacts } from '../../src/coverage/read-facts.ts';
import { readSentences } from '../../src/coverage/read-sentences.ts';
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

describe('a topic that is no headline', () => {
  const DAY = '2024-06-10';
  const told = (id: string, published: string, title: string, body: string) =>
    draft(id, { source: `${id} post`, published, title, body });
  const ask = { asOfMs: Date.parse('2024-07-01'), after: 0 };
  const textsOf = async (topic: string) =>
    (await backend.timeline(topic, ask)).steps.map(({ quotation }) => quotation.text);

  beforeAll(async () => {
    const filler =
      'The council met in the old town hall and spoke of roads, trees and lamps for two hours. '.repeat(6);
    await backend.add(
      [
        told(
          'q1',
          '2024-05-20',
          'Quenby tunnel gets a coat of paint',
          'Painters gave the Quenby tunnel a coat of paint.',
        ),
        told(
          'q2',
          DAY,
          'Roof of Quenby tunnel falls in',
          'The roof of the Quenby tunnel fell in on Monday, and nobody was hurt.',
        ),
        told(
          'q3',
          DAY,
          'Trains go round Quenby tunnel',
          'Trains to the coast go round the Quenby tunnel by Marrow since noon.',
        ),
        told(
          'q4',
          DAY,
          'Minister promises money for Quenby tunnel',
          'The minister promised nine million for the Quenby tunnel by the autumn.',
        ),
        told(
          'q5',
          '2024-06-12',
          'Council speaks of lamps',
          `${filler}A heron nests upon the Vorle sluice, one of them said.`,
        ),
        told(
          'q6',
          '2024-06-14',
          'Deflation worries grocers',
          'Grocers fear that deflation will empty their tills before the winter comes.',
        ),
        told(
          'q7',
          '2024-06-15',
          'Deflated boats drift ashore',
          'Three deflated boats drifted ashore near the mill, and were taken to the yard.',
        ),
        told(
          'q8',
          '2024-06-16',
          'Tarn wins regatta final',
          'The rowers of Tarn won the final of the regatta by a length on Sunday. A final word came from the cox, who thanked the crowd on the bank.',
        ),
      ],
      'new',
    );
  });

  it('is told by what happened on the day when most was written about it', async () => {
    const story = (await backend.topicStory('Quenby tunnel', ask))!;
    expect(story.article.published).toBe(DAY);
  });

  it('has its story if it is misspelt', async () => {
    const story = (await backend.topicStory('Quennby', ask))!;
    expect(story.article.published).toBe(DAY);
  });

  it('has no story if articles only name it in passing', async () => {
    expect(await backend.topicStory('heron Vorle sluice', ask)).toBeNull();
  });

  it('is not told by other words of its stem', async () => {
    expect(await textsOf('deflation')).toEqual([expect.stringContaining('Grocers')]);
  });

  it('is not told by its common words alone', async () => {
    expect(await textsOf('Tarn final')).toEqual([expect.stringContaining('rowers of Tarn')]);
  });

  it('may be one of several', async () => {
    const texts = (await textsOf('Tarn OR Quenby')).join(' ');
    expect(texts).toContain('rowers of Tarn');
    expect(texts).toContain('Quenby tunnel');
  });
});

describe('the sentences of an article', () => {
  it('are those that tell something by themselves, without where they were written', () => {
    const body = [
      'Orl (CNN) The harbour was closed on Monday after a ferry hit its northern pier.',
      '"We were lucky that nobody stood on the pier at that time. It could have been far worse," the captain said.',
      'By noon I have never seen such a thing in all my years at sea.',
      'WASHINGTON, DC - JANUARY 26: The port office of Orl on the day when the ferry hit its pier on January 26, 2022.',
      'The captain of the ferry calls for calm as he speaks to guests in the hall of the port office in Orl, June 22, 2024.',
      'Lena Moor reacts after the northern pier was opened to ferries in the harbour of Orl on May 3, 2024.',
      'Opinion:Do not believe the port office when it says that all is well with its piers.',
      'Explore the universe with news on fascinating discoveries, scientific advancements and more.',
      'We will use the details you have shared to manage your registration with us.',
      '"It will be mended by the summer," the port office said, and thanked the divers.',
    ].join('\n\n');
    const article = {
      ...draft('s', { body, published: '2024-06-23' }),
      seq: 1,
      addedAtMs: 0,
      changedAtMs: 0,
      arrival: 'new' as const,
    };
    expect(readSentences(article).map(({ text }) => text)).toEqual([
      'The harbour was closed on Monday after a ferry hit its northern pier.',
      '"It will be mended by the summer," the port office said, and thanked the divers.',
    ]);
    for (const { start, end, text } of readSentences(article)) expect(text).toBe(body.slice(start, end));
  });

  it.each([
    ['LONDON (AP) — ', true],
    ['GARDINER, Mont. – ', true],
    ['LAHORE, Pakistan — ', true],
    ["MARTHA'S VINEYARD — ", true],
    ['MARTHA’S VINEYARD — ', true],
    ['Los Angeles / New York (CNN Business) ', true],
    ['London/Moscow CNN Business —  ', true],
    ['Tokyo CNN is on air: ', false],
    ['NATO ', false],
  ])('begin after “%s”: %j', (dateline, isLeft) => {
    const told = 'The harbour was closed on Monday after a ferry hit its northern pier.';
    const article = {
      ...draft('s', { body: dateline + told }),
      seq: 1,
      addedAtMs: 0,
      changedAtMs: 0,
      arrival: 'new' as const,
    };
    expect(readSentences(article)[0]!.text).toBe(isLeft ? told : dateline + told);
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
