/** In: what is kept as JSON, a code with its facts. Out: it, if an earlier version kept words as those words. */
import type { CorpusProblem } from '../domain/corpus-reason.ts';
import type { InWords } from '../domain/in-words.ts';

/** Words that were kept in place of facts never begin with a brace. */
export const readFacts = <T>(kept: string): T | InWords =>
  kept.startsWith('{') ? (JSON.parse(kept) as T) : { kind: 'told', text: kept };

/**
 * As `readFacts`, of facts with a `problem` in them, if earlier versions kept words as well: a `message`, or a `reason`.
 */
export const readProblemFacts = <T>(kept: string): T | InWords => {
  const facts = readFacts<Record<string, unknown>>(kept);
  const words = 'message' in facts ? facts.message : 'reason' in facts ? facts.reason : undefined;
  return (words === undefined ? facts : { ...facts, problem: { kind: 'told', text: words } }) as T | InWords;
};

/** The problems of a corpus file, as JSON; earlier versions kept each reason in words. */
export const readCorpusProblems = (kept: string): CorpusProblem[] =>
  (JSON.parse(kept) as (Omit<CorpusProblem, 'reason'> & { reason: CorpusProblem['reason'] | string })[]).map(
    ({ reason, ...where }) => ({
      ...where,
      reason: typeof reason === 'string' ? { kind: 'told', text: reason } : reason,
    }),
  );
