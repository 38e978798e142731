/**
 * In: stored queries and a range of publications. Out: which match. A few queries are put to the engine; many are held
 * against the words of each text at once.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EVERYONE } from '../domain/audience.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { createPercolator } from '../search/percolator.ts';
import type { Publication, PublicationRange } from '../search/search-engine.ts';
import { passesScope, type SearchQuery, type SearchScope } from '../search/search-query.ts';
import type { Archive } from './archive.ts';
import { mapInSlices } from './map-in-slices.ts';

export interface StoredQuery {
  readonly query: SearchQuery;
  readonly scope: SearchScope;
}

type Sources = Pick<Archive, 'engine' | 'words'>;

/** To ask an engine costs what reading the words of this many texts does. */
const TEXTS_A_QUERY = 5;
/** Texts whose words are read at once: their queries are found within some milliseconds. */
const READ_TOGETHER = 50;

/** How many publications are in the range, at most. */
const widthOf = (range: PublicationRange): number =>
  'seqs' in range ? range.seqs.length : range.through - range.after;

const readTexts = async (
  stored: readonly StoredQuery[],
  publications: readonly Publication[],
  { words }: Sources,
  dictionary: Dictionary,
): Promise<(readonly number[])[]> => {
  const found = stored.map((): number[] => []);
  const matching = await createPercolator(
    stored.map(({ query }) => query),
    dictionary,
  );
  const byText = Map.groupBy(publications, ({ of }) => of);
  const texts = [...byText.keys()];
  for (const some of inBatches(texts, READ_TOGETHER)) {
    for (const text of await words.words(some))
      for (const place of matching(text))
        for (const publication of byText.get(text.seq)!)
          if (passesScope(stored[place]!.scope, publication)) found[place]!.push(publication.seq);
    await nextTurn();
  }
  return found.map((seqs) => seqs.sort((a, b) => a - b));
};

/** By number, lowest first, in the order of the queries. `dictionary` is as of now. Takes turns with the event loop. */
export const percolate = async (
  stored: readonly StoredQuery[],
  range: PublicationRange,
  sources: Sources,
  dictionary: Dictionary,
): Promise<(readonly number[])[]> =>
  widthOf(range) > TEXTS_A_QUERY * stored.length
    ? mapInSlices(stored, ({ query, scope }) => sources.engine.percolate(query, scope, range))
    : readTexts(stored, await sources.engine.publications(EVERYONE, range), sources, dictionary);
