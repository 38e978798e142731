/**
 * In: real articles and a number. Out: that many, one after the other: a sample of them, or all of them and more made
 * from them. Memory grows with the real articles alone; a made one takes some 0.1 ms.
 *
 * A made article has the title and the first half of a real one, then paragraphs of others until it is as long, so
 * sentences, lengths and how words recur are real. Then words are exchanged, each wherever it stands in the article:
 * - Half of the names, for others about as frequent. The sentences become new ones; no word becomes rarer or more frequent.
 * - Some rare words, for words no real article holds. Real text brings new words for ever, by Heaps' law: n words of text
 *   hold about factor · n^exponent different ones. A made article gets as many new words as the law, fitted on the real
 *   articles, asks for. What of all later text is made of words the real articles lack is exponent · different words /
 *   words (the tail of Zipf's law with exponent 1 / `exponent`): up to that share, words coined earlier come up again,
 *   early ones more often, as the same tail says.
 *
 * Sources follow Zipf's law, the real ones first; days are those of real articles, some weeks earlier or later.
 */
import { isoDay } from '../../../src/domain/iso-time.ts';
import type { EvalArticle } from '../eval-data.ts';
import { type ArticleTemplate, type Piece, readTemplate, rewrite } from './article-template.ts';
import { COINABLE, coinWord } from './coin-word.ts';
import { type RealWords, readWords } from './real-words.ts';

/** Sources there are in all, where the real articles have fewer. */
const SOURCES = 1000;
const DAY_MS = 86_400_000;
/** A made article is dated up to this many days before or after a real one. */
const DAYS_AROUND = 30;
const EXCHANGED_NAMES = 0.5;
/** A name is exchanged for one among this share of all that are more frequent or rarer, and these at least. */
const NEIGHBOUR_SHARE = 0.05;
const NEIGHBOURS_AT_LEAST = 3;
/** A text with fewer different names exchanged gets a new word in any case, so that no two texts are the same. */
const EXCHANGED_AT_LEAST = 16;

type Random = () => number;

/** A whole number from 0 to below `end`. */
const below = (end: number, random: Random): number => Math.floor(random() * end);
const pick = <T>(items: readonly T[], random: Random): T => items[below(items.length, random)]!;

const shuffle = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Words no real article holds: new ones, and earlier ones again. */
class CoinedWords {
  readonly #real: RealWords;
  /** The number of each coined word goes up to here; those that are real words are passed over. */
  #last = 0;
  /** How many different ones there are. */
  size = 0;

  constructor(real: RealWords) {
    this.#real = real;
  }

