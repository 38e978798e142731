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
/** Holds the number of the last change that is in the index with all before it. Nothing finds it. */
export const CURSOR = 'cursor';

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

/** The number of the last change that is in it with all before it. */
export const readCursor = async (client: OpenSearchClient, { writtenAs }: ArticleIndex): Promise<number> => {
  try {
    const { body } = await client.get({ index: writtenAs, id: CURSOR });
    return Number(body._source?.revision);
  } catch (error) {
    if (lacksDocument(error)) return 0;
    return explaining(Promise.reject(error));
  }
};
