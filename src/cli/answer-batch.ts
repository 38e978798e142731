/** In: lines of `{id, question, asOf?, previous?}`. Out: a line for each, in order: the answer, or what is wrong with it. */
import { z } from 'zod';
import type { Backend } from '../backend/backend.ts';
import type { AnswerOptions } from '../domain/answer.ts';
import { DatelineError } from '../domain/errors.ts';
import type { QueryPiece } from '../domain/query.ts';
import { continueQuestion } from '../query/continue-question.ts';
import { parseQuery } from '../query/parse-query.ts';
import { answerRecord } from './answer-record.ts';
import { parseAsOf } from './ask-arguments.ts';

const batchLine = z.object({
  id: z.union([z.string(), z.number()], { error: 'expected "id" to be a text or a number' }),
  question: z.string({ error: 'expected "question" to be a text' }),
  /** The question before it, if this one goes on from there. */
  previous: z.string({ error: 'expected "previous" to be a text' }).nullish(),
  asOf: z
    .string({ error: 'expected "asOf" to be a day such as "2024-03-12"' })
    .refine((text) => parseAsOf(text) !== null, 'expected "asOf" to be a day such as "2024-03-12"')
    .nullish(),
});

const parseLine = (text: string): z.output<typeof batchLine> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DatelineError('invalid', `not JSON: ${(cause as Error).message}`, { cause });
  }
  const line = batchLine.safeParse(value, { error: () => 'expected an object with "id" and "question"' });
  if (line.success) return line.data;
  throw new DatelineError('invalid', line.error.issues.map(({ message }) => message).join('; '));
};

interface Asked {
  readonly text: string;
  readonly also?: readonly QueryPiece[];
}

const asked = (question: string, previous: string | null | undefined, asOfMs: number): Asked =>
  previous == null
    ? { text: question }
    : continueQuestion(parseQuery(previous, asOfMs), parseQuery(question, asOfMs));

/**
 * Answers each line by itself, with `options` if the line gives no clock. Blank lines are passed over; a line that
 * cannot be answered gives `{"id":null,"error":…,"line":n}`, counted from 1, and the rest go on.
 * @throws only what is not the line's fault.
 */
export async function* answerBatch(
  lines: AsyncIterable<string>,
  backend: Pick<Backend, 'answer'>,
  options: AnswerOptions,
): AsyncGenerator<string> {
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    try {
      const { id, question, asOf, previous } = parseLine(number === 1 ? text.replace(/^\ufeff/, '') : text);
      const asOfMs = (asOf == null ? null : parseAsOf(asOf)) ?? options.asOfMs;
      const { text: asText, also } = asked(question, previous, asOfMs);
      const answer = await backend.answer(asText, { ...options, asOfMs, ...(also && { also }) });
      yield JSON.stringify(answerRecord(id, question, answer));
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'invalid') throw error;
      yield JSON.stringify({ id: null, error: error.message, line: number });
    }
  }
}
