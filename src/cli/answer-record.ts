/** In: an answer. Out: the JSON object that `--json` and `--batch` print for it. */
import { type Answer, VERDICT_CODES } from '../domain/answer.ts';

/** Milliseconds with as many places as mean something. */
const roundMs = (timeMs: number): number => Math.round(timeMs * 1000) / 1000;

/**
 * The excerpts are those that came nearest, whatever the verdict on them. `since` is the first of the days asked for.
 * Offsets are UTF-16 and count from the start of the article's body.
 */
export const answerRecord = (id: string | number | null, question: string, answer: Answer) => ({
  id,
  question,
  tookMs: roundMs(answer.tookMs),
  verdict: VERDICT_CODES[answer.verdict],
  confidence: answer.confidence,
  intent: answer.query.intent.kind,
  asked: answer.asked,
  since: answer.query.within?.from ?? answer.query.about?.from ?? null,
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
