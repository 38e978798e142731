/**
 * In: real articles and a number. Out: that many: a sample of them, or all of them and more made from them.
 *
 * A made article has the title and the first half of one article and the second half of another, so its sentences, its
 * length and how its words recur are real. That alone would never bring a new word, but real text does, by Heaps' law:
 * n words of text hold about factor · n^exponent different ones. The law is fitted on the real articles, and each made
 * article has as many of its rarest words (names, mostly) renamed as the law asks for. Halves are taken from made
 * articles as well, so that new words come up again in later ones as often as in real text (Simon's process).
 */
import type { EvalArticle } from '../eval-data.ts';
import { fitPowerLaw, type PowerLaw } from './log-log.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words are seldom names. */
const RENAMED_FROM = 4;
/** Points of the law: after a sixteenth of the text, an eighth, … all of it. */
const SHARES = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

type Random = () => number;

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];
const textOf = ({ title, body }: EvalArticle): string => `${title}\n\n${body}`;
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

const shuffle = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** The words of a growing text: how many, and how often each. */
class Vocabulary {
  readonly counts = new Map<string, number>();
  total = 0;

  add(words: readonly string[]): void {
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    this.total += words.length;
  }
}

const readVocabulary = (articles: readonly EvalArticle[]): { vocabulary: Vocabulary; law: PowerLaw } => {
  const vocabulary = new Vocabulary();
  const points: [number, number][] = [];
  const ends = SHARES.map((share) => Math.ceil(articles.length * share));
  for (const [at, article] of articles.entries()) {
    vocabulary.add(wordsOf(textOf(article)));
    if (ends.includes(at + 1)) points.push([vocabulary.total, vocabulary.counts.size]);
  }
  return { vocabulary, law: fitPowerLaw(points) };
};

/** A word no text holds so far: the front of one and the back of another. */
const coin = (word: string, others: readonly string[], { counts }: Vocabulary, random: Random): string => {
  const front = word.slice(0, Math.ceil(word.length / 2));
  for (let tries = 0; ; tries++) {
    const other = pick(others, random);
    const coined = `${front}${other.slice(Math.floor(other.length / 2))}${tries < 20 ? '' : tries}`;
    if (!counts.has(coined)) return coined;
  }
};

const renameWords = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(WORD, (word) => {
    const name = names.get(word.toLowerCase());
    if (name === undefined) return word;
    return word === word.toLowerCase() ? name : `${name[0]!.toUpperCase()}${name.slice(1)}`;
  });

/** New names for the rarest words of a text. */
const chooseNames = (
  text: readonly string[],
  count: number,
  vocabulary: Vocabulary,
  random: Random,
): Map<string, string> => {
  const words = [...new Set(text)].filter((word) => word.length >= RENAMED_FROM && !/\d/.test(word));
  const rarest = words
    .sort((a, b) => (vocabulary.counts.get(a) ?? 0) - (vocabulary.counts.get(b) ?? 0))
    .slice(0, count);
  return new Map(rarest.map((word) => [word, coin(word, words, vocabulary, random)]));
};

/** The first half of one and the second half of another; both whole where that is a text there already is. */
const combine = (front: string, back: string, bodies: ReadonlySet<string>): string => {
  const first = front.split('\n\n');
  const second = back.split('\n\n');
  const halves = [
    ...first.slice(0, Math.ceil(first.length / 2)),
    ...second.slice(Math.ceil(second.length / 2)),
  ];
  const body = halves.join('\n\n');
  return bodies.has(body) ? `${front}\n\n${back}` : body;
};

const makeArticles = (articles: readonly EvalArticle[], count: number, random: Random): EvalArticle[] => {
  const { vocabulary, law } = readVocabulary(articles);
  const pool = [...articles];
  const bodies = new Set(articles.map(({ body }) => body));
  for (let number = 1; number <= count; number++) {
    const front = pick(pool, random);
    const body = combine(front.body, pick(pool, random).body, bodies);
    const words = wordsOf(textOf({ ...front, body }));
    const expected = law.factor * (vocabulary.total + words.length) ** law.exponent;
    const missing = Math.max(0, Math.round(expected - vocabulary.counts.size));
    const names = chooseNames(words, missing, vocabulary, random);
    const made = {
      ...front,
      id: `made-${number}`,
      url: null,
      title: renameWords(front.title, names),
      body: renameWords(body, names),
    };
    vocabulary.add(words.map((word) => names.get(word) ?? word));
    pool.push(made);
    bodies.add(made.body);
  }
  return pool.slice(articles.length);
};

/** The same for the same random numbers. Of a sample, a smaller one is a part of a larger one. */
export const resizeCorpus = (
  articles: readonly EvalArticle[],
  size: number,
  random: Random,
): EvalArticle[] => {
  const all = shuffle(articles, random);
  if (size <= all.length) return all.slice(0, size);
  return [...all, ...makeArticles(all, size - all.length, random)];
};
