/** The world's changes in, a stream of server-sent events for one visitor of the page out. */
import type { ServerResponse } from 'node:http';
import type { Change } from '../world/changes.ts';
import type { World } from '../world/world.ts';
import { guards } from './guards.ts';
import { mayBeTold, messageState, type PageSetting, pageMessages, pageState } from './page-state.ts';

/** Sends everything once and then what changes, until the visitor leaves. */
export function openLiveStream(
  world: World,
  setting: PageSetting,
  userId: string,
  response: ServerResponse,
): void {
  const headers = { ...guards, 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  response.writeHead(200, headers);
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const sendState = () => send('state', pageState(world, setting, userId));
  sendState();
  send('messages', pageMessages(world, setting, userId));
  const stop = world.changes.subscribe((change) => {
    if (isStructural(change)) sendState();
    else if (change.kind === 'typing') send('typing', change);
    else if ('stored' in change && mayBeTold(world, setting, userId, change.stored)) {
      if (change.kind === 'message-deleted') send('gone', { id: change.stored.message.id });
      else send('message', messageState(change.stored));
    }
  });
  response.on('close', stop);
}

const structural = new Set<Change['kind']>([
  'channel-created',
  'channel-updated',
  'channel-deleted',
  'guild-joined',
  'guild-left',
  'commands-changed',
  'language-changed',
  'bot-connected',
  'bot-disconnected',
]);

function isStructural(change: Change): boolean {
  return structural.has(change.kind);
}
