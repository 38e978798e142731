/** Several processes on one database: who of them answers, reads the corpus and posts. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { isInShards } from '../../src/domain/shards.ts';
import { createLog } from '../../src/log.ts';
import { type Bot, startBot } from '../../src/start-bot.ts';
import { type Journey, openJourney } from '../flows/open-journey.ts';
import { SAMPLE_ARTICLES } from '../flows/sample-articles.ts';
import { lacksOpenSearch } from './opensearch.ts';
import { lacksPostgres } from './postgres.ts';
import { useSearchNode, useServer } from './use-servers.ts';

const FERRY = {
  id: 'ferry',
  title: 'Ferry lost',
  source: 'wire.example',
  published: new Date().toISOString(),
  body: 'A ferry sank near Oskarholm. Divers looked for it all night long.',
};

describe.skipIf(lacksPostgres || lacksOpenSearch)('with a process for each role', () => {
  const server = useServer();
  const searchUrl = useSearchNode();

  /** A gateway that runs, and what another process needs to work beside it. */
  const openGateway = async (own: Readonly<Record<string, string>> = {}) => {
    const settings = {
      DATABASE_URL: await server()!.createDatabase(),
      SEARCH_URL: searchUrl(),
      CORPUS_WATCH: 'events',
    };
    const journey = await openJourney({
      articles: SAMPLE_ARTICLES,
      settings: { ...settings, ...own, ROLES: 'gateway', DISCORD_TOKEN: 'a.b.c' },
      waitForLoad: false,
    });
    return { journey, settings };
  };
  const startOther = async (
    { sandbox, dataDir, corpusDir }: Journey,
    settings: Readonly<Record<string, string>>,
    said: string[] = [],
  ): Promise<Bot> => {
    const { token, apiUrl: api } = sandbox;
    const folders = { DATA_DIR: `${dataDir}-other`, CORPUS_DIR: corpusDir };
    const bot = await startBot({
      config: readConfig({ ...folders, ...settings, DISCORD_TOKEN: token }),
      commands,
      log: createLog({ level: 'warn', write: (line) => said.push(line) }),
      token,
      api,
      now: Date.now,
      random: Math.random,
      onLost: (error) => said.push(error.message),
    });
    onTestFinished(() => bot.close());
    return bot;
  };

  it('the gateway answers, and the leader reads the corpus and posts without a connection to the gateway', async () => {
    const { journey, settings } = await openGateway();
    const { owner, channels, gateway, nextMessage } = journey.sandbox;
    expect((await journey.bot().app.backend.status()).articles).toBe(0);
    const leader = await startOther(journey, { ...settings, ROLES: 'leader' });
    await leader.app.backend.loaded();
    expect(leader.discord).toBeNull();
    expect(gateway.connectedCount()).toBe(1);
    const asked = await owner.slash(channels.general, 'ask', { question: 'Why was the Kessel dam closed?' });
    expect(asked.message?.text).toContain('northern wall');
    const subscription = { channel: channels.news.id, topic: 'ferry', when: 'arrival' };
    await owner.slash(channels.general, 'subscribe', subscription);
    const posted = nextMessage({ in: channels.news });
    await writeFile(join(journey.corpusDir, 'ferry.jsonl'), JSON.stringify(FERRY));
    expect((await posted).text).toContain('Ferry lost');
    const status = await owner.slash(channels.general, 'status');
    expect(status.message?.text).toMatch(/Corpus last read\W+t:/);
  });

  it('a second leader waits, and leads as soon as the first has ended', async () => {
    const { journey, settings } = await openGateway();
    const first = await startOther(journey, { ...settings, ROLES: 'leader' });
    const said: string[] = [];
    const second = await startOther(journey, { ...settings, ROLES: 'leader' }, said);
    expect(said.join()).toContain('another process leads');
    await first.close();
    await second.app.backend.loaded();
    expect((await second.app.backend.status()).articles).toBe(SAMPLE_ARTICLES.length);
  });

  it('gateways answer for their shards, and nothing of the servers of others is forgotten', async () => {
    const { journey, settings } = await openGateway({ SHARDS: '0', SHARD_COUNT: '2' });
    const { sandbox, bot } = journey;
    await startOther(journey, { ...settings, ROLES: 'leader' });
    const shards = [0, 1].map((id) => ({ ids: [id], count: 2 }));
    const servers = [sandbox.guild, sandbox.addGuild('Second')];
    while (
      servers.every(({ id }) => isInShards(id, shards[0]!)) ||
      servers.every(({ id }) => isInShards(id, shards[1]!))
    ) {
      sandbox.clock.advance(1);
      servers.push(sandbox.addGuild('Another'));
    }
    const other = await startOther(journey, { ...settings, ROLES: 'gateway', SHARDS: '1', SHARD_COUNT: '2' });
    for (const guild of servers) {
      const channel = sandbox.addChannel('questions', { guild });
      const reply = await sandbox.addPerson('Ada', [], guild).slash(channel, 'help');
      expect(reply.message).toBeDefined();
    }
    const here = servers.map(({ id }) => isInShards(id, shards[0]!));
    expect(bot().discord!.client.guilds.cache.size).toBe(here.filter(Boolean).length);
    expect(other.discord!.client.guilds.cache.size).toBe(here.filter((isHere) => !isHere).length);
    expect(await other.app.guilds.leftSince(0)).toEqual([]);
  });
});
