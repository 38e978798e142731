/** In: the part that answers and the part that writes. Out: the backend; answers say how far loading is. */
import {
  type Answering,
  type Backend,
  type Intake,
  type LoadProgress,
  type OnProgress,
  type Questions,
  shareDone,
} from './backend.ts';

/** Remembers what loading reported last, and passes it on. */
export interface ProgressMemory {
  readonly onProgress: OnProgress;
  /** The share that is done, 0 to 1; null once all is. */
  share(): number | null;
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
    share: () => latest && shareDone(latest),
  };
};

export const joinBackend = (answering: Answering, intake: Intake, progress: ProgressMemory): Backend => {
  const withProgress = (questions: Questions): Questions => ({
    ...questions,
    async answer(text, options) {
      const share = progress.share();
      return { ...(await questions.answer(text, options)), progress: share };
    },
  });
  return {
    ...intake,
    ...withProgress(answering),
    progress: progress.share,
    hearing: (audience) => withProgress(answering.hearing(audience)),
    async close() {
      // Who writes goes last: SQLite then puts all there is into one file, which can be copied and moved by itself.
      await answering.close();
      await intake.close();
    },
  };
};
