/**
 * `npm run -s bench:stories`: how well articles are grouped into stories, on pairs judged by hand, beside NewsBlur's rule.
 * The articles are no part of Dateline; if they are absent, nothing is measured.
 */
import { existsSync } from 'node:fs';
import { runCommand } from '../../src/cli/run-command.ts';
import { eventFeatures } from '../../src/stories/event-score.ts';
import { commandLine } from './command-line.ts';
import type { EvalArticle } from './eval-data.ts';
import { fitEventModel } from './stories/fit-event-model.ts';
import { type Judge, judgeByStories, readHeadlines, scorePairs } from './stories/measure-stories.ts';
import { isSameByNewsBlur } from './stories/newsblur-rule.ts';
import {
  JUDGED_ARTICLES,
  readJudgedArticles,
  readStoryPairs,
  type StoryPair,
} from './stories/story-pairs.ts';

const USAGE = `Measures how articles are grouped into stories, on pairs of articles judged by hand.

  npm run -s bench:stories

  --articles FILE  JSON lines, gzipped: id, title, source, published, body of each article
                   (default ../shared/eval/dev/articles.jsonl.gz)
  --learn          prints weights learned from the pairs of the odd months
  --help           prints this
`;

/** Learned from whole articles and from what feeds cut of them. */
const LENGTHS = [Number.POSITIVE_INFINITY, 600, 300];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const learn = (articles: readonly EvalArticle[], pairs: readonly StoryPair[]): Record<string, number> =>
  fitEventModel(
    LENGTHS.flatMap((characters) => {
      const headlines = readHeadlines(articles, characters);
      return pairs
        .map(({ a, b, same }) => ({ a: headlines.get(a)!, b: headlines.get(b)!, same }))
        .filter(({ a, b }) => a.title.size > 0 && b.title.size > 0)
        .map(({ a, b, same }) => ({ features: eventFeatures(a, b), same }));
    }),
  );

const report = async (
  articles: readonly EvalArticle[],
  parts: ReturnType<typeof readStoryPairs>,
): Promise<void> => {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const ways: Readonly<Record<string, Judge>> = {
    Dateline: await judgeByStories(readHeadlines(articles)),
    'Dateline, 600 characters': await judgeByStories(readHeadlines(articles, 600)),
    "NewsBlur's rule": (a, b) => isSameByNewsBlur(byId.get(a)!, byId.get(b)!),
  };
  const sets = { 'tuned on': parts.tuning, 'kept back': parts.kept, both: [...parts.tuning, ...parts.kept] };
  for (const [set, pairs] of Object.entries(sets)) {
    say(`${set}: ${pairs.length} pairs, ${pairs.filter(({ same }) => same).length} of one event`);
    for (const [way, judge] of Object.entries(ways)) {
      const { precision, recall } = scorePairs(pairs, judge);
      say(`  ${way.padEnd(26)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`);
    }
  }
};

const run = async (): Promise<void> => {
  const { parse } = commandLine('bench:stories', 'npm run -s bench:stories');
  const { articles: file = JUDGED_ARTICLES, ...asked } = parse(process.argv.slice(2), {
    articles: { type: 'string' },
    learn: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  if (asked.help) return say(USAGE);
  if (!existsSync(file)) return say(`Skipped: there are no articles at ${file}. Name them with --articles.`);
  const articles = readJudgedArticles(file);
  const parts = readStoryPairs(new Map(articles.map((article) => [article.id, article])));
  if (asked.learn) say(JSON.stringify(learn(articles, parts.tuning), null, 2));
  else await report(articles, parts);
};

await runCommand(run);
