/** In: a corpus and where to keep it. Out: the desk, in this thread: answering at once, loading meanwhile. */
import type { Desk, DeskOptions, DeskProgress } from './desk.ts';
import { joinDesk, rememberProgress } from './join-desk.ts';
import { openAnswering } from './open-answering.ts';
import type { IntakeSurroundings } from './open-intake.ts';
import { openIntakeIn } from './open-intake-in.ts';

export interface DeskSurroundings extends Omit<IntakeSurroundings, 'onProgress'> {
  readonly onProgress?: (progress: DeskProgress) => void;
}

/**
 * Opens the store, then reads the corpus in the background (`loaded`), in slices between which questions are answered,
 * and goes on watching it.
 * @throws DatelineError `unavailable` where the database cannot be used.
 */
export const openDesk = async (
  options: DeskOptions,
  { onProgress = () => undefined, ...surroundings }: DeskSurroundings,
): Promise<Desk> => {
  const progress = rememberProgress(onProgress);
  const { intake, store } = await openIntakeIn(options, {
    ...surroundings,
    onProgress: progress.onProgress,
  });
  // Both use one connection, which the intake closes.
  const answering = { ...openAnswering(store, options.engine), close: async () => undefined };
  return joinDesk(answering, intake, progress);
};
