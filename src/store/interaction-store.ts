/**
 * What buttons need to go on working after a restart: the question behind an answer, a search being paged. In: data a
 * command wants back. Out: an id for `customId`, and the data again until it expires.
 */
import type { z } from 'zod';

/** Buttons that need something stored work this long; then what was stored is deleted. */
export const BUTTON_DAYS = 7;

/** Stored data and whose it is. */
export interface Kept<T> {
  readonly id: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly data: T;
  readonly createdMs: number;
}

export interface InteractionStore {
  /** Stores the data (JSON) for `BUTTON_DAYS`. The id has 12 letters and digits. */
  keep(by: { readonly id: string; readonly guildId: string | null }, data: unknown): Promise<string>;
  /**
   * What was stored. Throws `not_found`, in words for whoever pressed, where it expired, never was, or does not fit
   * the schema.
   */
  find<T>(id: string | undefined, schema: z.ZodType<T>): Promise<Kept<T>>;
  /** Deletes what has expired; how many. */
  purge(): Promise<number>;
  /** Deletes all that came from a server. */
  forgetGuild(guildId: string): Promise<void>;
}
