/** Why something of the corpus could not be read: a code with its facts, as it is kept, and the words for it. */

import { type Message, sentence, tell } from '../language/message.ts';
import type { InWords } from './in-words.ts';
import { describeProblem, type ReadingProblem } from './reading-problem.ts';

/** What needs no fact besides, and its words: a file's name goes before them. */
const PLAIN = {
  empty: sentence`is empty`,
  binary: sentence`holds binary data, not text; save it as text (.txt, .json or .csv)`,
  'unnamed-gzip': sentence`is gzip; add .gz to its name`,
  'not-utf8': sentence`is not UTF-8; save it as UTF-8`,
  'not-allowed': sentence`may not be read by this user`,
  gone: sentence`is no longer there`,
  absent: sentence`is not there`,
  folder: sentence`is a folder`,
  'not-gzip': sentence`is not gzip, or is damaged`,
  'cut-gzip': sentence`is gzip that breaks off before its end`,
  'cut-list': sentence`breaks off before its list of articles is closed`,
  'open-cell': sentence`a quotation mark opens a cell here and is never closed`,
  'not-an-article': sentence`expected an article as an object with a title and a body`,
  draft: sentence`no article: it is a draft`,
  withdrawn: sentence`no article: the news service removed it`,
  'no-body': sentence`no body (looked for body, content, text and the like)`,
  'dead-link': sentence`is a link that leads nowhere`,
  'outside-link': sentence`is a link that leads out of the corpus folder`,
  'not-a-file': sentence`is neither a file nor a folder`,
  'no-server': sentence`is not read: whatever is in the folder “servers” has to be in a folder named by a server’s id, such as 112233445566778899`,
  'odd-name': sentence`has a name that is not UTF-8; rename it`,
  'front-matter-open': sentence`front matter: its end is missing; it is read as far as its lines go`,
  'front-matter-line': sentence`front matter: expected a line such as "title: A headline"`,
} as const satisfies Record<string, Message>;

/** What to do about a file that is too large. */
export type SizeAdvice = 'split' | 'one-article' | 'json-lines';

export type CorpusReason =
  | { readonly kind: keyof typeof PLAIN }
  /** `code` as the system gives it. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'other-encoding'; readonly encoding: string }
  | { readonly kind: 'packed' | 'other-format'; readonly format: string }
  | { readonly kind: 'unknown-kind'; readonly endings: string }
  /** `more` others of its ending are in its folder. */
  | {
      readonly kind: 'unknown-kinds';
      readonly endings: string;
      readonly more: number;
      readonly ending: string;
    }
  | { readonly kind: 'too-deep'; readonly folders: number }
  | { readonly kind: 'too-large'; readonly mb: number; readonly maxMb: number; readonly advice: SizeAdvice }
  | { readonly kind: 'long-line'; readonly maxMb: number }
  | { readonly kind: 'too-slow' }
  /** In the words of the JSON parser. */
  | { readonly kind: 'bad-json'; readonly message: string }
  | { readonly kind: 'in-list'; readonly number: number; readonly reason: CorpusReason }
  /** `names` are those of its columns. */
  | { readonly kind: 'no-text-column'; readonly names: string }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'unknown-date'; readonly date: string }
  | { readonly kind: 'front-matter-twice'; readonly name: string }
  | { readonly kind: 'front-matter-value'; readonly name: string; readonly format: string }
  | { readonly kind: 'unreadable-page' | 'unreadable-feed'; readonly problem: ReadingProblem }
  | { readonly kind: 'id-twice' | 'address-twice'; readonly value: string }
  | { readonly kind: 'more'; readonly count: number }
  | InWords;

/** One thing that could not be read: the file (relative to the corpus), the line if there is one, and why. */
export interface CorpusProblem {
  readonly file: string;
  readonly line: number | null;
  readonly reason: CorpusReason;
}

/** The first problems, and how many there are. */
export interface ProblemSum {
  readonly problems: readonly CorpusProblem[];
  readonly problemCount: number;
}

