/** `/status`: what is loaded and how the bot is doing. */
import { counted, numberText } from '../src/discord/cards/article-line.ts';
import { slash } from '../src/discord/command.ts';
import { joinMarkup, md, moment, oneLine } from '../src/discord/markup.ts';
import type { Reply } from '../src/discord/reply.ts';
import { FEEDBACK_DAYS } from '../src/store/feedback-store.ts';

const MAX_PROBLEMS = 5;
const MIB = 1024 * 1024;

export const status = slash({
  name: 'status',
  description: 'Show how many articles are loaded, problems in the corpus, uptime and memory.',
  private: true,
  async run(_, app): Promise<Reply> {
    const { articles, indexed, indexing, lastLoadMs, problems, problemCount } = await app.backend.status();
    const votes = app.config.FEEDBACK ? await app.feedback.counts() : null;
    const lines = [
      md`**Articles** ${numberText(articles)}`,
      md`**Index** ${indexing ? `still indexing: ${numberText(indexed)} of ${numberText(articles)}` : `complete, ${numberText(indexed)} articles`}`,
      md`**Corpus last read** ${lastLoadMs === null ? 'not yet' : moment(lastLoadMs, 'R')}`,
      md`**Started** ${moment(app.startedAtMs, 'R')}`,
      md`**Memory** ${Math.round(process.memoryUsage.rss() / MIB)} MB`,
      md`**Problems in the corpus** ${problemCount === 0 ? 'none' : numberText(problemCount)}`,
      votes &&
        md`**Votes in ${FEEDBACK_DAYS} days** ${numberText(votes.helpful)} helpful, ${numberText(votes.unhelpful)} not helpful`,
    ];
    const shown = problems
      .slice(0, MAX_PROBLEMS)
      .map(
        ({ file, line, reason }) =>
          md`- ${oneLine(file, 80)}${line !== null && `, line ${line}`}: ${oneLine(reason, 150)}`,
      );
    const more =
      problemCount > shown.length &&
      md`-# The newest ${counted(shown.length, 'problem')} of ${numberText(problemCount)}.`;
    return {
      tone: indexing || problemCount > 0 ? 'weak' : 'answer',
      blocks: [
        { kind: 'text', text: joinMarkup([md`### Status`, ...lines], '\n') },
        { kind: 'text', text: joinMarkup([...shown, more], '\n') },
      ],
    };
  },
});
