/**
 * In: entries and what was read on their pages. Out: the pages' texts that are the entries' own. Consent walls, logins,
 * teasers and other articles are recognised by their words and by paragraphs that recur on other pages of the site.
 */
import { hash } from 'node:crypto';
import { canonicalUrl } from '../domain/article-key.ts';
import type { FeedEntry } from '../domain/feed.ts';
import type { PageArticle } from '../intake/html/extract-article.ts';
import type { KnownParagraph } from '../store/paragraph-store.ts';
import type { FeedTools } from './feed-tools.ts';
import type { PageReading } from './read-page.ts';
import { isSameStory, sharesWords, wordKeys } from './shared-words.ts';

export interface EntryReading {
  readonly entry: FeedEntry;
  /** Null if no page was asked for. */
  readonly reading: PageReading | null;
}

interface Paragraph {
  readonly text: string;
  readonly hash: string;
}

interface ReadEntry {
  readonly entry: FeedEntry;
  readonly page: PageArticle;
  /** Canonical address of the page. */
  readonly address: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Shorter ones may stand in any article; if a text has no other, all of it counts as one. */
const MIN_PARAGRAPH = 30;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Paragraphs of a page that are compared, from its top and from its end. */
const MAX_COMPARED = 40;
/** A text of which more than this was given by pages of other articles is nobody's. */
const MAX_SHARED = 0.7;

/** Letters alone: what a site counts or dates anew each time does not distinguish them. */
const hashOf = (text: string): string =>
  hash(
    'sha256',
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}]+/gu, ' ')
      .trim(),
    'base64url',
  ).slice(0, 16);

const isLong = (text: string): boolean =>
  text.length + (text.length < MIN_PARAGRAPH ? (text.match(WIDE)?.length ?? 0) : 0) >= MIN_PARAGRAPH;

const paragraphsOf = (text: string): Paragraph[] => {
  const all = text.split(/\n{2,}/).filter(isLong);
  const compared =
    all.length <= MAX_COMPARED ? all : [...all.slice(0, MAX_COMPARED / 2), ...all.slice(-MAX_COMPARED / 2)];
  return (compared.length > 0 ? compared : [text]).map((one) => ({ text: one, hash: hashOf(one) }));
};

const siteOf = (address: string): string => URL.parse(address)?.host.replace(/^www\./, '') ?? '';

/** What each paragraph is known as once these pages gave it too, and the pages that had seemed to own one. */
const learn = (
  pages: readonly ReadEntry[],
  known: ReadonlyMap<string, KnownParagraph>,
): { readonly learnt: Map<string, KnownParagraph>; readonly former: ReadonlyMap<string, string> } => {
  const learnt = new Map<string, KnownParagraph>();
  const former = new Map<string, string>();
  for (const { entry, page, address, paragraphs } of pages) {
    const title = (entry.title ?? page.title ?? '').slice(0, 200);
    for (const { hash } of paragraphs) {
      const before = learnt.get(hash) ?? known.get(hash);
      const isOther = before !== undefined && before.page !== address && !isSameStory(before.title, title);
      if (isOther && !before.isShared) former.set(hash, before.page);
      learnt.set(hash, {
        ...(before ?? { hash, page: address, title }),
        isShared: (before?.isShared ?? false) || isOther,
      });
    }
  }
  return { learnt, former };
};

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether a paragraph only repeats the entry, as a wall does that shows whose article it hides. */
const repeats = ({ title, text }: FeedEntry, paragraph: string): boolean => {
  const line = flat(paragraph);
  const summary = flat(text).replace(/(?:…|\.{3})$/, '');
  if (line === flat(title ?? '')) return true;
  return (
    summary.length > 20 &&
    (line.startsWith(summary) || summary.startsWith(line)) &&
    line.length < summary.length * 1.5
  );
};

/** Words of the entry that a paragraph needs to stay although others gave it: the story so far is repeated again and again. */
const MIN_WORDS = 2;

const isAboutEntry = ({ title, text }: FeedEntry, paragraph: string): boolean => {
  const found = wordKeys(paragraph);
  return (
    [...wordKeys(`${title ?? ''} ${text.slice(0, 1_000)}`)].filter((key) => found.has(key)).length >=
    MIN_WORDS
  );
};

type NoText = 'not-own' | 'not-about';

/** The page with the paragraphs that are its own, or why it has none. */
const ownPage = (
  { entry, page, paragraphs }: ReadEntry,
  learnt: ReadonlyMap<string, KnownParagraph>,
): PageArticle | NoText => {
  const shared = paragraphs.filter(({ hash }) => learnt.get(hash)?.isShared);
  const length = (some: readonly Paragraph[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  if (length(shared) > length(paragraphs) * MAX_SHARED) return 'not-own';
  const dropped = new Set(shared.map(({ text }) => text).filter((text) => !isAboutEntry(entry, text)));
  const own = page.text.split(/\n{2,}/).filter((text) => !dropped.has(text));
  const telling = own.filter((text) => !repeats(entry, text)).join('\n\n');
  if (telling === '' || !sharesWords(entry, { title: page.title, text: telling })) return 'not-about';
  return { ...page, text: own.join('\n\n') };
};

const asRead = ({ entry, reading }: EntryReading): ReadEntry | null => {
  if (entry.url === null || reading?.page == null) return null;
  const { page } = reading;
  return { entry, page, address: canonicalUrl(entry.url) ?? entry.url, paragraphs: paragraphsOf(page.text) };
};

/**
 * The readings, in order, without the texts that are not the entries' own. What the pages gave is remembered; an entry
 * of an earlier poll whose text turns out to be nobody's is made anew by the next.
 */
export const keepOwnTexts = async (
  readings: readonly EntryReading[],
  { store, now }: Pick<FeedTools, 'store' | 'now'>,
): Promise<readonly (PageReading | null)[]> => {
  const read = readings.map(asRead);
  const pages = read.filter((one) => one !== null);
  const kept = new Map<ReadEntry, PageArticle | NoText>();
  for (const [site, ofSite] of Map.groupBy(pages, ({ address }) => siteOf(address))) {
    const hashes = [...new Set(ofSite.flatMap(({ paragraphs }) => paragraphs.map(({ hash }) => hash)))];
    const { learnt, former } = learn(ofSite, await store.knownParagraphs(site, hashes));
    await store.noteParagraphs(site, [...learnt.values()], now());
    for (const one of ofSite) kept.set(one, ownPage(one, learnt));
    const refused = ofSite.filter((one) => kept.get(one) === 'not-own');
    const wrong = refused.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ hash }) => former.get(hash) ?? []),
    );
    await store.reviseEntries(
      [...new Set(wrong)].filter((page) => !ofSite.some(({ address }) => address === page)),
    );
  }
  return readings.map(({ reading }, at) => {
    const one = read[at];
    const own = one == null ? undefined : kept.get(one);
    if (reading === null || own === undefined) return reading;
    return typeof own === 'string'
      ? { page: null, note: { kind: 'unusable-page', problem: { kind: own } } }
      : { page: own, note: { kind: 'page', characters: own.text.length } };
  });
};
