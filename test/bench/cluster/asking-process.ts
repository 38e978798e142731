/** The process that asks one kind of archive. In: an `AskOrder` as a message. Out: its report; then the process ends. */
import { openAnswering } from '../../../src/backend/open-answering.ts';
import type { ClusterAddresses } from '../../../src/store/cluster-addresses.ts';
import { openArticles } from '../../../src/store/open-articles.ts';
import type { Asked, Quote } from '../compare/contender.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import { memoryOf } from './memory-of.ts';

export interface AskOrder {
  readonly dataDir: string;
  /** Null: the data folder alone. */
  readonly cluster: ClusterAddresses | null;
  /** Asked before, so that code is compiled and connections are open. */
  readonly before: readonly Asked[];
  readonly asked: readonly Asked[];
  /** Processes of the servers. */
  readonly serverPids: readonly number[];
}

export interface AskReport {
  /** By question. */
  readonly replies: readonly (readonly Quote[])[];
  /** Milliseconds of the first time each is asked: what its articles hold is not in memory, unless another question read them. */
  readonly firstMs: readonly number[];
  /** Of the second time. */
  readonly againMs: readonly number[];
  readonly memoryBytes: number;
  /** Of the servers, while it is connected. */
  readonly serverBytes: readonly number[];
}

const run = async ({ dataDir, cluster, before, asked, serverPids }: AskOrder): Promise<AskReport> => {
  const answering = openAnswering(await openArticles(dataDir, cluster));
  const ask = async ({ question, asOfMs }: Asked): Promise<readonly Quote[]> => {
    const { excerpts } = await answering.answer(question, { asOfMs, graceDays: GRACE_DAYS });
    return excerpts.map(({ articleId, text, start, best }) => ({
      articleId,
      text,
      best: text.slice(best.start - start, best.end - start),
    }));
  };
  for (const question of before) await ask(question);
  const replies: (readonly Quote[])[] = [];
  const times: [number[], number[]] = [[], []];
  for (const round of times)
    for (const question of asked) {
      const startMs = performance.now();
      const quotes = await ask(question);
      round.push(performance.now() - startMs);
      if (replies.length < asked.length) replies.push(quotes);
    }
  const serverBytes = serverPids.map(memoryOf);
  await answering.close();
  const [firstMs, againMs] = times;
  return { replies, firstMs, againMs, memoryBytes: process.memoryUsage.rss(), serverBytes };
};

process.once('message', async (order: AskOrder) => {
  const report = await run(order).catch((error: unknown) => ({ failure: String(error) }));
  process.send!(report, () => process.exit());
});
