/**
 * The sandbox, a Discord of our own: REST and gateway that discord.js takes for the real one (`rest: { api: sandbox.apiUrl }` is all
 * it needs), a page to use it by hand, and people to use it by code.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRole } from 'discord.js';
import { ownHosts } from '../http/own-hosts.ts';
import { type Gateway, openGateway } from './gateway/open-gateway.ts';
import { createFaultInjection, type Fault } from './rest/fault-injection.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import { createRequestLog, type RequestRecord } from './rest/request-log.ts';
import { handleRest, type RestApi } from './rest/rest-api.ts';
import { createPerson, type Person } from './simulated-users/person.ts';
import { handlePage, type Page } from './site/page-server.ts';
import type { Example } from './site/page-state.ts';
import { createTestControls, type TestControls } from './test-controls.ts';
import { createWaits, type Waits } from './waits.ts';
import { createClock } from './world/clock.ts';
import type { Channel } from './world/entities.ts';
import { keepHistory } from './world/history.ts';
import { botId, createUser, type Seed, seedWorld } from './world/seed.ts';
import { createWorld, type World } from './world/world.ts';

export interface SandboxOptions {
  /** 127.0.0.1 unless given. */
  host?: string;
  /** A free one unless given. */
  port?: number;
  /** The clock underneath, `Date.now` unless given. */
  now?: () => number;
  /** For faults that befall only a share of the requests; `Math.random` unless given. */
  random?: () => number;
  /** How long `enforce_nonce` remembers; 5 minutes unless given. */
  nonceMemoryMs?: number;
  /** 3 s unless given. */
  acknowledgeWithinMs?: number;
  /** 41.25 s unless given, as Discord's. */
  heartbeatIntervalMs?: number;
  /** Privileged intents the application was granted, as bits; none unless given. */
  approvedIntents?: number;
  /** False lifts all rate limits. */
  rateLimits?: boolean;
  /** Appends every request to this file, one JSON object a line. */
  recordFile?: string;
  /** Keeps messages and threads in this file, whose folder there is, from one start to the next; kept nowhere unless given. */
  historyFile?: string;
  /** Called once if the history file cannot be read or written; the sandbox goes on without. */
  onHistoryFailure?: (error: unknown) => void;
  /** Commands that the page offers to first-time visitors, filled in. */
  examples?: Example[];
}

/** A channel as tests name it. */
type ChannelName = keyof Seed['channels'];

export interface Sandbox extends TestControls, Waits {
  /** The page's address, without a slash at the end. */
  url: string;
  /** For the client: `new Client({ rest: { api: sandbox.apiUrl } })`. */
  apiUrl: string;
  token: string;
  bot: { id: string; name: string };
  /** The server of the page; its owner is `owner`. */
  guild: { id: string; name: string };
  channels: Record<ChannelName, Channel>;
  /** A role that members may mention. */
  digestRole: APIRole;
  /** Has every right in the server. */
  owner: Person;
  /** A second member, without rights beyond everyone's. */
  member: Person;
  gateway: Omit<Gateway, 'handleUpgrade' | 'close'>;
  /** Makes matching requests go wrong; returns the way to stop it. */
  injectFault(fault: Fault): () => void;
  /** Ends all faults. */
  clearFaults(): void;
  /** Every REST request so far, oldest first (the newest 50,000). */
  requests(): readonly RequestRecord[];
  clock: { now(): number; advance(byMs: number): void };
  /** Everything behind the names above. */
  world: World;
  close(): Promise<void>;
}

/** Listens at once. Rejects when the port is taken. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = newWorld(options);
  const seed = seedWorld(world);
  const gateway = openGateway(world, {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    approvedIntents: options.approvedIntents ?? 0,
  });
  const api: RestApi = {
    world,
    log: createRequestLog(options.recordFile),
    faults: createFaultInjection(options.random ?? Math.random),
    rateLimits: options.rateLimits === false ? undefined : createRateLimits(world.clock.now),
  };
  const parts: Parts = { world, seed, gateway, api, controls: createTestControls(world, seed) };
  const host = options.host ?? '127.0.0.1';
  const server = serve(parts, newPage(parts, host, options.examples ?? []));
  world.baseUrl = await listen(server, host, options.port ?? 0);
  // Nobody has been answered yet: a connection is taken at the next turn at the earliest.
  if (options.historyFile) keepHistory(world, options.historyFile, options.onHistoryFailure ?? (() => {}));
  return newSandbox(parts, server);
}

interface Parts {
  world: World;
  seed: Seed;
  gateway: Gateway;
  api: RestApi;
  controls: TestControls;
}

function newPage({ world, seed, gateway, api, controls }: Parts, host: string, examples: Example[]): Page {
  return {
    world,
    controls,
    gateway,
    faults: api.faults,
    isOwnHost: ownHosts(host),
    setting: {
      people: [
        { id: seed.owner.id, note: 'owner' },
        { id: seed.member.id, note: 'member' },
      ],
      guildId: seed.guild.id,
      examples,
      isBotConnected: () => gateway.connectedCount() > 0,
    },
  };
}

/** One server for the API, the gateway and the page. */
function serve({ api, gateway }: Parts, page: Page): Server {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) void handleRest(api, request, response);
    else void handlePage(page, request, response);
  });
  server.on('upgrade', (request, socket, head) => gateway.handleUpgrade(request, socket, head));
  return server;
}

function newSandbox({ world, seed, gateway, api, controls }: Parts, server: Server): Sandbox {
  return {
    ...controls,
    ...createWaits(world, api.log, () => gateway.connectedCount() > 0),
    url: world.baseUrl,
    apiUrl: `${world.baseUrl}/api`,
    token: world.token,
    bot: { id: world.bot.id, name: world.bot.username },
    guild: { id: seed.guild.id, name: seed.guild.name },
    channels: seed.channels,
    digestRole: seed.digestRole,
    owner: createPerson(world, seed.owner),
    member: createPerson(world, seed.member),
    gateway,
    injectFault: (fault) => api.faults.add(fault),
    clearFaults: () => api.faults.clear(),
    requests: () => api.log.all(),
    clock: world.clock,
    world,
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function newWorld(options: SandboxOptions): World {
  const bot = createUser(botId, 'Dateline', true);
  const token = [
    Buffer.from(botId).toString('base64url'),
    'sandbox',
    randomBytes(27).toString('base64url'),
  ].join('.');
  return createWorld(createClock(options.now ?? Date.now), { ...bot, username: 'Dateline' }, token, {
    nonceMemoryMs: options.nonceMemoryMs ?? 5 * 60_000,
    acknowledgeWithinMs: options.acknowledgeWithinMs ?? 3000,
    tokenLifetimeMs: 15 * 60_000,
  });
}

/** Resolves with the base URL. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      // A client cannot connect to "any address"; the loopback one is always among them.
      const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
      resolve(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${taken}`);
    });
  });
}
