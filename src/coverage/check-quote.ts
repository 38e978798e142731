/**
 * In: what someone says was written. Out: whether it stands word for word in an article, perhaps with something left out at
 * its dots, stands there otherwise, or nowhere. Words are compared, whatever their case, and signs of money, percent and minus
 * at a number; other marks and white space are not.
 */
import { diffArrays } from 'diff';
import type { Archive } from '../answers/archive.ts';
import { findCandidates } from '../answers/find-candidates.ts';
import { investigate } from '../answers/investigate.ts';
import { toRef } from '../domain/answer.ts';
import type { QuoteCheck, QuoteDifference } from '../domain/coverage.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { eachWord } from '../text/words.ts';
import { toQuotation } from './read-sentences.ts';

/** Articles that hold most of its rare words: if it stands it is among these. */
const READ = 40;
/** Words of a quote that articles are looked for by, the first ones. */
const SOUGHT_WORDS = 120;
/** Dots where a quote leaves something out, and how many words have to stand before and behind them. */
const DOTS = /[[(]?\s*(?:…|\.{3})\s*[\])]?/u;
const FEWEST_BESIDE = 2;
const MAX_PARTS = 10;
/** Words left out in all: two or three sentences. Words that stand further apart belong to different statements. */
const MAX_LEFT_OUT = 80;
/** A quote that shares this part of its words with a sentence is that sentence altered; with less, another one. */
const ALTERED = 0.6;
/** More changes than this are no alteration any more; keeps comparing short. */
const MAX_EDITS = 80;
/** Words before and behind that a quote may be moved by, at most: a quarter of its own. */
const MAX_MARGIN = 30;
const ALSO_IN = 10;

interface Word {
  /** As compared. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /^\p{N}/u;
/** What belongs to the number behind it, or before it. */
const SIGN_BEFORE = /(?:\p{Sc}|(?<=^|\s)[-\u2212\u2013])$/u;
/** Not that of the next number: "in 2020 $5 million". */
const SIGN_BEHIND = /^\s?(?:\p{Sc}(?!\p{N})|[%‰])/u;
const BEFORE_CHARACTERS = 2;
const BEHIND_CHARACTERS = 3;

/** Without characters that nobody sees; minus signs and apostrophes are written in several ways. */
const formOf = (written: string): string =>
  written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|\s/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/^[\u2212\u2013]/, '-');

const readWords = (text: string): Word[] => {
  const words: Word[] = [];
  eachWord(text, (from, to) => {
    const isNumber = NUMBER.test(text.slice(from, to));
    const before = isNumber
      ? SIGN_BEFORE.exec(text.slice(Math.max(0, from - BEFORE_CHARACTERS), from))
      : null;
    const behind = isNumber ? SIGN_BEHIND.exec(text.slice(to, to + BEHIND_CHARACTERS)) : null;
    const start = from - (before?.[0].length ?? 0);
    const end = to + (behind?.[0].length ?? 0);
    words.push({ form: formOf(text.slice(start, end)), start, end });
  });
  return words;
};

/** Everywhere that the words stand one after the other among others. Linear (Knuth, Morris and Pratt 1977). */
const placesOfWords = (words: readonly string[], among: readonly string[]): number[] => {
  const back = new Int32Array(words.length);
  for (let at = 1, length = 0; at < words.length; at++) {
    while (length > 0 && words[at] !== words[length]) length = back[length - 1]!;
    if (words[at] === words[length]) length += 1;
    back[at] = length;
  }
  const places: number[] = [];
  for (let at = 0, length = 0; at < among.length; at++) {
    while (length > 0 && among[at] !== words[length]) length = back[length - 1]!;
    if (among[at] === words[length]) length += 1;
    if (length < words.length) continue;
    places.push(at - length + 1);
    length = back[length - 1]!;
  }
  return places;
};

/** Where they stand first; -1 if they do not. */
export const indexOfWords = (words: readonly string[], among: readonly string[]): number =>
  placesOfWords(words, among)[0] ?? -1;

interface ReadArticle {
  readonly article: StoredArticle;
  readonly words: readonly Word[];
}

