/** `/status`: what is loaded and how the bot is doing. */

import { slash } from '../src/discord/command.ts';
import { joinMarkup, md, moment, oneLine } from '../src/discord/markup.ts';
import type { Reply } from '../src/discord/reply.ts';
import { inWords } from '../src/domain/corpus-reason.ts';
import { MIB } from '../src/domain/document-size.ts';
import { numberText, percentText } from '../src/language/customs.ts';
import { counted } from '../src/language/message.ts';
import { FEEDBACK_DAYS } from '../src/store/feedback-store.ts';

const MAX_PROBLEMS = 5;

export const status = slash({
  name: 'status',
  description: 'Show how many articles are loaded, problems in the corpus, uptime and memory.',
  private: true,
  async run(_, app): Promise<Reply> {
    const { articles, indexed, lastLoadMs, problems, problemCount } = await app.backend.status();
    const progress = app.backend.progress();
    const votes = app.config.FEEDBACK ? await app.feedback.counts() : null;
    const lines = [
      md`**Articles** ${numberText(articles)}`,
      progress === null
        ? md`**Index** complete, ${counted(indexed, 'article')}`
        : md`**Index** still indexing: ${percentText(progress)}`,
      lastLoadMs === null
        ? md`**Corpus last read** not yet`
        : md`**Corpus last read** ${moment(lastLoadMs, 'R')}`,
      md`**Started** ${moment(app.startedAtMs, 'R')}`,
      md`**Memory** ${Math.round(process.memoryUsage.rss() / MIB)} MB`,
      problemCount === 0
        ? md`**Problems in the corpus** none`
        : md`**Problems in the corpus** ${numberText(problemCount)}`,
      votes &&
        md`**Votes in ${counted(FEEDBACK_DAYS, 'day')}** ${numberText(votes.helpful)} helpful, ${numberText(votes.unhelpful)} not helpful`,
    ];
    const shown = problems
      .slice(0, MAX_PROBLEMS)
      .map(inWords)
      .map(({ file, line, reason }) =>
        line === null
          ? md`- ${oneLine(file, 80)}: ${oneLine(reason, 150)}`
          : md`- ${oneLine(file, 80)}, line ${line}: ${oneLine(reason, 150)}`,
      );
    const more =
      problemCount > shown.length &&
      md`-# The newest ${counted(shown.length, 'problem')} of ${numberText(problemCount)}.`;
    return {
      tone: progress !== null || problemCount > 0 ? 'weak' : 'answer',
      blocks: [
        { kind: 'text', text: joinMarkup([md`### Status`, ...lines], '\n') },
        { kind: 'text', text: joinMarkup([...shown, more], '\n') },
      ],
    };
  },
});
