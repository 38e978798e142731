/** `npm run -s ask -- …`: asks the articles on the terminal. In: a command line. Out: answers on standard output. */
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Backend, BackendOptions, LoadProgress } from '../backend/backend.ts';
import { openBackend } from '../backend/open-backend.ts';
import { openBackendThreads } from '../backend/open-backend-threads.ts';
import { loadConfig, unknownSettings } from '../config/read-config.ts';
import { type Config, secretsOf } from '../config/settings.ts';
import { clusterOf } from '../config/settings-together.ts';
import type { AnswerOptions } from '../domain/answer.ts';
import { DatelineError } from '../domain/errors.ts';
import { requireCorpus } from '../intake/corpus/require-corpus.ts';
import { createLog, type Logger } from '../log.ts';
import { answerBatch } from './answer-batch.ts';
import { answerRecord } from './answer-record.ts';
import { ASK_USAGE, type AskArguments, parseAskArguments } from './ask-arguments.ts';
import { endOnSignal } from './end-on-signal.ts';
import { feedbackLines } from './feedback-lines.ts';
import { createPaint } from './paint.ts';
import { openProgressBar } from './progress-bar.ts';
import { runPrompt } from './prompt.ts';
import { renderAnswer } from './render-answer.ts';
import { runCommand } from './run-command.ts';

/** Writes and waits while whoever reads is slower. */
const print = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

const answerOptions = ({ asOfMs, graceDays, limit }: AskArguments): AnswerOptions => ({
  asOfMs: asOfMs ?? Date.now(),
  graceDays,
  limit,
});

/** The corpus of the command line, in memory; else the configured one, with what is kept of it. */
const backendOptions = (
  { corpus }: AskArguments,
  config: Config,
  watch: BackendOptions['watch'],
): BackendOptions => {
  const engine = config.SEARCH_ENGINE;
  return corpus.length > 0
    ? { corpus, dataDir: null, engine, watch }
    : {
        // What a cluster has of the corpus folder is the bot's to read: here there may be another, or none.
        corpus: clusterOf(config) === null ? [config.CORPUS_DIR] : [],
        dataDir: config.DATA_DIR,
        cluster: clusterOf(config),
        engine,
        watch,
      };
};

const checkPaths = ({ corpus, mode }: AskArguments): void => {
  const batch = mode.kind === 'batch' && mode.file !== '-' ? [mode.file] : [];
  for (const path of [...corpus, ...batch]) {
    if (!existsSync(path))
      throw new DatelineError('not_found', `There is no file or folder ${resolve(path)}.`);
  }
  for (const path of batch) {
    if (statSync(path).isDirectory())
      throw new DatelineError(
        'invalid',
        `--batch expects a file of questions; ${resolve(path)} is a folder.`,
      );
  }
};

/** Does what `use` does and closes the backend after it, or at a signal, whichever comes first. */
const closing = async (backend: Backend, use: () => Promise<void>): Promise<void> => {
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closed ??= backend.close();
    return closed;
  };
  const ended = endOnSignal(close);
  try {
    await use();
  } catch (error) {
    if (!ended.aborted) throw error;
  } finally {
    await close();
  }
};

/** Answers from the whole corpus: waits until it is read, with a bar on a terminal. */
const askOnce = async (args: AskArguments, config: Config, log: Logger): Promise<void> => {
  const bar = openProgressBar();
  const onProgress = (progress: LoadProgress): void => bar.update(progress);
  const backend = await openBackend(backendOptions(args, config, null), { clock: Date.now, log, onProgress });
  await closing(backend, async () => {
    await backend.loaded().finally(() => bar.close());
    await answerMode(backend, args);
  });
};

const answerMode = async (backend: Backend, args: AskArguments): Promise<void> => {
  const { mode } = args;
  if (mode.kind === 'batch') {
    const input = mode.file === '-' ? process.stdin : createReadStream(mode.file);
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of answerBatch(lines, backend, answerOptions(args))) await print(`${line}\n`);
  } else if (mode.kind === 'question') {
    const answer = await backend.answer(mode.question, answerOptions(args));
    if (mode.json) await print(`${JSON.stringify(answerRecord(null, mode.question, answer))}\n`);
    else await print(renderAnswer(answer, createPaint(process.stdout)));
  }
};

/** Answers while the corpus is still being read in another thread, and follows the corpus from then on. */
const askPrompt = async (args: AskArguments, config: Config, log: Logger): Promise<void> => {
  let listener: (progress: LoadProgress) => void = () => {};
  const backend = await openBackendThreads({
    ...backendOptions(args, config, config.CORPUS_WATCH === 'off' ? null : config.CORPUS_WATCH),
    log,
    logOptions: { level: config.LOG_LEVEL },
    onProgress: (progress) => listener(progress),
  });
  await closing(backend, () =>
    runPrompt(backend, {
      input: process.stdin,
      output: process.stdout,
      paint: createPaint(process.stdout),
      answerOptions: () => answerOptions(args),
      onProgress: (hear) => {
        listener = hear;
      },
    }),
  );
};

const run = async (): Promise<void> => {
  const args = parseAskArguments(process.argv.slice(2));
  if (args.mode.kind === 'help') return print(ASK_USAGE);
  if (args.mode.kind === 'prompt' && !process.stdin.isTTY) {
    throw new DatelineError(
      'invalid',
      'Expected a question, or --batch - to read questions from standard input.',
    );
  }
  const config = loadConfig();
  for (const problem of unknownSettings()) process.stderr.write(`${problem}\n`);
  if (args.mode.kind === 'feedback') {
    for await (const line of feedbackLines(config.DATA_DIR, clusterOf(config))) await print(`${line}\n`);
    return;
  }
  checkPaths(args);
  if (args.corpus.length === 0 && clusterOf(config) === null) requireCorpus(config.CORPUS_DIR);
  const log = createLog({ level: config.LOG_LEVEL, secrets: secretsOf(config) });
  await (args.mode.kind === 'prompt' ? askPrompt(args, config, log) : askOnce(args, config, log));
};

// Whoever read the answers has gone (`ask … | head`): nothing is left to do.
process.stdout.on('error', () => process.exit(0));
await runCommand(run);
