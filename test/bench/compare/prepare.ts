/** In: the files of a command line. Out: the articles and questions that all systems get, or what is wrong with them. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { parseAsOf } from '../../../src/cli/ask-arguments.ts';
import { syncCorpus } from '../../../src/corpus-sync/sync-corpus.ts';
import { type CorpusProblem, inWords } from '../../../src/domain/corpus-reason.ts';
import { DatelineError } from '../../../src/domain/errors.ts';
import { isoDay } from '../../../src/domain/iso-time.ts';
import { corpusRoots } from '../../../src/intake/corpus/find-corpus-files.ts';
import { openArticleStore } from '../../../src/store/sqlite-article-store.ts';
import { type EvalArticle, type EvalQuestion, GRACE_DAYS } from '../eval-data.ts';
import type { Asked } from './contender.ts';

const BATCH = 500;
const DAY_MS = 86_400_000;

const ARTICLE_EXAMPLE =
  '{"id":"1","title":"Bridge reopens","url":"https://news.example/1","source":"news.example","published":"2024-03-12","body":"The bridge reopened on Tuesday."}';
const QUESTION_EXAMPLE =
  '{"id":"1","question":"When did the bridge reopen?","asOf":"2024-03-14","answers":["Tuesday"]}';

const EXPECTED_ARTICLES = `Expected one article per line, such as\n${ARTICLE_EXAMPLE}`;
const EXPECTED_QUESTIONS = `Expected one question per line, such as\n${QUESTION_EXAMPLE}`;

const invalid = (message: string): DatelineError => new DatelineError('invalid', message);

/** @throws DatelineError `invalid` that names the option and what its file should hold. */
const checkThere = (option: string, file: string, expected: string): void => {
  if (!existsSync(file)) throw invalid(`${option}: there is no file ${file}. ${expected}`);
};

const describe = (problem: CorpusProblem): string => {
  const { file, line, reason } = inWords(problem);
  return `${file}${line === null ? '' : `, line ${line}`}: ${reason}`;
};

/**
 * Reads articles as Dateline does, from a file or a folder, and leaves out copies by its rule (the same text), so that
 * every system gets the same ones.
 * @throws DatelineError `invalid` that names what could not be read.
 */
export const prepareArticles = async (path: string): Promise<EvalArticle[]> => {
  checkThere('--articles', path, EXPECTED_ARTICLES);
  const problems: CorpusProblem[] = [];
  const store = await openArticleStore(null);
  try {
    const options = { clock: Date.now, onProblem: (problem: CorpusProblem) => void problems.push(problem) };
    await syncCorpus(corpusRoots([path]), store, options);
    if (problems.length > 0) {
      throw invalid(`--articles: ${problems.map(describe).join('\n')}\n${EXPECTED_ARTICLES}`);
    }
    const articles = await readAll(store);
    if (articles.length > 0) return articles;
    throw invalid(`--articles: no article in ${path}. ${EXPECTED_ARTICLES}`);
  } finally {
    await store.close();
  }
};

const readAll = async (store: Awaited<ReturnType<typeof openArticleStore>>): Promise<EvalArticle[]> => {
  const articles: EvalArticle[] = [];
  for (let revision = 0; ; ) {
    const changes = await store.changesSince(revision, BATCH);
    for (const { article } of changes) {
      if (article === null || article.duplicateOf !== null) continue;
      const { givenId, key, title, url, source, published, body } = article;
      articles.push({ id: givenId ?? key, title, url, source, published, body });
    }
    if (changes.length === 0) break;
    revision = changes.at(-1)!.revision;
  }
  return articles;
};

const questionLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string().min(1),
  asOf: z.string().refine((text) => parseAsOf(text) !== null, 'expected a day such as 2024-03-14'),
  answers: z.array(z.string().min(1)).min(1),
  articles: z.array(z.string()).optional(),
});

const readQuestion = (line: string): EvalQuestion | string => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  const read = questionLine.safeParse(value);
  if (read.success) return read.data;
  return read.error.issues
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ');
};

/** @throws DatelineError `invalid` that names the first line that is no question. */
export const prepareQuestions = (file: string): EvalQuestion[] => {
  checkThere('--questions', file, EXPECTED_QUESTIONS);
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const questions = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const question = readQuestion(line);
    if (typeof question !== 'string') return [question];
    throw invalid(`--questions: ${file}, line ${at + 1}: ${question}\n${EXPECTED_QUESTIONS}`);
  });
  if (questions.length > 0) return questions;
  throw invalid(`--questions: no question in ${file}. ${EXPECTED_QUESTIONS}`);
};

/** What a system is given of a question: never an answer. */
export const toAsked = ({ question, asOf }: EvalQuestion): Asked => {
  const asOfMs = parseAsOf(asOf)!;
  return { question, asOfMs, lastDay: isoDay(asOfMs + GRACE_DAYS * DAY_MS) };
};
