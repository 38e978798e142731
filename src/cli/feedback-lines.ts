/** In: where votes are kept. Out: a line of JSON for each vote that is kept, oldest first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay } from '../domain/iso-time.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { createFeedbackStore } from '../store/feedback-store.ts';
import { openState } from '../store/open-state.ts';
import { openVoterKey } from '../store/voter-key.ts';

/** Nothing if nothing was kept yet. A bot may run on the same folder meanwhile. */
export async function* feedbackLines(
  dataDir: string,
  cluster: ClusterAddresses | null = null,
): AsyncGenerator<string> {
  if (cluster === null && !existsSync(join(dataDir, 'state.db'))) return;
  const db = await openState(dataDir, cluster);
  try {
    for await (const { question, excerpt, vote, votedMs } of createFeedbackStore(
      db,
      Date.now,
      openVoterKey(null),
    ).all())
      yield JSON.stringify({ question, excerpt, vote, day: isoDay(votedMs) });
  } finally {
    await db.destroy();
  }
}
