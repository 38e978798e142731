/** In: articles on a topic. Out: its steps, each one dated sentence, chosen for what it adds to those before it. */

import { publishedDay } from '../domain/article.ts';
import type { Timeline, TimelineStep } from '../domain/coverage.ts';
import { DAY_MS } from '../domain/durations.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { isExplainer } from '../stories/other-kinds.ts';
import { dayOfArticle, storiesOf, type TopicWord, topicHeld } from './find-tellings.ts';
import { contentTerms, readSentences, type Sentence, toQuotation } from './read-sentences.ts';
import { type Weigh, weighTerms } from './sentence-groups.ts';

const MAX_STEPS = 12;
/** More steps of one day would crowd out the others. */
const MAX_STEPS_PER_DAY = 2;
/** From the top of an article, where what happened stands; what is added to an article may stand at either end. */
const SENTENCES_READ = 6;
/** Share of a step's words, by weight, that no step before it holds: below it repeats them. */
const LEAST_ADDED = 0.35;
/** Each place further down in its article makes a sentence a little less likely to say what happened. */
const LOSS_PER_PLACE = 0.08;

/** Share of the topic, by weight, that a sentence has to hold; less is enough if its article's title holds most of it. */
const SENTENCE_SHARE = 0.6;
const TITLE_SHARE = 0.7;
const TITLED_SENTENCE_SHARE = 0.3;
/** The whole topic, less a rounding error. */
const WHOLE_SHARE = 0.999;
/** What follows from an event is reported within three weeks, or names it again. */
const FOLLOWS_DAYS = 21;

