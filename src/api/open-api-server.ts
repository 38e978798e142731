/** `API_PORT`: in: the archive. Out: an HTTP server that answers `GET /ask`, `/search`, `/article`, `/story` and MCP at `POST /mcp`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { DatelineError, type ErrorCode } from '../domain/errors.ts';
import { listen } from '../http/listen.ts';
import type { Logger } from '../log.ts';
import { answerMcp } from './answer-mcp.ts';
import { type ApiSources, ARCHIVE_TOOLS, type ArchiveTool } from './archive-tools.ts';
import { createGuard } from './guard-requests.ts';

export interface ApiOptions {
  readonly host: string;
  readonly port: number;
  readonly key: string;
  readonly sources: ApiSources;
  readonly log: Logger;
}

export interface ApiServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Longest body; a question has a thousand characters. */
const MAX_BODY_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  limit: 429,
  unavailable: 503,
};

const send = (response: ServerResponse, status: number, value: object): void =>
  void response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(`${JSON.stringify(value)}\n`);

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES)
      throw new DatelineError('invalid', `Expected a body of at most ${MAX_BODY_BYTES} bytes.`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (cause) {
    throw new DatelineError('invalid', 'Expected a body of JSON.', { cause });
  }
};

const runTool = ({ input, run }: ArchiveTool, url: URL, sources: ApiSources): Promise<object> => {
  const taken = Object.keys(input).join(', ');
  const given = z.strictObject(input).safeParse(Object.fromEntries(url.searchParams));
  if (given.success) return run(given.data, sources);
  const problems = given.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ').slice(0, 200)}: not known here, where ${taken} can be given`
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new DatelineError('invalid', `${[...new Set(problems)].join('; ')}.`);
};

const NOT_HERE = new DatelineError(
  'not_found',
  'Not found. Try GET /ask?question=, /search?query=, /article?article= and /story?article=, and MCP at POST /mcp.',
);

/** @throws DatelineError `unavailable` if it cannot listen there. */
export const openApiServer = async ({ host, port, key, sources, log }: ApiOptions): Promise<ApiServer> => {
  const guard = createGuard(host, key);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = guard(request);
    if (refusal !== null) return send(response, refusal.status, { error: refusal.message });
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const name = url?.pathname.slice(1) ?? '';
    if (name === 'mcp' && request.method === 'POST') {
      const body = await readJson(request);
      // Each counts towards the limit of requests, and the protocol knows no lists of messages any more.
      if (Array.isArray(body))
        throw new DatelineError('invalid', 'Expected one message, got a list of them.');
      return answerMcp(request, response, body, sources);
    }
    if (url === null || request.method !== 'GET' || !Object.hasOwn(ARCHIVE_TOOLS, name)) throw NOT_HERE;
    send(response, 200, await runTool(ARCHIVE_TOOLS[name as keyof typeof ARCHIVE_TOOLS], url, sources));
  };
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Whoever asked has gone.
      if (response.destroyed) return;
      if (error instanceof DatelineError) return send(response, STATUS[error.code], { error: error.message });
      log.error({ err: error }, 'a request to the API could not be answered');
      if (!response.headersSent)
        send(response, 500, { error: 'Something went wrong here; the log says more.' });
    });
  });
  const url = await listen(server, { host, port, name: 'The API', settings: 'API_HOST and API_PORT' });
  return { url, close: () => server[Symbol.asyncDispose]() };
};
