/** The tables of `state.db` in PostgreSQL, for many processes at once. */
import type { Migrations } from '../open-database.ts';
import type { StateDatabase, StateTables } from '../state-tables.ts';
import { createState } from './migrations/state/001-state.ts';
import { addFeedServers } from './migrations/state/002-feed-servers.ts';
import { addSourceChoices } from './migrations/state/003-source-choices.ts';
import { addPostedAnswers } from './migrations/state/004-posted-answers.ts';
import { addAnswerLimits } from './migrations/state/005-answer-limits.ts';
import { addAlertPieces } from './migrations/state/006-alert-pieces.ts';
import { openPostgres } from './open-postgres.ts';

/** In the order they run. A migration of `state.db` has its twin here; a test compares the tables. */
const migrations: Migrations = {
  '001-state': createState,
  '002-feed-servers': addFeedServers,
  '003-source-choices': addSourceChoices,
  '004-posted-answers': addPostedAnswers,
  '005-answer-limits': addAnswerLimits,
  '006-alert-pieces': addAlertPieces,
};

/**
 * Opens the state in the PostgreSQL database at that address. End it with `destroy()`.
 * @throws DatelineError, see `openPostgres`.
 */
export const openPostgresState = (url: string): Promise<StateDatabase> =>
  openPostgres<StateTables>(url, { migrations, migrationTable: 'kysely_migration' });
