/**
 * `npm run bench:cluster -- --articles FILE --questions FILE`: the same questions asked of a data folder and of a
 * PostgreSQL and an OpenSearch that hold the same articles: whether the answers are the same, and what they cost.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOnSignal } from '../../src/cli/end-on-signal.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { ArticleFollower } from '../../src/search/opensearch/follow-articles.ts';
import { openSearchClient } from '../../src/search/opensearch/opensearch-client.ts';
import { moveData } from '../../src/store/move/move-data.ts';
import { openArticleTables } from '../../src/store/postgres/postgres-article-store.ts';
import { createDocumentSource } from '../../src/store/postgres/search-documents.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { lacksOpenSearch, startOpenSearch, type TestOpenSearch } from '../cluster/opensearch.ts';
import { lacksPostgres, startPostgres, type TestPostgres } from '../cluster/postgres.ts';
import { randomFrom } from '../random.ts';
import type { AskOrder, AskReport, Used } from './cluster/asking-process.ts';
import { commandLine } from './command-line.ts';
import type { BuildReport } from './compare/contender-process.ts';
import { writeCorpus } from './compare/corpus-file.ts';
import { percentiles } from './compare/measure.ts';
import { prepareArticles, prepareQuestions, toAsked } from './compare/prepare.ts';
import { resizeCorpus } from './compare/resize-corpus.ts';
import { runProcess } from './compare/run-process.ts';
import { scoreReplies } from './compare/score.ts';
import { markdownTable, megabytes, milliseconds } from './compare/tables.ts';
import type { EvalArticle, EvalQuestion } from './eval-data.ts';

const USAGE = `Measures answers from PostgreSQL and OpenSearch beside those from a data folder.
Needs both servers as the tests do: Debian's postgresql, and npm run opensearch:fetch.

  npm run bench:cluster -- --articles FILE --questions FILE

  --articles FILE   articles, as npm run bench takes them
  --questions FILE  questions, as npm run bench takes them
  --sizes N,N       numbers of articles, made from those given; default: those given
  --json            prints figures instead of a table
  --help            prints this
`;

const EXAMPLE = 'npm run bench:cluster -- --articles articles.jsonl.gz --questions questions.jsonl';
const SEED = 1;
/** Questions asked before any is measured, the last ones of all. */
const WARM_UP = 40;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const readArguments = (args: readonly string[]) => {
  const { parse, wrong, sizes } = commandLine('bench:cluster', EXAMPLE);
  const values = parse(args, {
    articles: { type: 'string' },
    questions: { type: 'string' },
    sizes: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return null;
  if (values.articles === undefined || values.questions === undefined)
    throw wrong('Expected --articles and --questions.');
  return {
    articles: values.articles,
    questions: values.questions,
    sizes: values.sizes === undefined ? null : sizes(values.sizes, 100, 1_000_000),
    json: values.json ?? false,
  };
};

interface Servers {
  readonly postgres: TestPostgres;
  readonly search: TestOpenSearch;
}

interface Side {
  readonly excerptAt: readonly [number, number, number];
  readonly first: { readonly p50: number; readonly p95: number };
  readonly again: { readonly p50: number; readonly p95: number };
  readonly memoryBytes: number;
  readonly used: Used;
}

interface Figures {
  readonly articles: number;
  /** Shares of the questions: the same first excerpt, and the same article first. */
  readonly sameFirst: number;
  readonly sameArticle: number;
  readonly folder: Side;
  readonly cluster: Side;
  readonly postgresBytes: number;
  readonly openSearchBytes: number;
  readonly moveMs: number;
  readonly fillMs: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
};

const fillOpenSearch = async (databaseUrl: string, searchUrl: string): Promise<void> => {
  const tables = await openArticleTables(databaseUrl);
  const client = openSearchClient(searchUrl);
  await new ArticleFollower(client, createDocumentSource(tables)).catchUp();
  await client.close();
  await tables.destroy();
};

const measure = async (
  articles: readonly EvalArticle[],
  questions: readonly EvalQuestion[],
  dir: string,
  { postgres, search }: Servers,
): Promise<Figures> => {
  const corpus = join(dir, 'articles.jsonl');
  const dataDir = join(dir, 'data');
  await mkdir(dataDir, { recursive: true });
  await writeCorpus(corpus, articles);
  say(`${articles.length} articles: stored in a folder`);
  await runProcess<BuildReport>(new URL('./compare/contender-process.ts', import.meta.url), {
    kind: 'build',
    name: 'Dateline',
    corpus,
    folder: dataDir,
  });
  await (await openStateDatabase(dataDir)).destroy();
  const databaseUrl = await postgres.createDatabase();
  const moveMs = await timed(() => moveData({ direction: 'to-cluster', dataDir, databaseUrl }));
  const fillMs = await timed(() => fillOpenSearch(databaseUrl, search.url));
  say(
    `${articles.length} articles: moved in ${milliseconds(moveMs)}, OpenSearch filled in ${milliseconds(fillMs)}`,
  );
  const asked = questions.map(toAsked);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const serverPids = [postgres.pid, search.pid];
  const ask = async (cluster: AskOrder['cluster']): Promise<[AskReport, Side]> => {
    say(`${articles.length} articles: asked ${cluster === null ? 'of the folder' : 'of the cluster'}`);
    const order: AskOrder = { dataDir, cluster, before: asked.slice(-WARM_UP), asked, serverPids };
    const script = new URL('./cluster/asking-process.ts', import.meta.url);
    const report = await runProcess<AskReport>(script, order, { execArgv: [] });
    const { excerptAt1, excerptAt3, excerptAt5 } = scoreReplies(questions, report.replies, byId);
    return [
      report,
      {
        excerptAt: [excerptAt1, excerptAt3, excerptAt5],
        first: percentiles(report.firstMs.slice(0, -WARM_UP)),
        again: percentiles(report.againMs),
        memoryBytes: report.memoryBytes,
        used: report.used,
      },
    ];
  };
  const [inFolder, folder] = await ask(null);
  const [inCluster, cluster] = await ask({ databaseUrl, searchUrl: search.url });
  const same = (
    isSame: (a: AskReport['replies'][number], b: AskReport['replies'][number]) => boolean,
  ): number =>
    inFolder.replies.filter((quotes, at) => isSame(quotes, inCluster.replies[at]!)).length / questions.length;
  return {
    articles: articles.length,
    sameFirst: same(([a], [b]) => a?.text === b?.text && a?.articleId === b?.articleId),
    sameArticle: same(([a], [b]) => a?.articleId === b?.articleId),
    folder,
    cluster,
    postgresBytes: inCluster.serverBytes[0]!,
    openSearchBytes: inCluster.serverBytes[1]!,
    moveMs,
    fillMs,
  };
};

const share = (value: number): string => value.toFixed(3);

const describe = (all: readonly Figures[]): string => {
  const head = [
    '',
    'excerpt@1',
    '@3',
    '@5',
    'same first excerpt',
    'same first article',
    'answer p50',
    'p95',
    'asked again p50',
    'processor time of the bot',
    'of PostgreSQL',
    'of OpenSearch',
    'requests to PostgreSQL',
    'to OpenSearch',
    'memory of the bot',
    'of PostgreSQL',
    'of OpenSearch',
  ];
  const rows = all.flatMap((figures) => {
    const { articles, folder, cluster, sameFirst, sameArticle, postgresBytes, openSearchBytes } = figures;
    const name = articles.toLocaleString('en');
    const costs = ({ excerptAt }: Side) => excerptAt.map(share);
    const times = ({ first, again, used }: Side) =>
      [first.p50, first.p95, again.p50, used.processorMs].map(milliseconds);
    return [
      [
        `${name}, folder`,
        ...costs(folder),
        ...['', ''],
        ...times(folder),
        ...['', '', '', ''],
        megabytes(folder.memoryBytes),
        ...['', ''],
      ],
      [
        `${name}, cluster`,
        ...costs(cluster),
        share(sameFirst),
        share(sameArticle),
        ...times(cluster),
        ...cluster.used.serverProcessorMs.map(milliseconds),
        cluster.used.requests.postgres.toFixed(1),
        cluster.used.requests.openSearch.toFixed(1),
        ...[cluster.memoryBytes, postgresBytes, openSearchBytes].map(megabytes),
      ],
    ];
  });
  return markdownTable(head, rows);
};

const run = async (): Promise<void> => {
  const args = readArguments(process.argv.slice(2));
  if (args === null) return void process.stdout.write(USAGE);
  if (lacksPostgres || lacksOpenSearch)
    throw new DatelineError(
      'unavailable',
      'PostgreSQL or OpenSearch is not installed here; --help says more.',
    );
  const questions = prepareQuestions(args.questions);
  const given = await prepareArticles(args.articles);
  const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const closing: (() => Promise<void>)[] = [() => rm(dir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  endOnSignal(close);
  try {
    const postgres = await startPostgres();
    closing.push(() => postgres.close());
    const figures: Figures[] = [];
    for (const size of args.sizes ?? [given.length]) {
      // A node of its own for each: its memory is that of one index.
      const search = await startOpenSearch({ megabytes: 1_024, isBrief: false });
      closing.push(() => search.close());
      const articles = [...resizeCorpus(given, size, randomFrom(SEED))];
      figures.push(await measure(articles, questions, join(dir, String(size)), { postgres, search }));
      await closing.pop()!();
      say(JSON.stringify(figures.at(-1)));
    }
    process.stdout.write(`${args.json ? JSON.stringify(figures, null, 2) : describe(figures)}\n`);
  } finally {
    await close();
  }
};

await runCommand(run);
