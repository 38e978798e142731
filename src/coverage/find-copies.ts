/**
 * In: articles that tell one event, in the order of telling. Out: which carry the text of an earlier one: those that share
 * long runs of words with it. What stands within quotation marks does not count: several may have heard the same words.
 */
import type { Article } from '../domain/article.ts';
import { eachWord } from '../text/words.ts';

/** How many words in a row are rarely the same by chance. */
const RUN = 8;
/** An article that shares this much of its runs carries the other's text. */
const CARRIED = 0.25;
const READ = 20_000;
/** Shorter texts share by chance. */
const FEWEST_RUNS = 12;
const QUOTED = /“[^“”]{0,1000}”|"[^"]{0,1000}"/g;

/** Runs of words, by a hash of each. */
const runsOf = ({ body }: Article): Set<string> => {
  const text = body.slice(0, READ).replace(QUOTED, ' | ').toLowerCase();
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '));
  return runs;
};

export interface Carried {
  /** Place of the telling whose text it carries. */
  readonly of: number;
  /** Share of the shorter text that both have, 0 to 1. */
  readonly share: number;
}

/** By place: whose text it carries, the most of it; null for an account of its own. An origin carries no one's. */
export const findCopies = (articles: readonly Article[]): (Carried | null)[] => {
  const runs = articles.map(runsOf);
  const found: (Carried | null)[] = [];
  for (const [place, own] of runs.entries()) {
    const shares = runs.slice(0, place).map((earlier, of): Carried => {
      const [small, large] = own.size < earlier.size ? [own, earlier] : [earlier, own];
      let shared = 0;
      for (const run of small) if (large.has(run)) shared += 1;
      return { of, share: small.size < FEWEST_RUNS ? 0 : shared / small.size };
    });
    const [most] = shares
      .filter(({ share }) => share >= CARRIED)
      .sort((a, b) => b.share - a.share || a.of - b.of);
    found.push(most === undefined ? null : { ...most, of: found[most.of]?.of ?? most.of });
  }
  return found;
};
