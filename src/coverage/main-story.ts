/** In: articles on a topic. Out: the story that tells what the topic names, rather than what was written around it. */
import { DAY_MS } from '../domain/durations.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { isAhead, isExplainer } from '../stories/other-kinds.ts';
import {
  dayOfArticle,
  storiesOf,
  type TopicArticles,
  type TopicWord,
  topicHeld,
  wordsHeld,
} from './find-tellings.ts';
import { contentTerms } from './read-sentences.ts';
import { weighTerms } from './sentence-groups.ts';

/** UTF-16 units of a beginning, and what the topic counts there beside a title: in less of it stands what the article is about. */
const BEGINNING = 400;
const BEGUN = 0.85;
/** An article with less of the topic there, by weight, is not about it: "sentence" alone is not "R. Kelly sentence". */
const LEAST = 0.6;
/** A story with all of the topic counts more than twice what one with three quarters counts. */
const WHOLE = 2.5;
/** An explainer is rarely the event itself. One that gathers what is known often is all an outlet has on it. */
const EXPLAINED = 0.45;
const GATHERED = /\bwhat we know\b/i;
/** A headline of what is to come is not the event either. */
const AHEAD = 0.6;
/** Who asks means what happened last: by whole years before the newest article, and by days before the clock. */
const YEAR_DAYS = 365;
const YEARS_BEFORE = 0.25;
const FRESH = 0.6;
const FRESH_DAYS = 7;
/** What follows an event, by days: this far off a third of what was written the same day. */
const FOLLOWS_DAYS = 3;
const FOLLOWED_USUALLY = 2;
/**
 * Events whose day is known before: most is written ahead of them, and what comes last is the event. Of others most is
 * written afterwards. English only.
 */
const SCHEDULED = new Set(
  'ban ceremony coronation debate decision election final finals funeral game inauguration landing launch match referendum ruling runoff sentence sentencing summit verdict vote'.split(
    ' ',
  ),
);
/** Whatever comes of an event within this many days names it again, in its first paragraphs (UTF-16 units). */
const REPEATED_DAYS = 30;
const REPEATED_IN = 600;
/** How much the best match counts: which article has the topic's words most often says little of the event. */
const MATCHED = 0.5;
/** How much being named again counts. */
const REPEATED = 6;
/** How much an outlet more counts, and an article more that follows. */
const OUTLETS = 0.7;
const FOLLOWED = 0.5;
/** Few articles that come after prove little: an event of today is taken to be repeated as usual. */
const FEW = 2;
const USUAL = 0.1;

const daysBetween = (from: StoredArticle, to: StoredArticle): number =>
  (Date.parse(dayOfArticle(to)) - Date.parse(dayOfArticle(from))) / DAY_MS;

const beginnings = new WeakMap<StoredArticle, ReadonlySet<string>>();

/** The terms of the title and the beginning, which several ask for. */
const beginningOf = (article: StoredArticle): ReadonlySet<string> =>
  beginnings.getOrInsertComputed(article, ({ title, body, language }) =>
    contentTerms(`${title}\n${body.slice(0, BEGINNING)}`, language),
  );

/** How much of the topic stands in the title, or at the beginning: what an article is about, not only names. */
const tellsOf = (article: StoredArticle, topic: readonly TopicWord[]): number => {
  const share = (held: ReadonlySet<string>): number =>
    wordsHeld(topic, held).length / Math.max(1, topic.length);
  return Math.max(share(contentTerms(article.title, article.language)), BEGUN * share(beginningOf(article)));
};

/** "R." stands in any text. */
const INITIAL = /^\p{Script=Latin}$/u;

/** Whether an article is about the topic, and does not only name it further down. */
export const isAbout = (article: StoredArticle, topic: readonly TopicWord[]): boolean => {
  const words = topic.filter(({ word }) => word === null || !INITIAL.test(word));
  return topicHeld(words, beginningOf(article)) >= LEAST;
};

const isScheduled = (topic: readonly TopicWord[]): boolean =>
  topic.some(({ word }) => word !== null && SCHEDULED.has(word.toLowerCase()));

