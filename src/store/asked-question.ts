/** A question that was asked, as the buttons of its answer need it. */
import { z } from 'zod';

export const askedSchema = z.object({
  /** As written. */
  question: z.string(),
  /** As searched, in the query language. */
  text: z.string(),
  /** The question this one continues, as written. */
  continues: z.string().nullable(),
  carried: z.array(z.string()),
  isPrivate: z.boolean(),
  asOfMs: z.number(),
  /** Where it was answered; absent in what earlier versions stored, and where only its person sees it. */
  channelId: z.string().optional(),
});

export type Asked = z.infer<typeof askedSchema>;
