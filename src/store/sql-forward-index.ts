/** `ForwardIndex` over the words beside the articles, with the words of the articles last read kept unpacked. */
import { type Kysely, sql } from 'kysely';
import type { ArticleWords, Dictionary, ForwardIndex } from '../search/forward-index.ts';
import { unpackWords } from '../search/packed-words.ts';
import type { ArticleTables } from './article-tables.ts';
import { SqlDictionary } from './sql-dictionary.ts';
import { numberList } from './sql-of.ts';

/** Numbers kept unpacked, tokens and sentences together: 32 MB, some 4,500 articles of 1,500 words. */
const KEPT_NUMBERS = 8_000_000;

const numbersOf = ({ tokens, sentences }: ArticleWords): number => tokens.length + sentences.length;

export class SqlForwardIndex implements ForwardIndex {
  readonly #db: Kysely<ArticleTables>;
  readonly #dictionary: SqlDictionary;
  /** Least recently read first; none older than the last dictionary. */
  readonly #kept = new Map<number, ArticleWords>();
  #keptNumbers = 0;

  constructor(db: Kysely<ArticleTables>) {
    this.#db = db;
    this.#dictionary = new SqlDictionary(db);
  }

  async dictionary(): Promise<Dictionary> {
    const { dictionary, replaced } = await this.#dictionary.read();
    for (const seq of replaced ?? [...this.#kept.keys()]) this.#forget(seq);
    return dictionary;
  }

  async words(seqs: readonly number[]): Promise<ArticleWords[]> {
    const found = new Map<number, ArticleWords>();
    for (const seq of seqs) {
      const kept = this.#kept.get(seq);
      if (kept !== undefined) found.set(seq, kept);
    }
    const absent = seqs.filter((seq) => !found.has(seq));
    if (absent.length > 0) {
      const { rows } = await sql<{ seq: number; words: Uint8Array }>`
        SELECT seq, words FROM article_words WHERE seq IN ${numberList(this.#db, absent)}`.execute(this.#db);
      for (const { seq, words } of rows) found.set(seq, unpackWords(seq, words));
    }
    const read = seqs.flatMap((seq) => found.get(seq) ?? []);
    for (const words of read) this.#keep(words);
    return read;
  }

  #forget(seq: number): void {
    const words = this.#kept.get(seq);
    if (words === undefined) return;
    this.#kept.delete(seq);
    this.#keptNumbers -= numbersOf(words);
  }

  #keep(words: ArticleWords): void {
    this.#forget(words.seq);
    this.#kept.set(words.seq, words);
    this.#keptNumbers += numbersOf(words);
    for (const seq of this.#kept.keys()) {
      if (this.#keptNumbers <= KEPT_NUMBERS) return;
      this.#forget(seq);
    }
  }
}
