/** In: the part that answers and the part that writes. Out: the backend; answers say how far loading is. */
import type { Answering, Backend, Intake, LoadProgress, OnProgress, Questions } from './backend.ts';

/** Remembers what loading reported last, and passes it on. */
export interface ProgressMemory {
  readonly onProgress: OnProgress;
  latest(): LoadProgress | null;
}

export const rememberProgress = (passOn: (progress: LoadProgress) => void): ProgressMemory => {
  // Until loading reports, nothing is known to be there.
  let latest: LoadProgress | null = { indexed: 0, total: 0, bytesDone: 0, bytes: 0 };
  return {
    onProgress(progress) {
      if (progress !== null) passOn(progress);
      else if (latest !== null) passOn({ ...latest, bytesDone: 1, bytes: 1 });
      latest = progress;
    },
    latest: () => latest,
  };
};

export const joinBackend = (answering: Answering, intake: Intake, progress: ProgressMemory): Backend => {
  const tellProgress = (questions: Questions): Questions => ({
    ...questions,
    async answer(text, options) {
      const latest = progress.latest();
      const answer = await questions.answer(text, options);
      return latest === null
        ? answer
        : { ...answer, progress: { indexed: latest.indexed, total: latest.total } };
    },
  });
  return {
    ...intake,
    ...tellProgress(answering),
    hearing: (audience) => tellProgress(answering.hearing(audience)),
    async close() {
      // Who writes goes last: SQLite then puts all there is into one file, which can be copied and moved by itself.
      await answering.close();
      await intake.close();
    },
  };
};
