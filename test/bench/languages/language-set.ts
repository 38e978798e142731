/** In: a folder of language sets. Out: articles and questions of each, and what counts as a hit in any language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EvalArticle } from '../eval-data.ts';

export interface LanguageQuestion {
  readonly id: string;
  readonly question: string;
  /** Any one counts. */
  readonly answers: readonly string[];
  /** Ids of the articles known to hold an answer. */
  readonly articles: readonly string[];
}

export interface LanguageSet {
  readonly name: string;
  /** ISO 639-1 code: what the name ends with. */
  readonly language: string;
  readonly articles: readonly EvalArticle[];
  readonly questions: readonly LanguageQuestion[];
}

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));

/** The sets in the folder, by name: folders that hold `articles.jsonl` and `questions.jsonl`. */
export const readLanguageSets = (folder: string): LanguageSet[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, 'questions.jsonl')))
    .map((name) => ({
      name,
      language: name.slice(name.lastIndexOf('-') + 1),
      articles: readLines<EvalArticle>(path.join(folder, name, 'articles.jsonl')),
      questions: readLines<LanguageQuestion>(path.join(folder, name, 'questions.jsonl')),
    }));

const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'ko']);

/** A text as answers are looked for in it: NFKC, lower case, punctuation as space; without spaces in scripts that do not use them. */
const plainIn = (text: string, language: string): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return UNSPACED.has(language) ? plain.replaceAll(' ', '') : ` ${plain} `;
};

/** Whether a text holds one of the answers, as whole words where the language has spaces. */
export const holdsAnswerIn = (text: string, answers: readonly string[], language: string): boolean => {
  const plain = plainIn(text, language);
  return answers.some(
    (answer) => plainIn(answer, language).trim() !== '' && plain.includes(plainIn(answer, language)),
  );
};
