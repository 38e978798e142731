/** What happened in the sandbox, for whoever listens: the gateway, the page's viewers, and tests that wait. */
import type { Channel, Guild, StoredInteraction, StoredMessage } from './entities.ts';

/** One thing that happened. A message with `visibleTo` is for that person's eyes only. */
export type Change =
  | { kind: 'message-created' | 'message-updated' | 'message-deleted'; stored: StoredMessage }
  | { kind: 'channel-created' | 'channel-updated' | 'channel-deleted'; channel: Channel }
  | { kind: 'guild-joined' | 'guild-left'; guild: Guild }
  | { kind: 'interaction-created' | 'interaction-updated'; interaction: StoredInteraction }
  | { kind: 'typing'; channelId: string; userId: string }
  | { kind: 'commands-changed' | 'language-changed' }
  | { kind: 'bot-connected' | 'bot-disconnected' };

export interface Changes {
  publish(change: Change): void;
  /** Listeners are called in the order they subscribed, synchronously. Returns the way to stop. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
