/** What was posted of a later telling, as its correction needs it for a week. */
import { z } from 'zod';
import type { DevelopmentNews } from '../domain/digest.ts';

export const postedNewsSchema = z.object({
  development: z.object({ id: z.string(), deliveryId: z.string() }),
  told: z.custom<DevelopmentNews>((value) => typeof value === 'object' && value !== null),
  /** Epoch milliseconds before its articles were read. */
  asOfMs: z.number(),
});
export type PostedNews = z.infer<typeof postedNewsSchema>;