  coin(): string {
    while (this.#last < COINABLE) {
      const word = coinWord(this.#last++);
      if (this.#real.numbers.has(word)) continue;
      this.size++;
      return word;
    }
    throw new Error('there are no more words to coin');
  }

  /** One coined earlier; by rank r, those of the real words passed over, as often as r^(-1 / exponent) says. */
  again(random: Random): string {
    const ranks = this.#real.numbers.size;
    const power = 1 - 1 / this.#real.exponent;
    const first = ranks ** power;
    const beyond = (ranks + this.#last) ** power;
    const rank = (first - random() * (first - beyond)) ** (1 / power);
    return coinWord(Math.min(this.#last - 1, Math.max(0, Math.floor(rank - ranks))));
  }
}

/** The paragraphs of a made article: about as many words as its template has. */
const gatherParagraphs = (
  front: ArticleTemplate,
  templates: readonly ArticleTemplate[],
  random: Random,
): Piece[] => {
  const pieces = front.paragraphs.slice(0, Math.ceil(front.paragraphs.length / 2));
  let words = pieces.reduce((sum, piece) => sum + piece.words, 0);
  // There are paragraphs without a word, so that words alone need not bring this to an end.
  while (words < front.words && pieces.length < 2 * front.paragraphs.length) {
    const { paragraphs } = pick(templates, random);
    for (let at = below(paragraphs.length, random); at < paragraphs.length && words < front.words; at++) {
      pieces.push(paragraphs[at]!);
      words += paragraphs[at]!.words;
    }
  }
  return pieces;
};

const neighbour = (place: number, names: readonly string[], random: Random): string => {
  const reach = Math.max(NEIGHBOURS_AT_LEAST, Math.floor(place * NEIGHBOUR_SHARE));
  const from = Math.max(0, place - reach);
  return names[from + below(Math.min(names.length, place + reach + 1) - from, random)]!;
};

/** Makes texts, and keeps count of the words they hold together with the real articles. */
const createMaker = (templates: readonly ArticleTemplate[], real: RealWords, random: Random) => {
  const coined = new CoinedWords(real);
  const unknownShare = (real.exponent * real.numbers.size) / real.total;
  /** By number of a word: what takes its place in the article that is being made; cleared after each. */
  const others: (string | undefined)[] = new Array(real.numbers.size).fill(undefined);
  const occurrences = new Uint32Array(real.numbers.size);
  let total = real.total;

  const exchangeNames = (numbers: readonly number[]): number => {
    let exchanged = 0;
    for (const number of numbers) {
      if (!real.isName[number] || random() >= EXCHANGED_NAMES) continue;
      others[number] = neighbour(real.placeInNames[number]!, real.names, random);
      exchanged++;
    }
    return exchanged;
  };

  /** `rare` are numbers of words, `words` all words of the article. Returns how many words were exchanged. */
  const exchangeRare = (rare: number[], words: number, atLeast: number): number => {
    const expected = real.numbers.size * ((total + words) / real.total) ** real.exponent;
    const missing = Math.max(atLeast, Math.round(expected - real.numbers.size - coined.size));
    const share = unknownShare * words + random() - 0.5;
    let written = 0;
    let exchanged = 0;
    while (exchanged < rare.length && (exchanged < missing || written < share)) {
      const at = exchanged + below(rare.length - exchanged, random);
      const number = rare[at]!;
      rare[at] = rare[exchanged]!;
      others[number] = exchanged < missing || coined.size === 0 ? coined.coin() : coined.again(random);
      written += occurrences[number]!;
      exchanged++;
    }
    return exchanged;
  };

  /** The numbers of words not counted before. */
  const countWords = (pieces: readonly Piece[]): number[] => {
    const numbers: number[] = [];
    for (const piece of pieces) {
      for (const number of piece.numbers) if (occurrences[number]!++ === 0) numbers.push(number);
    }
    return numbers;
  };

  return (): { readonly front: EvalArticle; readonly title: string; readonly body: string } => {
    const front = pick(templates, random);
    const pieces = gatherParagraphs(front, templates, random);
    const inBody = countWords(pieces);
    const inTitle = countWords([front.title]);
    const words = pieces.reduce((sum, piece) => sum + piece.words, front.title.words);
    exchangeNames(inTitle);
    const atLeast = exchangeNames(inBody) < EXCHANGED_AT_LEAST ? 1 : 0;
    const rare = (atLeast > 0 ? inBody : [...inBody, ...inTitle]).filter((number) => real.isRare[number]);
    const exchanged = exchangeRare(rare, words, atLeast);
    const paragraphs = pieces.map((piece) => rewrite(piece, others));
    if (exchanged < atLeast) paragraphs.push(`${coined.coin()}.`);
    const title = rewrite(front.title, others);
    for (const number of [...inBody, ...inTitle]) {
      others[number] = undefined;
      occurrences[number] = 0;
    }
    total += words;
    return { front: front.article, title, body: paragraphs.join('\n\n') };
  };
};

/** The sources of the articles, the most frequent first, and made ones after them. */
const listSources = (articles: readonly EvalArticle[]): string[] => {
  const counts = new Map<string, number>();
  for (const { source } of articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  const real = [...counts].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  // From the other end of the words there are, so that no source is called as a word of a text.
  const made = Array.from({ length: SOURCES }, (_, at) => `${coinWord(COINABLE - 1 - at)}.example`);
  return [...real, ...made.slice(real.length)];
};

/** Rank r comes up about as often as 1 / r says. */
const pickSource = (sources: readonly string[], random: Random): string =>
  sources[Math.min(sources.length, Math.floor((sources.length + 1) ** random())) - 1]!;

/** The first and the last day of the articles, epoch milliseconds. */
const readDays = (articles: readonly EvalArticle[]): readonly [first: number, last: number] => {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { published } of articles) {
    if (published === null) continue;
    const dayMs = Date.parse(published.slice(0, 10));
    first = Math.min(first, dayMs);
    last = Math.max(last, dayMs);
  }
  return [first, last];
};

function* makeArticles(
  articles: readonly EvalArticle[],
  count: number,
  random: Random,
): Generator<EvalArticle> {
  const real = readWords(articles);
  const templates = articles.map((article) => readTemplate(article, real));
  const make = createMaker(templates, real, random);
  const sources = listSources(articles);
  const [firstDay, lastDay] = readDays(articles);
  const dayNear = (published: string): string => {
    const dayMs =
      Date.parse(published.slice(0, 10)) + (below(2 * DAYS_AROUND + 1, random) - DAYS_AROUND) * DAY_MS;
    return isoDay(Math.min(lastDay, Math.max(firstDay, dayMs)));
  };
  for (let number = 1; number <= count; number++) {
    const { front, title, body } = make();
    const source = pickSource(sources, random);
    const published = front.published && dayNear(front.published);
    yield { id: `made-${number}`, title, url: `https://${source}/made/${number}`, source, published, body };
  }
}

/**
 * The same for the same random numbers, and a smaller corpus is the beginning of a larger one. Needs one article at least.
 */
export function* resizeCorpus(
  articles: readonly EvalArticle[],
  size: number,
  random: Random,
): Generator<EvalArticle> {
  const all = shuffle(articles, random);
  yield* all.slice(0, size);
  if (size > all.length) yield* makeArticles(all, size - all.length, random);
}
