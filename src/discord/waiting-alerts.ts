/** In: a person who uses a command. Out: the answers they could not be sent directly, as private replies. */
import { findAnswer } from '../alerts/find-answer.ts';
import type { App } from '../app.ts';
import type { Alert } from '../domain/alert.ts';
import { alertCard } from './cards/alert-card.ts';
import type { Person } from './command.ts';
import type { Reply } from './reply.ts';

/** The others come with the next command. */
const AT_ONCE = 3;

export interface WaitingAlerts {
  readonly replies: readonly Reply[];
  /** To be called once Discord has the replies. */
  markShown(): Promise<void>;
}

export const readWaitingAlerts = async (app: App, by: Person): Promise<WaitingAlerts> => {
  const { alerts, interactions, backend: answering, now } = app;
  const deps = { interactions, answering, now };
  const to = { id: by.id, guildId: by.guildId, channelId: by.channelId, isPrivate: true };
  const shown: Alert[] = [];
  const replies: Reply[] = [];
  for (const alert of (await alerts.waiting(by.id)).slice(0, AT_ONCE)) {
    const found = await findAnswer(alert, to, deps);
    if (found === null) {
      await alerts.reopen(alert.id);
      continue;
    }
    shown.push(alert);
    replies.push({ ...alertCard({ alert, ...found, isLate: true }), visibility: 'private' });
  }
  return {
    replies,
    markShown: async () => {
      for (const { id } of shown) await app.alerts.close(id);
    },
  };
};
