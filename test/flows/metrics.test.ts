import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { openJourney } from './open-journey.ts';

const ARTICLE = {
  title: 'Mill by the river sold',
  body: 'The old mill by the river was sold to the painter Ines Valder for 300,000 crowns on Monday.',
};

const readMetric = (text: string, metric: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.slice(metric.length));
};

it('shows Prometheus in numbers what the bot does, and nothing of servers or people', async () => {
  const { sandbox, bot } = await openJourney({ articles: [ARTICLE], settings: { METRICS_PORT: '0' } });
  const { owner, channels } = sandbox;
  await owner.slash(channels.general, 'ask', { question: 'Who bought the mill?' });
  await owner.slash(channels.general, 'feeds add', { url: 'no address' });
  await owner.slash(channels.general, 'subscribe', { channel: channels.news, topic: 'mill' });
  const response = await fetch(`${bot().metricsUrl}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  expect(readMetric(text, 'dateline_articles')).toBe(1);
  expect(readMetric(text, 'dateline_articles_indexed')).toBe(1);
  expect(readMetric(text, 'dateline_feeds{state="failing"}')).toBe(0);
  expect(readMetric(text, 'dateline_subscriptions{state="active"}')).toBe(1);
  expect(readMetric(text, 'dateline_discord_connected')).toBe(1);
  expect(readMetric(text, 'dateline_discord_servers')).toBe(1);
  const answers = 'dateline_command_duration_seconds_count';
  expect(readMetric(text, `${answers}{command="ask",outcome="answered"}`)).toBe(1);
  expect(readMetric(text, `${answers}{command="feeds",outcome="refused"}`)).toBe(1);
  expect(readMetric(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  const dashboard = readFileSync(new URL('../../docs/grafana-dashboard.json', import.meta.url), 'utf8');
  const drawn = new Set(dashboard.match(/\b(?:dateline|process|nodejs)_[a-z0-9_]+/g));
  expect(drawn.size).toBeGreaterThan(10);
  for (const metric of drawn) expect(text).toMatch(new RegExp(`^${metric}[{ ]`, 'm'));
  const names = [
    owner.id,
    owner.name,
    sandbox.guild.id,
    sandbox.guild.name,
    channels.news.id,
    'mill',
    'Valder',
  ];
  for (const name of names) expect(text).not.toContain(name);
});

it('is well while Discord is connected and questions are answered, and says what is wrong else', async () => {
  const { sandbox, bot } = await openJourney({ settings: { METRICS_PORT: '0' } });
  const health = async () => {
    const response = await fetch(`${bot().metricsUrl}/health`);
    return [response.status, await response.json()];
  };
  expect(await health()).toEqual([200, { status: 'ok', problems: [] }]);
  await bot().discord!.client.destroy();
  expect(await health()).toEqual([
    503,
    { status: 'failing', problems: ['There is no connection to Discord; the log says why.'] },
  ]);
  expect(sandbox.messages(sandbox.channels.general)).toEqual([]);
});

it('answers GET alone, at two addresses', async () => {
  const { bot } = await openJourney({ settings: { METRICS_PORT: '0' } });
  const status = async (path: string, method = 'GET') =>
    (await fetch(`${bot().metricsUrl}${path}`, { method })).status;
  expect(await status('/metrics?x=1')).toBe(200);
  expect(await status('/')).toBe(404);
  expect(await status('/metrics', 'POST')).toBe(405);
});

it('is not to be read on this machine by a foreign name that leads to it', async () => {
  const { bot } = await openJourney({ settings: { METRICS_PORT: '0' } });
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request(`${bot().metricsUrl}/metrics`, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
    resolve(statusCode),
  )
    .on('error', reject)
    .end();
  expect(await promise).toBe(421);
});

it('is not there without METRICS_PORT, and says so where the port is taken', async () => {
  const { bot } = await openJourney({ settings: { METRICS_PORT: '0' } });
  const port = new URL(bot().metricsUrl!).port;
  await expect(openJourney({ settings: { METRICS_PORT: port } })).rejects.toThrow(
    /The metrics server cannot listen at 127\.0\.0\.1:\d+: something else is there already\. Set METRICS_HOST and METRICS_PORT/,
  );
  expect((await openJourney()).bot().metricsUrl).toBeNull();
});
