/** Dateline as a user has it: a desk over a folder of data, asked for whole answers. */
import { openDesk } from '../../../src/desk/open-desk.ts';
import { createLog } from '../../../src/log.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import type { Contender } from './contender.ts';

const surroundings = { clock: Date.now, log: createLog({ level: 'error' }) };

const options = (corpus: string, folder: string) => ({ corpus: [corpus], dataDir: folder, watch: null });

export const dateline: Contender = {
  async build(corpus, folder, onSearchable) {
    const desk = await openDesk(options(corpus, folder), { ...surroundings, onProgress: onSearchable });
    await desk.loaded();
    await desk.close();
  },
  async open(corpus, folder) {
    const desk = await openDesk(options(corpus, folder), surroundings);
    return {
      async answer({ question, asOfMs }) {
        const { excerpts } = await desk.answer(question, { asOfMs, graceDays: GRACE_DAYS });
        const quotes = excerpts.map(({ articleId, text, start, best }) => ({
          articleId,
          text,
          best: text.slice(best.start - start, best.end - start),
        }));
        return { quotes, searchMs: null };
      },
      close: () => desk.close(),
    };
  },
};
