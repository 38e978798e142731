/** The process that asks one kind of archive. In: an `AskOrder` as a message. Out: its report; then the process ends. */
import { openAnswering } from '../../../src/backend/open-answering.ts';
import type { ClusterAddresses } from '../../../src/store/cluster-addresses.ts';
import { openArticles } from '../../../src/store/open-articles.ts';
import { countRequests, type Requests } from '../../cluster/count-requests.ts';
import type { Asked, Quote } from '../compare/contender.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import { memoryOf, processorTimeOf } from './process-costs.ts';

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
  /** For each question, when it is asked for the first time. */
  readonly used: Used;
}

export interface Used {
  readonly requests: Requests;
  /** Milliseconds of processor time: of the process that asks, and of each server. */
  readonly processorMs: number;
  readonly serverProcessorMs: readonly number[];
}

/** What was used between two moments, for each of this many questions. */
const each = (before: Used, after: Used, questions: number): Used => ({
  requests: {
    postgres: (after.requests.postgres - before.requests.postgres) / questions,
    openSearch: (after.requests.openSearch - before.requests.openSearch) / questions,
  },
  processorMs: (after.processorMs - before.processorMs) / questions,
  serverProcessorMs: after.serverProcessorMs.map(
    (ms, at) => (ms - before.serverProcessorMs[at]!) / questions,
  ),
});

const run = async ({ dataDir, cluster, before, asked, serverPids }: AskOrder): Promise<AskReport> => {
  const requests = countRequests();
  const usedSoFar = (): Used => {
    const { user, system } = process.cpuUsage();
    const serverProcessorMs = serverPids.map(processorTimeOf);
    return { requests: requests(), processorMs: (user + system) / 1000, serverProcessorMs };
  };
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
  const askAll = async (round: number[]): Promise<void> => {
    for (const question of asked) {
      const startMs = performance.now();
      const quotes = await ask(question);
      round.push(performance.now() - startMs);
      if (replies.length < asked.length) replies.push(quotes);
    }
  };
  const [firstMs, againMs]: [number[], number[]] = [[], []];
  const begun = usedSoFar();
  await askAll(firstMs);
  const used = each(begun, usedSoFar(), asked.length);
  await askAll(againMs);
  const serverBytes = serverPids.map(memoryOf);
  await answering.close();
  return { replies, firstMs, againMs, memoryBytes: process.memoryUsage.rss(), serverBytes, used };
};

process.once('message', async (order: AskOrder) => {
  const report = await run(order).catch((error: unknown) => ({ failure: String(error) }));
  process.send!(report, () => process.exit());
});
