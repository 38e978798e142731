/** Questions as people type them in a chat, over a few articles: what is wanted decides what comes first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { createLog } from '../../src/log.ts';

const NOW = Date.parse('2024-05-10T12:00:00Z');
const LATER = Date.parse('2025-02-01T12:00:00Z');

const article = (givenId: string, published: string | null, title: string, body: string): ArticleDraft => ({
  key: givenId,
  givenId,
  title,
  body,
  source: 'orl-courier.example',
  url: null,
  published,
  language: 'en',
  imageUrl: null,
  author: null,
  tags: [],
  origin: 'made up',
});

const ARTICLES = [
  article(
    'opened',
    '2024-02-03',
    'Sunda ferry opens',
    'The Sunda ferry opened on Saturday. Lena Moor, the harbour master, runs it. It carries forty cars.',
  ),
  article(
    'strike',
    '2024-03-12',
    'Crews of the Sunda ferry walk out',
    'Crews of the Sunda ferry walked out because their wages were cut by a tenth. “We will not sail for less,” said Lena Moor, the harbour master, of the Sunda ferry crews. The ferry lay at its pier.',
  ),
  article(
    'stopped',
    '2024-05-02',
    'Sunda ferry no longer runs',
    'The Sunda ferry no longer runs and its former crews were sent home. The harbour authority sold both ships. The pier is closed.',
  ),
  article(
    'mood',
    '2024-04-01',
    'Islanders divided over the ferry',
    'Islanders are divided over the Sunda ferry: in a survey 60 percent want it back and many fear for their jobs. Shops close early.',
  ),
];
const UNDATED = article(
  'undated',
  null,
  'A night in Tarn Valley',
  'On March 12, rangers entered Tarn Valley and captured a smugglers’ camp. Nobody was hurt.',
);

const open = async (articles: readonly ArticleDraft[]): Promise<Backend> => {
  const log = createLog({ level: 'silent' });
  const backend = await openBackend({ corpus: [], dataDir: null, watch: null }, { clock: () => NOW, log });
  await backend.add(articles, 'backfill');
  return backend;
};

describe('a question in a chat', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open(ARTICLES);
  });
  afterAll(() => backend.close());
  const ids = async (text: string, asOfMs = NOW) =>
    (await backend.answer(text, { asOfMs })).excerpts.map(({ articleId }) => articleId);
  const best = async (text: string) => {
    const [first] = (await backend.answer(text, { asOfMs: NOW })).excerpts;
    return first?.text.slice(first.best.start - first.start, first.best.end - first.start);
  };

  it.each([
    'whats the latest on the sunda ferry',
    'does the sunda ferry still run',
    'what changed with the sunda ferry',
  ])('that asks for the newest has it first: “%s”', async (text) =>
    expect((await ids(text))[0]).toBe('stopped'),
  );

  it('for a timeline has the days in order', async () => {
    expect(await ids('timeline of the sunda ferry')).toEqual(['opened', 'strike', 'mood', 'stopped']);
  });

  it('for a timeline has what is told of all its words before what is told of some', async () => {
    expect((await ids('timeline of the sunda ferry survey'))[0]).toBe('mood');
  });

  it('for a reason shows the sentence that gives it', async () => {
    expect(await best('y did the sunda ferry crews walk out')).toContain('because their wages were cut');
  });

  it('for words of someone shows them', async () => {
    expect(await best('wat did lena moor say about teh sunda ferry crews')).toContain(
      'We will not sail for less',
    );
  });

  it('for a mood shows what people feel', async () => {
    expect(await best('how do people feel about the sunda ferry')).toContain('divided');
  });

  it('is not sure of what tells no number where one is asked for', async () => {
    const { verdict } = await backend.answer('how many crews of the sunda ferry were sent home', {
      asOfMs: NOW,
    });
    expect(verdict).toBe('weak');
  });

  it('never tells that words nobody means are missing', async () => {
    const { missing } = await backend.answer(
      'how do people really feel about big guys taking the zeppelin thing',
      {
        asOfMs: NOW,
      },
    );
    expect(missing).toEqual(['zeppelin']);
  });

  it('reads past slips in words that every question has', async () => {
    const answer = await backend.answer('becuase of waht did crwes of the sunda ferry walk out abuot', {
      asOfMs: NOW,
    });
    expect(answer.missing).toEqual(['crwes']);
  });

  it.each(['hi', 'thanks!', 'tell me a joke', 'pancake recipe', 'what time is it in Lima'])(
    'is told what can be asked after “%s”',
    async (text) =>
      expect(await backend.answer(text, { asOfMs: NOW })).toMatchObject({
        asked: 'talk',
        verdict: 'none',
        excerpts: [],
      }),
  );

  it.each([
    'my sister lives on sunda, did the crews walk out',
    'i work in a harbour is the sunda ferry running',
    'my boss is from sunda, who stopped the ferry',
    'my friend from lima told me the sunda ferry stopped, is that true',
  ])('who tells of themselves and then asks gets an answer: “%s”', async (text) =>
    expect((await backend.answer(text, { asOfMs: NOW })).excerpts).not.toEqual([]),
  );

  it.each([
    'my sister is cute, isnt she',
    'thanks man, you rock and so do i',
    'i am bored, what do you do',
    'my boss is mean, what should i do',
  ])('who tells of themselves and asks of no one else does not: “%s”', async (text) =>
    expect(await backend.answer(text, { asOfMs: NOW })).toMatchObject({ asked: 'talk', excerpts: [] }),
  );

  it('over articles that ended counts time from the newest', async () => {
    const answer = await backend.answer('what happened this week', { asOfMs: LATER });
    expect(answer).toMatchObject({ countedFrom: '2024-05-02', verdict: 'answered' });
    expect(answer.excerpts.map(({ articleId }) => articleId)).toEqual(['stopped']);
    expect((await backend.answer('sunda ferry', { asOfMs: NOW })).countedFrom).toBeNull();
  });
});

describe('days over texts without a date', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open([UNDATED]);
  });
  afterAll(() => backend.close());

  it('are looked for in the text', async () => {
    const { verdict, excerpts } = await backend.answer('what happened on march 12', { asOfMs: NOW });
    expect(verdict).toBe('answered');
    expect(excerpts[0]?.text).toContain('On March 12, rangers entered');
  });

  it('that count from the clock empty nothing', async () => {
    const { verdict, excerpts } = await backend.answer('what happened yesterday', { asOfMs: NOW });
    expect(verdict).toBe('answered');
    expect(excerpts).toHaveLength(1);
  });

  it('that no text tells of are none', async () => {
    expect((await backend.answer('what happened in May 2019', { asOfMs: NOW })).verdict).toBe('none');
  });
});
