/** HTTP requests under `/api/v10` in, Discord's answers out: authorised, rate limited, recorded, and wrong if a test asks for it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { requireObject } from '../limits/message-limits.ts';
import type { World } from '../world/world.ts';
import { ApiError, refusals } from './api-error.ts';
import type { Fault, FaultInjection } from './fault-injection.ts';
import type { RateLimits, RateLimitVerdict } from './rate-limits.ts';
import { type RequestBody, readBody, requestUrl } from './request-body.ts';
import type { RequestLog } from './request-log.ts';
import { createRouter, type Match } from './router.ts';
import { applicationRoutes } from './routes/applications.ts';
import { channelRoutes } from './routes/channels.ts';
import { gatewayRoutes } from './routes/gateway.ts';
import { guildRoutes } from './routes/guilds.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { webhookRoutes } from './routes/webhooks.ts';

export interface RestApi {
  world: World;
  log: RequestLog;
  faults: FaultInjection;
  /** Absent: no limits. */
  rateLimits: RateLimits | undefined;
}

const route = createRouter({
  ...gatewayRoutes,
  ...applicationRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...webhookRoutes,
});

/** What goes back: a status, headers and a body; status 0 cuts the connection. */
interface Answer {
  status: number;
  json?: unknown;
  /** Sent instead of JSON. */
  text?: string;
  headers?: Record<string, string>;
}

/** Answers one request and writes it down. Never throws. */
export async function handleRest(
  api: RestApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = requestUrl(request);
  const path = url.pathname.replace(/^\/api\/v\d+/, '');
  const method = request.method ?? 'GET';
  let body: RequestBody = { json: undefined, files: [] };
  let match: Match | undefined;
  let answer: Answer;
  try {
    match = route(method, path);
    body = await readBody(request);
    answer = await answerTo(api, match, url, body, request);
  } catch (error) {
    answer = errorAnswer(error);
  }
  api.rateLimits?.answered(answer.status);
  write(response, answer);
  api.log.add({
    method,
    route: match?.route ?? path,
    path,
    query: url.search,
    body: body.json,
    files: body.files.map((file) => file.name),
    status: answer.status,
    at: api.world.clock.now(),
  });
}

async function answerTo(
  api: RestApi,
  match: Match,
  url: URL,
  body: RequestBody,
  request: IncomingMessage,
): Promise<Answer> {
  if (api.rateLimits?.banned()) return { status: 429, json: 'error code: 1015' };
  requireToken(api.world, match, request);
  const fault = api.faults.meet(match.method, match.route);
  if (fault?.delayMs) await wait(fault.delayMs, undefined, { ref: false });
  const breaks = fault && (fault.status !== undefined || fault.hangUp === true);
  if (breaks && fault.when !== 'after') return faultAnswer(fault);
  const verdict = api.rateLimits?.check(`${match.method} ${match.route}`, majorOf(match)) ?? { headers: {} };
  if (verdict.refusal) return rateLimited(verdict);
  const carriedOut = await carryOut(api, match, url, body);
  if (breaks) return faultAnswer(fault);
  return { ...carriedOut, headers: verdict.headers };
}

async function carryOut(api: RestApi, match: Match, url: URL, body: RequestBody): Promise<Answer> {
  const { world } = api;
  try {
    if (match.method !== 'PUT') requireObject(body.json);
    const answer = await match.handle({
      world,
      params: match.params,
      query: url.searchParams,
      body: body.json,
      files: body.files,
      me: world.bot,
    });
    return answer ? { status: answer.status ?? 200, json: answer.json } : { status: 204 };
  } catch (error) {
    return errorAnswer(error);
  }
}

/** The interaction's own token is all that its endpoints ask for. */
function requireToken(world: World, match: Match, request: IncomingMessage): void {
  if (match.route.startsWith('/interactions/') || match.route.startsWith('/webhooks/')) return;
  if (match.route === '/gateway') return;
  if (request.headers.authorization !== `Bot ${world.token}`) throw refusals.unauthorized();
}

function majorOf({ params }: Match): string {
  return params.channel_id ?? params.guild_id ?? params.webhook_token ?? '';
}

function rateLimited({ refusal, headers }: RateLimitVerdict): Answer {
  const { retryAfterMs, global, scope } = refusal!;
  return tooMany(retryAfterMs, global, scope, headers);
}

function tooMany(
  retryAfterMs: number,
  global: boolean,
  scope: string,
  headers: Record<string, string> = {},
): Answer {
  const seconds = Math.max(0.001, retryAfterMs / 1000);
  return {
    status: 429,
    json: { message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': global ? 'global' : scope,
      ...(global && { 'x-ratelimit-global': 'true' }),
      via: '1.1 sandbox',
    },
  };
}

function faultAnswer(fault: Fault): Answer {
  if (fault.hangUp) return { status: 0 };
  if (fault.status === 429) {
    const resetAfter = String((fault.retryAfterMs ?? 1000) / 1000);
    const headers = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': resetAfter,
      'x-ratelimit-bucket': 'injected-fault',
    };
    return tooMany(fault.retryAfterMs ?? 1000, false, 'shared', headers);
  }
  const { status, code = 0, errors, page } = fault;
  if (page) return { status: status!, text: page.text, headers: { 'content-type': page.type } };
  return {
    status: status!,
    json: { code, message: `${status}: a fault was injected`, ...(errors && { errors }) },
  };
}

function errorAnswer(error: unknown): Answer {
  if (error instanceof ApiError) {
    const { status, code, message, errors } = error;
    return { status, json: { message, code, ...(errors && { errors }) } };
  }
  return { status: 500, json: { message: '500: Internal Server Error', code: 0, cause: String(error) } };
}

function write(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  if (answer.status === 0) return void response.destroy();
  if (answer.status === 204) return void response.writeHead(204, answer.headers).end();
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.text ?? JSON.stringify(answer.json ?? null));
}
