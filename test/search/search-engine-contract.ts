/** What every `SearchEngine` has to do, whatever it keeps its index in. Scores are compared within one result only. */
import type { OpenEngine } from './engine-corpus.ts';
import { describeMatching } from './engine-matching-contract.ts';
import { describeEngineAgainstNaiveMatcher } from './engine-properties.ts';
import { describeRanking } from './engine-ranking-contract.ts';
import { describeScopes } from './engine-scope-contract.ts';
import { describeTerms } from './engine-terms-contract.ts';

/** `open` gives an empty store and an engine over it, anew at each call. */
export const describeSearchEngine = (name: string, open: () => Promise<OpenEngine>): void => {
  describeMatching(name, open);
  describeTerms(name, open);
  describeScopes(name, open);
  describeRanking(name, open);
  describeEngineAgainstNaiveMatcher(name, open);
};
