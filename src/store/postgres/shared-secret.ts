/** In: the tables of a cluster. Out: a secret that all its processes share. */
import { sql } from 'kysely';
import type { ClusterDatabase } from './open-cluster-tables.ts';

/** The name of the key that hides who voted. */
export const VOTER_KEY = 'voter key';

/** Null if none is kept. */
export const findSecret = async (db: ClusterDatabase, name: string): Promise<Buffer | null> => {
  const { rows } = await sql<{ value: Buffer }>`SELECT value FROM secret WHERE name = ${name}`.execute(db);
  return rows[0]?.value ?? null;
};

/** In the place of the one that is kept. */
export const setSecret = async (db: ClusterDatabase, name: string, value: Buffer): Promise<void> => {
  await sql`INSERT INTO secret (name, value) VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`.execute(db);
};

/** `make` is used if none is kept yet, by whoever is first. */
export const sharedSecret = async (
  db: ClusterDatabase,
  name: string,
  make: () => Buffer,
): Promise<Buffer> => {
  const kept = await findSecret(db, name);
  if (kept !== null) return kept;
  await sql`INSERT INTO secret (name, value) VALUES (${name}, ${make()}) ON CONFLICT DO NOTHING`.execute(db);
  return (await findSecret(db, name))!;
};
