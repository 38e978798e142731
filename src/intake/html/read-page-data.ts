/** In: the JSON that a page's scripts draw it from (Next.js, Nuxt, Redux and the like). Out: the article in it. */
import { asAddress, asAuthor, asMarkup, asName, asText } from '../corpus/read-value.ts';
import { fieldsOf, isObject, isTitleName, NAMES, pick } from '../corpus/record-fields.ts';
import { type ArticleData, isHeadlineOf, parseLoosely, plainTitle } from './read-json-ld.ts';

/** Values looked at in all scripts of a page. */
const MAX_VALUES = 50_000;
/** Shorter texts are teasers. */
const MIN_TEXT = 200;

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
  const queue: unknown[] = scripts.map(parseLoosely);
  let best: ArticleData | null = null;
  for (let at = 0; at < Math.min(queue.length, MAX_VALUES); at++) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    const found = isObject(value) && isTitled(value, wanted) ? readData(value) : null;
    if (found !== null && found.body!.length > (best?.body?.length ?? 0)) best = found;
    for (const one of Object.values(value)) if (typeof one === 'object') queue.push(one);
  }
  return best;
};
