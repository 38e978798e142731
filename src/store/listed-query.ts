/**
 * In: a query of the rows of some numbers. Out: the same for any numbers, built once. For what every question asks: to build
 * it with kysely takes longer than to run it.
 */
import { type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { listedNumbers } from './sql-of.ts';

/** Stands among the parameters where the list belongs. */
const LIST = Symbol('list');

export type ListedQuery<Row> = (numbers: readonly number[]) => Promise<Row[]>;

/** `build` is called once, when the query is first asked; it puts the list it is given behind an `in`. */
export const listedQuery = <Row>(
  db: Kysely<ArticleTables>,
  build: (list: RawBuilder<number>) => { compile(): CompiledQuery<Row> },
): ListedQuery<Row> => {
  let built: CompiledQuery<Row> | null = null;
  return async (numbers) => {
    built ??= build(listedNumbers(db, sql`${LIST}`)).compile();
    const list = JSON.stringify(numbers);
    const parameters = built.parameters.map((value) => (value === LIST ? list : value));
    return (await db.executeQuery<Row>({ ...built, parameters })).rows;
  };
};
