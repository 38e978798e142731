/**
 * The process of one system: builds its index, or opens the index built earlier and answers. In: an `Order` as a
 * message. Out: its report as a message; then the process ends.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../random.ts';
import type { Asked, Reply, Searcher } from './contender.ts';
import { CONTENDERS, type ContenderName } from './contenders.ts';

interface Place {
  readonly name: ContenderName;
  /** The file of articles, and the system's own folder. */
  readonly corpus: string;
  readonly folder: string;
}

type Start = Place & { readonly asked: readonly Asked[] };

/** To answer includes to start. */
export type Order =
  | (Place & { readonly kind: 'build' })
  | (Start & { readonly kind: 'start' })
  | (Start & { readonly kind: 'answer'; readonly rounds: number });

export interface BuildReport {
  /** Milliseconds from the file of articles to the last of them searchable. */
  readonly buildMs: number;
}

export interface StartReport {
  /** Milliseconds until a fresh process that opens the saved index has given its first answer. */
  readonly warmStartMs: number;
  /**
   * Growth of the process's resident memory by loading the system, opening the index and answering twenty questions.
   * Garbage is collected first, as far as V8 does under the highest pressure, so that everyone is counted by what it
   * holds: code, heap, typed arrays, and what native code such as SQLite's has allocated.
   */
  readonly memoryBytes: number;
}

export interface AnswerReport extends StartReport {
  /** By question, in the order given: what was answered, and the median of its times over the rounds. */
  readonly replies: readonly Reply['quotes'][];
  readonly answerMs: readonly number[];
  /** Null if the search is no step of its own. */
  readonly searchMs: readonly number[] | null;
}

export type Report = BuildReport | StartReport | AnswerReport | { readonly failure: string };

const QUESTIONS_BEFORE_MEMORY = 20;

/** After garbage collection, with time for V8 to give pages back. */
const residentBytes = async (): Promise<number> => {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await pause(50);
  }
  return process.memoryUsage.rss();
};

const build = async ({ name, corpus, folder }: Place): Promise<BuildReport> => {
  const contender = await CONTENDERS[name]();
  const startMs = performance.now();
  let searchableMs = startMs;
  await contender.build(corpus, folder, () => {
    searchableMs = performance.now();
  });
  return { buildMs: searchableMs - startMs };
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Places 0 to length - 1 in an order of chance, the same for every system in the same round. */
const shuffled = (length: number, seed: number): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length }, (_, place) => ({ place, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ place }) => place);
};

/** Asks every question once to warm up, then in each round once more in another order, one at a time. */
const askAll = async (
  searcher: Searcher,
  asked: readonly Asked[],
  rounds: number,
): Promise<Omit<AnswerReport, keyof StartReport>> => {
  const replies: Reply['quotes'][] = [];
  const answerMs = asked.map((): number[] => []);
  const searchMs = asked.map((): number[] => []);
  for (const question of asked) replies.push((await searcher.answer(question)).quotes);
  for (let round = 1; round <= rounds; round++) {
    for (const at of shuffled(asked.length, round)) {
      const startMs = performance.now();
      const reply = await searcher.answer(asked[at]!);
      answerMs[at]!.push(performance.now() - startMs);
      if (reply.searchMs !== null) searchMs[at]!.push(reply.searchMs);
    }
  }
  const searches = searchMs.every((times) => times.length > 0);
  return { replies, answerMs: answerMs.map(median), searchMs: searches ? searchMs.map(median) : null };
};

const start = async ({ name, corpus, folder, asked }: Start): Promise<[Searcher, StartReport]> => {
  const beforeBytes = await residentBytes();
  const contender = await CONTENDERS[name]();
  const startMs = performance.now();
  const searcher = await contender.open(corpus, folder);
  await searcher.answer(asked[0]!);
  const warmStartMs = performance.now() - startMs;
  for (const question of asked.slice(0, QUESTIONS_BEFORE_MEMORY)) await searcher.answer(question);
  return [searcher, { warmStartMs, memoryBytes: (await residentBytes()) - beforeBytes }];
};

const startOnly = async (order: Start): Promise<StartReport> => {
  const [searcher, report] = await start(order);
  await searcher.close();
  return report;
};

const answer = async (order: Start & { readonly rounds: number }): Promise<AnswerReport> => {
  const [searcher, report] = await start(order);
  const answered = await askAll(searcher, order.asked, order.rounds);
  await searcher.close();
  return { ...report, ...answered };
};

const carryOut = (order: Order): Promise<Report> => {
  if (order.kind === 'build') return build(order);
  return order.kind === 'start' ? startOnly(order) : answer(order);
};

// Whoever ordered it may be gone.
process.once('disconnect', () => process.exit());
process.once('message', async (order: Order) => {
  const report = await carryOut(order).catch((error: Error): Report => ({ failure: error.message }));
  process.send?.(report, () => process.disconnect?.());
});
