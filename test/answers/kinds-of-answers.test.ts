/** Questions of the same words that ask for different kinds of answers, and the excerpt each must put first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import type { Excerpt } from '../../src/domain/answer.ts';
import { createLog } from '../../src/log.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

/** They differ in what kind of thing they name, and in nothing that is asked about. */
const ENDINGS = [
  'Its traffic fell by 38% in the strike.',
  'Its owners were paid $52 million in the strike.',
  'Its best summer was that of 1987, and then came the strike.',
  'Its boats stood still for nine weeks in the strike.',
  'Its 2 boats were idle in the strike.',
  'Its head, captain Ilse Brandt, left in the strike, and Brandt said nothing.',
  'Its boats were sold to Oregon in the strike.',
  'Its boats were sold to Denmark in the strike.',
  'Its boats were sold to Lisbon in the strike.',
];

/** Of other things, so that the words above are rare. */
const OTHERS = Array.from(
  { length: 40 },
  (_, at) => `A quiet day at the market of village ${at}: 2 onions for 2 coins.`,
);

let backend: Backend;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-kinds-'));
  const file = join(folder, 'articles.json');
  const bodies = [...ENDINGS.map((ending) => `The Maravian ferry line was shut again. ${ending}`), ...OTHERS];
  const articles = bodies.map((body, at) => ({
    id: `${at}`,
    title: `News in brief, part ${at}`,
    published: '2024-03-20',
    source: 'courier.example',
    body,
  }));
  await writeFile(file, JSON.stringify(articles));
  const options = { corpus: [file], dataDir: null, watch: null };
  backend = await openBackend(options, { clock: () => NOW, log: createLog({ level: 'error' }) });
  await backend.loaded();
});

afterAll(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

/** The sentence of an excerpt that stands out. */
const boldOf = ({ text, start, best }: Excerpt): string => text.slice(best.start - start, best.end - start);

describe('the first excerpt', () => {
  it.each([
    ['what percentage', '38%'],
    ['how much', '$52 million'],
    ['which year', '1987'],
    ['how many weeks', 'nine weeks'],
    ['how many', '2 boats'],
    ['who', 'Ilse Brandt'],
    ['which US state', 'Oregon'],
    ['which country', 'Denmark'],
    ['which city', 'Lisbon'],
  ])('tells what is asked for by "%s", in bold: %s', async (asked, answer) => {
    const { excerpts } = await backend.answer(`The strike at the Maravian ferry line: ${asked}?`, {
      asOfMs: NOW,
    });
    expect(boldOf(excerpts[0]!)).toContain(answer);
  });

  it('has the sentence in bold that holds most of the words where nothing is asked', async () => {
    const { excerpts } = await backend.answer('Maravian ferry line', { asOfMs: NOW });
    expect(boldOf(excerpts[0]!)).toBe('The Maravian ferry line was shut again.');
  });

  it('tells what a sentence with "this" points to', async () => {
    const question = 'This captain left the Maravian ferry line in the strike.';
    const { excerpts } = await backend.answer(question, { asOfMs: NOW });
    expect(excerpts[0]?.text).toContain('Ilse Brandt');
  });
});
