/** The services every command works with. Knows nothing of Discord. */
import type { Config } from './config.ts';
import type { Desk } from './desk/desk.ts';
import type { ArticleReader } from './store/article-store.ts';
import type { GuildStore } from './store/guild-store.ts';
import type { InteractionStore } from './store/interaction-store.ts';

export interface App {
  readonly config: Config;
  readonly desk: Desk;
  readonly articles: ArticleReader;
  readonly interactions: InteractionStore;
  readonly guilds: GuildStore;
  /** Epoch milliseconds. */
  now(): number;
  readonly startedAtMs: number;
}
