/** What an article is in the index: how its fields are kept, and how it is written. */
import type { HeardBy } from '../../domain/audience.ts';
import type { IndexedPublication } from '../publications.ts';
import { TITLE_WEIGHT } from '../search-engine.ts';
import type { SearchText } from '../search-text.ts';

/** Raised whenever documents are kept otherwise: the index is then made anew, under another name. */
export const DOCUMENTS_VERSION = 5;

/** An article as it is found. One without publications is gone. */
export interface SearchDocument extends SearchText {
  readonly seq: number;
  /** That of its last change. */
  readonly revision: number;
  /** That of the transaction which made that change: see `Cursor`. */
  readonly mark: string;
  /** The article's own first, then the others in the order of adding. */
  readonly publications: readonly IndexedPublication[];
}

/** Heard by everyone. No server is named so. */
export const EVERYONE = '*';

/** Longer names of outlets and authors are kept and shown, and not searched for: Lucene takes 32,766 bytes. */
const NAME = { type: 'keyword', ignore_above: 8_000 };
/** Words stand in it one after the other; scores come from `text`. */
const IN_ORDER = { type: 'text', analyzer: 'words', norms: false, index_options: 'positions' };

export const INDEX = {
  settings: {
    number_of_shards: 1,
    // One copy if there is another node for it.
    auto_expand_replicas: '0-1',
    refresh_interval: '30s',
    max_result_window: 1_000_000,
    analysis: {
      analyzer: { words: { type: 'custom', tokenizer: 'spaces' } },
      tokenizer: { spaces: { type: 'char_group', tokenize_on_chars: [' '], max_token_length: 1_000 } },
    },
  },
  mappings: {
    dynamic: false,
    // The texts are in the store; what is read of an article stands in `facts`, of the cursor alone here.
    _source: { includes: ['revision', 'mark'] },
    properties: {
      seq: { type: 'long' },
      /** Its publications. Beside the documents, whose texts would be unpacked to read it: that takes three times as long. */
      facts: { type: 'binary', doc_values: true },
      /** Title and body as relevance counts them: a word of the title so often as it weighs. */
      text: { type: 'text', analyzer: 'words', index_options: 'freqs' },
      title: IN_ORDER,
      body: IN_ORDER,
      /** Words of title and body, which Lucene itself keeps in steps of an eighth. */
      length: { type: 'integer', index: false },
      /** That of its own publication. */
      day: { type: 'integer' },
      isPrivate: { type: 'boolean' },
      /** Those of any publication. */
      heardBy: NAME,
      publications: {
        type: 'nested',
        properties: {
          seq: { type: 'long' },
          /** 0 for the article's own, then 1, 2, 3 … */
          rank: { type: 'integer' },
          source: NAME,
          author: NAME,
          day: { type: 'integer' },
          heardBy: NAME,
        },
      },
    },
  },
} as const;

/** Longer terms are distinguished by their beginnings alone. */
const MAX_TOKEN_CHARS = 900;

/** A token as it is kept. */
export const keptToken = (token: string): string =>
  token.length > MAX_TOKEN_CHARS ? token.slice(0, MAX_TOKEN_CHARS).toWellFormed() : token;

const keptText = (text: string): string =>
  text.length > MAX_TOKEN_CHARS ? text.split(' ').map(keptToken).join(' ') : text;

const wordsIn = (text: string): number => (text === '' ? 0 : text.split(' ').length);

const toHeardBy = (heardBy: HeardBy): readonly string[] => heardBy ?? [EVERYONE];

/** The document to write. One that is gone stays, as one that nothing finds: what was written late cannot bring it back. */
export const toSource = ({ seq, title, body, publications }: SearchDocument): object => {
  const own = publications.find((publication) => publication.seq === seq);
  if (own === undefined) return { seq };
  const [titles, text] = [keptText(title), keptText(body)];
  const told = publications.map(({ of: _, heardBy, ...facts }, rank) => ({
    ...facts,
    rank,
    heardBy: toHeardBy(heardBy),
  }));
  return {
    seq,
    facts: Buffer.from(JSON.stringify(told)).toString('base64'),
    title: titles,
    body: text,
    text: `${`${titles} `.repeat(TITLE_WEIGHT)}${text}`,
    length: wordsIn(titles) + wordsIn(text),
    day: own.day,
    isPrivate: own.heardBy !== null,
    heardBy: [...new Set(publications.flatMap(({ heardBy }) => toHeardBy(heardBy)))],
    publications: told,
  };
};

/** What of a document is read, and how it comes. */
export const READ = { _source: false, stored_fields: '_none_', docvalue_fields: ['seq', 'facts'] } as const;
export interface FoundDocument {
  readonly fields: { readonly seq: readonly [number]; readonly facts: readonly [string] };
}

type Told = Omit<IndexedPublication, 'of' | 'heardBy'> & { readonly heardBy: readonly string[] };

export const seqOf = ({ fields }: FoundDocument): number => fields.seq[0];

export const publicationsOf = (found: FoundDocument): IndexedPublication[] => {
  const told = JSON.parse(Buffer.from(found.fields.facts[0], 'base64').toString()) as readonly Told[];
  return told.map(({ heardBy, seq, source, author, day }) => ({
    seq,
    source,
    author,
    day,
    of: seqOf(found),
    heardBy: heardBy.includes(EVERYONE) ? null : heardBy,
  }));
};
