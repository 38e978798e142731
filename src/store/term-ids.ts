/** In: terms. Out: their ids, which never change: those found are kept, and what is asked at once is looked up at once. */
import { type Kysely, sql } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { textList } from './sql-of.ts';

type Tables = Kysely<ArticleTables>;

/** Some 5 MB. */
const KEPT = 50_000;

export const findTerms = async (db: Tables, terms: readonly string[]): Promise<Map<string, number>> => {
  if (terms.length === 0) return new Map();
  const { rows } = await sql<{ term: string; id: number }>`
    SELECT term, id FROM term WHERE term IN ${textList(db, terms)}`.execute(db);
  return new Map(rows.map(({ term, id }) => [term, id]));
};

export class TermIds {
  readonly #db: Tables;
  readonly #known = new Map<string, number>();
  /** What is looked up when those who ask at this moment have asked. */
  #next: { readonly terms: Set<string>; readonly found: Promise<ReadonlyMap<string, number>> } | null = null;

  constructor(db: Tables) {
    this.#db = db;
  }

  /** Unknown terms are no keys. */
  async find(terms: readonly string[]): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    const unknown: string[] = [];
    for (const term of terms) {
      const id = this.#known.get(term);
      if (id === undefined) unknown.push(term);
      else ids.set(term, id);
    }
    const found = unknown.length === 0 ? null : await this.#lookUp(unknown);
    for (const term of unknown) if (found!.has(term)) ids.set(term, found!.get(term)!);
    return ids;
  }

  #lookUp(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    this.#next ??= { terms: new Set(), found: Promise.resolve().then(() => this.#findNext()) };
    for (const term of terms) this.#next.terms.add(term);
    return this.#next.found;
  }

  async #findNext(): Promise<ReadonlyMap<string, number>> {
    const { terms } = this.#next!;
    this.#next = null;
    const found = await findTerms(this.#db, [...terms]);
    if (this.#known.size > KEPT) this.#known.clear();
    for (const [term, id] of found) this.#known.set(term, id);
    return found;
  }
}