/** Quotations comment, and a sentence that begins with such a word depends on the one before. */
const LEANING =
  /^(?:["“]|(?:he|she|they|it|this|that|these|those|but|and|or|so|yet|also|however|instead|meanwhile|now)\b)/i;
const LEANING_FACTOR = 0.6;
/** "In 2003", "last held in the UK in 2005", "Since March 2020": if the year is before its article's, this is background. */
const YEAR_BEFORE = /^.{0,50}\b(?:in|since|until) (?:\p{Lu}\p{Ll}+ )?((?:19|20)\d\d)\b/iu;

const isBackground = (text: string, day: string): boolean => {
  const year = YEAR_BEFORE.exec(text)?.[1];
  return year !== undefined && year < day.slice(0, 4);
};

/** Articles that explain an event say less about what happened. */
const EXPLAINER_FACTOR = 0.6;
/** Share of the best step's worth: what is worth less mentions the topic in passing. */
const LEAST_WORTH = 0.12;

/** `YYYY-MM-DD`: when a sentence was added to its article after that had come in, or null. */
export type AddedDays = (sentence: Sentence) => string | null;

interface Candidate {
  readonly sentence: Sentence;
  /** When it was reported; shown beside it. */
  readonly day: string;
  /** Null if nobody knows: an article without a date counts for the day it came in. */
  readonly known: string | null;
  readonly outlets: number;
  /** By the lowest number of its story's articles: a story is one step, and one more each day that something was added. */
  readonly story: string;
  /** How much it is about the topic, and how many outlets report it. */
  readonly worth: number;
}

const shareHeld = (wanted: ReadonlySet<string>, held: ReadonlySet<string>, weigh: Weigh): number => {
  let sum = 0;
  let all = 0;
  for (const term of wanted) {
    all += weigh(term);
    if (held.has(term)) sum += weigh(term);
  }
  return all === 0 ? 1 : sum / all;
};

/** How much of the topic a sentence has to hold, in an article whose title holds this much of it. */
type Least = (inTitle: number) => number;

/** An article that names the topic in passing is no step of it. */
const aboutIt: Least = (inTitle) => (inTitle >= TITLE_SHARE ? TITLED_SENTENCE_SHARE : SENTENCE_SHARE);
/** For a topic in words that no article uses together. */
const namingIt: Least = () => TITLED_SENTENCE_SHARE;

const candidatesOf = (
  story: readonly StoredArticle[],
  topic: readonly TopicWord[],
  sentences: ReadonlyMap<number, readonly Sentence[]>,
  titles: ReadonlyMap<number, ReadonlySet<string>>,
  weigh: Weigh,
  least: Least,
  addedDay: AddedDays,
): Candidate[] => {
  const outlets = new Set(story.map(({ source }) => source)).size;
  const first = Math.min(...story.map(({ seq }) => seq));
  return story.flatMap((article) => {
    const title = titles.get(article.seq)!;
    const own = sentences.get(article.seq)!;
    const about = topicHeld(topic, title);
    return own.flatMap((sentence): Candidate[] => {
      const onTopic = topicHeld(topic, sentence.terms);
      if (onTopic < least(about)) return [];
      const onTitle = shareHeld(title, sentence.terms, weigh);
      const worth =
        (0.2 + onTopic + 0.6 * about) *
        (0.3 + onTitle) *
        (1 + Math.log2(outlets)) *
        (1 - LOSS_PER_PLACE * Math.min(sentence.place, SENTENCES_READ)) *
        (LEANING.test(sentence.text) || isBackground(sentence.text, dayOfArticle(article))
          ? LEANING_FACTOR
          : 1) *
        (isExplainer(article.title) ? EXPLAINER_FACTOR : 1);
      const added = addedDay(sentence);
      const day = added ?? dayOfArticle(article);
      return [
        {
          sentence,
          day,
          known: added ?? publishedDay(article.published),
          outlets,
          story: `${first} ${added}`,
          worth,
        },
      ];
    });
  });
};

/** The weight of the words that stand in no step so far, of all the sentence's. */
const addedBy = ({ terms }: Sentence, told: ReadonlySet<string>, weigh: Weigh): number => {
  let added = 0;
  let all = 0;
  for (const term of terms) {
    all += weigh(term);
    if (!told.has(term)) added += weigh(term);
  }
  return all === 0 ? 0 : added / all;
};

/** Whether a word of the text is that word except for its ending: "floods" and "flooding" are "flood", "inflated" is not "inflation". */
const saysWord = (text: string, word: string): boolean => {
  const asked = word.toLowerCase();
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).some(
    (said) => said.startsWith(asked.slice(0, Math.min(asked.length, said.length) - 1)) && said.length > 2,
  );
};

/** One word alone is easily taken for others of its stem. */
const sayingTopic = (candidates: readonly Candidate[], topic: readonly TopicWord[]): readonly Candidate[] => {
  const [only, ...others] = topic;
  if (!only?.word || others.length > 0) return candidates;
  const saying = candidates.filter(({ sentence }) => saysWord(sentence.text, only.word!));
  return saying.length > 0 ? saying : candidates;
};

/**
 * What happened to a place years ago is no step of what happened to it now: in an article that holds only a part of the
 * topic near its top, it is one if it follows an article that holds all of it.
 */
const followingTopic = (
  candidates: readonly Candidate[],
  wholeDays: readonly string[],
): readonly Candidate[] => {
  const days = wholeDays.map((day) => Date.parse(day));
  const following = candidates.filter(({ day }) =>
    days.some((whole) => whole <= Date.parse(day) && Date.parse(day) - whole <= FOLLOWS_DAYS * DAY_MS),
  );
  return following.length > 0 ? following : candidates;
};

/** The best sentence on the event that the topic names, then one after the other that with the most worth times what it adds. */
const chooseSteps = (
  candidates: readonly Candidate[],
  event: readonly StoredArticle[],
  weigh: Weigh,
): Candidate[] => {
  const least = LEAST_WORTH * Math.max(...candidates.map(({ worth }) => worth));
  const chosen: Candidate[] = [];
  const told = new Set<string>();
  const days = new Map<string, number>();
  const isOpen = ({ day, story }: Candidate): boolean =>
    (days.get(day) ?? 0) < MAX_STEPS_PER_DAY && !chosen.some((one) => one.story === story);
  const take = (one: Candidate): void => {
    chosen.push(one);
    days.set(one.day, (days.get(one.day) ?? 0) + 1);
    for (const term of one.sentence.terms) told.add(term);
  };
  const ofEvent = candidates.filter(({ sentence }) => event.some(({ seq }) => seq === sentence.article.seq));
  if (ofEvent.length > 0) take(ofEvent.toSorted((a, b) => b.worth - a.worth)[0]!);
  while (chosen.length < MAX_STEPS) {
    let best: Candidate | null = null;
    let most = 0;
    for (const one of candidates) {
      if (one.worth < least || !isOpen(one)) continue;
      const adds = addedBy(one.sentence, told, weigh);
      if (adds < LEAST_ADDED || one.worth * adds <= most) continue;
      most = one.worth * adds;
      best = one;
    }
    if (best === null) break;
    take(best);
  }
  return chosen;
};

const lookedAt = (article: StoredArticle, addedDay: AddedDays): Sentence[] =>
  article.changedAtMs === article.addedAtMs
    ? readSentences(article, SENTENCES_READ)
    : readSentences(article).filter(
        (sentence) => sentence.place < SENTENCES_READ || addedDay(sentence) !== null,
      );

/** The same articles always give the same timeline. `event` is what the topic names, among them. */
export const buildTimeline = async (
  articles: readonly StoredArticle[],
  topic: readonly TopicWord[],
  event: readonly StoredArticle[],
  addedDay: AddedDays,
): Promise<Pick<Timeline, 'steps' | 'articles'>> => {
  const sentences = new Map(articles.map((article) => [article.seq, lookedAt(article, addedDay)]));
  const titles = new Map(
    articles.map((article) => [article.seq, contentTerms(article.title, article.language)]),
  );
  const weigh = weighTerms([...sentences.values()].flat());
  const stories = await storiesOf(articles);
  const wholeDays = articles
    .filter(({ seq }) => {
      const held = [...titles.get(seq)!, ...sentences.get(seq)!.flatMap(({ terms }) => [...terms])];
      return topicHeld(topic, new Set(held)) >= WHOLE_SHARE;
    })
    .map(dayOfArticle);
  const candidates = (least: Least): Candidate[] =>
    stories.flatMap((story) => candidatesOf(story, topic, sentences, titles, weigh, least, addedDay));
  const about = candidates(aboutIt);
  const found = about.length > 0 ? followingTopic(about, wholeDays) : candidates(namingIt);
  const steps = chooseSteps(sayingTopic(found, topic), event, weigh)
    .toSorted((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.sentence.article.seq - b.sentence.article.seq,
    )
    .map(
      ({ sentence, known, outlets }): TimelineStep => ({
        quotation: toQuotation(sentence),
        day: known,
        outlets,
      }),
    );
  return { steps, articles: articles.length };
};
