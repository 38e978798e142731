/**
 * Questions as people type them in a chat, and what counts as an answer to them: an excerpt's first 600 characters hold one
 * of `answers`, accents, case and punctuation aside.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Excerpt } from '../../../src/domain/answer.ts';
import { publishedDay } from '../../../src/domain/article.ts';
import { DatelineError } from '../../../src/domain/errors.ts';
import type { QueryPiece } from '../../../src/domain/query.ts';
import { continueQuestion } from '../../../src/query/continue-question.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { type EvalArticle, plainText } from '../eval-data.ts';

const askLine = z.object({
  id: z.string(),
  type: z.string(),
  question: z.string(),
  /** The question before it, where this one goes on from there. */
  previous: z.string().optional(),
  /** The question's clock, `YYYY-MM-DD`. */
  asOf: z.iso.date(),
  /** `nothing` if no article answers. */
  expect: z.enum(['answer', 'nothing']),
  answers: z.array(z.string()).default([]),
  /** With `onlyIn`, an answer counts in these articles alone. */
  articles: z.array(z.string()).default([]),
  onlyIn: z.boolean().default(false),
  /** A pattern that the excerpt or its title has to hold as well, in lower case. */
  with: z.string().optional(),
  /** Only articles of that day or later count. */
  latestAfter: z.iso.date().optional(),
  /** So many different answers are wanted among five excerpts, two among three. */
  min: z.number().optional(),
});
export type Ask = Readonly<z.output<typeof askLine>>;

const EXAMPLE =
  '{"id":"1","type":"why","question":"y did the bridge close","asOf":"2024-03-14","expect":"answer","answers":["cracks"]}';

const parseAsk = (line: string, file: string, number: number): Ask => {
  try {
    return askLine.parse(JSON.parse(line));
  } catch (cause) {
    const message = `--asks: ${file}, line ${number}: expected a question such as\n${EXAMPLE}\n${(cause as Error).message}`;
    throw new DatelineError('invalid', message, { cause });
  }
};

/** Questions, one JSON object a line. @throws DatelineError `invalid` that names the file and the line. */
export const readAsks = (file: string): Ask[] => {
  if (!existsSync(file))
    throw new DatelineError(
      'invalid',
      `--asks: there is no file ${file}. Expected one of lines such as\n${EXAMPLE}`,
    );
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [parseAsk(line, file, at + 1)]));
};

/** What is asked, with what it takes from the question before. */
export const askedWith = (
  { question, previous }: Ask,
  asOfMs: number,
): { readonly text: string; readonly also: readonly QueryPiece[] } =>
  previous === undefined
    ? { text: question, also: [] }
    : continueQuestion(parseQuery(previous, asOfMs), parseQuery(question, asOfMs));

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const EXCERPT_CHARACTERS = 600;

const counts = (ask: Ask, { articleId, title, published }: Excerpt, text: string): boolean =>
  (!ask.onlyIn || ask.articles.includes(articleId)) &&
  (ask.with === undefined || new RegExp(ask.with).test(`${text} ${title}`.toLowerCase())) &&
  (ask.latestAfter === undefined || (publishedDay(published) ?? '') >= ask.latestAfter);

/** The places of the articles that may answer, by their whole texts; `plainTexts` are as `plainText` gives them. */
export const placesHolding = (
  { answers, articles: known, onlyIn, with: beside }: Ask,
  articles: readonly Pick<EvalArticle, 'id' | 'title' | 'body'>[],
  plainTexts: readonly string[],
): number[] => {
  const wanted = answers.map(plainText);
  const besides = beside === undefined ? null : new RegExp(beside);
  const mayAnswer = (
    { id, title, body }: Pick<EvalArticle, 'id' | 'title' | 'body'>,
    place: number,
  ): boolean => {
    if (onlyIn && known.includes(id)) return true;
    if (!wanted.some((answer) => plainTexts[place]!.includes(answer))) return false;
    return besides === null || besides.test(`${title} ${body}`.toLowerCase());
  };
  return articles.flatMap((article, place) => (mayAnswer(article, place) ? [place] : []));
};

/** The accepted answers in an excerpt, none that is part of another. */
export const answersIn = (ask: Ask, excerpt: Excerpt): string[] => {
  const text = excerpt.text.slice(0, EXCERPT_CHARACTERS);
  if (!counts(ask, excerpt, text)) return [];
  const told = ` ${plain(text)} `;
  const held = [...new Set(ask.answers.map(plain))].filter((answer) => told.includes(` ${answer} `));
  return held.filter((answer) => !held.some((other) => other !== answer && other.includes(answer)));
};

/** Whether the first one, three and five excerpts answer, by the answers that each holds. */
export const answeredWithin = (
  { min }: Ask,
  found: readonly (readonly string[])[],
): [boolean, boolean, boolean] => {
  const within = (depth: number): number => new Set(found.slice(0, depth).flat()).size;
  return [within(1) >= 1, within(3) >= (min === undefined ? 1 : 2), within(5) >= (min ?? 1)];
};
