/** In: articles of a build without a search engine of its own. Out: who tells which text on which day. */
import { type Kysely, sql } from 'kysely';

/** Days since 1970-01-01 of a date as SQLite reads it: noon of that day is Julian day 2440588. */
const DAY = `CAST(julianday(substr(published, 1, 10)) - 2440587.5 AS INTEGER)`;

export const fillTellings = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ source: string }>`SELECT DISTINCT source FROM article`.execute(db);
  const ids = new Map<string, number>();
  // SQLite lower-cases ASCII alone.
  const places = rows.map(({ source }) => {
    const name = source.toLowerCase();
    if (!ids.has(name)) ids.set(name, ids.size + 1);
    return [source, ids.get(name)] as const;
  });
  await sql`INSERT INTO source (name, id) SELECT value ->> 0, value ->> 1
    FROM json_each(${JSON.stringify([...ids])})`.execute(db);
  await sql`INSERT INTO telling (of, seq, source, day)
    SELECT coalesce(duplicate_of, seq), seq, place.value ->> 1, ${sql.raw(DAY)}
    FROM json_each(${JSON.stringify(places)}) AS place JOIN article ON article.source = place.value ->> 0
    WHERE removed_at_ms IS NULL`.execute(db);
};
