/** Which servers' events a connection to Discord gets, if several share them. */

export interface Shards {
  /** From 0. */
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/** Discord's formula (https://discord.com/developers/docs/events/gateway#sharding-sharding-formula). */
const shardOf = (guildId: string, count: number): number => Number((BigInt(guildId) >> 22n) % BigInt(count));

export const isInShards = (guildId: string, { ids, count }: Shards): boolean =>
  ids.includes(shardOf(guildId, count));
