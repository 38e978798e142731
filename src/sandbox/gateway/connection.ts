/** One WebSocket of a bot: hello, identify or resume, heartbeats; closed with Discord's code on the first wrong frame. */
import type { IncomingMessage } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import type { RawData, WebSocket } from 'ws';
import { requestUrl } from '../rest/request-body.ts';
import { applicationJson } from '../rest/routes/applications.ts';
import { guildCreateJson } from '../world/api-shapes.ts';
import type { Connection, GatewayState } from './gateway-state.ts';
import {
  concerns,
  createSession,
  deliver,
  knownIntents,
  privilegedIntents,
  replay,
  type Session,
} from './session.ts';

interface Frame {
  op?: number;
  d?: unknown;
}

/** Discord takes 120 frames a minute from one connection, and none above 4096 bytes. */
const FRAMES_A_MINUTE = 120;
const MAX_FRAME_BYTES = 4096;

/** Takes over a WebSocket just opened and says hello. */
export function openConnection(state: GatewayState, socket: WebSocket, request: IncomingMessage): void {
  const line: Line = { state, socket, session: undefined, lastHeartbeatAt: Date.now(), frameTimes: [] };
  const connection: Connection = {
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: (code) => socket.close(code),
    terminate: () => socket.terminate(),
  };
  state.connections.add(connection);
  const { heartbeatIntervalMs } = state.settings;
  const watch = setInterval(() => {
    const silentMs = Date.now() - line.lastHeartbeatAt;
    if (silentMs > heartbeatIntervalMs * 1.5) socket.close(GatewayCloseCodes.SessionTimedOut);
  }, heartbeatIntervalMs).unref();
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => hear(line, connection, data));
  socket.on('close', (code) => {
    clearInterval(watch);
    state.connections.delete(connection);
    hangUp(line, code);
  });
  const version = requestUrl(request).searchParams.get('v');
  if (version !== null && version !== '10') socket.close(GatewayCloseCodes.InvalidAPIVersion);
  else connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatIntervalMs } });
}

/** What is known of one connection; `session` once it identified or resumed. */
interface Line {
  state: GatewayState;
  socket: WebSocket;
  session: Session | undefined;
  lastHeartbeatAt: number;
  frameTimes: number[];
}

function hear(line: Line, connection: Connection, data: RawData): void {
  const { state, socket } = line;
  const now = Date.now();
  line.frameTimes = [...line.frameTimes.filter((at) => now - at < 60_000), now];
  const frame = parseFrame(data);
  if (line.frameTimes.length > FRAMES_A_MINUTE) socket.close(GatewayCloseCodes.RateLimited);
  else if (!frame) socket.close(GatewayCloseCodes.DecodeError);
  else if (frame.op === GatewayOpcodes.Heartbeat) {
    line.lastHeartbeatAt = now;
    if (state.acknowledges) connection.send({ op: GatewayOpcodes.HeartbeatAck });
  } else {
    const outcome = receive(state, socket, line.session, frame);
    if (typeof outcome === 'number') socket.close(outcome);
    else if (outcome === 'invalid-session') connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
    else if (outcome) line.session = outcome;
  }
}

/** A bot that says goodbye ends its session; after any other end it may be resumed. */
function hangUp({ state, socket, session }: Line, code: number): void {
  if (!session || session.socket !== socket) return;
  session.socket = undefined;
  if (code === 1000 || code === 1001) state.sessions.delete(session.id);
  state.world.changes.publish({ kind: 'bot-disconnected' });
}

function parseFrame(data: RawData): Frame | undefined {
  const text = data.toString();
  if (text.length > MAX_FRAME_BYTES) return undefined;
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}

/** A close code, a refusal to resume, the session that now holds this connection, or nothing to do. */
type Outcome = number | 'invalid-session' | Session | undefined;

function receive(
  state: GatewayState,
  socket: WebSocket,
  session: Session | undefined,
  frame: Frame,
): Outcome {
  switch (frame.op) {
    case GatewayOpcodes.Identify:
      return session ? GatewayCloseCodes.AlreadyAuthenticated : identify(state, socket, frame.d as Identify);
    case GatewayOpcodes.Resume:
      return session ? GatewayCloseCodes.AlreadyAuthenticated : resume(state, socket, frame.d as Resume);
    case GatewayOpcodes.PresenceUpdate:
    case GatewayOpcodes.VoiceStateUpdate:
    case GatewayOpcodes.RequestGuildMembers:
    case GatewayOpcodes.RequestSoundboardSounds:
      return session ? undefined : GatewayCloseCodes.NotAuthenticated;
    default:
      return GatewayCloseCodes.UnknownOpcode;
  }
}

interface Identify {
  token?: string;
  intents?: number;
  shard?: [number, number];
}

function identify(state: GatewayState, socket: WebSocket, data: Identify): Outcome {
  const { world, settings } = state;
  const { token, intents = 0, shard = [0, 1] } = data ?? {};
  if (token?.replace(/^Bot /, '') !== world.token) return GatewayCloseCodes.AuthenticationFailed;
  if (intents & ~knownIntents) return GatewayCloseCodes.InvalidIntents;
  if (intents & privilegedIntents & ~settings.approvedIntents) return GatewayCloseCodes.DisallowedIntents;
  if (shard[0] >= shard[1]) return GatewayCloseCodes.InvalidShard;
  const session = createSession(intents, shard, socket);
  state.sessions.set(session.id, session);
  greet(state, session);
  world.changes.publish({ kind: 'bot-connected' });
  return session;
}

function greet({ world }: GatewayState, session: Session): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.bot.id) && concerns(session, { guildId: guild.id }),
  );
  deliver(session, 'READY', {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: world.baseUrl.replace(/^http/, 'ws'),
    shard: session.shard,
    application: { id: world.bot.id, flags: applicationJson(world).flags },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    _trace: ['sandbox'],
  });
  for (const guild of guilds) deliver(session, 'GUILD_CREATE', guildCreateJson(world, guild));
}

interface Resume {
  token?: string;
  session_id?: string;
  seq?: number;
}

function resume(state: GatewayState, socket: WebSocket, data: Resume): Outcome {
  if (data?.token?.replace(/^Bot /, '') !== state.world.token) return GatewayCloseCodes.AuthenticationFailed;
  const session = state.sessions.get(data.session_id ?? '');
  if (!session) return 'invalid-session';
  session.socket?.close(GatewayCloseCodes.UnknownError);
  session.socket = socket;
  if (!replay(session, data.seq ?? 0)) {
    session.socket = undefined;
    state.sessions.delete(session.id);
    return 'invalid-session';
  }
  deliver(session, 'RESUMED', { _trace: ['sandbox'] });
  state.world.changes.publish({ kind: 'bot-connected' });
  return session;
}
