/** Ways to wait for what the bot does next, without sleeping; each rejects with what it waited for when time is up. */

import type { RequestLog, RequestRecord } from './rest/request-log.ts';
import { idOf, type Ref } from './simulated-users/actions.ts';
import { type MessageView, viewMessage } from './simulated-users/message-view.ts';
import type { Change } from './world/changes.ts';
import type { World } from './world/world.ts';

export interface Waits {
  /** Resolves when a bot is connected and identified; at once if one is. */
  connected(): Promise<void>;
  /** Resolves when commands are registered; at once if they are. */
  commandsRegistered(): Promise<void>;
  /** The next message the bot posts (ephemeral ones included), in that channel and passing the test if given. */
  nextMessage(options?: { in?: Ref; where?: (message: MessageView) => boolean }): Promise<MessageView>;
  /** The next change of a message, or its deletion. */
  nextEdit(message: Ref): Promise<MessageView>;
  /** The next request that was answered and fits. */
  nextRequest(fits: (request: RequestRecord) => boolean): Promise<RequestRecord>;
  /** The first value other than undefined that `pick` finds in a change of the sandbox. */
  next<T>(what: string, pick: (change: Change) => T | undefined): Promise<T>;
}

/** Only what hangs ends here; short of a test's own time limit, so that the message here is what one reads. */
const PATIENCE_MS = 60_000;

type Listen<E> = (listener: (event: E) => void) => () => void;

export function createWaits(world: World, log: RequestLog, isConnected: () => boolean): Waits {
  const next: Waits['next'] = (what, pick) => first(what, world.changes.subscribe, pick);
  return {
    next,
    async connected() {
      if (isConnected()) return;
      await next('a bot to connect', (change) => change.kind === 'bot-connected' || undefined);
    },
    async commandsRegistered() {
      if (world.commands.size > 0) return;
      await next('commands to be registered', (change) => change.kind === 'commands-changed' || undefined);
    },
    nextMessage: ({ in: channel, where } = {}) =>
      next('a message of the bot', (change) => {
        if (change.kind !== 'message-created' || change.stored.message.author.id !== world.bot.id)
          return undefined;
        const view = viewMessage(change.stored);
        const fits = (!channel || view.channelId === idOf(channel)) && (where?.(view) ?? true);
        return fits ? view : undefined;
      }),
    nextEdit: (ref) =>
      next('a message to change', (change) => {
        if (change.kind !== 'message-updated' && change.kind !== 'message-deleted') return undefined;
        return change.stored.message.id === idOf(ref) ? viewMessage(change.stored) : undefined;
      }),
    nextRequest: (fits) => first('a request', log.subscribe, (record) => (fits(record) ? record : undefined)),
  };
}

function first<E, T>(what: string, listen: Listen<E>, pick: (event: E) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      stop();
      clearTimeout(timer);
      finish();
    };
    const stop = listen((event) => {
      const found = pick(event);
      if (found !== undefined) settle(() => resolve(found));
    });
    const timer = setTimeout(
      () => settle(() => reject(new Error(`Waited ${PATIENCE_MS / 1000} s for ${what}.`))),
      PATIENCE_MS,
    );
  });
}
