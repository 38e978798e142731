/** In: the JSON that a page's scripts draw it from (Next.js, Nuxt, Redux and the like). Out: the article in it. */
import { asAddress, asAuthor, asMarkup, asName, asText } from '../corpus/read-value.ts';
import { fieldsOf, isObject, isTitleName, NAMES, pick } from '../corpus/record-fields.ts';
import { type ArticleData, isHeadlineOf, plainTitle, tryParse } from './read-json-ld.ts';

/** Values looked at in all scripts of a page. */
const MAX_VALUES = 50_000;
/** Shorter texts are teasers. */
const MIN_TEXT = 200;

/** JSON in a string: `JSON.parse("…")`, or an answer of a service as it came. */
const WITHIN_STRING = /^\s*[[{]/;

/** The end of the object or list that begins at `start`; another statement may stand behind it. */
const endOf = (script: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < script.length; at++) {
    const character = script[at];
    if (character === '"') {
      for (at++; at < script.length && script[at] !== '"'; at++) if (script[at] === '\\') at++;
    } else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return script.length;
};

/** Values of a script that are looked at. */
const MAX_STATEMENTS = 10;

/** The values in a script, one a statement. */
const valuesOf = (script: string): unknown[] => {
  const parsed = /^[^"{[]*JSON\.parse\(\s*("[^"\\]*(?:\\.[^"\\]*)*")/s.exec(script)?.[1];
  if (parsed !== undefined) return [tryParse(parsed)];
  const values: unknown[] = [];
  for (let at = 0; at < script.length && values.length < MAX_STATEMENTS; ) {
    const start = at + script.slice(at).search(/[[{]/);
    if (start < at) break;
    at = endOf(script, start);
    values.push(tryParse(script.slice(start, at)));
  }
  return values;
};

/** Nuxt writes a list of all values, in which objects name theirs by their places. */
const withPlacesRead = (value: unknown): unknown =>
  Array.isArray(value) && value.some(isPlaces)
    ? value
        .filter(isPlaces)
        .map((one) => Object.fromEntries(Object.entries(one).map(([name, at]) => [name, value[at]])))
    : value;

const isPlaces = (value: unknown): value is Readonly<Record<string, number>> =>
  isObject(value) && Object.keys(value).length > 1 && Object.values(value).every(Number.isInteger);

/** What readers write may have any title. */
const OF_READERS = /^(?:comments|replies)$/i;

const isTitled = (value: Readonly<Record<string, unknown>>, wanted: readonly string[]): boolean =>
  Object.entries(value).some(([name, title]) => {
    if (!isTitleName(name)) return false;
    const headline = plainTitle(asName(title));
    return headline !== '' && wanted.some((one) => isHeadlineOf(headline, one));
  });

const readData = (value: Readonly<Record<string, unknown>>): ArticleData | null => {
  const fields = fieldsOf(value);
  const body = pick(fields, NAMES.body, asMarkup);
  if (body === null || body.length < MIN_TEXT) return null;
  return {
    headline: pick(fields, NAMES.title, asName),
    body,
    description: null,
    published: pick(fields, NAMES.published, asText),
    created: null,
    modified: null,
    author: pick(fields, NAMES.author, asAuthor),
    publisher: null,
    image: pick(fields, NAMES.image, asAddress),
    language: null,
  };
};

/** The article with one of the page's headlines and the longest text; null if there is none. */
export const readPageData = (
  scripts: readonly string[],
  headlines: readonly string[],
): ArticleData | null => {
  const wanted = headlines.map(plainTitle).filter(Boolean);
  const queue = new Set<unknown>(scripts.flatMap(valuesOf).map(withPlacesRead));
  let best: ArticleData | null = null;
  let count = 0;
  for (const one of queue) {
    if (++count > MAX_VALUES) break;
    const value = typeof one === 'string' ? tryParse(one) : one;
    if (typeof value !== 'object' || value === null) continue;
    const found = isObject(value) && isTitled(value, wanted) ? readData(value) : null;
    if (found !== null && found.body!.length > (best?.body?.length ?? 0)) best = found;
    for (const [name, inside] of Object.entries(value))
      if (typeof inside === 'object' || (typeof inside === 'string' && WITHIN_STRING.test(inside)))
        if (!OF_READERS.test(name)) queue.add(inside);
  }
  return best;
};
