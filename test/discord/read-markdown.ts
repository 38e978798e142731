/**
 * In: markdown. Out: what Discord's client would show, piece by piece, with the marks that apply. A reading of our
 * own of the rules Discord documents, for tests: whatever it does not show as plain text is markup.
 */

export interface Shown {
  readonly text: string;
  readonly marks: readonly string[];
}

const LINE_RULES: readonly [RegExp, string][] = [
  [/^ {0,3}(#{1,3}|-#) +/, 'heading'],
  [/^>(>>)? /, 'quote'],
  [/^\s*([-*+]|\d+[.)]) +/, 'list'],
];
const SPAN_RULES: readonly [RegExp, string][] = [
  [/^```([\s\S]+?)```/, 'code'],
  [/^`([\s\S]+?)`/, 'code'],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, 'bold'],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, 'underline'],
  [/^~~([\s\S]+?)~~/, 'strike'],
  [/^\|\|([\s\S]+?)\|\|/, 'spoiler'],
  [/^\*((?:\\[\s\S]|[^\\])+?)\*/, 'italic'],
  [/^_((?:\\[\s\S]|[^\\])+?)_/, 'italic'],
  [/^\[((?:\\[\s\S]|[^\\\]])+)\]\(\S+?\)/, 'link'],
  [/^(<(?:@[!&]?|#|\/|a?:|t:|id:|https?:)[^\n>]*>)/, 'mention'],
  [/^(https?:\/\/[^\s<]+)/, 'address'],
  [/^(@everyone|@here)/, 'mention'],
  [/^(:[\w+-]+:)/, 'emoji'],
];
const VERBATIM = new Set(['code', 'mention', 'address', 'emoji']);

/** Pieces next to each other with the same marks are one. */
const joined = (pieces: readonly Shown[]): Shown[] => {
  const out: Shown[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.marks.join() === piece.marks.join())
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
};

const readSpans = (markdown: string, marks: readonly string[], atLineStart: boolean): Shown[] => {
  const pieces: Shown[] = [];
  let rest = markdown;
  let lineStart = atLineStart;
  while (rest !== '') {
    const line = lineStart ? LINE_RULES.find(([rule]) => rule.test(rest)) : undefined;
    if (line) {
      const mark = rest.match(line[0])![0];
      if (line[1] !== 'quote') pieces.push({ text: mark, marks: [...marks, line[1]] });
      rest = rest.slice(mark.length);
      lineStart = line[1] === 'quote';
      continue;
    }
    const escaped = rest.match(/^\\([^0-9A-Za-z\s])/);
    const span = escaped ? undefined : SPAN_RULES.find(([rule]) => rule.test(rest));
    if (span) {
      const [whole, inner = ''] = rest.match(span[0])!;
      const within = [...marks, span[1]];
      pieces.push(
        ...(VERBATIM.has(span[1]) ? [{ text: inner, marks: within }] : readSpans(inner, within, false)),
      );
      rest = rest.slice(whole.length);
    } else {
      const taken = escaped ? escaped[0] : rest[0]!;
      pieces.push({ text: escaped ? escaped[1]! : taken, marks });
      rest = rest.slice(taken.length);
    }
    lineStart = rest !== '' && markdown[markdown.length - rest.length - 1] === '\n';
  }
  return joined(pieces);
};

/** Quote marks at line starts are taken away; headings, lists and all else are recognised by their marks. */
export const readMarkdown = (markdown: string): Shown[] => readSpans(markdown, [], true);

/** What is read, without the marks. */
export const plainText = (markdown: string): string =>
  readMarkdown(markdown)
    .map(({ text }) => text)
    .join('');

/** What is read of a quotation, whose lines may be headings. */
export const quotedText = (markdown: string): string => plainText(markdown.replace(/^> #{1,3} /gm, '> '));
