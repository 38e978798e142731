/** A question that was asked and the answer it got, as the buttons under the answer need them for a week. */
import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { piecesSchema } from './query-pieces.ts';

/** To be raised whenever the shape of `Answer` changes: what was kept in another shape is then answered anew. */
const ANSWER_FORMAT = 3;

const answeredSchema = z.object({ format: z.literal(ANSWER_FORMAT), answer: z.custom<Answer>() });

export const askedSchema = z.object({
  /** As written. */
  question: z.string(),
  /** As searched, in the query language. */
  text: z.string(),
  /** What has to hold besides the text: filters, and what it took from the question it continues. */
  also: piecesSchema,
  /** The question this one continues, as written. */
  continues: z.string().nullable(),
  carried: z.array(z.string()),
  isPrivate: z.boolean(),
  /** Of a private answer: its asker has shared it. */
  isShared: z.boolean().optional(),
  /** Who shared it, if it was private at first. */
  sharedBy: z.string().optional(),
  asOfMs: z.number(),
  /** Where it was answered; absent in what earlier versions stored, and where only its person sees it. */
  channelId: z.string().optional(),
  /** The alert that it was asked by, if a new article answered it. */
  alert: z.object({ id: z.string(), createdAtMs: z.number() }).optional(),
  /** The answer that was given; absent in what earlier versions stored. */
  answered: answeredSchema.optional().catch(undefined),
});
export type Asked = z.infer<typeof askedSchema>;

/** With the answer it was given. */
export const withAnswer = (asked: Omit<Asked, 'answered'>, answer: Answer): Asked => ({
  ...asked,
  answered: { format: ANSWER_FORMAT, answer },
});
