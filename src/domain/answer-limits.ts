/** How many answers the channels of a server may get, as its managers set it. */
import type { ChannelSettings } from './channel-settings.ts';

/** What a limit is about. */
export type LimitTarget =
  | { readonly kind: 'server' }
  | { readonly kind: 'channel' | 'role'; readonly id: string };

/** The limits of one server: answers per minute that all in a channel see. */
export interface AnswerLimits extends ChannelSettings<number> {
  /** Roles that are not limited. */
  readonly freeRoles: ReadonlySet<string>;
}
