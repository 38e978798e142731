/** In: a database and the ordered migrations of it. Out: the database up to date, or why it cannot be. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/**
 * Migrations by name. Names begin with a number and sort in the order they run (`001-articles`, `002-…`). Databases record
 * them: one that was released is never renamed.
 */
export type Migrations = Readonly<Record<string, Migration>>;

/** A statement, or what takes more than one. */
type Step = string | ((db: Kysely<unknown>) => Promise<void>);

export const migration = (...steps: readonly Step[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const step of steps) await (typeof step === 'string' ? sql.raw(step).execute(db) : step(db));
  },
});

/** What kysely says if one that is not among them has run. */
const UNKNOWN = /previously executed migration (\S+) is missing/;

export interface MigrateOptions {
  /** The table that says which have run. */
  readonly table?: string;
  /** Makes the error if a newer Dateline has run the migration of that name. */
  readonly tooNew: (name: string) => Error;
}

/** Runs what is missing, all or nothing. Several processes may do so at once: one migrates while the others wait. */
export const migrate = async <Tables>(
  db: Kysely<Tables>,
  migrations: Migrations,
  { table = 'kysely_migration', tooNew }: MigrateOptions,
): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  const unknown = error instanceof Error ? UNKNOWN.exec(error.message)?.[1] : undefined;
  if (unknown !== undefined) throw tooNew(unknown);
  if (error !== undefined) throw error;
};
