/**
 * Orama as its documentation shows it, with its English stemming and a list of stop words (without one it quotes an
 * answer first for 10 of 100 real questions, with it for 34, and is about ten times faster). It keeps the texts with the
 * index, as it always does.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { FUNCTION_WORDS } from '../../../src/text/function-words.ts';
import { bestWindow, stem, wordsOf } from './best-window.ts';
import { type Contender, QUOTES } from './contender.ts';
import { readCorpus } from './corpus-file.ts';

const DAY_MS = 86_400_000;
const dayNumber = (day: string | null): number => (day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS));

/** The parts of what `save` returns, a file for each, since all of a large index is too long for one string. */
const PARTS = ['internalDocumentIDStore', 'index', 'docs', 'sorting', 'pinning', 'language'] as const;

const fileOf = (folder: string, part: string): string => join(folder, `orama-${part}.json`);

const write = async (folder: string, saved: RawData): Promise<void> => {
  for (const part of PARTS) await writeFile(fileOf(folder, part), JSON.stringify(saved[part]));
};

const read = async (folder: string): Promise<RawData> => {
  const parts: [string, unknown][] = [];
  for (const part of PARTS) parts.push([part, JSON.parse(await readFile(fileOf(folder, part), 'utf8'))]);
  return Object.fromEntries(parts) as unknown as RawData;
};

/** Nothing is sorted by a field, so no arrays are kept for it. */
const createIndex = () =>
  create({
    schema: { title: 'string', body: 'string', day: 'number' },
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...FUNCTION_WORDS] } },
    sort: { enabled: false },
  });

export const orama: Contender = {
  async build(corpus, folder, onSearchable) {
    const index = createIndex();
    const articles = await readCorpus(corpus);
    await insertMultiple(
      index,
      articles.map(({ id, title, body, published }) => ({ id, title, body, day: dayNumber(published) })),
    );
    onSearchable();
    await write(folder, save(index));
  },
  async open(_corpus, folder) {
    const index = createIndex();
    load(index, await read(folder));
    return {
      async answer({ question, lastDay }) {
        const startMs = performance.now();
        const where = { day: { lte: dayNumber(lastDay) } };
        const { hits } = await search(index, { term: question, where, limit: QUOTES });
        const searchMs = performance.now() - startMs;
        const wanted = wordsOf(question, stem);
        const quotes = hits.map(({ id, document: { body } }) => ({
          articleId: id,
          text: bestWindow(body, wanted, stem),
          best: null,
        }));
        return { quotes, searchMs };
      },
      close: async () => undefined,
    };
  },
};
