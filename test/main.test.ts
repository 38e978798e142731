import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openTestSandbox } from './sandbox/open-test-sandbox.ts';

let dir: string;
beforeEach(async () => {
  dir = await makeFolder();
});
const makeFolder = () => mkdtemp(join(tmpdir(), 'dateline-main-'));
afterEach(() => rm(dir, { recursive: true, force: true }));

/** `npm start` in a folder, with these settings; collects what it writes. */
const startIn = (cwd: string, settings: Record<string, string>, args: readonly string[]) => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const corpus = fileURLToPath(new URL('../corpus', import.meta.url));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, CORPUS_DIR: corpus, SANDBOX_PORT: '0', ...settings };
  // Away from the project, where a developer's own `.env` may lie.
  const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  let text = '';
  const changed = new EventTarget();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      text += part;
      changed.dispatchEvent(new Event('text'));
    });
  return {
    text: () => text,
    exited,
    async says(wanted: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = wanted.exec(text);
        if (found !== null) return found;
        await once(changed, 'text');
      }
    },
    /** Returns its exit code, null if the signal ended it at once. */
    async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
      child.kill(signal);
      return await exited;
    },
  };
};

/** In the folder of the test, which it does not outlive. */
const start = (settings: Record<string, string> = {}, args: readonly string[] = []) => {
  const started = startIn(dir, settings, args);
  onTestFinished(async () => void (await started.end()));
  return started;
};

interface Shown {
  readonly id: string;
  readonly channel_id: string;
  readonly flags: number;
}

/** The page as its first visitor has it, in the channel that is open at first. */
const visit = async (url: string) => {
  const response = await fetch(`${url}/page/live`);
  const messages = new Map<string, Shown>();
  interface State {
    you: string;
    channels: { id: string; name: string }[];
    examples: object[];
  }
  let state: State | null = null;
  let text = '';
  const events = response.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  const readOn = async (): Promise<void> => {
    text += (await events.next()).value ?? '';
    const parts = text.split('\n\n');
    text = parts.pop()!;
    for (const part of parts) {
      const data = JSON.parse(/^data: (.*)$/m.exec(part)![1]!);
      if (part.startsWith('event: state')) state = data;
      else if (/^event: messages?\n/.test(part)) for (const one of [data].flat()) messages.set(one.id, one);
    }
  };
  while (state === null) await readOn();
  const { you, channels, examples } = state as State;
  const channel = channels.find(({ name }) => name === 'general')!.id;
  return {
    examples,
    async post(deed: string, fields: object): Promise<void> {
      const body = JSON.stringify({ as: you, channel, ...fields });
      const headers = { 'content-type': 'application/json' };
      expect(
        await (await fetch(`${url}/page/${deed}`, { method: 'POST', headers, body })).json(),
      ).toMatchObject({ state: 'acknowledged' });
    },
    /** Once there are that many messages, and the bot no longer thinks about one. */
    async sees(count: number): Promise<Shown[]> {
      const isThinking = () =>
        [...messages.values()].some(({ flags }) => (flags & MessageFlags.Loading) !== 0);
      while (messages.size < count || isThinking()) await readOn();
      return [...messages.values()];
    },
  };
};