interface Place extends ReadArticle {
  /** Of the words, from and before. */
  readonly from: number;
  readonly to: number;
}

const formsOf = (words: readonly Word[]): string[] => words.map(({ form }) => form);

/** Of as many words in a row as the quote has, those that have most of the quote's. Linear. */
const bestWindow = (quote: readonly string[], words: readonly Word[]): { from: number; held: number } => {
  const wanted = new Map<string, number>();
  for (const form of quote) wanted.set(form, (wanted.get(form) ?? 0) + 1);
  let held = 0;
  let best = { from: 0, held: 0 };
  for (let at = 0; at < words.length; at++) {
    const enters = wanted.get(words[at]!.form);
    if (enters !== undefined) {
      if (enters > 0) held += 1;
      wanted.set(words[at]!.form, enters - 1);
    }
    const leaving = words[at - quote.length]?.form;
    const leaves = leaving === undefined ? undefined : wanted.get(leaving);
    if (leaving !== undefined && leaves !== undefined) {
      if (leaves >= 0) held -= 1;
      wanted.set(leaving, leaves + 1);
    }
    if (held > best.held) best = { from: Math.max(0, at - quote.length + 1), held };
  }
  return best;
};

const quotationOf = ({ article, words, from, to }: Place) => {
  const [start, end] = [words[from]!.start, words[to - 1]!.end];
  return toQuotation({ article, start, end, text: article.body.slice(start, end) });
};

interface Altered {
  readonly place: Place;
  readonly differences: readonly QuoteDifference[];
  readonly kept: number;
}

type Change = ReturnType<typeof diffArrays<string>>[number];

/**
 * Without what the article has before and behind the quote: a quote need not begin or end where a sentence does. If its first or
 * last words are others, as many of the article's stay. `skipped`: how many go before it.
 */
const trimmed = (changes: readonly Change[]): { shown: Change[]; skipped: number } => {
  const shown = [...changes];
  const trim = (at: number, replaced: Change | undefined): number => {
    const change = shown[at];
    if (!change?.added) return 0;
    const count = Math.min(change.count, replaced?.removed ? replaced.count : 0);
    shown[at] = { ...change, count };
    return change.count - count;
  };
  trim(shown.length - 1, shown.at(-2));
  const skipped = shown[0]?.removed ? trim(1, shown[0]) : trim(0, undefined);
  return { shown: shown.filter(({ count }) => count > 0), skipped };
};

/** The quote held against a stretch of the article; null if too little is the same. */
const alter = (quote: readonly Word[], text: string, place: Place): Altered | null => {
  const there = place.words.slice(place.from, place.to);
  const changes = diffArrays(formsOf(quote), formsOf(there), {
    maxEditLength: MAX_EDITS + 2 * MAX_MARGIN,
  });
  if (changes === undefined) return null;
  const { shown, skipped } = trimmed(changes);
  let [inQuote, inArticle] = [0, skipped];
  let kept = 0;
  const differences = shown.map(({ added, removed, count }): QuoteDifference => {
    const slice = (words: readonly Word[], from: number, whole: string): string =>
      whole.slice(words[from]!.start, words[from + count - 1]!.end);
    const difference: QuoteDifference = added
      ? { kind: 'article', text: slice(there, inArticle, place.article.body) }
      : { kind: removed ? 'quote' : 'kept', text: slice(quote, inQuote, text) };
    if (!added) inQuote += count;
    if (!removed) inArticle += count;
    if (!added && !removed) kept += count;
    return difference;
  });
  const from = place.from + skipped;
  return { place: { ...place, from, to: place.from + inArticle }, differences, kept: kept / quote.length };
};

