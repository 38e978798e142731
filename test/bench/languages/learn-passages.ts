/**
 * In: sets of languages other than English. Out: the weights by which passages are ranked there, learned from those of English on, and
 * what questions get by weights that did not see them.
 */
import { findCandidates } from '../../../src/answers/find-candidates.ts';
import { CANDIDATES } from '../../../src/answers/find-passages.ts';
import { investigate } from '../../../src/answers/investigate.ts';
import { type LinearModel, PASSAGE_MODEL } from '../../../src/answers/ranking/model.ts';
import { rankPassages } from '../../../src/answers/ranking/rank-passages.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import type { ArticleWords } from '../../../src/search/forward-index.ts';
import { spanOf } from '../../../src/search/sentence-table.ts';
import type { Group } from '../ranking/fit-listwise.ts';
import { fitWindowsFrom } from '../ranking/fit-ranking.ts';
import { FOLDS } from '../ranking/folds.ts';
import { type Found, windowGroupOf } from '../ranking/make-cases.ts';
import { holdsAnswerIn, type LanguageQuestion, type LanguageSet } from './language-set.ts';
import { AS_OF_MS, type OpenSet, openSet } from './open-set.ts';

const QUOTED = 5;

interface Example extends Found {
  readonly set: string;
  /** Its passages, those that hold an answer marked right. */
  readonly group: Group;
  readonly fold: number;
  isRight(words: ArticleWords, first: number, last: number): boolean;
}

/** By the number its id ends with, so that translations of one question stay together. */
const foldOf = ({ id }: LanguageQuestion): number => Number(/\d+$/.exec(id)?.[0] ?? 0) % FOLDS;

const makeExample = async (
  asked: LanguageQuestion,
  { name, language }: LanguageSet,
  bodies: ReadonlyMap<number, string>,
  { archive }: OpenSet,
): Promise<Example> => {
  const query = parseQuery(asked.question, AS_OF_MS);
  const { plan, must, scope, dictionary } = await investigate(query, { asOfMs: AS_OF_MS }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit: CANDIDATES };
  const candidates = await findCandidates(plan.terms, must, request, dictionary, archive);
  const kinds = await archive.kinds.read(dictionary, plan.language);
  const context = { dictionary, kinds, scratch: archive.scratch };
  const found = { plan, candidates, context };
  const isRight = (words: ArticleWords, first: number, last: number): boolean => {
    const { start, end } = spanOf(words, first, last);
    return holdsAnswerIn(bodies.get(words.seq)!.slice(start, end), asked.answers, language);
  };
  const group = windowGroupOf(found, PASSAGE_MODEL.terms, isRight);
  return { ...found, set: name, group, fold: foldOf(asked), isRight };
};

const readBodies = async (set: LanguageSet, { archive }: OpenSet): Promise<Map<number, string>> => {
  const found = await archive.articles.getMany(set.articles.map((_, at) => at + 1));
  return new Map(found.flatMap((article) => (article === null ? [] : [[article.seq, article.body]])));
};

const learnWindows = (examples: readonly Example[]): LinearModel =>
  fitWindowsFrom(
    PASSAGE_MODEL.windows,
    examples.map(({ group }) => group),
  );

/** Place of the first passage that is right, from 0; Infinity where none is. */
const placeOf = (example: Example, windows: LinearModel): number => {
  const { plan, candidates, context, isRight } = example;
  const passages = rankPassages(plan, candidates, context, { ...PASSAGE_MODEL, windows });
  const at = passages.slice(0, QUOTED).findIndex(({ words, first, last }) => isRight(words, first, last));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

export interface Learned {
  readonly windows: LinearModel;
  /** By set: what its questions got by weights that did not see them. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** `onSet` is called with each set that was asked. */
export const learnPassages = async (
  sets: readonly LanguageSet[],
  onSet: (name: string) => void,
): Promise<Learned> => {
  const opened: OpenSet[] = [];
  const examples: Example[] = [];
  try {
    for (const set of sets) {
      const open = await openSet(set);
      opened.push(open);
      const bodies = await readBodies(set, open);
      for (const asked of set.questions) examples.push(await makeExample(asked, set, bodies, open));
      onSet(set.name);
    }
    const places = new Map<string, number[]>(sets.map(({ name }) => [name, []]));
    for (let fold = 0; fold < FOLDS; fold++) {
      const windows = learnWindows(examples.filter((example) => example.fold !== fold));
      for (const example of examples)
        if (example.fold === fold) places.get(example.set)!.push(placeOf(example, windows));
    }
    return { windows: learnWindows(examples), places };
  } finally {
    for (const open of opened) await open.close();
  }
};
