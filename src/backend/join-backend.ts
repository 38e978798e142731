/** In: the part that answers and the part that writes. Out: the backend; answers say how far loading is. */
import type { Answering, Backend, Intake, LoadProgress, OnProgress } from './backend.ts';

/** Remembers what loading told last, and passes it on. */
export interface ProgressMemory {
  readonly onProgress: OnProgress;
  latest(): LoadProgress | null;
}

export const rememberProgress = (passOn: (progress: LoadProgress) => void): ProgressMemory => {
  // Until loading tells of itself, nothing can be said to be there.
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

export const joinBackend = (answering: Answering, intake: Intake, progress: ProgressMemory): Backend => ({
  async answer(text, options) {
    const latest = progress.latest();
    const answer = await answering.answer(text, options);
    return latest === null
      ? answer
      : { ...answer, progress: { indexed: latest.indexed, total: latest.total } };
  },
  search: (...args) => answering.search(...args),
  suggestTitles: (...args) => answering.suggestTitles(...args),
  match: (...args) => answering.match(...args),
  mismatch: (...args) => answering.mismatch(...args),
  countArrivals: (...args) => answering.countArrivals(...args),
  answerStanding: (...args) => answering.answerStanding(...args),
  story: (...args) => answering.story(...args),
  topicStory: (...args) => answering.topicStory(...args),
  timeline: (...args) => answering.timeline(...args),
  compare: (...args) => answering.compare(...args),
  compareStory: (...args) => answering.compareStory(...args),
  checkQuote: (...args) => answering.checkQuote(...args),
  loaded: () => intake.loaded(),
  add: (...args) => intake.add(...args),
  expire: (...args) => intake.expire(...args),
  status: () => intake.status(),
  async close() {
    // Who writes goes last: SQLite then puts all there is into one file, which can be copied and moved by itself.
    await answering.close();
    await intake.close();
  },
});
