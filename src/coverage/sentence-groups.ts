/** In: sentences of several articles. Out: groups that say the same thing, by the weight of the words they share. */
import type { Sentence } from './read-sentences.ts';

/** Sentences that share this much of their words, by weight, say the same; measured on ten stories of 2022. */
const ALIKE = 0.34;

export type Weigh = (term: string) => number;

/** Words that few of the sentences hold count more. */
export const weighTerms = (sentences: readonly Pick<Sentence, 'terms'>[]): Weigh => {
  const holders = new Map<string, number>();
  for (const { terms } of sentences)
    for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + sentences.length / (holders.get(term) ?? 1));
};

const weightOf = (terms: Iterable<string>, weigh: Weigh): number => {
  let sum = 0;
  for (const term of terms) sum += weigh(term);
  return sum;
};

const sharedTerms = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((term) => b.has(term));

/** 0 to 1: the weight of the words that both have, of the words of both. */
export const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number => {
  const shared = sharedTerms(a, b);
  // One name in common makes no fact.
  if (shared.length < 3) return 0;
  const common = weightOf(shared, weigh);
  return common / (weightOf(a, weigh) + weightOf(b, weigh) - common);
};

/** Sentences of different articles that say the same: each is like the group's first. */
export type SentenceGroup = readonly Sentence[];

/** Every sentence is in one group, with at most one of each article. `articles` is in the order that decides who is first. */
export const groupSentences = (articles: readonly (readonly Sentence[])[], weigh: Weigh): SentenceGroup[] => {
  const groups: Sentence[][] = [];
  for (const own of articles) {
    const taken = new Set<Sentence[]>();
    const pairs = own.flatMap((sentence) =>
      groups.map((group) => ({ sentence, group, alike: likeness(group[0]!.terms, sentence.terms, weigh) })),
    );
    const placed = new Set<Sentence>();
    for (const { sentence, group } of pairs
      .filter((pair) => pair.alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike)) {
      if (taken.has(group) || placed.has(sentence)) continue;
      group.push(sentence);
      taken.add(group);
      placed.add(sentence);
    }
    for (const sentence of own) if (!placed.has(sentence)) groups.push([sentence]);
  }
  return groups;
};
