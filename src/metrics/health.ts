/** In: the bot's parts. Out: whether it does its work, and what is wrong in words for the operator. */
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Connection } from '../discord/client.ts';

export interface Health {
  readonly isWell: boolean;
  /** One sentence per problem. */
  readonly problems: readonly string[];
}

const ANSWER_WITHIN_MS = 2_000;

const isBackendAnswering = ({ backend }: Pick<App, 'backend'>): Promise<boolean> => {
  const answered = backend.suggestTitles('', 1).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, delay(ANSWER_WITHIN_MS, false, { ref: false })]);
};

export const checkHealth = async (
  app: Pick<App, 'backend'>,
  connection: Connection | null,
): Promise<Health> => {
  const problems = [
    ...(connection?.isConnected() ? [] : ['There is no connection to Discord; the log says why.']),
    ...((await isBackendAnswering(app)) ? [] : ['Questions are not answered; the log says why.']),
  ];
  return { isWell: problems.length === 0, problems };
};
