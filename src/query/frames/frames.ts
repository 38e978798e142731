/** What a language's table of frames holds: the turns of phrase that say what is wanted, and name nothing themselves. */
import type { IntentKind } from '../../domain/query.ts';

/** The words of a list, with spaces or line ends between them, as a set. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * One turn of phrase. What `pattern` matches is replaced: by what `keep` gives for its groups, else by nothing. Patterns
 * are tried on lower-case text with straight apostrophes and single spaces; each takes linear time.
 */
export interface Frame {
  readonly kind: IntentKind;
  readonly pattern: RegExp;
  /** What is searched for instead; `$<name>` stands for a group, as in `String.replace`. */
  readonly keep?: string;
  /** The newest state is asked for. */
  readonly newest?: true;
}

export interface FrameTable extends TalkTable {
  /** ISO 639-1. */
  readonly language: string;
  /** Openings and endings that say nothing; taken off again and again. */
  readonly lead: RegExp;
  readonly tail: RegExp;
  /** Endings that ask for the newest state. */
  readonly nowTail: RegExp;
  /** In order: the first that matches gives the intent. */
  readonly frames: readonly Frame[];
  /** Words that are not searched for behind a frame if others are left. Lower case. */
  readonly fillers: ReadonlySet<string>;
  /** Those of them that only say how sure or exact something is: never searched for. "just" and "stuff" stand in names. */
  readonly hedges: ReadonlySet<string>;
  /** Words that everyone uses and nobody means: never reported as missing. Lower case. */
  readonly vague: ReadonlySet<string>;
  /** Words that sentences hold which answer such a question. */
  readonly cues: Readonly<Partial<Record<IntentKind, string | undefined>>>;
}

/** How a language's messages read that want no news. */
export interface TalkTable {
  /** Messages that ask nothing of the news, whole. */
  readonly talk: readonly RegExp[];
  /** Words of greeting, thanks and praise: a message of them alone is small talk. Lower case. */
  readonly talkWords: ReadonlySet<string>;
  /** Words that may stand among them. */
  readonly talkFillers: ReadonlySet<string>;
  /** Requests that are no news, unless articles answer them all the same. */
  readonly errands: readonly RegExp[];
}
