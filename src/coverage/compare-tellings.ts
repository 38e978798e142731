/** In: articles of several sources about one event. Out: their sentences about one fact side by side, with what differs marked. */
import type { Span } from '../domain/answer.ts';
import { toRef } from '../domain/answer.ts';
import type { ComparedFact, Comparison } from '../domain/coverage.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { differingFacts } from './differing-facts.ts';
import { findCopies } from './find-copies.ts';
import type { Fact } from './read-facts.ts';
import { readSentences, type Sentence, toQuotation } from './read-sentences.ts';
import { groupSentences, type SentenceGroup, type Weigh, weighTerms } from './sentence-groups.ts';
import { byTelling } from './view-story.ts';

const SOURCES = 5;
const FACTS = 8;

const placed = (sentence: Sentence, facts: readonly Fact[]): Span[] =>
  facts.map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));

const toFact = (group: SentenceGroup, weigh: Weigh): ComparedFact =>
  group.map((sentence) => {
    const others = group.filter((other) => other !== sentence);
    return toQuotation(sentence, placed(sentence, differingFacts(sentence, others, weigh)));
  });

/** Word for word the same in all: nothing to compare. */
const isSaidAlike = (group: SentenceGroup): boolean =>
  new Set(
    group.map(({ text }) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim(),
    ),
  ).size === 1;

/** How many articles of each source are tried. */
const TRIED = 4;

const bySource = (articles: readonly StoredArticle[]): StoredArticle[][] => {
  const sources = new Map<string, StoredArticle[]>();
  for (const article of articles) {
    const own = sources.get(article.source) ?? [];
    if (own.length < TRIED) sources.set(article.source, [...own, article]);
  }
  return [...sources.values()];
};

const countShared = (a: readonly Sentence[], b: readonly Sentence[]): number =>
  groupSentences([a, b], weighTerms([...a, ...b])).filter((group) => group.length > 1).length;

/** Of each source the article that has most in common with one of the first source's; those that have most come first. */
const chooseTellings = (articles: readonly StoredArticle[]): StoredArticle[] => {
  const [first = [], ...others] = bySource(articles);
  const read = (article: StoredArticle) => ({ article, sentences: readSentences(article) });
  const tried = others.map((own) => own.map(read));
  const choices = first.map(read).map((base) => {
    const nearest = tried.map((own) =>
      own
        .map(({ article, sentences }) => ({ article, shared: countShared(base.sentences, sentences) }))
        .reduce((best, one) => (one.shared > best.shared ? one : best)),
    );
    const shared = nearest.reduce((sum, one) => sum + one.shared, 0);
    return { base, nearest, shared };
  });
  const [best] = choices.sort((a, b) => b.shared - a.shared);
  if (best === undefined) return [];
  const further = best.nearest.sort((a, b) => b.shared - a.shared).map(({ article }) => article);
  return [best.base.article, ...further];
};

/** One article a source; those that carry another's text are left out if enough others are there. */
const chooseSources = (articles: readonly StoredArticle[]): StoredArticle[] => {
  const tellings = chooseTellings(articles);
  const inOrder = tellings.toSorted(byTelling);
  const copies = findCopies(inOrder);
  const own = inOrder.filter((_, place) => copies[place] === null);
  const kept = own.length > 1 ? own : inOrder;
  const chosen = new Set(tellings.filter((article) => kept.includes(article)).slice(0, SOURCES));
  return inOrder.filter((article) => chosen.has(article));
};

/** `articles` with the best of each source first. */
export const compareTellings = (articles: readonly StoredArticle[]): Comparison => {
  const chosen = chooseSources(articles);
  const sentences = chosen.map((article) => readSentences(article));
  const weigh = weighTerms(sentences.flat());
  const groups = groupSentences(sentences, weigh).filter((group) => group.length > 1 && !isSaidAlike(group));
  const depth = (group: SentenceGroup): number => Math.min(...group.map(({ place }) => place));
  const facts = groups
    .toSorted((a, b) => b.length - a.length || depth(a) - depth(b))
    .slice(0, FACTS)
    .toSorted((a, b) => depth(a) - depth(b))
    .map((group) => toFact(group, weigh));
  const openings = sentences.flatMap(([first]) => (first === undefined ? [] : [toQuotation(first)]));
  return { articles: chosen.map(toRef), facts, openings: facts.length === 0 ? openings : [] };
};