/** How much of an article's title, the topic aside, those repeat that come after its story, or before a scheduled one, 0 to 1. */
const createRepeated = ({ articles, topic }: TopicArticles) => {
  const leastDays = isScheduled(topic) ? -REPEATED_DAYS : 0;
  const topicTerms = new Set(topic.flatMap(({ terms }) => terms));
  const openings = articles.map((article) => ({
    article,
    terms: contentTerms(`${article.title}\n${article.body.slice(0, REPEATED_IN)}`, article.language),
  }));
  const weigh = weighTerms(openings);
  const sum = (terms: readonly string[]): number => terms.reduce((all, term) => all + weigh(term), 0);
  return (told: StoredArticle, story: readonly StoredArticle[]): number => {
    const title = [...contentTerms(told.title, told.language)].filter((term) => !topicTerms.has(term));
    if (title.length === 0) return 0;
    const later = openings.filter(({ article }) => {
      const days = daysBetween(told, article);
      return !story.includes(article) && days >= leastDays && days <= REPEATED_DAYS;
    });
    const held = later.map(({ terms }) => sum(title.filter((term) => terms.has(term))));
    return (held.reduce((all, one) => all + one, 0) / sum(title) + FEW * USUAL) / (later.length + FEW);
  };
};

const isAround = ({ title }: StoredArticle): boolean => isExplainer(title) && !GATHERED.test(title);

/**
 * The story that tells most of a topic: by how much of it stands in its titles and beginnings, how many outlets tell it,
 * how much else was written on the topic from that day on (up to that day, if it was scheduled), how much of it that repeats,
 * and how well its articles match.
 * Empty if no article is about the topic.
 */
export const mainStory = async (found: TopicArticles): Promise<StoredArticle[]> => {
  const { articles, topic, asOfMs } = found;
  const rank = new Map(articles.map(({ seq }, place) => [seq, (MATCHED * 5) / (place + 5)]));
  const tells = new Map(articles.map((article) => [article, tellsOf(article, topic)]));
  const repeated = createRepeated(found);
  const most = (story: readonly StoredArticle[], of: (article: StoredArticle) => number): number =>
    Math.max(...story.map(of));
  const daysAgo = (article: StoredArticle): number =>
    Math.max(0, (asOfMs - Date.parse(dayOfArticle(article))) / DAY_MS);
  /** To an article that the story brought about. */
  const daysTo: typeof daysBetween = isScheduled(topic)
    ? (first, article) => daysBetween(article, first)
    : daysBetween;
  const followed = (story: readonly StoredArticle[]): number => {
    const [first] = story.toSorted((a, b) => daysBetween(b, a));
    // What follows an event of today is still to come.
    const toCome = FOLLOWED_USUALLY * Math.exp(-daysAgo(first!) / FOLLOWS_DAYS);
    return articles
      .filter((article) => !story.includes(article) && daysTo(first!, article) >= 0)
      .reduce(
        (sum, article) => sum + tells.get(article)! ** 2 * Math.exp(-daysTo(first!, article) / FOLLOWS_DAYS),
        toCome,
      );
  };
  const newest = articles.toSorted((a, b) => daysBetween(a, b))[0];
  const recent = ([first]: readonly StoredArticle[]): number => {
    const years = Math.floor(daysBetween(first!, newest!) / YEAR_DAYS);
    return (1 + FRESH * Math.exp(-daysAgo(first!) / FRESH_DAYS)) / (1 + YEARS_BEFORE * years);
  };
  const worth = (story: readonly StoredArticle[]): number =>
    most(story, (article) => tells.get(article)!) ** WHOLE *
    (story.every(isAround) ? EXPLAINED : 1) *
    (story.every(({ title }) => isAhead(title)) ? AHEAD : 1) *
    recent(story) *
    (1 + OUTLETS * Math.log2(new Set(story.map(({ source }) => source)).size)) *
    (1 + FOLLOWED * Math.log2(1 + followed(story))) *
    (1 + REPEATED * most(story, (article) => repeated(article, story))) *
    (1 + most(story, ({ seq }) => rank.get(seq)!));
  const about = (await storiesOf(articles)).filter((story) => story.some((one) => isAbout(one, topic)));
  const judged = about.map((story) => ({ story, worth: worth(story) }));
  return judged.toSorted((a, b) => b.worth - a.worth)[0]?.story ?? [];
};
