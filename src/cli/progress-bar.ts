/** In: how far loading is. Out: a bar on a terminal, if it takes long enough to wonder. */
import { Presets, SingleBar } from 'cli-progress';
import { type LoadProgress, shareDone } from '../backend/backend.ts';

/** Shorter loads show nothing. */
const SHOW_AFTER_MS = 400;

export interface ProgressBar {
  update(progress: LoadProgress): void;
  /** Takes the bar away. */
  close(): void;
}

interface Bar {
  /** `share`: 0 to 1. */
  update(share: number, count: number): void;
  /** Takes the bar away. */
  close(): void;
}

/**
 * Draws on standard error, so that standard output holds answers alone; nothing if that is no terminal. `format` may hold
 * `{bar}`, `{percentage}` and `{count}`.
 */
export const openBar = (format: string): Bar => {
  if (!process.stderr.isTTY) return { update: () => {}, close: () => {} };
  const showAtMs = performance.now() + SHOW_AFTER_MS;
  let bar: SingleBar | null = null;
  return {
    update(share, number) {
      const percent = Math.floor(share * 100);
      const count = number.toLocaleString('en');
      if (bar === null) {
        if (performance.now() < showAtMs) return;
        bar = new SingleBar(
          { format, stream: process.stderr, clearOnComplete: true, hideCursor: null },
          Presets.rect,
        );
        bar.start(100, percent, { count });
      }
      bar.update(percent, { count });
    },
    close: () => bar?.stop(),
  };
};

/** Of loading the corpus. */
export const openProgressBar = (): ProgressBar => {
  const { update, close } = openBar('Reading the corpus {bar} {percentage}% · {count} articles');
  return { update: (progress) => update(shareDone(progress), progress.indexed), close };
};
