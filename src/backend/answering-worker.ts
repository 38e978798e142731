/** The thread that answers: it reads the database beside the one that writes. */
import { workerData } from 'node:worker_threads';
import type { Audience } from '../domain/audience.ts';
import { openArticles } from '../store/open-articles.ts';
import type { BackendOptions, Questions } from './backend.ts';
import { openAnswering } from './open-answering.ts';
import { serveCalls } from './serve-calls.ts';

export type AnsweringWorkerData = { readonly dataDir: string } & Pick<BackendOptions, 'engine' | 'cluster'>;

/** Every question with who asks it. */
export interface AnsweringCalls {
  ask(audience: Audience, name: keyof Questions, args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

const { dataDir, engine, cluster } = workerData as AnsweringWorkerData;

serveCalls(async (): Promise<AnsweringCalls> => {
  const answering = openAnswering(await openArticles(dataDir, cluster ?? null), engine);
  return {
    ask: (audience, name, args) => {
      const questions = answering.hearing(audience) as unknown as Record<
        string,
        (...args: readonly unknown[]) => Promise<unknown>
      >;
      return questions[name]!(...args);
    },
    close: () => answering.close(),
  };
});