describe('npm start', () => {
  it('refuses arguments, which it would ignore, and says where questions are asked', async () => {
    const { exited, text } = start({}, ['ask', 'Who won?']);
    expect(await exited).toBe(1);
    expect(text()).toContain('npm start takes no arguments, but got "ask" "Who won?"');
    expect(text()).toContain('npm run -s ask');
  });

  it('reports settings that are none, and stops if CORPUS_DIR is not there', async () => {
    await writeFile(join(dir, '.env'), 'CORPUS_DIRR=x\n');
    const bot = start({ CORPUS_DIR: join(dir, 'nowhere') });
    expect(await bot.exited).toBe(1);
    expect(bot.text()).toContain('CORPUS_DIRR is not a setting. Did you mean CORPUS_DIR?');
    expect(bot.text()).toMatch(/^CORPUS_DIR: expected a folder of articles at \S+nowhere; there is none\./m);
  });

  it('goes online with a token, names the bot and prints its invite link, but never the token', async () => {
    const sandbox = await openTestSandbox();
    const bot = start({ DISCORD_TOKEN: sandbox.token, DISCORD_API: sandbox.apiUrl, LOG_LEVEL: 'debug' });
    await bot.says(/Dateline is online as Dateline\S*, in 1 server\./);
    await bot.says(/scope=bot\+applications\.commands&permissions=\d+/);
    await bot.says(/articles are ready\./);
    const answer = await sandbox.owner.slash(sandbox.channels.general, 'latest', { count: 1 });
    expect(answer.message?.text).toContain('The latest article');
    expect(await bot.end('SIGINT')).toBe(130);
    expect(bot.text()).not.toContain(sandbox.token);
    await sandbox.close();
  });

  it('says what is wrong with its settings, with the token, or with the port, and ends with 1', async () => {
    const settings = start({ READ_LIMIT: 'much' });
    expect(await settings.exited).toBe(1);
    expect(settings.text()).toMatch(/^These settings cannot be used:\n- READ_LIMIT: expected /);

    await writeFile(join(dir, 'taken'), '');
    const folder = start({ DATA_DIR: join(dir, 'taken') });
    expect(await folder.exited).toBe(1);
    expect(folder.text()).toMatch(
      /^DATA_DIR: expected a folder that Dateline can write to; .*taken is none: a file/,
    );

    const beneath = start({ DATA_DIR: join(dir, 'taken', 'data') });
    expect(await beneath.exited).toBe(1);
    expect(beneath.text()).toMatch(/^DATA_DIR: expected a folder .*data is none: .* Set DATA_DIR to another/);

    const sandbox = await openTestSandbox();
    const token = start({ DISCORD_TOKEN: 'ab.cd.ef', DISCORD_API: sandbox.apiUrl });
    expect(await token.exited).toBe(1);
    expect(token.text()).toMatch(/^Discord does not know this DISCORD_TOKEN\. Copy it again/);
    await sandbox.close();

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const taken = start({ SANDBOX_PORT: String(port) });
    expect(await taken.exited).toBe(1);
    expect(taken.text()).toContain(`cannot listen at 127.0.0.1:${port}: something else is there already`);
    other.close();
  });

  it.runIf(existsSync('/proc/self'))('says that there can be no folder in /proc', async () => {
    const bot = start({ DATA_DIR: '/proc/nowhere/data' });
    expect(await bot.exited).toBe(1);
    expect(bot.text()).toBe(
      'DATA_DIR: expected a folder that Dateline can write to; /proc/nowhere/data is none: the system says ENOENT. Set DATA_DIR to another one.\n',
    );
  });

  it('waits for a Discord that cannot be reached, and can be ended meanwhile', async () => {
    const sandbox = await openTestSandbox();
    await sandbox.close();
    const bot = start({ DISCORD_TOKEN: sandbox.token, DISCORD_API: sandbox.apiUrl });
    await bot.says(/cannot be reached\. [\s\S]* Trying again in 4 s\./);
    expect(await bot.end('SIGTERM')).toBe(143);
  });
});

describe('npm start without a token', () => {
  /** One for all tests that only look at it. */
  let bot: ReturnType<typeof startIn>;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = await makeFolder();
    await mkdir(join(folder, 'data'), { mode: 0o755 });
    bot = startIn(folder, {}, []);
    url = (await bot.says(/Open {2}(http:\/\/127\.0\.0\.1:\d+) {2}and type {2}\/ask/))[1]!;
    await bot.says(/14 articles are ready\./);
  });
  afterAll(async () => {
    await bot.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows where to try the bot and how to go live', async () => {
    expect(bot.text()).toMatch(/1\. Create an application[\s\S]*2\. Write it into[\s\S]*3\. Start again/);
    expect(await (await fetch(url)).text()).toContain('<html');
  });

  it('offers a question that the sample surely answers, only where the sample is', async () => {
    const page = await visit(url);
    const [there] = page.examples;
    expect(there).toMatchObject({
      command: 'ask',
      options: { question: expect.stringContaining('Tyotkino') },
    });
    await page.post('slash', there!);
    const answer = JSON.stringify(await page.sees(1));
    expect(answer).toContain('Freedom of Russia Legion');
    expect(answer).not.toContain('Not sure');
    await mkdir(join(dir, 'own'));
    const own = start({ CORPUS_DIR: join(dir, 'own') });
    const [asked] = (await visit((await own.says(/Open {2}(\S+)/))[1]!)).examples;
    expect(asked).toMatchObject({ command: 'ask', options: {} });
  });

  it('keeps what it writes from other users', async () => {
    const names = await readdir(join(folder, 'data'));
    const modes = [...names, '.'].map((name) => statSync(join(folder, 'data', name)).mode & 0o077);
    expect(names).toEqual(expect.arrayContaining(['articles.db', 'state.db', 'state.db-wal']));
    expect(modes.filter((mode) => mode !== 0)).toEqual([]);
  });

  it('is refused where another one has the data folder', async () => {
    const second = start({ DATA_DIR: join(folder, 'data') });
    expect(await second.exited).toBe(1);
    expect(second.text()).toMatch(
      /^Another Dateline is running with the data folder \S+data\. Stop that one first/m,
    );
  });

  it('keeps what was said over a kill, whoever comes back reads and uses it, and it ends at SIGTERM', async () => {
    const first = start();
    const [, address] = await first.says(/Open {2}(\S+)/);
    await first.says(/14 articles are ready\./);
    const before = await visit(address!);
    await before.post('slash', { command: 'latest', options: { count: 1 } });
    const [said] = await before.sees(1);
    await first.end();

    // Though it was killed, it no longer has the data folder.
    const second = start();
    const [, again] = await second.says(/Open {2}(\S+)/);
    await second.says(/14 articles are ready\./);
    const after = await visit(again!);
    expect(await after.sees(1)).toEqual([said]);
    const button = /article:read:\d+/.exec(JSON.stringify(said))![0];
    await after.post('press', { message: said!.id, button });
    expect(JSON.stringify(await after.sees(2))).toContain('Bombs have gone off');
    expect(await second.end('SIGTERM')).toBe(143);
  });
});
