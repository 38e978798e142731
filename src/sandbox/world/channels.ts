/** Channels that go: the channel with its threads out of the world, announced. */
import type { Channel } from './entities.ts';
import type { World } from './world.ts';

/** Its messages stay in the record. */
export function removeChannel(world: World, channel: Channel): void {
  const threads = [...world.channels.values()].filter((one) => one.parentId === channel.id);
  for (const thread of threads) world.channels.delete(thread.id);
  world.channels.delete(channel.id);
  world.changes.publish({ kind: 'channel-deleted', channel });
}
