/** In: the articles that tell one event. Out: who told it when, who carries whose text, what all say and what one alone has. */
import { toRef } from '../domain/answer.ts';
import { type Article, publishedMs } from '../domain/article.ts';
import type { Agreement, Quotation, StoryView, Telling } from '../domain/coverage.ts';
import { findCopies } from './find-copies.ts';
import { readSentences, type Sentence, toQuotation } from './read-sentences.ts';
import { groupSentences, likeness, type SentenceGroup, type Weigh, weighTerms } from './sentence-groups.ts';

const AGREED = 4;
const ALONE = 4;
/** A sentence less like any of another article's than this has something of its own. */
const UNLIKE = 0.2;
/** What an account alone has is looked for among its first sentences: further down stand asides and history. */
const LOOKED_AT = 20;

/** As far as is known: an article without a time of day comes before those of that day that have one. */
export const byTelling = (a: Article, b: Article): number =>
  (publishedMs(a.published) ?? a.addedAtMs) - (publishedMs(b.published) ?? b.addedAtMs) || a.seq - b.seq;

/** Of a group the sentence that stands nearest the top of its article, then the shortest. */
const plainest = (group: SentenceGroup): Sentence =>
  group.toSorted((a, b) => a.place - b.place || a.text.length - b.text.length)[0]!;

const findAgreed = (groups: readonly SentenceGroup[]): Agreement[] =>
  groups
    .filter((group) => group.length > 1)
    .map((group) => ({ first: plainest(group), accounts: group.length }))
    .sort((a, b) => b.accounts - a.accounts || a.first.place - b.first.place)
    .slice(0, AGREED)
    .map(({ first, accounts }) => ({ quotation: toQuotation(first), accounts }));

/** The facts of a sentence that no other article holds. */
const ownFacts = ({ facts }: Sentence, others: ReadonlySet<string>): Sentence['facts'] =>
  facts.filter(({ kind, values }) => values.every((value) => !others.has(`${kind} ${value}`)));

const factsOf = (sentences: readonly Sentence[]): Set<string> =>
  new Set(
    sentences.flatMap(({ facts }) =>
      facts.flatMap(({ kind, values }) => values.map((value) => `${kind} ${value}`)),
    ),
  );

/** More facts of its own make up for a few places further down. */
const newsOf = (one: { readonly sentence: Sentence; readonly facts: Sentence['facts'] }): number =>
  Math.min(3, one.facts.length) - one.sentence.place / 5;

/** The sentence with most facts that no one else has; null if there is none. */
const findAlone = (own: readonly Sentence[], others: readonly Sentence[], weigh: Weigh): Quotation | null => {
  const known = factsOf(others);
  const [best] = own
    .slice(0, LOOKED_AT)
    .map((sentence) => ({ sentence, facts: ownFacts(sentence, known) }))
    .filter(({ facts }) => facts.length > 0)
    .filter(({ sentence }) => others.every((other) => likeness(sentence.terms, other.terms, weigh) < UNLIKE))
    .sort((a, b) => newsOf(b) - newsOf(a));
  if (best === undefined) return null;
  const { sentence, facts } = best;
  const marks = facts.map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));
  return toQuotation(sentence, marks);
};

/** An outlet that tells a story twice gives one account of it. */
const firstOfEach = (articles: readonly Article[]): Article[] => {
  const sources = new Set<string>();
  return articles.filter(({ source }) => !sources.has(source) && sources.add(source));
};

export const viewStory = (asked: Article, articles: readonly Article[]): StoryView => {
  const inOrder = articles.toSorted(byTelling);
  const copies = findCopies(inOrder);
  const tellings = inOrder.map((article, place): Telling => {
    const copy = copies[place] ?? null;
    const isOwn = copy !== null && inOrder[copy.of]!.source === article.source;
    const copyOf = copy && !isOwn && { article: toRef(inOrder[copy.of]!), share: copy.share };
    return { article: toRef(article), copyOf: copyOf || null };
  });
  const accounts = firstOfEach(inOrder.filter((_, place) => copies[place] === null)).map((article) =>
    readSentences(article),
  );
  const all = accounts.flat();
  const weigh = weighTerms(all);
  const isOne = accounts.length === 1;
  return {
    article: toRef(asked),
    tellings,
    outlets: new Set(articles.map(({ source }) => source)).size,
    accounts: accounts.length,
    agreed: isOne ? [] : findAgreed(groupSentences(accounts, weigh)),
    alone: isOne
      ? []
      : accounts
          .map((own) => findAlone(own, accounts.filter((other) => other !== own).flat(), weigh))
          .filter((quotation) => quotation !== null)
          .slice(0, ALONE),
  };
};
