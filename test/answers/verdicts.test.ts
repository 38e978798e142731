/** What an answer says of itself: questions are judged by likelihood, keywords by whether they stand there, days by dates. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { createLog } from '../../src/log.ts';
import { articleDraft } from '../article-draft.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const draft = (title: string, published: string | null, body: string, source = 'Courier'): ArticleDraft =>
  articleDraft({ key: title, givenId: title, title, published, body, source, origin: 'test' });

const ARTICLES = [
  draft(
    'Harbour of Odesa reopens',
    '2024-03-20',
    'Grain ships left the harbour on Wednesday. The port authority said that 14 vessels waited outside.\n\nInsurers had asked for escorts last week.',
  ),
  draft(
    'Farmers block roads',
    '2024-03-25',
    'Farmers parked tractors on four motorways. They ask for a floor under grain prices, as they did the week before.',
  ),
  draft(
    'Rain in Hereford',
    '2024-03-22',
    'The river Wye rose after the rain. Nobody in the US was hurt.',
    'Ledger',
  ),
  draft(
    'An old tale',
    null,
    'Once a miller told of the Wye and of the rain. The tale is told again.',
    'Ledger',
  ),
];

let backend: Backend;
beforeAll(async () => {
  const log = createLog({ level: 'silent' });
  backend = await openBackend({ corpus: [], dataDir: null, watch: null }, { clock: () => NOW, log });
  await backend.add(ARTICLES, 'backfill');
});
afterAll(() => backend.close());

const ask = async (text: string) => {
  const answer = await backend.answer(text, { asOfMs: NOW });
  return { ...answer, titles: answer.excerpts.map(({ title }) => title) };
};

describe('keywords', () => {
  it.each([
    'Odesa',
    'US',
    'odesa grain ships',
    'tell me about Odesa',
    'news from Hereford',
    'Wye rain',
    'Odesa -tractors',
    'Odesa?',
    'And Odesa?',
    'What about the odesa grain ships?',
    'And how about Odesa?',
  ])('are found where the first excerpt and its title hold them all: %s', async (text) => {
    expect(await ask(text)).toMatchObject({
      asked: 'keywords',
      verdict: 'answered',
      confidence: 1,
      unquoted: [],
    });
  });

  it('are not sure where the first excerpt lacks some, which are named', async () => {
    const apart = await ask('Odesa tractors');
    expect(apart).toMatchObject({ asked: 'keywords', verdict: 'weak', missing: [] });
    expect(apart.unquoted).toHaveLength(1);
    expect(['Odesa', 'tractors']).toContain(apart.unquoted[0]);
    expect(`${apart.titles[0]} ${apart.excerpts[0]!.text}`).not.toContain(apart.unquoted[0]);
    expect(await ask('Odesa zeppelins')).toMatchObject({
      verdict: 'weak',
      missing: ['zeppelins'],
      unquoted: [],
    });
    expect((await ask('anything about zeppelins in Odesa')).missing).toEqual(['zeppelins']);
  });

  it.each([
    'Como harbour',
    'Kim in Odesa',
    'Wen Jiabao',
    'Che Guevara',
    'WER Odesa',
    'Odesa wie',
    'Hafen von Odesa',
    'elecciones en Odesa',
  ])(
    'stay keywords where a word asks in another language, but is a name or stands elsewhere: %s',
    async (text) => {
      expect(await ask(text)).toMatchObject({ asked: 'keywords' });
    },
  );

  it('are not found where no article holds any', async () => {
    expect(await ask('zeppelin licence')).toMatchObject({ asked: 'keywords', verdict: 'none', excerpts: [] });
  });
});

it.each([
  'Where did the grain ships leave?',
  'did the farmers block roads',
  'Πού βρίσκεται η Οδησσός;',
  'أين أوديسا؟',
  '「敖德萨」在哪里？',
  'wer hat die Wahl gewonnen',
  'Wann öffnet der Hafen von Odesa',
  'seit wann ist der Hafen offen',
  'quién ganó las elecciones',
  'por qué cerró el puerto',
  'cómo reabrió el puerto',
  "qu'est-ce qui bloque le port",
  'à quelle heure ouvre le port',
  'chi ha vinto le elezioni',
  'como terminou a eleição',
  'wie won de verkiezingen',
  'kto wygrał wybory',
  'hvem vandt valget',
  'кто выиграл выборы',
  'скільки суден чекало',
  'من فاز بالانتخابات',
  'The harbour that reopened this week is in:',
  'Farmers parked tractors on motorways.',
])('a question, however it is put, is judged by how likely an answer is: %s', async (text) => {
  expect(await ask(text)).toMatchObject({ asked: 'question' });
});

it.each(['the of and', 'who is he?', 'The Who'])(
  'answers nothing to words that name nothing: %s',
  async (text) => {
    expect(await ask(text)).toMatchObject({
      asked: 'nothing',
      verdict: 'none',
      excerpts: [],
      nearest: [],
      matchedArticles: 0,
    });
  },
);

describe('days and filters alone', () => {
  it.each([
    ['what happened yesterday?', ['Farmers block roads']],
    ['what is new this week', ['Farmers block roads', 'Rain in Hereford', 'Harbour of Odesa reopens']],
    ['news of 20 March 2024', ['Harbour of Odesa reopens']],
    ['before:2024-03-22', ['Rain in Hereford', 'Harbour of Odesa reopens']],
    ['source:ledger', ['Rain in Hereford', 'An old tale']],
    ['news -rain', ['Farmers block roads', 'Harbour of Odesa reopens']],
    ['latest news', ['Farmers block roads', 'Rain in Hereford', 'Harbour of Odesa reopens', 'An old tale']],
  ])('are answered by how the newest articles begin: %s', async (text, titles) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ asked: 'filters', verdict: 'answered', matchedArticles: titles.length });
    expect(answer.titles).toEqual(titles);
    for (const { articleId, text: quoted } of answer.excerpts) {
      const { body } = ARTICLES.find(({ givenId }) => givenId === articleId)!;
      expect(quoted).toBe(body.split('\n')[0]);
    }
  });

  it('say from when the newest is where there is none of those days', async () => {
    const late = await backend.answer('what happened yesterday', { asOfMs: NOW + 20 * 86_400_000 });
    expect(late).toMatchObject({
      asked: 'filters',
      verdict: 'none',
      excerpts: [],
      query: { within: { from: '2024-04-14', to: '2024-04-14' } },
      searched: { articles: 0, newest: '2024-03-25' },
    });
    expect((await ask('source:ledger after:2024-03-23')).searched.newest).toBe('2024-03-22');
  });
});

describe('a phrase', () => {
  it('is looked for as it stands where it names a time, or nothing', async () => {
    expect(await ask('"last week"')).toMatchObject({
      verdict: 'answered',
      titles: ['Harbour of Odesa reopens'],
    });
    expect(await ask('"as they did the"')).toMatchObject({
      verdict: 'answered',
      titles: ['Farmers block roads'],
    });
    expect(await ask('"of the and"')).toMatchObject({ verdict: 'none', excerpts: [], nearest: [] });
  });
});
