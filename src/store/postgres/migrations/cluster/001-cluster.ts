/** What the processes of a cluster agree on. Moments are the database's: their own clocks may differ. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who leads, and until when unless it says so again. */
interface LeaseRow {
  name: string;
  holder: string;
  until: Date;
}

export interface ClusterTables {
  lease: LeaseRow;
}

export const createClusterTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TIMESTAMPTZ NOT NULL)`.execute(
      db,
    );
  },
};
