/** In: JSON text. Out: its value, or where and why it is no JSON. */

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  /** `line` counts from 1 within the text. */
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** One token, or white space. */
const TOKEN =
  /\s+|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b|[{}[\],:]/y;

/** The offset of the first thing that is no token: V8 tells none for those. */
const firstBadToken = (text: string): number => {
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length && TOKEN.test(text)) at = TOKEN.lastIndex;
  return at;
};

const describe = (text: string, message: string): { line: number; reason: string } => {
  const told = /at position (\d+)/.exec(message)?.[1];
  const offset = told === undefined ? firstBadToken(text) : Number(told);
  const reason = message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, .*is not valid JSON$/s, '')
    .replace(/^(Unexpected end).*$/s, '$1 of the text');
  return { line: text.slice(0, offset).split('\n').length, reason: `bad JSON: ${reason}` };
};

/** `JSON.parse` as a value, with the line of the first mistake. */
export const parseJson = (text: string): JsonResult => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, ...describe(text, (error as SyntaxError).message) };
  }
};
