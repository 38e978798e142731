/** In: how a page of something kept is shown. Out: the action of the buttons that turn its pages. */
import type { z } from 'zod';
import type { App } from '../app.ts';
import { type RunAction, readNumber } from './command.ts';
import type { Reply } from './reply.ts';

/** `id` and `data` are what `InteractionStore` keeps. Whoever asked turns the card itself; others get one of their own. */
export const turnKept = <T>(
  schema: z.ZodType<T>,
  show: (app: App, id: string, data: T, page: number) => Promise<Reply>,
): RunAction => ({
  async run({ args, by }, app) {
    const { id, data, userId } = await app.interactions.find(args[0], schema, by);
    return { ...(await show(app, id, data, readNumber(args[1]))), inPlace: userId === by.id };
  },
});
