/**
 * The gateway: a bot's WebSocket in, Discord's events out. Sessions outlive lost connections, to be resumed with what
 * they missed; what Discord would close is closed with Discord's codes.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes } from 'discord.js';
import { WebSocketServer } from 'ws';
import type { World } from '../world/world.ts';
import { openConnection } from './connection.ts';
import { eventFor } from './events.ts';
import type { Connection, GatewaySettings, GatewayState } from './gateway-state.ts';
import { concerns, deliver } from './session.ts';

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Bots connected and identified at this moment. */
  connectedCount(): number;
  /** Cuts every connection without a word, as a lost line does, or closes it with a code. */
  drop(closeCode?: number): void;
  /** Asks every bot to reconnect (op 7). */
  askToReconnect(): void;
  /** Declares every session invalid (op 9); with `resumable`, the bot may resume it. */
  invalidate(resumable: boolean): void;
  /** Forgets every session, so that the next resume is refused. */
  forgetSessions(): void;
  /** Stops or starts answering heartbeats. */
  acknowledgeHeartbeats(answer: boolean): void;
  /** Refuses new connections while false. */
  accept(open: boolean): void;
  close(): void;
}

export function openGateway(world: World, settings: GatewaySettings): Gateway {
  const state: GatewayState = {
    world,
    settings,
    sessions: new Map(),
    connections: new Set(),
    acknowledges: true,
    accepts: true,
  };
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const stopListening = relayChanges(state);
  return {
    handleUpgrade(request, socket, head) {
      if (!state.accepts) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (webSocket) => openConnection(state, webSocket, request));
    },
    connectedCount: () => [...state.sessions.values()].filter((session) => session.socket).length,
    drop: (closeCode) =>
      forEachConnection(state, (one) => (closeCode ? one.close(closeCode) : one.terminate())),
    askToReconnect: () =>
      forEachConnection(state, (one) => one.send({ op: GatewayOpcodes.Reconnect, d: null })),
    invalidate: (resumable) => invalidate(state, resumable),
    forgetSessions: () => state.sessions.clear(),
    acknowledgeHeartbeats(answer) {
      state.acknowledges = answer;
    },
    accept(open) {
      state.accepts = open;
    },
    close() {
      stopListening();
      forEachConnection(state, (one) => one.terminate());
      server.close();
    },
  };
}

function relayChanges(state: GatewayState): () => void {
  return state.world.changes.subscribe((change) => {
    for (const session of state.sessions.values()) {
      const event = eventFor(state.world, change, session.intents);
      if (event && concerns(session, event)) deliver(session, event.name, event.data);
    }
  });
}

function invalidate(state: GatewayState, resumable: boolean): void {
  if (!resumable) state.sessions.clear();
  forEachConnection(state, (one) => one.send({ op: GatewayOpcodes.InvalidSession, d: resumable }));
}

function forEachConnection(state: GatewayState, act: (connection: Connection) => void): void {
  for (const connection of [...state.connections]) act(connection);
}
