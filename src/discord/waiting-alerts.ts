/** In: a person who uses a command. Out: the answers they could not be sent directly, as private replies. */

import { keepAsked } from '../alerts/keep-asked.ts';
import type { App } from '../app.ts';
import { alertCard } from './cards/alert-card.ts';
import type { Person } from './command.ts';
import type { Reply } from './reply.ts';

/** The others come with the next command. */
const AT_ONCE = 3;

export interface WaitingAlerts {
  readonly replies: readonly Reply[];
  /** To be called once Discord has the replies. */
  told(): Promise<void>;
}

export const readWaitingAlerts = async (app: App, by: Person): Promise<WaitingAlerts> => {
  const waiting = (await app.alerts.waiting(by.id)).slice(0, AT_ONCE);
  const replies: Reply[] = [];
  for (const alert of waiting) {
    const asOfMs = alert.foundAtMs ?? app.now();
    const answer = await app.backend.answer(alert.text, { asOfMs });
    const to = { id: by.id, guildId: by.guildId, channelId: by.channelId, isPrivate: true };
    const askedId = await keepAsked(alert, answer, asOfMs, to, app.interactions);
    replies.push({ ...alertCard({ alert, answer, askedId, isLate: true }), visibility: 'private' });
  }
  return {
    replies,
    told: async () => {
      for (const { id } of waiting) await app.alerts.close(id);
    },
  };
};
