/** In: the data folder. Out: a line of JSON for each vote that is kept, oldest first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createFeedbackStore } from '../store/sqlite-feedback-store.ts';
import { openStateDatabase } from '../store/state-database.ts';
import { openVoterKey } from '../store/voter-key.ts';

/** Nothing where nothing was kept yet. A bot may run on the same folder meanwhile. */
export async function* feedbackLines(dataDir: string): AsyncGenerator<string> {
  if (!existsSync(join(dataDir, 'state.db'))) return;
  const db = await openStateDatabase(dataDir);
  try {
    for await (const { question, excerpt, vote, votedMs } of createFeedbackStore(
      db,
      Date.now,
      openVoterKey(null),
    ).all())
      yield JSON.stringify({ question, excerpt, vote, day: new Date(votedMs).toISOString().slice(0, 10) });
  } finally {
    await db.destroy();
  }
}
