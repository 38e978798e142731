/** What the managers of a server set for its channels. */

export interface ChannelSettings<T> {
  /** For every channel without a setting of its own; null if nothing is set. */
  readonly server: T | null;
  /** By the channel's id. */
  readonly channels: ReadonlyMap<string, T>;
}

/**
 * What holds in a channel: its own setting, else that of the channel it is a thread or forum post of, else the server's.
 * `parentOf` is asked only if it matters.
 */
export const settingIn = async <T>(
  { server, channels }: ChannelSettings<T>,
  channelId: string,
  parentOf: (channelId: string) => Promise<string | null>,
): Promise<T | null> => {
  if (channels.size === 0) return server;
  return channels.get(channelId) ?? channels.get((await parentOf(channelId)) ?? '') ?? server;
};
