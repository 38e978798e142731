/**
 * In: articles. Out: the table of common words (`src/answers/ranking/common-words.json`): by level of commonness the
 * stems that so large a share of the articles hold, in one line each. Words with digits are left out.
 */
import { LEVELS, levelOfShare } from '../../../src/answers/ranking/common-words.ts';
import { DEFAULT_LANGUAGE, terms } from '../../../src/text/terms.ts';
import type { EvalArticle } from '../eval-data.ts';

const countHolders = (articles: readonly EvalArticle[]): Map<string, number> => {
  const holders = new Map<string, number>();
  for (const { title, body } of articles)
    for (const held of new Set(terms(`${title}\n${body}`, DEFAULT_LANGUAGE).map(({ term }) => term)))
      holders.set(held, (holders.get(held) ?? 0) + 1);
  return holders;
};

export const countCommonWords = (articles: readonly EvalArticle[]): string[] => {
  const levels = Array.from({ length: LEVELS }, (): string[] => []);
  for (const [term, count] of countHolders(articles))
    if (/^\p{L}+$/u.test(term)) levels[levelOfShare(count / articles.length)]!.push(term);
  return levels.map((found, level) => (level === 0 ? '' : found.sort().join(' ')));
};
