/** Articles and questions as they are measured by, and what counts as a hit. */

export interface EvalArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly source: string;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly body: string;
}

export interface EvalQuestion {
  readonly id: string;
  readonly question: string;
  /** The question's clock, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Any one counts. */
  readonly answers: readonly string[];
  /** Ids of articles known to hold an answer, if the file says. */
  readonly articles?: readonly string[] | undefined;
}

/** Nothing published later than this many days after a question's clock may answer it. */
export const GRACE_DAYS = 7;

/** A text as answers are looked for in it: lower-cased, everything but letters a-z and digits one space. */
export const plainText = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Whether a plain text holds any of the answers as whole words. */
export const holdsAnswer = (plain: string, answers: readonly string[]): boolean =>
  answers.some((answer) => plainText(answer).trim() !== '' && plain.includes(plainText(answer)));
