/** Audiences: which articles somebody finds who asks in a certain place. Every question keeps to the articles of its audience. */

export interface Audience {
  /** The server whose own articles are found besides everyone's; null: only everyone's. */
  readonly guildId: string | null;
  /** The sources chosen there, by their whole names, lower-cased; null: all. */
  readonly sources: readonly string[] | null;
}

/** The audience of direct messages, the API, the terminal, and every server without articles or a choice of its own. */
export const EVERYONE: Audience = { guildId: null, sources: null };

/** Audiences with the same key have the same articles. */
export const audienceKey = ({ guildId, sources }: Audience): string => JSON.stringify([guildId, sources]);

/** Whose article it is: everyone's (null), or these servers'. */
export type HeardBy = readonly string[] | null;

/** Whether the audience has an article of this source, which is lower-cased. */
export const isHeard = (
  { guildId, sources }: Audience,
  { source, heardBy }: { readonly source: string; readonly heardBy: HeardBy },
): boolean =>
  (heardBy === null || (guildId !== null && heardBy.includes(guildId))) &&
  (sources === null || sources.includes(source));
