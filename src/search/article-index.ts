/**
 * The full-text index over articles, in memory: articles go in, the documents that best match some terms come out.
 * Positions are kept as the documents' own words, so passages can be scored without the text.
 */
import type { Article } from '../domain/article.ts';
import { publishedDay } from '../domain/article.ts';
import { Columns } from './columns.ts';
import { Copies, type Copy } from './copies.ts';
import { analyse, type IndexedDocument } from './document.ts';
import { Postings } from './postings.ts';
import { TERM_BITS } from './token.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordTokens } from './word-tokens.ts';

/** What the index needs of an article. */
export type IndexableArticle = Pick<Article, 'seq' | 'title' | 'body' | 'source' | 'published' | 'language'>;

/** Days since 1970-01-01, or `UNKNOWN_DAY`. */
export const UNKNOWN_DAY = -1_000_000;
export const DAY_MS = 86_400_000;
export const dayNumber = (day: string | null): number =>
  day === null ? UNKNOWN_DAY : Math.floor(Date.parse(day) / DAY_MS);

/** A document of the index; `document` numbers count from 0 in the order of indexing. */
export interface DocumentEntry extends IndexedDocument {
  readonly seq: number;
  /** Lower-cased. */
  readonly source: string;
  /** Publication day as days since 1970-01-01, or `UNKNOWN_DAY`. */
  readonly day: number;
  readonly language: string | null;
}

/** Of the document being added, by term: how often it stands there times two, and whether in the title. All 0 between. */
let counts = new Uint32Array(0);
const ONCE = 2;
const IN_TITLE = 1;

export class ArticleIndex {
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly #words: WordTokens;
  /** Undefined where the article was removed. */
  readonly #documents: (DocumentEntry | undefined)[];
  readonly #bySeq = new Map<number, number>();
  /** Languages in use, with how many documents each has. */
  readonly #languages = new Map<string, number>();
  readonly #copies = new Copies();
  #totalLength = 0;
  /** Facts of the documents by their number. */
  readonly columns = new Columns();

  constructor(
    vocabulary = new Vocabulary(),
    postings = new Postings(),
    documents: readonly (DocumentEntry | undefined)[] = [],
    copies: readonly Omit<Copy, 'place'>[] = [],
  ) {
    this.vocabulary = vocabulary;
    this.postings = postings;
    this.#words = new WordTokens(vocabulary);
    this.#documents = [...documents];
    for (const [number, entry] of this.#documents.entries())
      if (entry !== undefined) this.#account(number, entry, 1);
    for (const copy of copies) this.#noteCopy(copy);
  }

  /** Articles in the index. */
  get size(): number {
    return this.#bySeq.size;
  }

  /** Document numbers in use, removed ones included: numbers are below this. */
  get capacity(): number {
    return this.#documents.length;
  }

  /** Words a document, on average. */
  get averageLength(): number {
    return this.#bySeq.size === 0 ? 0 : this.#totalLength / this.#bySeq.size;
  }

  /** The languages of the articles; empty where none says. */
  get languages(): readonly string[] {
    return [...this.#languages.keys()];
  }

  has(seq: number): boolean {
    return this.#bySeq.has(seq);
  }

  /** The entry of a document, by its number in the index. */
  document(number: number): DocumentEntry | undefined {
    return this.#documents[number];
  }

  /** The document of an article, by the article's number in the store; -1 where it is not in the index. */
  documentOf(seq: number): number {
    return this.#bySeq.get(seq) ?? -1;
  }

  /** The copies of a document's article, in the order of adding to the store. */
  copiesOf(number: number): readonly Copy[] {
    return this.#copies.of(this.#documents[number]?.seq ?? -1);
  }

  /** All of them, also those whose article is not in the index (any more). */
  copies(): readonly Copy[] {
    return this.#copies.all();
  }

  /** By document number, removed ones undefined. */
  documents(): readonly (DocumentEntry | undefined)[] {
    return this.#documents;
  }

  /** Adds an article, or puts its new text in the place of the old. */
  add(article: IndexableArticle): void {
    this.remove(article.seq);
    const analysed = analyse(article, this.#words);
    const number = this.#documents.length;
    const entry: DocumentEntry = {
      ...analysed,
      seq: article.seq,
      source: article.source.toLowerCase(),
      day: dayNumber(publishedDay(article.published)),
      language: article.language,
    };
    this.#documents.push(entry);
    this.#account(number, entry, 1);
    this.#post(number, entry);
  }

  /** Notes an article as a copy of the one numbered `of`, whose words are searched for both. */
  addCopy(
    { seq, source, published }: Pick<IndexableArticle, 'seq' | 'source' | 'published'>,
    of: number,
  ): void {
    this.remove(seq);
    this.#noteCopy({ seq, of, source: source.toLowerCase(), day: dayNumber(publishedDay(published)) });
  }

  #noteCopy(copy: Omit<Copy, 'place'>): void {
    this.#copies.add({ ...copy, place: this.columns.placeOf(copy.source) });
  }

  /** Takes an article or a copy out; does nothing where it is not in. */
  remove(seq: number): void {
    this.#copies.remove(seq);
    const number = this.#bySeq.get(seq);
    if (number === undefined) return;
    const entry = this.#documents[number]!;
    this.#documents[number] = undefined;
    this.#account(number, entry, -1);
    for (const term of new Set(entry.tokens.map((token) => token & TERM_BITS)))
      this.vocabulary.count(term, -1);
  }

  #account(number: number, entry: DocumentEntry, by: 1 | -1): void {
    if (by === 1) this.#bySeq.set(entry.seq, number);
    else this.#bySeq.delete(entry.seq);
    this.#totalLength += by * entry.tokens.length;
    if (by === 1) this.columns.set(number, entry);
    else this.columns.remove(number);
    if (entry.language === null) return;
    const count = (this.#languages.get(entry.language) ?? 0) + by;
    if (count === 0) this.#languages.delete(entry.language);
    else this.#languages.set(entry.language, count);
  }

  #post(number: number, { tokens, titleLength }: IndexedDocument): void {
    if (counts.length < this.vocabulary.size) counts = new Uint32Array(this.vocabulary.size * 2);
    const found: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const term = tokens[at]! & TERM_BITS;
      if (counts[term] === 0) found.push(term);
      counts[term] = (counts[term]! + ONCE) | (at < titleLength ? IN_TITLE : 0);
    }
    for (const term of found) {
      const count = counts[term]!;
      counts[term] = 0;
      this.postings.add(term, number, count >>> 1, (count & IN_TITLE) !== 0);
      this.vocabulary.count(term, 1);
    }
  }
}
