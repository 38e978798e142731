/** In: one article as some file or program wrote it (any JSON object, a row, or front matter). Out: a draft, or a reason. */

import type { ArticleDraft, Published } from '../../domain/article.ts';
import { articleKey } from '../../domain/article-key.ts';
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import { languageOfText } from '../../text/language-of-text.ts';
import { withCharacters } from '../../text/line-ends.ts';
import { withoutMimeWords } from '../../text/mime-words.ts';
import { withoutMojibake } from '../../text/mojibake.ts';
import { withoutCut, withoutOutlet } from '../html/outlet-suffix.ts';
import { type DateHabits, parseDate, readDate } from '../parse-date.ts';
import { withoutCutMark } from './placeholders.ts';
import {
  asAddress,
  asAuthor,
  asBody,
  asLanguage,
  asLine,
  asList,
  asMarkup,
  asName,
  asOutlet,
  asText,
} from './read-value.ts';
import { type Fields, fieldsOf, isObject, NAMES, pick } from './record-fields.ts';
import { titleFromBody } from './title-from-body.ts';

/** Where a record stands. */
export interface RecordPlace {
  /** The file's name, relative to the corpus. */
  readonly file: string;
  /** It is all of the file, or one in its list. */
  readonly place: 'file' | 'list';
  /** Its texts may be HTML, as programs write it into JSON and tables. */
  readonly hasMarkup: boolean;
  /** Its dates with slashes begin with the day. */
  readonly isDayFirst?: boolean;
}

export type RecordResult =
  /** `doubts`: what of it could not be read, each a reason. */
  | { readonly ok: true; readonly draft: ArticleDraft; readonly doubts: readonly CorpusReason[] }
  | { readonly ok: false; readonly reason: CorpusReason };

/** The text; if a service cut it, the longest summary if that is longer. */
const readBody = (fields: Fields, read: (value: unknown) => string | null): string | null => {
  const body = pick(fields, NAMES.body, read);
  const cut = withoutCutMark(body ?? '');
  const leads = NAMES.summary.map((name) => withoutCutMark(read(fields.get(name)) ?? '').text);
  const lead = leads.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  return (cut.isCut && lead.length > cut.text.length ? lead : cut.text) || lead || null;
};

/** What a service gives if it has no date. */
const EPOCH = /^1970-01-01(?:T00:00:00Z)?$/;

/** NewsData.io gives the zone of its dates in a field of its own. */
const withZone = (fields: Fields, written: string): string => {
  const zone = asText(fields.get('pubdatetz'));
  return zone !== null && /\d:\d\d(?::\d\d)?$/.test(written) ? `${written} ${zone}` : written;
};

/** The first date that can be read, and what is wrong with the one that was to be read. */
const readPublished = (
  fields: Fields,
  habits: DateHabits,
): { published: Published; doubts: CorpusReason[] } => {
  let unread: string | null = null;
  for (const name of NAMES.published) {
    const written = asText(fields.get(name))?.trim() ?? null;
    if (written === null) continue;
    const { published, unknownZone } = readDate(withZone(fields, written), habits);
    // Elsewhere than in Italian, Polish and Portuguese "data" is anything.
    if (published === null) unread ??= name === 'data' ? null : written;
    else if (EPOCH.test(published)) return { published: null, doubts: [] };
    else if (unknownZone === null) return { published, doubts: [] };
    else
      return {
        published,
        doubts: [{ kind: 'unknown-zone', zone: shown(unknownZone) }],
      };
  }
  const parts = ['year', 'month', 'day'].map((part) =>
    asText(fields.get(part) ?? fields.get(`publication${part}`)),
  );
  const apart = parts.includes(null) ? null : parseDate(parts.join('-'));
  if (apart !== null) return { published: apart, doubts: [] };
  return {
    published: null,
    doubts: unread === null ? [] : [{ kind: 'unknown-date', date: shown(unread) }],
  };
};

