/**
 * In: what subscriptions ask for, and articles one by one. Out: which subscriptions each article matches. Equal
 * topics are read once, and an article looks only at the topics whose rarest word it holds.
 */
import type { Article } from '../domain/article.ts';
import type { Query } from '../domain/query.ts';
import {
  asksFor,
  type Facts,
  mismatch,
  type Topic,
  type TopicArticle,
  topicArticle,
  topicIn,
} from './topic.ts';

/** Matches articles against a fixed set of queries, known by their place in the list. */
export interface TopicIndex {
  /**
   * The places of the queries that the article matches, in order; where the same text was told before, of those that did
   * not ask for any of these earlier tellings.
   */
  match(article: Article, earlier?: readonly Facts[]): readonly number[];
}

interface LanguageIndex {
  readonly topics: readonly Topic[];
  /** Topics by the one required term that the fewest topics share. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
  /** Topics that ask for no word: every article is held against them. */
  readonly always: readonly number[];
}

const push = <K>(map: Map<K, number[]>, key: K, value: number): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const indexLanguage = (queries: readonly Query[], language: string | null): LanguageIndex => {
  const topics = queries.map((query) => topicIn(query, language));
  const shared = new Map<string, number>();
  for (const { required } of topics)
    for (const term of required) shared.set(term, (shared.get(term) ?? 0) + 1);
  const byTerm = new Map<string, number[]>();
  const always: number[] = [];
  topics.forEach(({ required }, place) => {
    const [rarest] = required.toSorted((a, b) => shared.get(a)! - shared.get(b)!);
    if (rarest === undefined) always.push(place);
    else push(byTerm, rarest, place);
  });
  return { topics, byTerm, always };
};

const candidates = ({ byTerm, always }: LanguageIndex, { terms }: TopicArticle): number[] => {
  const places = [...always];
  const [few, has] = byTerm.size < terms.size ? [byTerm.keys(), terms] : [terms.keys(), byTerm];
  for (const term of few) if (has.has(term)) places.push(...(byTerm.get(term) ?? []));
  return places;
};

/** Builds the index; topics are read again for each language an article comes in, because words are stemmed by it. */
export const createTopicIndex = (queries: readonly Query[]): TopicIndex => {
  const languages = new Map<string | null, LanguageIndex>();
  const indexFor = (language: string | null): LanguageIndex => {
    const index = languages.get(language) ?? indexLanguage(queries, language);
    languages.set(language, index);
    return index;
  };
  return {
    match: (article, earlier = []) => {
      const index = indexFor(article.language);
      const read = topicArticle(article);
      return candidates(index, read)
        .filter((place) => mismatch(queries[place]!, index.topics[place]!, read) === null)
        .filter((place) => !earlier.some((telling) => asksFor(queries[place]!, telling)))
        .sort((a, b) => a - b);
    },
  };
};