/** What is wrong with everyone's part of the corpus, and by its id with each server's, which others do not see. */
export interface CorpusProblems extends ProblemSum {
  readonly ofServers: ReadonlyMap<string, ProblemSum>;
}

/** Everyone's with those of some servers. */
export const problemsWith = (all: CorpusProblems, isWanted: (server: string) => boolean): ProblemSum => {
  const wanted = [...all.ofServers].filter(([server]) => isWanted(server)).map(([, sum]) => sum);
  return {
    problems: [all, ...wanted].flatMap(({ problems }) => problems),
    problemCount: [all, ...wanted].reduce((total, { problemCount }) => total + problemCount, 0),
  };
};

const describeSize = (mb: number, maxMb: number, advice: SizeAdvice): Message => {
  if (advice === 'one-article')
    return sentence`is ${mb} MB, larger than ${maxMb} MB; it is hardly one article`;
  return advice === 'split'
    ? sentence`is ${mb} MB, larger than ${maxMb} MB; put each article into a file of its own, or use .jsonl or .csv`
    : sentence`is ${mb} MB, larger than ${maxMb} MB; save it as .jsonl, one article per line`;
};

/** As part of a sentence, safe to show to anyone. */
export const describeReason = (reason: CorpusReason): Message => {
  switch (reason.kind) {
    case 'unreadable':
      return sentence`cannot be read (${reason.code})`;
    case 'other-encoding':
      return sentence`is not UTF-8; it is read as ${reason.encoding}`;
    case 'packed':
      return sentence`is ${reason.format}; unpack it`;
    case 'other-format':
      return sentence`is in the format of ${reason.format}, not text; save it as text (.txt, .json or .csv)`;
    case 'unknown-kind':
      return sentence`is not a kind of file that is read (${reason.endings})`;
    case 'unknown-kinds':
      return sentence`is not a kind of file that is read (${reason.endings}); neither are ${reason.more} more ${reason.ending} files in its folder`;
    case 'too-deep':
      return sentence`lies more than ${reason.folders} folders deep`;
    case 'too-large':
      return describeSize(reason.mb, reason.maxMb, reason.advice);
    case 'long-line':
      return sentence`longer than ${reason.maxMb} MB, too long for one article`;
    case 'too-slow':
      return sentence`set aside: reading it takes too long`;
    case 'bad-json':
      return sentence`bad JSON: ${reason.message}`;
    case 'in-list':
      return sentence`number ${reason.number} of the list: ${describeReason(reason.reason)}`;
    case 'no-text-column':
      return sentence`has no column of texts: expected one called body, content, text, description or the like; its first row is “${reason.names}”`;
    case 'unknown-zone':
      return sentence`the zone “${reason.zone}” of its date is not understood; only the day is kept`;
    case 'unknown-date':
      return sentence`its date “${reason.date}” cannot be read; it has none`;
    case 'front-matter-twice':
      return sentence`front matter: “${reason.name}” comes twice; the first is kept`;
    case 'front-matter-value':
      return sentence`front matter: the value of “${reason.name}” is not ${reason.format}; it is read as it is written`;
    case 'unreadable-page':
      return sentence`cannot be read as a page: ${describeProblem(reason.problem)}`;
    case 'unreadable-feed':
      return sentence`cannot be read as a feed: ${describeProblem(reason.problem)}`;
    case 'id-twice':
      return sentence`the id “${reason.value}” comes twice; the first article with it is kept`;
    case 'address-twice':
      return sentence`the address ${reason.value} comes twice; the first article with it is kept`;
    case 'more':
      return sentence`${reason.count} more problems like these`;
    case 'told':
      return sentence`${reason.text}`;
    default:
      return PLAIN[reason.kind];
  }
};

/** The problem with its reason in words: for the log and the terminal, in English there. */
export const inWords = ({ file, line, reason }: CorpusProblem) => ({
  file,
  line,
  reason: tell(describeReason(reason)),
});
