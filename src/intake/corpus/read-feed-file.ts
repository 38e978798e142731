/** In: a feed saved as a file (RSS, Atom, RDF), or a blog's export in such a format. Out: an article for each of its entries. */
import type { FeedEntry, ParsedFeed } from '../../domain/feed.ts';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import { decodeBytes } from '../feed-formats/decode-bytes.ts';
import { dropLines, isFurnitureLine } from '../html/furniture-lines.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { type ExportedPosts, exportedPosts } from './exported-posts.ts';
import { type FileReader, failure, MAX_LIST_BYTES, problem, readBytes, recordItems } from './file-reader.ts';
import { type FeedPiece, splitFeed } from './split-feed.ts';
import { withParser } from './with-parser.ts';

/** How much of a document without entries is looked at for what it is. */
const LOOKED_AT = 1_000_000;

const parse = async (text: string): Promise<ParsedFeed | ReadingProblem> => {
  // The mark says that it is UTF-8 now, whatever the text says. What lies in the future now is as it is dated all the same.
  const bytes = Buffer.from(`\ufeff${text}`);
  const document = { bytes, contentType: null, address: '', nowMs: Number.MAX_SAFE_INTEGER };
  try {
    return await withParser((parser) => parser.parse('feed', document));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return error.problem;
  }
};

/** The entries to be read at once. The head is read with them each time, so they are as long as it at least. */
function* batches({ head, pieces }: ExportedPosts): Generator<readonly FeedPiece[]> {
  let batch: FeedPiece[] = [];
  let length = 0;
  for (const piece of pieces) {
    batch.push(piece);
    length += piece.text.length;
    if (length < head.length) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

const toRecord = (feed: ParsedFeed, entry: FeedEntry, { authors }: ExportedPosts) => ({
  ...entry,
  text: dropLines(entry.text, isFurnitureLine) || entry.text,
  author: authors.get(entry.author ?? '') ?? entry.author,
  language: entry.language ?? feed.language,
  source: entry.outlet ?? feed.title ?? feed.siteUrl,
});

export const readFeedFile: FileReader = async function* (file, onBytes) {
  const limit = { maxBytes: MAX_LIST_BYTES, advice: 'split' } as const;
  const text = decodeBytes(await readBytes(file, limit, onBytes), null);
  if (text.trim() === '') return yield problem(file, null, { kind: 'empty' });
  const feed = splitFeed(text);
  const posts = exportedPosts(feed);
  const hasEntries = feed.pieces.length > 0;
  const head = hasEntries ? posts.head : posts.head.slice(0, LOOKED_AT);
  const zones = new Set<string>();
  let found = 0;
  for (const batch of hasEntries ? batches(posts) : [[]]) {
    const first = batch[0]?.line ?? null;
    const parsed = await parse(head + batch.map((piece) => piece.text).join(''));
    if (!('entries' in parsed)) {
      const isOther = parsed.kind === 'not-a-feed';
      yield problem(file, isOther ? null : first, { kind: 'unreadable-feed', problem: parsed });
      if (isOther) return;
      continue;
    }
    for (const zone of parsed.unknownZones) zones.add(zone);
    found += parsed.entries.length;
    for (const [index, entry] of parsed.entries.entries()) {
      // Elements that turn out to be no entries leave open which is which.
      const line = parsed.entries.length === batch.length ? batch[index]!.line : first;
      yield* recordItems(file, line, toRecord(parsed, entry, posts), 'list', false);
    }
  }
  for (const zone of zones) yield problem(file, null, { kind: 'unknown-zone', zone });
  if (!feed.isWhole) yield failure(file, null, { kind: 'cut-list' });
  else if (found === 0)
    yield problem(file, null, { kind: 'unreadable-feed', problem: { kind: 'no-article' } });
};