const nearest = (quote: readonly Word[], text: string, articles: readonly ReadArticle[]): Altered | null => {
  const forms = formsOf(quote);
  const margin = Math.min(MAX_MARGIN, Math.ceil(quote.length / 4));
  const tried = articles
    .map(({ article, words }) => ({ article, words, ...bestWindow(forms, words) }))
    .filter(({ held }) => held >= quote.length * ALTERED)
    .sort((a, b) => b.held - a.held)
    .slice(0, 3)
    .map(({ article, words, from }) => {
      const to = Math.min(words.length, from + quote.length + margin);
      return alter(quote, text, { article, words, from: Math.max(0, from - margin), to });
    })
    .filter((one) => one !== null && one.kept >= ALTERED)
    .sort((a, b) => b!.kept - a!.kept);
  return tried[0] ?? null;
};

/** Words that name nothing to the query language. */
const plainWords = (words: readonly Word[]): string =>
  words.map(({ form }) => form.replace(/[^\p{L}\p{N}\p{M}'.,]/gu, '')).join(' ');

/** Where the parts stand one after the other in an article, each word for word and not far apart; null if they do not. */
const placeOf = (parts: readonly (readonly string[])[], { article, words }: ReadArticle): Place | null => {
  const forms = formsOf(words);
  const placesOf = (part: readonly string[]) =>
    placesOfWords(part, forms).map((from) => ({ from, to: from + part.length }));
  let places = placesOf(parts[0]!);
  for (const part of parts.slice(1)) {
    const before = places;
    let next = 0;
    places = placesOf(part).flatMap(({ from, to }) => {
      while (next < before.length && before[next]!.to <= from) next += 1;
      // With the nearest before it least is left out.
      return next === 0 ? [] : [{ from: before[next - 1]!.from, to }];
    });
  }
  const most = parts.flat().length + MAX_LEFT_OUT;
  const place = places.find(({ from, to }) => to - from <= most);
  return place === undefined ? null : { article, words, ...place };
};

/** The parts between its dots, each as words; null if it has no dots or too many, or too few words beside some. */
const partsOf = (text: string): string[][] | null => {
  const parts = text.split(DOTS).map((part) => formsOf(readWords(part)));
  const told = parts.filter((part) => part.length > 0);
  return told.length > 1 && told.length <= MAX_PARTS && told.every((part) => part.length >= FEWEST_BESIDE)
    ? told
    : null;
};

/** The articles that hold most of its rare words, best first. */
const articlesLike = async (
  quote: readonly Word[],
  asOfMs: number,
  archive: Archive,
): Promise<StoredArticle[]> => {
  const query = parseQuery(plainWords(quote.slice(0, SOUGHT_WORDS)), asOfMs);
  const { plan, must, scope, dictionary } = await investigate(query, { asOfMs }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit: READ };
  const found = await findCandidates(plan.terms, must, request, dictionary, archive);
  return archive.articles.getMany(found.map(({ shown }) => shown));
};

/** `text` is the quote alone, of at least three words. */
export const checkQuote = async (
  text: string,
  { asOfMs }: { readonly asOfMs: number },
  archive: Archive,
): Promise<QuoteCheck> => {
  const quote = readWords(text);
  const forms = formsOf(quote);
  const articles = await articlesLike(quote, asOfMs, archive);
  const read = articles.map((article) => ({ article, words: readWords(article.body) }));
  const standing = (kind: 'verbatim' | 'cut', parts: readonly (readonly string[])[]): QuoteCheck | null => {
    const [first, ...others] = read.map((one) => placeOf(parts, one)).filter((place) => place !== null);
    if (first === undefined) return null;
    const alsoIn = others.slice(0, ALSO_IN).map(({ article }) => toRef(article));
    return { kind, quote: text, found: quotationOf(first), alsoIn };
  };
  const whole = standing('verbatim', [forms]);
  if (whole !== null) return whole;
  const parts = partsOf(text);
  const cut = parts === null ? null : standing('cut', parts);
  if (cut !== null) return cut;
  const titled = articles.find(({ title }) => indexOfWords(forms, formsOf(readWords(title))) >= 0);
  if (titled !== undefined) return { kind: 'title', quote: text, article: toRef(titled) };
  const altered = nearest(quote, text, read);
  return altered === null
    ? { kind: 'absent', quote: text }
    : { kind: 'altered', quote: text, found: quotationOf(altered.place), differences: altered.differences };
};
