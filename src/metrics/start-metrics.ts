/** In: the app and what is known of Discord. Out: metrics that can be read, if `METRICS_PORT` is set. */
import type { App } from '../app.ts';
import type { Connection } from '../discord/client.ts';
import type { Command } from '../discord/command.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from './create-metrics.ts';
import { checkHealth } from './health.ts';
import { type MetricsServer, openMetricsServer } from './open-metrics-server.ts';

/** Null if no port is set. @throws DatelineError `unavailable` if it is taken. */
export const startMetrics = async (
  app: App,
  connection: () => Connection | null,
  { commands, log }: { readonly commands: readonly Command[]; readonly log: Logger },
): Promise<(MetricsServer & Pick<Metrics, 'observe'>) | null> => {
  const { METRICS_HOST: host, METRICS_PORT: port } = app.config;
  if (port === null) return null;
  const { createMetrics } = await import('./create-metrics.ts');
  const names = commands.map(({ name }) => name);
  const metrics = createMetrics(app, connection, names);
  const health = () => checkHealth(app, connection());
  const server = await openMetricsServer({ host, port, metrics, log, health });
  return { ...server, observe: metrics.observe };
};