/** How Jekyll and those who keep notes name their files and folders: `2024-03-12-bridge.md`, `2024/03/12/bridge.md`. */
const DATED_NAME =
  /(?:^|\/)(?:((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)[^/]*|((?:19|20)\d\d)\/(\d\d)\/(\d\d)\/[^/]*)$/;

/** The day that a file of one article is named for. */
const dayOfName = ({ file, place }: Pick<RecordPlace, 'file' | 'place'>): Published => {
  const [, year, , month, day, ...ofFolders] = (place === 'file' && DATED_NAME.exec(file)) || [];
  return parseDate((year === undefined ? ofFolders : [year, month, day]).join('-'));
};

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const isHomepage = (url: string): boolean => new URL(url).pathname === '/';

/** The page, by an address of its own or by one under the source's name, and the outlet. */
const readOrigin = (
  fields: Fields,
  file: string,
): { own: string | null; url: string | null; source: string } => {
  const own = pick(fields, NAMES.url, asAddress);
  const sourceAddress = pick(fields, NAMES.source, (value) => asAddress(asLine(value)));
  const url = own ?? (sourceAddress === null || isHomepage(sourceAddress) ? null : sourceAddress);
  const outlet = pick(fields, NAMES.source, mended(asOutlet));
  const host = sourceAddress ?? url;
  return { own, url, source: outlet ?? (host === null ? file.split('/').at(-1)! : hostOf(host)) };
};

/** NewsAPI's for what it no longer gives. */
const REMOVED = /^\s*\[removed\]\s*$/i;

const reasonForNone = (fields: Fields): CorpusReason => ({
  kind: REMOVED.test(String(fields.get('title'))) ? 'withdrawn' : 'no-body',
});

/** What blogs and news systems call what nobody should see yet, or no longer. */
const UNPUBLISHED = /^(?:auto-)?(?:draft|private|pending|future|scheduled|trash|unpublished)$/i;

/** `draft: true` as Hugo has it, Jekyll's `published: false`, WordPress's and Ghost's `status: draft`. */
const isDraft = (fields: Fields): boolean => {
  const status = fields.get('status') ?? fields.get('poststatus');
  return (
    /^(?:true|yes)$/i.test(String(fields.get('draft'))) ||
    /^(?:false|no)$/i.test(String(fields.get('published'))) ||
    (typeof status === 'string' && UNPUBLISHED.test(status.trim()))
  );
};

/** Reads what a text was before a program misread it or mail encoded it. */
const mended =
  (read: (value: unknown) => string | null) =>
  (value: unknown): string | null =>
    read(typeof value === 'string' ? withoutMojibake(withoutMimeWords(withCharacters(value))) : value);

/** Without the outlet's name. */
const bareTitle = (title: string, source: string, url: string | null): string =>
  withoutCut(withoutOutlet(title, { names: [source], addresses: [url] }), null);

/** A name and a description, as in `package.json`, and nothing that only articles have. */
const describesProgram = (
  fields: Fields,
  read: (value: unknown) => string | null,
  url: string | null,
): boolean =>
  url === null &&
  fields.has('name') &&
  pick(fields, NAMES.body, read) === null &&
  pick(fields, NAMES.published, asText) === null &&
  pick(
    fields,
    NAMES.title.filter((name) => name !== 'name'),
    asName,
  ) === null;

/** Makes a draft of fields under any of their usual names. A body has to be there; all else can be absent. */
export const readRecord = (
  value: unknown,
  { file, place, hasMarkup, isDayFirst = false }: RecordPlace,
): RecordResult => {
  if (!isObject(value)) return { ok: false, reason: { kind: 'not-an-article' } };
  const fields = fieldsOf(value);
  if (isDraft(fields)) return { ok: false, reason: { kind: 'draft' } };
  const read = hasMarkup ? asMarkup : asBody;
  const body = readBody(fields, read);
  if (body === null || !/[\p{L}\p{N}]/u.test(body)) return { ok: false, reason: reasonForNone(fields) };
  const { own, url, source } = readOrigin(fields, file);
  if (place === 'file' && hasMarkup && describesProgram(fields, read, url))
    return { ok: false, reason: { kind: 'no-body' } };
  const givenId = pick(fields, NAMES.id, asLine);
  const language = languageOfText(pick(fields, NAMES.language, asLanguage), body);
  const written = pick(fields, NAMES.title, asName);
  const title = written ?? titleFromBody(body, language);
  const { published, doubts } = readPublished(fields, { language, isDayFirst });
  const origin = `file:${file}`;
  return {
    ok: true,
    doubts,
    draft: {
      // Of the title as it was written, and without an address found under the source's name: articles from before these
      // were read as they are now keep their keys.
      key: articleKey({ origin, givenId, url: own, title, body, place }),
      givenId,
      title: written === null ? title : bareTitle(pick(fields, NAMES.title, mended(asName))!, source, url),
      url,
      source,
      author: pick(fields, NAMES.author, mended(asAuthor)),
      published: published ?? dayOfName({ file, place }),
      body,
      language,
      tags: pick(fields, NAMES.tags, asList) ?? [],
      imageUrl: pick(fields, NAMES.image, asAddress),
      origin,
    },
  };
};
