/**
 * The articles as every system gets them: a file of one JSON object a line, and beside it where each line begins, for
 * systems that keep no texts of their own.
 */
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { EvalArticle } from '../eval-data.ts';

const offsetsOf = (corpus: string): string => `${corpus}.offsets`;

/** Characters kept before they are written: few calls, little memory. */
const CHUNK = 1 << 20;

/** Writes the articles, as they come, and where their lines begin. Keeps some of them in memory at most. */
export const writeCorpus = async (corpus: string, articles: Iterable<EvalArticle>): Promise<void> => {
  const starts: number[] = [];
  const file = await open(corpus, 'w');
  let position = 0;
  let chunk = '';
  try {
    for (const article of articles) {
      const line = `${JSON.stringify(article)}\n`;
      starts.push(position);
      position += Buffer.byteLength(line);
      chunk += line;
      if (chunk.length < CHUNK) continue;
      await file.writeFile(chunk);
      chunk = '';
    }
    await file.writeFile(chunk);
  } finally {
    await file.close();
  }
  await writeFile(offsetsOf(corpus), new Float64Array(starts));
};

/** All articles, in order. */
export const readCorpus = async (corpus: string): Promise<EvalArticle[]> => {
  const articles: EvalArticle[] = [];
  for await (const line of createInterface({ input: createReadStream(corpus) }))
    articles.push(JSON.parse(line));
  return articles;
};

export interface ArticleTexts {
  /** The article at that place in the file, from 0. */
  read(number: number): EvalArticle;
  close(): void;
}

/** Reads single articles from the file, so that a system that keeps only an index needs no memory for texts. */
export const openTexts = (corpus: string): ArticleTexts => {
  const bytes = readFileSync(offsetsOf(corpus));
  const starts = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const file = openSync(corpus, 'r');
  const { size } = fstatSync(file);
  return {
    read(number) {
      const start = starts[number]!;
      const line = Buffer.alloc((starts[number + 1] ?? size) - start);
      readSync(file, line, 0, line.length, start);
      return JSON.parse(line.toString('utf8'));
    },
    close: () => closeSync(file),
  };
};
