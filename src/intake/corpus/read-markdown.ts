/** In: a markdown file. Out: its front matter and the text below it. */
import { parseDocument } from 'yaml';

export type MarkdownResult =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>>; readonly body: string }
  | { readonly ok: false; readonly line: number | null; readonly reason: string };

/** Front matter: YAML between two lines of three dashes, at the very start. */
const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]*?)(?:^---[^\S\n]*(?:\n|$))/m;

/** Splits front matter (YAML; may be absent) from the text, which stays as it is but for blank ends. Line
 * ends become `\n`. */
export const readMarkdown = (text: string): MarkdownResult => {
  const source = text.replace(/\r\n?/g, '\n');
  const found = source.startsWith('---') ? FRONT_MATTER.exec(source) : null;
  if (found === null || found.index !== 0) return { ok: true, fields: {}, body: source.trim() };
  const document = parseDocument(found[1] ?? '', { prettyErrors: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 1) + 1;
    const reason = error.message.split(/ at line |\n/)[0];
    return { ok: false, line, reason: `bad front matter: ${reason}` };
  }
  const fields: unknown = document.toJS({ maxAliasCount: 100 });
  if (fields !== null && (typeof fields !== 'object' || Array.isArray(fields))) {
    return { ok: false, line: 2, reason: 'bad front matter: expected lines such as "title: A headline"' };
  }
  return {
    ok: true,
    fields: (fields ?? {}) as Record<string, unknown>,
    body: source.slice(found[0].length).trim(),
  };
};
