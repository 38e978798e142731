/** A session of the bot at the gateway: what it was sent, so that a lost connection can take up where it stopped. */
import { randomBytes } from 'node:crypto';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import type { GatewayEvent } from './events.ts';

export interface Session {
  id: string;
  intents: number;
  /** This shard's number and how many there are. */
  shard: [number, number];
  sequence: number;
  /** Frames that may have to be sent again, oldest first. */
  sent: { sequence: number; frame: string }[];
  /** Absent while the connection is lost. */
  socket: WebSocket | undefined;
}

/** How many events a session that is away keeps for its return. */
const KEPT_EVENTS = 2000;

export const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export const knownIntents = Object.values(GatewayIntentBits)
  .filter((bit): bit is GatewayIntentBits => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

export function createSession(intents: number, shard: [number, number], socket: WebSocket): Session {
  return { id: randomBytes(16).toString('hex'), intents, shard, sequence: 0, sent: [], socket };
}

/** Sends an event now, or keeps it for a resume. */
export function deliver(session: Session, name: string, data: unknown): void {
  session.sequence += 1;
  const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: session.sequence, t: name, d: data });
  session.sent.push({ sequence: session.sequence, frame });
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  session.socket?.send(frame);
}

/** Sends again what came after `sequence`; false if that is no longer known. */
export function replay(session: Session, sequence: number): boolean {
  const oldest = session.sent[0]?.sequence ?? session.sequence + 1;
  if (sequence > session.sequence || sequence < oldest - 1) return false;
  for (const one of session.sent) if (one.sequence > sequence) session.socket?.send(one.frame);
  return true;
}

/** Whether the event is this shard's: servers by Discord's formula, direct messages to the first shard. */
export function concerns(session: Session, event: Pick<GatewayEvent, 'guildId'>): boolean {
  const [number, count] = session.shard;
  return (event.guildId ? Number((BigInt(event.guildId) >> 22n) % BigInt(count)) : 0) === number;
}
