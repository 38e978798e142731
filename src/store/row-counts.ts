/** In: a statement that is to run. Out: how many rows it deletes or finds, or whether it changes one. */
import type { DeleteResult, SelectQueryBuilder, UpdateResult } from 'kysely';

interface Statement<Result> {
  executeTakeFirst(): Promise<Result>;
}

export const countDeleted = async (statement: Statement<DeleteResult>): Promise<number> =>
  Number((await statement.executeTakeFirst()).numDeletedRows);

export const hasUpdated = async (statement: Statement<UpdateResult>): Promise<boolean> =>
  (await statement.executeTakeFirst()).numUpdatedRows > 0n;

export const countFound = async <Tables, Table extends keyof Tables>(
  query: SelectQueryBuilder<Tables, Table, unknown>,
): Promise<number> => {
  const counted = query.select(({ fn }) => fn.countAll<number>().as('found')).$castTo<{ found: number }>();
  return (await counted.executeTakeFirstOrThrow()).found;
};
