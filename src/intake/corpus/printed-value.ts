/** In: a text of a record that may be a list or an object as Python or JSON prints it, as tables hold them. Out: the value, or the text. */

const TOKEN =
  /\s+|[[\]{},:]|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|-?\d[\d.eE+-]*|(?:None|True|False|nan|null|true|false)\b/y;

const WORDS: Readonly<Record<string, string>> = { None: 'null', nan: 'null', True: 'true', False: 'false' };
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi, (_, long, short, one) =>
    one === undefined ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : (ESCAPED[one] ?? one),
  );

const asJson = (token: string): string =>
  /^['"]/.test(token) ? JSON.stringify(unescaped(token.slice(1, -1))) : (WORDS[token] ?? token);

/** The tokens as JSON, null if one is something else. NumPy puts no commas between the values of a list. */
const toJson = (text: string): string | null => {
  const parts: string[] = [];
  TOKEN.lastIndex = 0;
  for (let last = ''; TOKEN.lastIndex < text.length; ) {
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) return null;
    if (token.trim() === '') continue;
    const isApart = last === '' || /[[{,:]$/.test(last) || /^[\]},:]/.test(token);
    parts.push(isApart ? '' : ',', asJson(token));
    last = token;
  }
  return parts.join('');
};

/** Lists of numbers are no more than they seem: a date in brackets is one. */
const BEGINS = /^\s{0,9}(?:\[\s{0,99}['"[{]|\{\s{0,99}['"])/;

export const unprinted = (value: unknown): unknown => {
  if (typeof value !== 'string' || !BEGINS.test(value) || !/[\]}]\s{0,9}$/.test(value.slice(-10)))
    return value;
  const json = toJson(value);
  if (json === null) return value;
  try {
    return JSON.parse(json);
  } catch {
    return value;
  }
};
