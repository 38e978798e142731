/** In: JSON text. Out: its value, or where and why it is no JSON. */

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  /** `line` counts from 1 within the text; `reason` is in the words of the engine. */
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** One token except a string, or white space: see `IN_STRING`. */
const TOKEN = /\s{1,999}|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b|[{}[\],:]/y;
/**
 * A part of a string, or its end. Millions of characters are not matched at once: V8 compiles expressions without optimisation in a
 * process that has compiled many, and those run out of stack.
 */
const IN_STRING = /[^"\\\u0000-\u001f]{1,999}|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|"/y;

/** The offset after what the pattern matches there; the same offset if it matches nothing. */
const after = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** The offset after the string that begins there; the same offset if it is no string of JSON. */
const afterString = (text: string, start: number): number => {
  for (let at = start + 1; ; ) {
    const next = after(IN_STRING, text, at);
    if (next === at) return start;
    if (text[at] === '"') return next;
    at = next;
  }
};

/** The offset of the first thing that is no token: V8 gives none for those. */
const firstBadToken = (text: string): number => {
  for (let at = 0; ; ) {
    const next = text[at] === '"' ? afterString(text, at) : after(TOKEN, text, at);
    if (next === at) return at;
    at = next;
  }
};

/** `read` is the text as it was read, of the same length. */
const describe = (text: string, read: string, message: string): { line: number; reason: string } => {
  const told = /at position (\d+)/.exec(message)?.[1];
  const offset = told === undefined ? firstBadToken(read) : Number(told);
  const reason = message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, .*is not valid JSON$/s, '')
    .replace(/^(Unexpected end).*$/s, '$1 of the text');
  return { line: text.slice(0, offset).split('\n').length, reason };
};

/**
 * What begins or ends a string or stands in one escaped or raw, many in a row at once, and what Python and people write that is no
 * JSON: numbers that JSON does not know, and a comma behind the last value.
 */
const SLIPS = /"|(?:\\.){1,999}|[\u0000-\u001f]{1,999}|-?\b(?:NaN|Infinity)\b|,(?=\s*[}\]])/gs;

const RAW_CONTROL = /[\u0000-\u001f]+/g;

/** `control` is called with what stands raw in strings, `other` with slips outside of them. */
const replaceSlips = (
  text: string,
  control: (found: string) => string,
  other: (found: string) => string,
): string => {
  let isString = false;
  return text.replace(SLIPS, (found) => {
    if (found === '"') isString = !isString;
    if (isString) return found.replace(RAW_CONTROL, control);
    return /^[-NI,]/.test(found) ? other(found) : found;
  });
};

/** As they are meant. */
const mendSlips = (text: string): string =>
  replaceSlips(
    text,
    (control) => JSON.stringify(control).slice(1, -1),
    (found) => (found === ',' ? '' : 'null'),
  );

/** As JSON of the same length, so that another mistake stays where it is. */
const blankSlips = (text: string): string =>
  replaceSlips(
    text,
    (control) => ' '.repeat(control.length),
    (found) => (found === ',' ? ' ' : '0'.padEnd(found.length)),
  );

const attempt = (text: string) => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown } as const;
  } catch (error) {
    return { ok: false, message: (error as SyntaxError).message } as const;
  }
};

/**
 * `JSON.parse` as a value, with the line of the first mistake. NaN is null, a comma behind the last value nothing, and line ends
 * and the like may stand in strings.
 */
export const parseJson = (text: string): JsonResult => {
  const asWritten = attempt(text);
  if (asWritten.ok) return asWritten;
  const mended = attempt(mendSlips(text));
  if (mended.ok) return mended;
  const blanked = blankSlips(text);
  const failed = attempt(blanked);
  return failed.ok ? failed : { ok: false, ...describe(text, blanked, failed.message) };
};
