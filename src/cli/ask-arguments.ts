/** In: the command line of `npm run -s ask`. Out: what is asked for, checked. */
import { parseArgs } from 'node:util';
import { DatelineError } from '../domain/errors.ts';

export const ASK_USAGE = `Asks the articles a question.

  npm run -s ask -- "question"            the answer, with its sources
  npm run -s ask                          questions one after the other
  npm run -s ask -- --batch FILE.jsonl    one question per line: {"id", "question", "asOf"?, "previous"?};
                                          "previous" is the question before it; - reads standard input
  npm run -s ask -- --feedback            the votes on answers, as JSON: {"question", "excerpt", "vote", "day"} per line

  --corpus PATH     a folder or file of articles, kept in memory only; may be repeated (else CORPUS_DIR)
  --as-of DATE      answer as on that day: nothing published later is shown
  --grace-days N    articles up to N days after that day are allowed all the same (0)
  --limit N         at most N excerpts, 1 to 5 (5)
  --json            one JSON object instead of text
  --help            this page

A question may hold "quoted phrases" (of one word: the word itself), -words to leave out, Kyiv OR Odesa,
(words put together), title:word, author:name, -author:name, source:name, -source:name, after:2024-03-01 and
before:2024-04-01; the days may be plain words as well: after:yesterday, before:"12 March 2024". Days named in the
question itself ("last week", "in March 2024") favour the articles of those days and leave none out.
`;

type AskMode =
  | { readonly kind: 'question'; readonly question: string; readonly json: boolean }
  | { readonly kind: 'batch'; readonly file: string }
  | { readonly kind: 'prompt' }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'help' };

export interface AskArguments {
  readonly mode: AskMode;
  /** Empty if the configured corpus is asked. */
  readonly corpus: readonly string[];
  /** Null: now. */
  readonly asOfMs: number | null;
  readonly graceDays: number;
  readonly limit: number;
}

const SEE_HELP = 'npm run -s ask -- --help lists what there is.';
const MAX_EXCERPTS = 5;
const MAX_GRACE_DAYS = 36_500;

const invalid = (message: string): DatelineError => new DatelineError('invalid', message);

/**
 * Epoch milliseconds of a clock: a day (`2024-03-12`) stands at its end in UTC, so that all of it has been published;
 * an instant (`2024-03-12T09:30:00Z`) at itself. Null if the text is neither.
 */
export const parseAsOf = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}(T.+)?$/.test(text)) return null;
  const timeMs = Date.parse(text.length === 10 ? `${text}T23:59:59.999Z` : text);
  const isRealDay =
    !Number.isNaN(timeMs) && (text.length > 10 || new Date(timeMs).toISOString().startsWith(text));
  return isRealDay ? timeMs : null;
};

const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw invalid(`--${name} expects a whole number from ${min} to ${max}; got "${text}".`);
  }
  return value;
};

const OPTIONS = {
  corpus: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'grace-days': { type: 'string' },
  limit: { type: 'string' },
  batch: { type: 'string' },
  json: { type: 'boolean' },
  feedback: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw invalid(problemWith(error as NodeJS.ErrnoException));
  }
};

const problemWith = ({ code, message }: NodeJS.ErrnoException): string => {
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${message}\n${SEE_HELP}`;
  const option = /'(-[^']*)'/.exec(message)?.[1] ?? '';
  return `There is no option ${option}. A question that begins with a dash goes after --.\n${SEE_HELP}`;
};

/** @throws DatelineError `invalid` that says what is wrong with the command line. */
export const parseAskArguments = (args: readonly string[]): AskArguments => {
  const { values, positionals } = parse(args);
  const asOf = values['as-of'];
  const asOfMs = asOf === undefined ? null : parseAsOf(asOf);
  if (asOf !== undefined && asOfMs === null) {
    throw invalid(
      `--as-of expects a day such as 2024-03-12 or an instant such as 2024-03-12T09:30:00Z; got "${asOf}".`,
    );
  }
  return {
    mode: values.feedback
      ? feedbackMode(values, positionals)
      : chooseMode(values.help === true, values.batch, positionals.join(' ').trim(), values.json === true),
    corpus: values.corpus ?? [],
    asOfMs,
    graceDays: wholeNumber('grace-days', values['grace-days'] ?? '0', 0, MAX_GRACE_DAYS),
    limit: wholeNumber('limit', values.limit ?? String(MAX_EXCERPTS), 1, MAX_EXCERPTS),
  };
};

const feedbackMode = (values: object, positionals: readonly string[]): AskMode => {
  if ('help' in values) return { kind: 'help' };
  if (Object.keys(values).length > 1 || positionals.length > 0)
    throw invalid(
      '--feedback prints the votes that are kept, and takes neither a question nor other options.',
    );
  return { kind: 'feedback' };
};

const chooseMode = (help: boolean, batch: string | undefined, question: string, json: boolean): AskMode => {
  if (help) return { kind: 'help' };
  if (batch !== undefined) {
    if (question !== '') throw invalid('Give a question or --batch, not both.');
    return { kind: 'batch', file: batch };
  }
  if (question !== '') return { kind: 'question', question, json };
  if (json) throw invalid('--json expects a question.');
  return { kind: 'prompt' };
};
