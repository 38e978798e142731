/**
 * In: values. Out: SQL for a list of them, as in `seq IN …`. It takes one parameter however many there are, so that no
 * statement takes too many and each is prepared once.
 */
import { type RawBuilder, sql } from 'kysely';

export const valueList = <T extends number | string>(values: readonly T[]): RawBuilder<T> =>
  sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
