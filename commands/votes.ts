/** Votes on the sentence that an answer shows first. */

import type { App } from '../src/app.ts';
import type { ActionInput } from '../src/discord/command.ts';
import { type Markup, md } from '../src/discord/markup.ts';
import { type Reply, say } from '../src/discord/reply.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { Vote } from '../src/domain/feedback.ts';
import { counted, sentence } from '../src/language/message.ts';
import { FEEDBACK_DAYS } from '../src/store/feedback-store.ts';
import { expiryOf } from '../src/store/interaction-store.ts';
import { findAsked } from './find-asked.ts';

/** No sentence that is shown is longer. UTF-16 units. */
const MAX_EXCERPT = 600;

const digits = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

/** The sentence a vote is on; null if nothing was found, or its article is gone. The numbers may be forged. */
const votedSentence = async (app: App, args: readonly string[]): Promise<string | null> => {
  const [seq = Number.NaN, from = 0, to = 0] = args.map(digits);
  const isSpan = seq >= 0 && from < to && to - from <= MAX_EXCERPT;
  const article = isSpan ? await app.articles.get(seq) : null;
  return article?.body.slice(from, to) || null;
};

const voted = (vote: Vote): Markup =>
  vote === 'helpful'
    ? md`**Helpful**, thank you. It is kept for ${counted(FEEDBACK_DAYS, 'day')} with the question and the sentence, without your name. Press again to take it back.`
    : md`**Not helpful**, thank you. It is kept for ${counted(FEEDBACK_DAYS, 'day')} with the question and the sentence, without your name. Press again to take it back.`;

/** The action of a button under an answer. */
export const voteWith =
  (vote: Vote) =>
  async (input: ActionInput, app: App): Promise<Reply> => {
    if (!app.config.FEEDBACK)
      throw new DatelineError('forbidden', sentence`Votes on answers are turned off here.`);
    const kept = await findAsked(app, input);
    const counts = await app.feedback.vote(
      input.by.id,
      {
        id: kept.id,
        guildId: kept.guildId,
        question: kept.data.question,
        excerpt: await votedSentence(app, input.args.slice(1)),
        expiresMs: expiryOf(kept),
      },
      vote,
    );
    return counts === null
      ? say(md`Your vote was removed.`, { tone: 'none' })
      : say(voted(vote), { tone: 'done' });
  };
