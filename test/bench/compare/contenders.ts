/** The systems of the benchmark. Each is loaded in a process of its own, by name, and only there. */
import type { Contender } from './contender.ts';

export const CONTENDERS = {
  Dateline: async (): Promise<Contender> => (await import('./dateline.ts')).dateline,
  MiniSearch: async (): Promise<Contender> => (await import('./minisearch.ts')).miniSearchWith(),
  /** With the terms Dateline makes of words, to compare the time it takes to index the same terms. */
  'MiniSearch, stemmed': async (): Promise<Contender> => {
    const { termOf } = await import('../../../src/text/terms.ts');
    return (await import('./minisearch.ts')).miniSearchWith((word) => termOf(word, 'en'));
  },
  'SQLite FTS5': async (): Promise<Contender> => (await import('./fts5.ts')).fts5,
  Orama: async (): Promise<Contender> => (await import('./orama.ts')).orama,
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export const CONTENDER_NAMES = Object.keys(CONTENDERS) as ContenderName[];
