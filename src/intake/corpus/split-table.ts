/** In: the lines of a table as text (CSV, TSV). Out: the lines of each row, for a quoted cell may hold line ends. */
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import type { Line } from './read-lines.ts';

/** `text` is null if the row cannot be read, with `reason`. `line` is the number of its first line. */
export type TableRow =
  | { readonly line: number; readonly text: string; readonly reason: null }
  | { readonly line: number; readonly text: null; readonly reason: CorpusReason };

/** Whether a cell begins there, blanks aside. */
const beginsCell = (line: string, at: number, delimiter: string): boolean => {
  let before = at - 1;
  while (line[before] === ' ') before--;
  return before < 0 || line[before] === delimiter;
};

/** Whether a quoted cell is open at the end of a line; `isOpen` is how it was at its start. */
const isOpenAfter = (line: string, isOpen: boolean, delimiter: string): boolean => {
  let open = isOpen;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) {
    if (open && line[at + 1] === '"') at++;
    else if (open) open = false;
    // Elsewhere than at the start of a cell a quotation mark is one of the text.
    else open = beginsCell(line, at, delimiter);
  }
  return open;
};

/**
 * Whether a line below an open cell begins a row of its own: the first mark in it opens a cell rather than closing one, so
 * that the cell above was never closed.
 */
const opensAnew = (line: string, delimiter: string): boolean => {
  let at = line.indexOf('"');
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  const after = line[at + 1];
  return at !== -1 && beginsCell(line, at, delimiter) && after !== undefined && after !== delimiter;
};

/**
 * Rows in order. A row whose quotation mark is never closed, or that grows beyond `maxChars`, costs its first line alone:
 * those after it are read again as rows of their own, which takes linear time, as no mark stands in them.
 */
export async function* splitTable(
  lines: AsyncIterable<Line>,
  delimiter: string,
  maxChars: number,
): AsyncGenerator<TableRow> {
  /** Lines of the row that is open. */
  let held: { number: number; text: string }[] = [];
  let chars = 0;

  /** Gives up the first line held, and reads those after it. */
  function* giveUp(reason: CorpusReason): Generator<TableRow> {
    const [first, ...rest] = held;
    held = [];
    chars = 0;
    if (first !== undefined) yield { line: first.number, text: null, reason };
    for (const { number, text } of rest) yield* take(number, text);
  }
  function* take(number: number, text: string): Generator<TableRow> {
    if (held.length > 0 && opensAnew(text, delimiter)) yield* giveUp(UNCLOSED);
    const isOpen = isOpenAfter(text, held.length > 0, delimiter);
    held.push({ number, text });
    chars += text.length + 1;
    if (!isOpen) {
      const row = held;
      held = [];
      chars = 0;
      yield { line: row[0]!.number, text: row.map((line) => line.text).join('\n'), reason: null };
    } else if (chars > maxChars) yield* giveUp(UNCLOSED);
  }

  for await (const { number, text, reason } of lines) {
    if (text !== null) yield* take(number, text.endsWith('\r') ? text.slice(0, -1) : text);
    else {
      yield* giveUp(UNCLOSED);
      yield { line: number, text: null, reason };
    }
  }
  while (held.length > 0) yield* giveUp(UNCLOSED);
}

const UNCLOSED: CorpusReason = { kind: 'open-cell' };
