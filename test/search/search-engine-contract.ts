/** What every `SearchEngine` has to do, whatever it keeps its index in. Scores are compared within one result only. */
import { describe } from 'vitest';
import type { OpenEngine } from './engine-corpus.ts';
import { describeMatching } from './engine-matching-contract.ts';
import { describeEngineAgainstNaiveMatcher } from './engine-properties.ts';
import { describeRanking } from './engine-ranking-contract.ts';
import { describeScopes } from './engine-scope-contract.ts';
import { describeTerms } from './engine-terms-contract.ts';

/** `open` gives an empty store and an engine over it, anew at each call. `runs`: how many corpora are made up. */
export const describeSearchEngine = (
  name: string,
  open: () => Promise<OpenEngine>,
  { runs = 60 } = {},
): void => {
  // Each opens an engine of its own before each of its tests, and not before those of the others.
  for (const describePart of [
    describeMatching,
    describeTerms,
    describeScopes,
    describeRanking,
    (part: string, openPart: typeof open) => describeEngineAgainstNaiveMatcher(part, openPart, runs),
  ])
    describe(name, () => describePart(name, open));
};
