/** In: a feed that keeps failing. Out: its operators know of it, from the log and by a direct message. */
import { randomBytes } from 'node:crypto';
import type { DigestSender } from './digests/digest-sender.ts';
import type { Feed } from './domain/feed.ts';
import type { Logger } from './log.ts';

export interface ReportTools {
  readonly sender: Pick<DigestSender, 'tell'>;
  readonly log: Logger;
  /** Ids of those to tell. */
  owners(): ReadonlySet<string>;
}

const NONCE_BYTES = 9;

const textOf = ({ id, name, failures, problem }: Feed): string =>
  `The feed “${name}” (number ${id}) could not be read ${failures} times in a row: ${problem ?? 'no reason is known'}. Nothing is disabled: it is tried again by itself, ever more slowly, at least once a day. /feeds list shows when, and /feeds check what its address answers.`;

/** Never throws or blocks; owners whom no message reaches find it in the log and in `/feeds list`. */
export const createFailingReport = ({ sender, log, owners }: ReportTools): ((feed: Feed) => void) => {
  const tell = async (feed: Feed, ownerId: string): Promise<void> => {
    const { kind } = await sender.tell(randomBytes(NONCE_BYTES).toString('base64url'), ownerId, textOf(feed));
    if (kind !== 'done') log.warn({ feed: feed.id, kind }, 'an owner could not be told of a failing feed');
  };
  return (feed) => {
    log.warn({ feed: feed.id, name: feed.name, problem: feed.problem }, 'a feed keeps failing');
    for (const ownerId of owners())
      tell(feed, ownerId).catch((err) => log.error({ err }, 'an owner could not be told of a failing feed'));
  };
};
