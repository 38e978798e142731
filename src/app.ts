/** The services every command works with. Knows nothing of Discord. */
import type { Desk } from './desk/desk.ts';
import type { InteractionStore } from './store/interaction-store.ts';

export interface App {
  readonly desk: Desk;
  readonly interactions: InteractionStore;
  /** Epoch milliseconds. */
  now(): number;
  readonly startedAtMs: number;
}
