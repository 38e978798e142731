/**
 * In: articles. Out: the real bot on the real discord.js client, connected to a sandbox of its own, with
 * people to use it and a way to restart it. For whole journeys.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { commands as allCommands } from '../../commands/index.ts';
import type { AppOptions } from '../../src/app.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { Command } from '../../src/discord/command.ts';
import { createLog } from '../../src/log.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/open-sandbox.ts';
import { type Bot, startBot } from '../../src/start-bot.ts';
import { openTestSandbox } from '../sandbox/open-test-sandbox.ts';

export interface JourneyOptions {
  /** The corpus: one file of JSON lines. */
  readonly articles?: readonly object[];
  /** Settings as an operator writes them. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
  /** Where feeds may be fetched from, other than the settings allow. */
  readonly network?: AppOptions['network'];
  /** False: goes on while the corpus still loads. */
  readonly waitForLoad?: boolean;
  /** The backend has threads of its own, as when the bot runs, which takes a second to start. */
  readonly inThreads?: boolean;
  /** In place of the real list. */
  readonly commands?: readonly Command[];
}

export interface Journey {
  readonly sandbox: Sandbox;
  readonly bot: () => Bot;
  readonly dataDir: string;
  readonly corpusDir: string;
  /** Everything logged so far. */
  readonly logged: () => string;
  /** Moves the bot's clock on. */
  wait(ms: number): void;
  /** Ends the bot and starts it again on the same data, later by its own clock, with other commands if given. */
  restart(change?: {
    readonly laterMs?: number;
    readonly commands?: readonly Command[];
    /** In the place of those it had. */
    readonly settings?: Readonly<Record<string, string>>;
    /** Done to the files while no bot has them. */
    readonly meanwhile?: () => Promise<void>;
  }): Promise<void>;
}

const openInThisThread: AppOptions['openBackend'] = (options) =>
  openBackend(options, { ...options, clock: Date.now });

/** Closed by itself after the test. */
export const openJourney = async (options: JourneyOptions = {}): Promise<Journey> => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-journey-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const corpusDir = join(dir, 'corpus');
  await mkdir(corpusDir);
  if (options.articles !== undefined) {
    const lines = options.articles.map((article) => JSON.stringify(article));
    await writeFile(join(corpusDir, 'news.jsonl'), lines.join('\n'));
  }
  const dataDir = join(dir, 'data');
  const configOf = (settings: JourneyOptions['settings']) =>
    readConfig({
      DATA_DIR: dataDir,
      CORPUS_DIR: corpusDir,
      CORPUS_WATCH: 'off',
      LOG_LEVEL: 'error',
      ...settings,
    });
  let config = configOf(options.settings);
  const sandbox = await openTestSandbox(options.sandbox);
  onTestFinished(() => sandbox.close());
  let lines = '';
  let offsetMs = 0;
  let commands = options.commands ?? allCommands;
  const log = createLog({ level: 'debug', secrets: [sandbox.token], write: (line) => (lines += line) });
  const start = async (): Promise<Bot> => {
    const { token, apiUrl: api } = sandbox;
    const onLost = (error: Error) => log.fatal({ err: error }, 'lost');
    const bot = await startBot({
      config,
      commands,
      log,
      token,
      api,
      now: () => Date.now() + offsetMs,
      random: Math.random,
      onLost,
      ...(options.network && { network: options.network }),
      ...(!options.inThreads && { openBackend: openInThisThread }),
    });
    if (options.waitForLoad ?? true) await bot.app.backend.loaded();
    return bot;
  };
  let bot = await start();
  onTestFinished(() => bot.close());
  return {
    sandbox,
    bot: () => bot,
    dataDir,
    corpusDir,
    logged: () => lines,
    wait(ms) {
      offsetMs += ms;
    },
    async restart({ laterMs = 0, commands: others = commands, settings, meanwhile } = {}) {
      await bot.close();
      await meanwhile?.();
      if (settings !== undefined) config = configOf(settings);
      offsetMs += laterMs;
      commands = others;
      bot = await start();
    },
  };
};
