/** In: an answer. Out: the JSON object that `--json` and `--batch` print for it. */
import type { Answer } from '../domain/answer.ts';

/** Milliseconds with as many places as mean something. */
const roundMs = (timeMs: number): number => Math.round(timeMs * 1000) / 1000;

/** Offsets are UTF-16 and count from the start of the article's body. */
export const answerRecord = (id: string | number | null, question: string, answer: Answer) => ({
  id,
  question,
  tookMs: roundMs(answer.tookMs),
  confidence: answer.confidence,
  excerpts: answer.excerpts.map(
    ({ articleId, title, source, url, published, start, end, text, best, score }) => ({
      articleId,
      title,
      source,
      url,
      published,
      start,
      end,
      text,
      best: { start: best.start, end: best.end },
      score,
    }),
  ),
  missing: answer.missing,
});
