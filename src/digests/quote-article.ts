/** In: an article. Out: one or two of its sentences that say what happened, to be quoted exactly. */
import type { Span } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { blocks } from '../text/blocks.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { endsSentence } from '../text/headings.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';

/** A second sentence is added while both stay within this. UTF-16 units. */
const QUOTE_LIMIT = 300;
/** Shorter ones are bylines, places and captions; longer ones do not fit a card of many stories. */
const SENTENCE_MIN = 30;
const SENTENCE_MAX = 400;
/** Sentences looked at: what happened stands near the top. */
const LOOK_AT = 14;

interface Candidate extends Span {
  /** The paragraph it stands in, so that a quotation never joins two. */
  readonly paragraph: number;
  readonly isFit: boolean;
}

const candidates = ({ body }: Article, language: string): Candidate[] => {
  const found: Candidate[] = [];
  for (const [paragraph, block] of blocks(body.slice(0, 6_000)).entries()) {
    if (block.kind === 'heading') continue;
    for (const span of sentences(body, language, block.start, block.end)) {
      const length = span.end - span.start;
      const isWhole = endsSentence(body.slice(span.start, span.end));
      found.push({ ...span, paragraph, isFit: isWhole && length >= SENTENCE_MIN && length <= SENTENCE_MAX });
    }
    if (found.length >= LOOK_AT) break;
  }
  return found.slice(0, LOOK_AT);
};

/** The sentences near the top that are fit to be quoted by themselves. */
export const quotable = (article: Article): readonly Span[] =>
  candidates(article, article.language ?? DEFAULT_LANGUAGE).filter(({ isFit }) => isFit);

/** How many content words of the title the sentence holds: what has none is a byline, a notice or an aside. */
const aboutTitle = (article: Article, language: string): ((span: Span) => number) => {
  const title = new Set<string>();
  for (const { term, start, end } of terms(article.title, language))
    if (!FUNCTION_WORDS.has(article.title.slice(start, end).toLowerCase())) title.add(term);
  return ({ start, end }) =>
    new Set(
      terms(article.body.slice(start, end), language).flatMap(({ term }) => (title.has(term) ? [term] : [])),
    ).size;
};

/**
 * The first sentence that says what the title says, and the next one if both are short; null if no sentence is
 * fit to quote. `text === body.slice(start, end)`.
 */
export const quoteArticle = (article: Article): (Span & { readonly text: string }) | null => {
  const language = article.language ?? DEFAULT_LANGUAGE;
  const found = candidates(article, language);
  const about = aboutTitle(article, language);
  const fit = found.filter(({ isFit }) => isFit);
  const first = fit.find((one) => about(one) >= 2) ?? fit.find((one) => about(one) >= 1) ?? fit[0];
  if (first === undefined) return null;
  const next = found[found.indexOf(first) + 1];
  const goesOn =
    next?.isFit === true && next.paragraph === first.paragraph && next.end - first.start <= QUOTE_LIMIT;
  const { start, end } = goesOn ? { start: first.start, end: next.end } : first;
  return { start, end, text: article.body.slice(start, end) };
};
