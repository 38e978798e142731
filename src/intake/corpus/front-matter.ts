/** In: a text file that may begin with metadata. Out: its fields, the text below, and the lines that could not be read. */

import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import { fromQuotedPrintable } from '../../text/mime-words.ts';
import { htmlToText } from '../html/html-to-text.ts';
import { isBodyName, isKnownName } from './record-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface FrontMatter {
  readonly fields: Fields;
  /** Line ends are `\n`; no blank ends. */
  readonly body: string;
  /** Lines count from 1 within the file. */
  readonly problems: readonly { readonly line: number; readonly reason: CorpusReason }[];
}

/** What lies between two marks. `line` is that of its first line. */
interface Block {
  readonly kind: 'yaml' | 'toml' | 'json';
  readonly text: string;
  readonly line: number;
  readonly body: string;
  readonly isClosed: boolean;
}

const FENCES: Readonly<Record<string, { kind: Block['kind']; end: RegExp }>> = {
  '---': { kind: 'yaml', end: /^ ?(?:---|\.\.\.)\s*$/ },
  '---yaml': { kind: 'yaml', end: /^---\s*$/ },
  '---toml': { kind: 'toml', end: /^---\s*$/ },
  '---json': { kind: 'json', end: /^---\s*$/ },
  ';;;': { kind: 'json', end: /^;;;\s*$/ },
  '+++': { kind: 'toml', end: /^\+\+\+\s*$/ },
  '{': { kind: 'json', end: /^\}\s*$/ },
};

