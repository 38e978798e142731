/** Dateline as a user has it: a backend over a folder of data, asked for whole answers. */
import { openBackend } from '../../../src/backend/open-backend.ts';
import { createLog } from '../../../src/log.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import type { Contender } from './contender.ts';

const surroundings = { clock: Date.now, log: createLog({ level: 'error' }) };

const options = (corpus: string, folder: string) => ({ corpus: [corpus], dataDir: folder, watch: null });

export const dateline: Contender = {
  async build(corpus, folder, onSearchable) {
    const backend = await openBackend(options(corpus, folder), { ...surroundings, onProgress: onSearchable });
    await backend.loaded();
    await backend.close();
  },
  async open(corpus, folder) {
    const backend = await openBackend(options(corpus, folder), surroundings);
    return {
      async answer({ question, asOfMs }) {
        const { excerpts } = await backend.answer(question, { asOfMs, graceDays: GRACE_DAYS });
        const quotes = excerpts.map(({ articleId, text, start, best }) => ({
          articleId,
          text,
          best: text.slice(best.start - start, best.end - start),
        }));
        return { quotes, searchMs: null };
      },
      close: () => backend.close(),
    };
  },
};
