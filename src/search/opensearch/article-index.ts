/**
 * In: the name of an index. Out: that index, made if it is absent, and the name to write to it under, which is gone with it:
 * of an index that was deleted, or made anew since, nobody writes into another one what belongs behind what is lacking there.
 */
import { randomUUID } from 'node:crypto';
import { checkServer, explaining, lacksDocument, type OpenSearchClient, SOON } from './opensearch-client.ts';
import { INDEX } from './opensearch-documents.ts';

export interface ArticleIndex {
  readonly name: string;
  /** Of this making of it. */
  readonly writtenAs: string;
}

const READY_WITHIN = '20s';
/** The document that is an index's `Cursor`. Nothing finds it. */
export const CURSOR = 'cursor';

/** The last change that is in an index with all before it: its number, and the mark that its transaction alone has. */
export interface Cursor {
  readonly revision: number;
  readonly mark: string;
}

/** Before the first change. */
export const BEGINNING: Cursor = { revision: 0, mark: '' };

export const openIndex = async (client: OpenSearchClient, name: string): Promise<ArticleIndex> => {
  await checkServer(client);
  const writing = `${name}-written`;
  const aliases = { [`${writing}-${randomUUID()}`]: {} };
  try {
    if (!(await explaining(client.indices.exists({ index: name }))).body)
      await client.indices.create({ index: name, body: { ...INDEX, aliases } as never });
  } catch (error) {
    // Another process was quicker.
    if (!/resource_already_exists/.test(String(error))) await explaining(Promise.reject(error));
  }
  // One that another process has just made, or that a starting node still opens, is there before it can be read;
  // the status of a new one is yellow even then.
  await explaining(
    client.cluster.health({ index: name, wait_for_active_shards: '1', timeout: READY_WITHIN }),
  );
  const { body } = await explaining(client.indices.getAlias({ index: name }));
  const writtenAs = Object.keys(body[name]!.aliases).find((alias) => alias.startsWith(writing));
  if (writtenAs !== undefined) return { name, writtenAs };
  // Copied or restored without that name: nobody knows what is in it.
  await explaining(client.indices.delete({ index: name }));
  return openIndex(client, name);
};

/** Whether it was neither deleted nor made anew. */
export const isThere = async (
  client: OpenSearchClient,
  { name, writtenAs }: ArticleIndex,
): Promise<boolean> =>
  (await explaining(client.indices.existsAlias({ index: name, name: writtenAs }, SOON))).body;

export const readCursor = async (client: OpenSearchClient, { writtenAs }: ArticleIndex): Promise<Cursor> => {
  try {
    const { body } = await client.get({ index: writtenAs, id: CURSOR });
    return { revision: Number(body._source?.revision), mark: String(body._source?.mark) };
  } catch (error) {
    if (lacksDocument(error)) return BEGINNING;
    return explaining(Promise.reject(error));
  }
};
