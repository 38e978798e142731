/** In: a feed that keeps failing. Out: its operators know of it, from the log and by a direct message. */
import { randomBytes } from 'node:crypto';
import type { DigestSender } from './digests/digest-sender.ts';
import type { Feed } from './domain/feed.ts';
import { describeProblem } from './domain/reading-problem.ts';
import { languageOf } from './language/languages.ts';
import { counted, type Message, sentence, tell } from './language/message.ts';
import type { Logger } from './log.ts';

export interface ReportTools {
  readonly sender: Pick<DigestSender, 'sendDirect'>;
  readonly log: Logger;
  /** Ids of those to notify. */
  owners(): ReadonlySet<string>;
  /** The language a person set up a subscription in last, or null: Discord does not say which one they speak. */
  languageOf(userId: string): Promise<string | null>;
}

const NONCE_BYTES = 9;

const noticeOf = ({ id, name, failures, problem }: Feed): Message =>
  sentence`The feed “${name}” (number ${String(id)}) could not be read ${counted(failures, 'time')} in a row: ${problem === null ? sentence`no reason is known` : describeProblem(problem)}. Nothing is disabled: it is tried again by itself, ever more slowly, at least once a day. /feeds list shows when, and /feeds check what its address answers.`;

/** Never throws or blocks; owners whom no message reaches find it in the log and in `/feeds list`. */
export const createFailingReport = ({ sender, log, ...tools }: ReportTools): ((feed: Feed) => void) => {
  const write = async (feed: Feed, ownerId: string): Promise<void> => {
    const text = tell(noticeOf(feed), languageOf((await tools.languageOf(ownerId)) ?? 'en'));
    const { kind } = await sender.sendDirect(randomBytes(NONCE_BYTES).toString('base64url'), ownerId, text);
    if (kind !== 'done')
      log.warn({ feed: feed.id, kind }, 'an owner could not be notified of a failing feed');
  };
  return (feed) => {
    log.warn(
      {
        feed: feed.id,
        name: feed.name,
        problem: feed.problem && tell(describeProblem(feed.problem), languageOf('en')),
      },
      'a feed keeps failing',
    );
    for (const ownerId of tools.owners())
      write(feed, ownerId).catch((err) =>
        log.error({ err }, 'an owner could not be notified of a failing feed'),
      );
  };
};
