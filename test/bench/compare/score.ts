/** In: what a system quoted for each question. Out: how often it held an answer. */
import { type EvalArticle, type EvalQuestion, holdsAnswer, plainText } from '../eval-data.ts';
import { QUOTE_CHARACTERS, type Quote } from './contender.ts';

/** Shares of all questions, 0 to 1, with an answer among the first k. */
export interface Quality {
  readonly excerptAt1: number;
  readonly excerptAt3: number;
  readonly excerptAt5: number;
  /** An answer in the best sentence of the first excerpt; null if the system names no sentence. */
  readonly sentenceAt1: number | null;
  readonly articleAt1: number;
  readonly articleAt5: number;
}

/** An excerpt counts if it is a piece of its article, of the length everyone is allowed. */
const isQuote = ({ text }: Quote, article: EvalArticle): boolean =>
  text.length <= QUOTE_CHARACTERS && article.body.includes(text);

/** Place of the first that fits, from 0; Infinity where none does. */
const firstPlace = <T>(items: readonly T[], fits: (item: T) => boolean): number => {
  const at = items.findIndex(fits);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};

const share = (places: readonly number[], within: number): number =>
  places.filter((place) => place < within).length / places.length;

/** Scores replies in the order of the questions, over the articles by id. */
export const scoreReplies = (
  questions: readonly EvalQuestion[],
  replies: readonly (readonly Quote[])[],
  articles: ReadonlyMap<string, EvalArticle>,
): Quality => {
  const hits = questions.map(({ answers }, at) => {
    const quotes = replies[at]!.filter((quote) => isQuote(quote, articles.get(quote.articleId)!));
    const quoted = [...new Set(quotes.map(({ articleId }) => articles.get(articleId)!))];
    const holds = (text: string): boolean => holdsAnswer(plainText(text), answers);
    return {
      excerpt: firstPlace(quotes, ({ text }) => holds(text)),
      sentence: quotes[0]?.best != null && holds(quotes[0].best) ? 0 : 1,
      article: firstPlace(quoted, ({ title, body }) => holds(`${title}\n${body}`)),
    };
  });
  const excerpts = hits.map(({ excerpt }) => excerpt);
  const found = hits.map(({ article }) => article);
  const namesSentences = replies.some((quotes) => quotes.some(({ best }) => best !== null));
  return {
    excerptAt1: share(excerpts, 1),
    excerptAt3: share(excerpts, 3),
    excerptAt5: share(excerpts, 5),
    sentenceAt1: namesSentences
      ? share(
          hits.map(({ sentence }) => sentence),
          1,
        )
      : null,
    articleAt1: share(found, 1),
    articleAt5: share(found, 5),
  };
};
