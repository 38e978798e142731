/**
 * In: a sentence, and others that say the same. Out: its numbers, names and days that another gives otherwise: of one
 * kind, in the place of each other ("14 cracks" and "19 cracks"). What is only left out is no difference.
 */
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import type { Fact } from './read-facts.ts';
import type { Sentence } from './read-sentences.ts';
import { likeness, type Weigh } from './sentence-groups.ts';

/** Names differ in any two sentences; only in those that say nearly the same does one stand in the place of another. */
const CLOSE = 0.45;

/** Content words that are looked at before and behind a fact: what is counted may stand behind an adjective. */
const BEFORE = 1;
const BEHIND: Readonly<Record<Fact['kind'], number>> = { number: 2, name: 1, day: 1 };

/** "An 18-foot tree": the unit alone. */
const JOINED = 1;

/** Days on which something was said: reports of other days quote it as well. As terms. */
const SAYING: ReadonlySet<string> = new Set(
  'sai tell statement announc confer accord report tweet new'.split(' '),
);

interface Placed {
  readonly fact: Fact;
  readonly before: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
}

/** The facts of a sentence with the content terms around each. */
const place = ({ text, article, facts }: Sentence): Placed[] => {
  const content = terms(text, article.language ?? DEFAULT_LANGUAGE).filter(
    ({ start, end }) => !FUNCTION_WORDS.has(text.slice(start, end).toLowerCase()),
  );
  return facts.map((fact) => {
    const isApart = /\(\p{Sc}?$/u.test(text.slice(0, fact.start));
    const before = isApart ? [] : content.filter(({ end }) => end <= fact.start).slice(-BEFORE);
    const isJoined = /^-\p{L}/u.test(text.slice(fact.end));
    const behind = content
      .filter(({ start }) => start >= fact.end)
      .slice(0, isJoined ? JOINED : BEHIND[fact.kind]);
    return {
      fact,
      before: new Set(before.map(({ term }) => term)),
      behind: new Set(behind.map(({ term }) => term)),
    };
  });
};

const isSame = (a: Fact, b: Fact): boolean =>
  a.kind === b.kind && a.values.some((value) => b.values.includes(value));

/** Whether both stand beside the same word, one of saying aside if they are days; a unit may stand on either side. */
const standAlike = (a: Placed, b: Placed): boolean => {
  const counts = (term: string): boolean => a.fact.kind !== 'day' || !SAYING.has(term);
  const shares = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
    [...some].some((term) => others.has(term) && counts(term));
  const isTurned = a.fact.kind === 'number' && (shares(a.before, b.behind) || shares(a.behind, b.before));
  return isTurned || shares(a.before, b.before) || shares(a.behind, b.behind);
};

/** Whether a sentence has the fact after all, as one of its facts or, a name, in lower case or as its first word. */
const holds = ({ text, facts }: Sentence, fact: Fact): boolean => {
  const said = text.toLowerCase();
  return (
    facts.some((one) => isSame(one, fact)) ||
    (fact.kind === 'name' && fact.values.some((value) => said.includes(value)))
  );
};

export const differingFacts = (own: Sentence, others: readonly Sentence[], weigh: Weigh): Fact[] => {
  const placed = place(own);
  const differ = new Set<Fact>();
  for (const other of others) {
    const isClose = likeness(own.terms, other.terms, weigh) >= CLOSE;
    for (const theirs of place(other).filter(({ fact }) => !holds(own, fact)))
      for (const mine of placed)
        if (
          mine.fact.kind === theirs.fact.kind &&
          (isClose || mine.fact.kind !== 'name') &&
          !holds(other, mine.fact) &&
          standAlike(mine, theirs)
        )
          differ.add(mine.fact);
  }
  return own.facts.filter((fact) => differ.has(fact));
};
