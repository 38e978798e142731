/** In: the query a subscription was given. Out: what an article must hold to be posted there, one article at a time. */
import { type Article, publishedDay } from '../domain/article.ts';
import { passesSource, type Query } from '../domain/query.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { terms } from '../text/terms.ts';

/** What an article is to a topic: its terms, read once, and its text for phrases, folded when first asked for. */
export interface TopicArticle {
  readonly article: Article;
  readonly terms: ReadonlySet<string>;
  readonly folded: () => string;
}

/** A topic in one language: `required` are terms; phrases and longer exclusions are folded text. */
export interface Topic {
  readonly required: readonly string[];
  readonly phrases: readonly string[];
  readonly excludedTerms: readonly string[];
  readonly excludedPhrases: readonly string[];
}

/** Case, accents, kinds of quotation mark and white space aside, with a space at both ends so that words stay whole. */
const foldText = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Reads an article for matching: title and body, in the article's own language. */
export const topicArticle = (article: Article): TopicArticle => {
  const language = article.language ?? undefined;
  const found = new Set<string>();
  for (const { term } of terms(article.title, language)) found.add(term);
  for (const { term } of terms(article.body, language)) found.add(term);
  let folded: string | null = null;
  return {
    article,
    terms: found,
    folded: () => {
      folded ??= foldText(`${article.title}\n${article.body}`);
      return folded;
    },
  };
};

const termsOf = (text: string, language: string | undefined): string[] =>
  terms(text, language).map(({ term }) => term);

const contentTerms = (words: string, language: string | undefined): string[] => {
  const tokens = terms(words, language);
  const content = tokens.filter(({ start, end }) => {
    const word = words.slice(start, end);
    // "US" and "WHO" in capitals are names, "us" and "who" are not.
    const isName = word.length > 1 && word === word.toUpperCase() && words !== words.toUpperCase();
    return isName || !FUNCTION_WORDS.has(word.toLowerCase());
  });
  return [...new Set((content.length > 0 ? content : tokens).map(({ term }) => term))];
};

/** The topic as articles of this language (ISO 639-1 code, or null where unknown) are held against it. */
export const topicIn = (query: Query, language: string | null): Topic => {
  const inLanguage = language ?? undefined;
  const excluded = query.excluded.map((text) => ({ text, terms: termsOf(text, inLanguage) }));
  return {
    required: contentTerms(query.words, inLanguage),
    phrases: query.phrases.map(foldText).filter((phrase) => phrase.trim() !== ''),
    excludedTerms: excluded.flatMap(({ terms: found }) => (found.length === 1 ? found : [])),
    excludedPhrases: excluded
      .filter(({ terms: found }) => found.length > 1)
      .map(({ text }) => foldText(text)),
  };
};

/** What an outlet decides of a text it carries. */
export type Facts = Pick<Article, 'source' | 'published'>;

const isWithin = ({ within }: Query, { published }: Facts): boolean => {
  if (within === null) return true;
  const day = publishedDay(published);
  return (
    day !== null && (within.from === null || day >= within.from) && (within.to === null || day <= within.to)
  );
};

/** Whether an outlet is one of the sources asked for, and none of those left out; `query.sources` empty lets all pass. */
export const isFrom = (query: Query, { source }: Facts): boolean => passesSource(source.toLowerCase(), query);

/** Whether the query asks for what that outlet published on that day, whatever it tells. */
export const asksFor = (query: Query, facts: Facts): boolean =>
  isFrom(query, facts) && isWithin(query, facts);

/** The first thing that keeps an article out, in words that follow "it"; null where it matches. */
export const mismatch = (query: Query, topic: Topic, candidate: TopicArticle): string | null => {
  const { article, terms: found, folded } = candidate;
  if (!isFrom(query, article)) return `comes from ${article.source}`;
  if (!isWithin(query, article)) return 'was not published in those days';
  const missing = topic.required.find((term) => !found.has(term));
  if (missing !== undefined) return `does not hold “${wordFor(query.words, missing, article.language)}”`;
  const phrase = topic.phrases.findIndex((text) => !folded().includes(text));
  if (phrase !== -1) return `does not hold “${query.phrases[phrase]}” word for word`;
  const isExcluded =
    topic.excludedTerms.some((term) => found.has(term)) ||
    topic.excludedPhrases.some((text) => folded().includes(text));
  return isExcluded ? 'holds an excluded word' : null;
};

const wordFor = (words: string, term: string, language: string | null): string => {
  const token = terms(words, language ?? undefined).find((each) => each.term === term);
  return token === undefined ? term : words.slice(token.start, token.end);
};
