/** Short queries, phrases, names in other scripts and titles as typed: each is found, with the article it must put first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createLog } from '../../src/log.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const article = (title: string, published: string, body: string) => ({
  title,
  published,
  source: 'courier.example',
  url: `https://courier.example/${encodeURIComponent(title)}`,
  body,
});

const ARTICLES = [
  article(
    'What the millers want',
    '2024-03-14',
    'Their stated goal is not a price. A guild that has not spoken in years would rather see its own scales at the market.\n\nNobody else has agreed so far.',
  ),
  article(
    'Harbour of Odesa reopens for grain ships',
    '2024-03-20',
    'Grain ships left the harbour of Odesa on Wednesday for the first time in nine weeks. The port authority said that 14 vessels were waiting outside.\n\nInsurers had asked for escorts. Farmers hope that prices recover before the harvest.',
  ),
  article(
    'Farmers block roads over grain prices',
    '2024-03-22',
    'Farmers parked tractors on four motorways and asked for a floor under grain prices. The minister of agriculture, Tadeusz Wilk, promised talks.\n\nThe harbour towns were not affected. Grain from abroad is blamed for the fall in prices.',
  ),
  article(
    'Central bank keeps rates at 5.25%',
    '2024-03-21',
    'The Bank of England kept interest rates at 5.25% for the fifth time in a row. Two members of the committee voted for a rise no longer.\n\nThe governor, Andrew Bailey, said that inflation was moving in the right direction.',
  ),
  article(
    'River bank gives way after the rain',
    '2024-03-23',
    'The bank of the river Wye gave way near Hereford after three days of rain. Nobody was hurt.\n\nEngineers will drive piles along the bank before the next flood.',
  ),
  article(
    'Выборы в Казани: явка выше ожиданий',
    '2024-03-17',
    'В Казани явка на выборах мэра превысила 60 процентов. Ильдар Сафин получил большинство голосов.\n\nНаблюдатели сообщили о трёх жалобах.',
  ),
  article(
    'В Москве открыли новую станцию метро',
    '2024-03-18',
    'Новая станция метро открылась в Москве в понедельник. Сергей Громов провёл первую экскурсию.',
  ),
  article(
    '東京でマラソン大会',
    '2024-03-03',
    '東京マラソンには三万八千人が参加した。優勝したのは田中健一選手だった。\n\n沿道には多くの観客が集まった。',
  ),
  article(
    'Εκλογές στη Θεσσαλονίκη',
    '2024-03-10',
    'Ο Νίκος Παππάς κέρδισε τις εκλογές στη Θεσσαλονίκη με μικρή διαφορά. Η συμμετοχή ήταν χαμηλή.',
  ),
  article(
    'انتخابات في تونس',
    '2024-03-12',
    'أعلنت اللجنة نتائج الانتخابات في تونس يوم الثلاثاء. فاز كريم منصور بفارق ضئيل.',
  ),
  article(
    'Zürich führt Tempo 30 ein',
    '2024-03-14',
    'In Zürich gilt auf allen Straßen künftig Tempo 30. Stadträtin Jaël Müller sprach von weniger Lärm.',
  ),
  article(
    'The Week in Review',
    '2024-03-24',
    'Grain, rates and rain: a look back at the week. Odesa reopened, the Bank of England waited and the Wye rose.',
  ),
  article(
    'Act One closes after a record run',
    '2024-03-19',
    'The play "Act One" closed on Sunday after 400 nights. The director, Maeve Quill, called it a farewell and not an ending.',
  ),
  article(
    'One act of kindness brings a village together',
    '2024-03-19',
    'A villager left bread at every door. One neighbour answered the act with soup, and so it went on.',
  ),
];

let folder: string;
let backend: Backend;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-first-'));
  await writeFile(join(folder, 'articles.jsonl'), ARTICLES.map((one) => JSON.stringify(one)).join('\n'));
  const log = createLog({ level: 'silent' });
  backend = await openBackend({ corpus: [folder], dataDir: null, watch: null }, { clock: () => NOW, log });
  await backend.loaded();
});
afterAll(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

const first = async (query: string): Promise<string | undefined> => {
  const { verdict, excerpts } = await backend.answer(query, { asOfMs: NOW });
  expect(verdict).toBe('answered');
  return excerpts[0]?.title;
};

describe('the first article for', () => {
  it.each([
    ['odesa', 'Harbour of Odesa reopens for grain ships'],
    ['grain ships', 'Harbour of Odesa reopens for grain ships'],
    ['grain prices farmers', 'Farmers block roads over grain prices'],
    ['Tadeusz Wilk', 'Farmers block roads over grain prices'],
    ['interest rates', 'Central bank keeps rates at 5.25%'],
    ['5.25%', 'Central bank keeps rates at 5.25%'],
    ['Andrew Bailey inflation', 'Central bank keeps rates at 5.25%'],
    ['hereford flood', 'River bank gives way after the rain'],
  ])('a short query: %s', async (query, title) => expect(await first(query)).toBe(title));

  it.each([
    ['"bank of the river"', 'River bank gives way after the rain'],
    ['"Bank of England kept"', 'Central bank keeps rates at 5.25%'],
    ['"act one"', 'Act One closes after a record run'],
    ['"the act with soup"', 'One act of kindness brings a village together'],
  ])('a phrase: %s', async (query, title) => expect(await first(query)).toBe(title));

  it.each([
    ['Ильдар Сафин', 'Выборы в Казани: явка выше ожиданий'],
    ['метро москва', 'В Москве открыли новую станцию метро'],
    ['田中健一', '東京でマラソン大会'],
    ['Νίκος Παππάς', 'Εκλογές στη Θεσσαλονίκη'],
    ['كريم منصور', 'انتخابات في تونس'],
    ['Jaël Müller', 'Zürich führt Tempo 30 ein'],
    ['zurich jael muller', 'Zürich führt Tempo 30 ein'],
  ])('a name in another script, or without its accents: %s', async (query, title) =>
    expect(await first(query)).toBe(title),
  );

  it.each(ARTICLES.map(({ title }) => title))('its title as typed: %s', async (title) =>
    expect(await first(title)).toBe(title),
  );

  it('a question that a title asks in the same words, though little else tells of it', async () => {
    const { verdict, excerpts } = await backend.answer('what do the millers want?', { asOfMs: NOW });
    expect(verdict).toBe('answered');
    expect(excerpts[0]?.title).toBe('What the millers want');
  });
});
