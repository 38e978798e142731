/** In: anything thrown while answering. Out: what the person reads; everything else goes to the log. */
import { DatelineError } from '../domain/errors.ts';
import { loggable } from './loggable.ts';
import { type Markup, md, rawMarkup } from './markup.ts';
import { type Reply, say } from './reply.ts';

/** The part of the log that is needed here. */
export interface FailureLog {
  error(fields: object, message: string): void;
}

/** Where it happened, for the log. Never what was asked. */
export interface FailurePlace {
  readonly command: string;
  readonly guildId: string | null;
}

/** What stands between backticks in a message is shown as code, as names of commands are elsewhere. */
const withCode = ({ markdown }: Markup): Markup =>
  rawMarkup(
    markdown.replace(
      /\\`((?:[^`\\\n]|\\[^`\n]){1,200})\\`/g,
      (_, code: string) => `\`${code.replace(/\\(.)/g, '$1')}\``,
    ),
  );

/**
 * A private reply: a `DatelineError` in its own words, in the language that is spoken; anything else as a neutral sentence with a reference under
 * which the log holds the whole error.
 */
export const failureReply = (
  error: unknown,
  place: FailurePlace,
  log: FailureLog,
  newReference: () => string,
): Reply => {
  const shape = { tone: 'problem', visibility: 'private' } as const;
  if (error instanceof DatelineError) return say(withCode(md`${error.said ?? error.message}`), shape);
  const reference = newReference();
  log.error({ reference, ...place, err: loggable(error) }, 'an answer failed');
  return say(
    md`Something went wrong here, not with what you asked. Please try again; if it keeps happening, give the reference **${reference}** to whoever runs this bot.`,
    shape,
  );
};
