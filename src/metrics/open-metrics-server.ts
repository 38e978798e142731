/** `METRICS_PORT`: in: metrics and health. Out: an HTTP server with `/metrics` for Prometheus and `/health` for whoever restarts. */
import { createServer, type ServerResponse } from 'node:http';
import { listen } from '../http/listen.ts';
import { isLoopback, ownHosts } from '../http/own-hosts.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from './create-metrics.ts';
import type { Health } from './health.ts';

export interface MetricsServerOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Pick<Metrics, 'read' | 'contentType'>;
  readonly log: Logger;
  health(): Promise<Health>;
}

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

const send = (response: ServerResponse, status: number, type: string, body: string): void =>
  void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);

/** @throws DatelineError `unavailable` if it cannot listen there. */
export const openMetricsServer = async (options: MetricsServerOptions): Promise<MetricsServer> => {
  const { host, port, metrics, log, health } = options;
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/metrics') return send(response, 200, metrics.contentType, await metrics.read());
    if (path !== '/health') return send(response, 404, 'text/plain', 'Not found. Try /metrics or /health.\n');
    const { isWell, problems } = await health();
    const body = JSON.stringify({ status: isWell ? 'ok' : 'failing', problems });
    send(response, isWell ? 200 : 503, 'application/json', `${body}\n`);
  };
  const isOwnHost = isLoopback(host) ? ownHosts(host) : () => true;
  const server = createServer((request, response) => {
    // A page of another site may lead its own name to this machine; in a network, the machine may have any name.
    if (!isOwnHost(request.headers.host ?? ''))
      return send(response, 421, 'text/plain', 'This is not a name of this machine.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'Only GET is answered.\n');
    answer((request.url ?? '').split('?', 1)[0]!, response).catch((err: unknown) => {
      log.error({ err }, 'the metrics could not be read');
      send(response, 500, 'text/plain', 'The metrics could not be read; the log says why.\n');
    });
  });
  const url = await listen(server, {
    host,
    port,
    name: 'The metrics server',
    settings: 'METRICS_HOST and METRICS_PORT',
  });
  return { url, close: () => server[Symbol.asyncDispose]() };
};
