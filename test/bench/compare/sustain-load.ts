/** In: a corpus Dateline has indexed. Out: how it answers fifty questions a second while articles are added to it. */
import { join } from 'node:path';
import { randomFrom } from '../../random.ts';
import { writeCorpus } from './corpus-file.ts';
import type { LoadOrder, LoadReport } from './load-process.ts';
import { type Bench, type Percentiles, percentiles } from './measure.ts';
import { toAsked } from './prepare.ts';
import { resizeCorpus } from './resize-corpus.ts';
import { runProcess } from './run-process.ts';

export interface LoadFigures extends Omit<LoadReport, 'answerMs'> {
  readonly answered: number;
  readonly answerMs: Percentiles;
  readonly slowestMs: number;
}

const SEED = 2;

/** Adds that many made articles to what `measureSystems` left behind of Dateline. */
export const sustainLoad = async (bench: Bench, count: number): Promise<LoadFigures> => {
  const { articles, questions, folder, say } = bench;
  say(`Dateline: ${count} articles added under load`);
  const added = join(folder, 'added.jsonl');
  const grown = resizeCorpus(articles, articles.length + count, randomFrom(SEED));
  await writeCorpus(added, [...grown].slice(articles.length));
  const order: LoadOrder = {
    corpus: join(folder, 'articles.jsonl'),
    folder: join(folder, 'Dateline'),
    added,
    asked: questions.map(toAsked),
  };
  const report = await runProcess<LoadReport>(new URL('./load-process.ts', import.meta.url), order);
  return {
    ...report,
    answered: report.answerMs.length,
    answerMs: percentiles(report.answerMs),
    slowestMs: Math.max(...report.answerMs),
  };
};
