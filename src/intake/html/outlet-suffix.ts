/** In: a title as pages and feeds write it. Out: the headline alone, without the outlet's name and the dots of a cut. */
import { cleanLine } from '../../text/clean-text.ts';

/** By what an outlet may be named in its titles. */
export interface Outlet {
  /** Names of the site or feed; null and empty ones do not matter. */
  readonly names: readonly (string | null | undefined)[];
  /** Addresses of the site, whose host often is its name. */
  readonly addresses: readonly (string | null | undefined)[];
}

const SEPARATOR =
  /\s*(?:\||::|»|«|›|‹|·|•|｜|│|(?<=\p{Script=Han})_(?=\p{Script=Han}))\s*|\s+[-–—~:/]\s+|\s*[–—]\s+/gu;
/** Titles are shorter; what is longer is left as it is. */
const MAX_TITLE = 500;
const MAX_HEADINGS = 20;

const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the');

/** The name in a host: `cnn` in `edition.cnn.com`, `bbc` in `www.bbc.co.uk`. */
const hostName = (address: string | null | undefined): string | null => {
  const labels = URL.parse(address ?? '')?.hostname.split('.') ?? [];
  if (labels.length < 2 || labels.every((label) => /^\d*$/.test(label))) return null;
  const suffix = labels.length > 2 && labels.at(-2)!.length <= 3 && labels.at(-1)!.length === 2 ? 2 : 1;
  return labels.at(-1 - suffix) ?? null;
};

/** What follows an outlet's name if it is that of a part of it. */
const SECTION =
  /^(?:news|sports?|business|world|politics|online|com|tv|radio|magazine|international|uk|us|usa|europe|africa|asia|america|culture|tech|technology|science|health|opinion|live|video|español|mundo|deutsch|english|nachrichten|aktuell|actualités|noticias|notizie)$/;

/** How sure a name must be: all of it behind a dash, which headlines have too, and the beginning behind a bar. */
type Strictness = 'exact' | 'whole' | 'part';

const matches = (words: readonly string[], name: readonly string[], strictness: Strictness): boolean => {
  if (words.length === 0 || name.length === 0) return false;
  if (words.join('') === name.join('')) return true;
  if (strictness === 'exact') return false;
  const [short, long] = words.length < name.length ? [words, name] : [name, words];
  if (!short.every((word, at) => word === long[at]) || short.join('').length < 3) return false;
  const rest = long.slice(short.length);
  return rest.every((word) => SECTION.test(word)) || (strictness === 'part' && rest.length < 3);
};

type IsOutlet = (part: string, strictness: Strictness) => boolean;

const readOutlet = ({ names, addresses }: Outlet): IsOutlet => {
  const wordLists = names.flatMap((name) => {
    const whole = name?.slice(0, MAX_TITLE) ?? '';
    return [whole, whole.split(SEPARATOR)[0] ?? ''].map(plainWords);
  });
  const hosts = addresses.flatMap((address) => hostName(address)?.replaceAll('-', '') ?? []);
  const known = [...wordLists, ...hosts.map((host) => [host])];
  return (part, strictness) => {
    const words = plainWords(part);
    if (words.length === 0 || words.length > 8) return false;
    const isDomain = /^[\w-]+(?:\.[\w-]+)+$/.test(part.trim());
    if (isDomain && hosts.some((host) => words.includes(host))) return true;
    return known.some((name) => matches(words, name, strictness));
  };
};

const BAR = /[^\s\-–—~:/]/;

/** The title without an outlet at its end or, before a bar, at its beginning; null if it names none. */
const cutOnce = (title: string, isOutlet: IsOutlet): string | null => {
  const separators = [...title.matchAll(SEPARATOR)];
  const first = separators[0];
  const last = separators.at(-1);
  if (first === undefined || last === undefined) return null;
  const before = title.slice(0, last.index).trim();
  const end = title.slice(last.index + last[0].length);
  if (isHeadline(before) && isOutlet(end, BAR.test(last[0]) ? 'part' : 'whole')) return before;
  const after = title.slice(first.index + first[0].length).trim();
  const isNamed = BAR.test(first[0]) && isOutlet(title.slice(0, first.index), 'exact');
  return isNamed && isHeadline(after) ? after : null;
};

const isHeadline = (text: string): boolean => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text);

/** Takes the outlet's name from the ends of a title. What else stands behind a dash or bar stays. */
export const withoutOutlet = (title: string, outlet: Outlet): string => {
  if (title.length > MAX_TITLE) return title;
  const isOutlet = readOutlet(outlet);
  let headline = title.trim();
  for (let times = 0; times < 2; times++) headline = cutOnce(headline, isOutlet) ?? headline;
  return headline;
};

const CUT = /[\s,;:–—-]*(?:\.{3,}|…|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))[\s.…]*$/u;

/** The title without the dots that say it was cut; whole if `whole` goes on from there. */
export const withoutCut = (title: string, whole: string | null): string => {
  const end = title.slice(-100);
  const cut = title.slice(0, -100) + end.replace(CUT, '');
  if (cut.length === title.length || cut.trim() === '') return title;
  return whole?.toLowerCase().startsWith(cut.toLowerCase()) && !CUT.test(whole.slice(-100)) ? whole : cut;
};

/** A page's headline: the title without its outlet, which also is what an `h1` of the page leaves off. */
export const pageHeadline = (
  titles: readonly (string | null | undefined)[],
  headings: readonly string[],
  outlet: Outlet,
): string | null => {
  const lines = titles
    .map((title) => cleanLine(title ?? ''))
    .filter((line) => line !== '' && line.length <= MAX_TITLE);
  const known = new Set(headings.slice(0, MAX_HEADINGS).map((heading) => plainWords(heading).join(' ')));
  const isOutlet = readOutlet(outlet);
  // Some sites give their own name as the title of every page.
  const title = lines.find((line) => !isOutlet(line, 'whole')) ?? lines[0];
  if (title === undefined) return null;
  const bare = withoutOutlet(title, outlet);
  const separators = [...bare.matchAll(SEPARATOR)];
  const ends = separators.map(({ index }) => bare.slice(0, index));
  const headline = ends.find((end) => isHeadline(end) && known.has(plainWords(end).join(' '))) ?? bare;
  const longer = [...lines, ...headings.slice(0, MAX_HEADINGS).map(cleanLine)].find(
    (line) => line.length > headline.length && withoutCut(headline, line) === line,
  );
  return withoutCut(headline, longer === undefined ? null : withoutOutlet(longer, outlet)) || null;
};
