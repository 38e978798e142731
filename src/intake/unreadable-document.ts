import { DatelineError } from '../domain/errors.ts';
import { describeProblem, type ReadingProblem } from '../domain/reading-problem.ts';

/** A document that cannot be read: `invalid` if it is something else, `limit` if reading it takes too much. */
export class UnreadableDocument extends DatelineError {
  declare readonly code: 'invalid' | 'limit';
  readonly problem: ReadingProblem;

  constructor(code: 'invalid' | 'limit', problem: ReadingProblem, options?: { cause?: unknown }) {
    super(code, describeProblem(problem), options);
    this.problem = problem;
  }
}