/** A name and its value, as a line of YAML or TOML; the name may be quoted. */
const FIELD = /^["']?([\p{L}\w][\p{L}\w .-]{0,60}?)["']?\s*[:=]\s*(?!\/\/)(.*)$/u;

/** Names that a file without marks begins with, as static site generators allow ("Title: …", "Date: …"). */
const BARE_FIELD =
  /^(?:title|date|author|authors|url|link|source|tags|category|slug|summary|lang|language)\s*(?:::?|=)\s/i;

/** A name as files without marks begin with: one that is surely a field, or one of several that are known. */
const isHead = (head: readonly string[]): boolean =>
  head.every((line) => FIELD.test(line)) &&
  (BARE_FIELD.test(head[0] ?? '') || head.filter((line) => isKnownName(nameIn(line))).length > 1);

const nameIn = (line: string): string => FIELD.exec(line)?.[1] ?? '';

/** What stands behind the label of the text: `Text: …`, or nothing if the text is below it. Null if the line has none. */
const behindLabel = (line: string): string | null =>
  isBodyName(nameIn(line)) ? (FIELD.exec(line)?.[2] ?? '') : null;

/** The headers of a message, each in one line, by the names that articles have. */
const messageHead = (head: readonly string[]): readonly string[] => {
  const isMessage = head.some((line) => /^subject:/i.test(line)) && head.some((line) => /^from:/i.test(line));
  if (!isMessage) return head;
  const whole = head
    .join('\n')
    .replace(/\n[ \t]{1,100}(?=\S)/g, ' ')
    .split('\n');
  return whole.map((line) =>
    line
      .replace(/^subject(?=:)/i, 'title')
      .replace(/^from(?=:)/i, 'author')
      .replace(/:[ \t]{0,9}(.*)$/, (_, value) => `: ${JSON.stringify(value)}`),
  );
};

const CHARSET = /^content-type:[^\n]{0,200}charset=["'\\]{0,2}([\w-]{1,40})/im;

/** The text below the headers of a message, as it was before it was sent. */
const messageText = (head: readonly string[], body: string): string => {
  const headers = head.join('\n');
  const isQuoted = /^content-transfer-encoding:\W{0,9}quoted-printable/im.test(headers);
  const text = isQuoted ? fromQuotedPrintable(body, CHARSET.exec(headers)?.[1] ?? 'utf-8').trim() : body;
  return /^content-type:\W{0,9}text\/html/im.test(headers) ? htmlToText(text).text : text;
};

/** `#+TITLE: …`, as Emacs has it. */
const ORG_FIELD = /^#\+(?=\w{1,30}:)/;
/** What Pandoc takes the first three lines for if they begin with a percent sign. */
const PANDOC_NAMES = ['title', 'author', 'date'];

/** The first lines as fields, if they are some in the way of Emacs or Pandoc. */
const plainHead = (lines: readonly string[], start: number): string[] => {
  const mark = ORG_FIELD.test(lines[start] ?? '') ? ORG_FIELD : /^% /;
  const end = lines.findIndex((line, at) => at >= start && !mark.test(line));
  return lines.map((line, at) => {
    if (at < start || at >= end) return line;
    const name = PANDOC_NAMES[at - start];
    const value = line.replace(mark, '');
    if (mark === ORG_FIELD || name === undefined) return value;
    return `${name}: ${JSON.stringify(name === 'author' ? value.replace(/\s*;\s*/g, ', ') : value)}`;
  });
};

const firstBlank = (lines: readonly string[], from: number): number => {
  const found = lines.findIndex((line, at) => at >= from && line.trim() === '');
  return found === -1 ? lines.length : found;
};

/** What separates messages in a file of them. */
const MESSAGE_START = /^From \S+ .*\d{4}\s*$/;

/** The blank line below the fields; each may have one below it. */
const endOfHead = (lines: readonly string[], start: number): number => {
  let end = firstBlank(lines, start);
  if (end !== start + 1) return end;
  while (
    lines[end] !== undefined &&
    isKnownName(nameIn(lines[end + 1] ?? '')) &&
    lines[end + 2]?.trim() === ''
  )
    end += 2;
  return end;
};

/** Lines such as "Title: …" at the very start, up to a blank line, a rule (Hexo) or the label of the text. */
const cutBareHead = (lines: readonly string[], at: number): Block | null => {
  const start = MESSAGE_START.test(lines[at] ?? '') ? at + 1 : at;
  const blank = endOfHead(lines, start);
  const mark = lines.findIndex(
    (line, at) => at > start && at < blank && (behindLabel(line) !== null || RULE.test(line)),
  );
  const end = mark === -1 ? blank : mark;
  const head = messageHead(lines.slice(start, end).filter((line) => line.trim() !== ''));
  if ((head.length < 2 && mark === -1) || !isHead(head)) return null;
  const below = lines.slice(RULE.test(lines[end] ?? '') ? end + 1 : end);
  const [first = '', ...rest] = below.join('\n').trim().split('\n');
  if (first === '') return null;
  const body = [behindLabel(first) ?? first, ...rest].join('\n').trim();
  const text = messageText(head, body);
  return { kind: 'yaml', text: head.join('\n'), line: start + 1, isClosed: true, body: text };
};

const RULE = /^---\s*$/;
const PICTURE = /^!\[[^[\]]{0,200}\]\([^()]{0,2000}\)\s*$/;

/** Notion and Readwise write their fields between the heading, which stays in the body, and the text; the latter as a list. */
const cutBelowHeading = (lines: readonly string[], start: number): Block | null => {
  if (!/^# \S/.test(lines[start] ?? '') || lines[start + 1]?.trim() !== '') return null;
  const from = lines.findIndex(
    (line, at) => at > start && line.trim() !== '' && !PICTURE.test(line) && line.trim() !== '## Metadata',
  );
  const end = firstBlank(lines, from);
  const head = lines.slice(from, end).map((line) => line.replace(/^- (?=\S)/, ''));
  const isFields =
    head.length > 1 && head.every((line) => FIELD.test(line)) && head.some((line) => BARE_FIELD.test(line));
  if (from === -1 || !isFields || end === lines.length) return null;
  const body = [lines[start]!, ...lines.slice(end)].join('\n').trim();
  return { kind: 'yaml', text: head.join('\n'), line: from + 1, isClosed: true, body };
};

/** Comments above the marks, for which only their lines count. */
const COMMENTS_ABOVE = /^\s{0,99}(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s{0,99}){1,9}(?=(?:---|\+\+\+)\s*\n)/;
const withoutCommentsAbove = (source: string): string =>
  source.replace(COMMENTS_ABOVE, (comments) => comments.replace(/[^\n]+/g, ''));

const findBlock = (source: string): Block | null => {
  const written = withoutCommentsAbove(source).split('\n');
  const start = written.findIndex((line) => line.trim() !== '');
  const lines = plainHead(written, start);
  const fence = FENCES[lines[start]?.trim() ?? ''];
  const cut = (
    kind: Block['kind'],
    from: number,
    end: number,
    bodyFrom: number,
    isClosed: boolean,
  ): Block => ({
    kind,
    text: lines.slice(from, end).join('\n'),
    line: from + 1,
    isClosed,
    body: lines.slice(bodyFrom).join('\n').trim(),
  });
  if (fence !== undefined) {
    const end = lines.findIndex((line, at) => at > start && fence.end.test(line));
    if (lines[start]!.trim() === '{') return end === -1 ? null : cut('json', start, end + 1, end + 1, true);
    if (end !== -1) return cut(fence.kind, start + 1, end, end + 1, true);
    const isField = FIELD.test(lines[start + 1] ?? '');
    const below = lines.findIndex(
      (line, at) => at > start && !FIELD.test(line) && !/^(?:\s+|-\s)\S/.test(line),
    );
    const rest = below === -1 ? lines.length : below;
    return isField ? cut(fence.kind, start + 1, rest, rest, false) : null;
  }
  const marked = cutBareHead(lines, start) ?? cutBelowHeading(lines, start);
  if (marked !== null) return marked;
  const isObject = /^\{.*\}\s*$/.test(lines[start] ?? '');
  return isObject ? cut('json', start, start + 1, start + 1, true) : null;
};

/** Slips that are not reported: fields written `name:: value`, as notes have them, and lines set in by tabs. */
const mendYaml = (text: string): string =>
  text
    .replace(/^([\p{L}\w -]{1,60})::(?=\s)/gmu, '$1:')
    .replace(/^\t{1,20}/gm, (tabs) => '  '.repeat(tabs.length));

/** The value, or null if it cannot be parsed. A value that is no object stands for no fields at all. */
const parseFields = (kind: Block['kind'], text: string): Fields | null => {
  try {
    let value: unknown;
    if (kind === 'json') value = JSON.parse(text);
    else if (kind === 'toml') value = parseToml(text);
    else {
      const document = parseDocument(mendYaml(text), { prettyErrors: false });
      if (document.errors.length > 0) return null;
      value = document.toJS({ maxAliasCount: 100 }) ?? {};
    }
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
};

/** A value as its words, if it is no value of the format: `Harbour plan: mayor hesitates`. */
const asWritten = (value: string): string => value.trim().replace(/^(["'])(.*)\1$|^["']|["']$/g, '$2');

/** Each field by itself: a name at the start of a line, with the lines below it that are set in or continue a list. */
const readByField = ({ kind, text, line }: Block): Pick<FrontMatter, 'fields' | 'problems'> => {
  const fields: Record<string, unknown> = {};
  const problems: { line: number; reason: CorpusReason }[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const start = at++;
    const [, name, value = ''] = FIELD.exec(lines[start]!) ?? [];
    while (at < lines.length && /^(?:\s|-\s|\]|\})/.test(lines[at]!)) at++;
    const report = (reason: CorpusReason): unknown => problems.push({ line: line + start, reason });
    if (name === undefined) {
      if (!/^\s*(?:#.*)?$/.test(lines[start]!)) report({ kind: 'front-matter-line' });
    } else if (Object.hasOwn(fields, name)) report({ kind: 'front-matter-twice', name });
    else {
      const parsed = parseFields(kind, lines.slice(start, at).join('\n'));
      if (parsed === null) report({ kind: 'front-matter-value', name, format: kind.toUpperCase() });
      const below = lines.slice(start + 1, at).map((more) => more.trim());
      Object.assign(fields, parsed ?? { [name]: asWritten([value, ...below].join(' ')) });
    }
  }
  return { fields, problems };
};

/**
 * Splits metadata from the text: YAML between lines of `---` (of which the first may name `toml` or `json` instead), TOML
 * between lines of `+++`, a JSON object on lines of its own or between lines of `;;;`, lines such as "Title: …" at the very start
 * (a message's headers are some, too) or below the first heading, or what Emacs (`#+TITLE: …`) and Pandoc (`% …`) have there. If it has slips, every field that can be read is read.
 */
export const readFrontMatter = (text: string): FrontMatter => {
  const source = text.replace(/\r\n?/g, '\n');
  const block = findBlock(source);
  if (block === null) return { fields: {}, body: source.trim(), problems: [] };
  const { body, line } = block;
  const open = block.isClosed ? [] : [{ line: line - 1, reason: { kind: 'front-matter-open' } as const }];
  const whole = parseFields(block.kind, block.text);
  if (whole !== null) return { fields: whole, body, problems: open };
  const { fields, problems } = block.kind === 'json' ? { fields: {}, problems: [] } : readByField(block);
  // Two rules or braces with text between them, rather than metadata.
  if (Object.keys(fields).length === 0) return { fields: {}, body: source.trim(), problems: [] };
  return { fields, body, problems: [...open, ...problems] };
};
