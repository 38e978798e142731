/** The tables of `articles.db` as kysely sees them, and the ways between a row and an article. */
import type { Generated, Selectable } from 'kysely';
import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import { canonicalUrl } from '../domain/article-key.ts';
import { textHash } from '../domain/text-hash.ts';
import type { StoredArticle } from './article-store.ts';
import { decodeBody, type StoredBody } from './body-codec.ts';
import { columnMap } from './column-map.ts';

interface ArticleTable {
  seq: Generated<number>;
  key: string;
  given_id: string | null;
  title: string;
  title_key: string;
  url: string | null;
  url_key: string | null;
  source: string;
  author: string | null;
  published: string | null;
  language: string | null;
  tags: string;
  image_url: string | null;
  origin: string;
  arrival: Arrival;
  added_at_ms: number;
  changed_at_ms: number;
  removed_at_ms: number | null;
  fingerprint: string;
  content_hash: string;
  duplicate_of: number | null;
  /** An article's `formerDuplicateOf`; see `002-told-by`. */
  told_by: Generated<number | null>;
  revision: number;
  /** See `010-audience`. */
  private_key: Generated<string | null>;
  /** 1 if it was deleted for its age or number; see `008-expired`. */
  expired: Generated<number>;
}

export interface ArticleTables {
  article: ArticleTable;
  /** See `010-audience` and `011-heard-since`. */
  article_audience: { guild_id: string; seq: number; arrival: Arrival; since_ms: Generated<number> };
  article_body: { seq: number; body: StoredBody };
  /** See `007-text-changes`. */
  text_change: { id: Generated<number>; seq: number; changed_at_ms: number; sentences: StoredBody };
  article_origin: { origin: string; seq: number };
  corpus_file: {
    path: string;
    size: number;
    mtime_ms: number;
    ctime_ms: number;
    reader: number;
    records: number;
    problem_count: number;
    problems: string;
  };
  corpus_load: { corpus: string; loaded_at_ms: number };
  /** See `004-restored`. */
  restored: { before_ms: number };
  /** See `003-search` of these and those that follow. */
  source: { id: Generated<number>; name: string };
  publication: { of: number; seq: number; source: number; day: number | null; private: Generated<number> };
  term: { term: string; id: number };
  dictionary: DictionaryTable & { through: number };
  /** `replaced`: numbers of the articles whose words were replaced or removed, as JSON. */
  dictionary_change: DictionaryTable & { id: Generated<number>; replaced: Generated<string>; mark: string };
  article_words: { seq: number; language: string | null; words: Uint8Array };
  index_queue: { seq: number };
  index_state: { analyser: number };
}

interface DictionaryTable {
  size: number;
  tokens: number;
  languages: string;
  frequencies: Uint8Array;
}

/** Texts shorter than this are often the same by chance ("Watch the video"); then the title has to match too. */
const MIN_TELLING_CHARS = 200;

/** More than one white-space character, or one that is no plain space: far fewer to replace than every run. */
const ODD_SPACE = /\s\s+|[^\S ]/g;

const normalise = (text: string): string =>
  text.toLowerCase().replace(ODD_SPACE, ' ').trim().normalize('NFKC');

/** What titles that differ only in case and white space have in common. */
export const titleKey = (title: string): string => normalise(title);

/** Equal for articles with the same text, whatever their case and white space. */
const contentHash = ({ title, body }: ArticleDraft): string => {
  const text = normalise(body);
  return textHash(text.length < MIN_TELLING_CHARS ? `${normalise(title)}\n${text}` : text);
};

/** It is asked for more than once while a draft is stored. */
const fingerprints = new WeakMap<ArticleDraft, string>();

/**
 * Changes with anything a reader could see of the article. With a field more here, every stored article counts as changed when
 * it is next read.
 */
export const fingerprint = (draft: ArticleDraft): string =>
  fingerprints.getOrInsertComputed(draft, () => {
    const { title, url, source, author, published, language, imageUrl } = draft;
    const fields = [title, url, source, author, published, language, imageUrl, ...draft.tags];
    return textHash(`${JSON.stringify(fields)}\n${draft.body}`);
  });

/** A draft under the key of its row: an article that is some servers' own has another than as everyone's. */
export interface KeyedDraft extends ArticleDraft {
  /** The key it would have as everyone's, in the column `private_key`; absent if it is everyone's. */
  readonly everyonesKey?: string;
}

/** The columns that hold a field of a draft as it is. */
const FIELD_COLUMNS = {
  givenId: 'given_id',
  title: 'title',
  url: 'url',
  source: 'source',
  author: 'author',
  published: 'published',
  language: 'language',
  imageUrl: 'image_url',
  origin: 'origin',
} as const satisfies Partial<Record<keyof ArticleDraft, keyof ArticleTable>>;
const FIELDS = columnMap(FIELD_COLUMNS);

/** The columns a draft decides, its body aside. */
export const draftColumns = (draft: KeyedDraft) => ({
  ...FIELDS.toRow(draft),
  key: draft.key,
  private_key: draft.everyonesKey ?? null,
  title_key: titleKey(draft.title),
  url_key: draft.url === null ? null : canonicalUrl(draft.url),
  tags: JSON.stringify(draft.tags),
  fingerprint: fingerprint(draft),
  content_hash: contentHash(draft),
});

const ANY_DRAFT: ArticleDraft = {
  key: '',
  givenId: null,
  title: '',
  url: null,
  source: '',
  author: null,
  published: null,
  body: '',
  language: null,
  tags: [],
  imageUrl: null,
  origin: '',
};

/** The names of the columns that a draft decides: they are swapped when a copy takes over the article's number. */
export const IDENTITY_COLUMNS = Object.keys(draftColumns(ANY_DRAFT)) as (keyof ReturnType<
  typeof draftColumns
>)[];

/** The columns an article is made from. */
export const ARTICLE_COLUMNS = [
  ...Object.values(FIELD_COLUMNS),
  'article.seq',
  'key',
  'private_key',
  'tags',
  'arrival',
  'added_at_ms',
  'changed_at_ms',
  'duplicate_of',
  'told_by',
  'body',
] as const;

type ArticleColumn = Exclude<(typeof ARTICLE_COLUMNS)[number], 'article.seq' | 'body'> | 'seq';
export type ArticleRow = Pick<Selectable<ArticleTable>, ArticleColumn> & { body: StoredBody };

export const toArticle = (row: ArticleRow): StoredArticle => ({
  ...FIELDS.fromRow(row),
  seq: row.seq,
  key: row.private_key ?? row.key,
  body: decodeBody(row.body),
  tags: JSON.parse(row.tags),
  arrival: row.arrival,
  addedAtMs: row.added_at_ms,
  changedAtMs: row.changed_at_ms,
  duplicateOf: row.duplicate_of,
  formerDuplicateOf: row.told_by,
});

export const REF_COLUMNS = [
  'seq',
  'given_id',
  'key',
  'private_key',
  'title',
  'source',
  'url',
  'published',
] as const;

export const rowToRef = (row: Pick<Selectable<ArticleTable>, (typeof REF_COLUMNS)[number]>): ArticleRef => ({
  seq: row.seq,
  articleId: row.given_id ?? row.private_key ?? row.key,
  title: row.title,
  source: row.source,
  url: row.url,
  published: row.published,
});
