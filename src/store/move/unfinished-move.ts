/** Whether a state is half of one that is being copied: a mark in it, which goes in the transaction that brings the rest. */
import { DatelineError } from '../../domain/errors.ts';
import type { StateDatabase } from '../state-tables.ts';

const MARK = 'move';

/** The number it was marked with, null if it is not marked. */
export const unfinishedMove = async (state: StateDatabase): Promise<number | null> => {
  const row = await state
    .selectFrom('digest_mark')
    .select('value')
    .where('name', '=', MARK)
    .executeTakeFirst();
  return row?.value ?? null;
};

export const markUnfinished = async (state: StateDatabase, value: number): Promise<void> => {
  await state.transaction().execute(async (tx) => {
    await tx.deleteFrom('digest_mark').where('name', '=', MARK).execute();
    await tx.insertInto('digest_mark').values({ name: MARK, value }).execute();
  });
};

/** @throws DatelineError `unavailable` if it is marked: a bot would take it for all there is, and post things again. */
export const refuseUnfinished = async (state: StateDatabase): Promise<void> => {
  if ((await unfinishedMove(state)) === null) return;
  throw new DatelineError(
    'unavailable',
    'What is kept here is half of what `npm run -s db -- move` was copying when it ended. Go on with it by the same command, or empty this place and use the other one.',
  );
};
