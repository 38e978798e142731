/** In: a corpus and where to keep it. Out: the backend, in this thread: answering at once, loading meanwhile. */
import type { Backend, BackendOptions, LoadProgress } from './backend.ts';
import { joinBackend, rememberProgress } from './join-backend.ts';
import { openAnswering } from './open-answering.ts';
import type { IntakeSurroundings } from './open-intake.ts';
import { openIntakeIn } from './open-intake-in.ts';

export interface BackendSurroundings extends Omit<IntakeSurroundings, 'onProgress'> {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Opens the store, then reads the corpus in the background (`loaded`), in slices between which questions are answered,
 * and goes on watching it.
 * @throws DatelineError `unavailable` if the database cannot be used.
 */
export const openBackend = async (
  options: BackendOptions,
  { onProgress = () => undefined, ...surroundings }: BackendSurroundings,
): Promise<Backend> => {
  const progress = rememberProgress(onProgress);
  const { intake, store } = await openIntakeIn(options, {
    ...surroundings,
    onProgress: progress.onProgress,
  });
  // Both use one connection, which the intake closes.
  const answering = { ...openAnswering(store, options.engine), close: async () => undefined };
  return joinBackend(answering, intake, progress);
};
