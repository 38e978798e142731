/** In: a PostgreSQL that holds articles. Out: all of them in OpenSearch, to be found at once. */
import { ArticleFollower } from '../../search/opensearch/follow-articles.ts';
import { openSearchClient } from '../../search/opensearch/opensearch-client.ts';
import type { ClusterAddresses } from '../cluster-addresses.ts';
import { openArticleTables } from './postgres-article-store.ts';
import { createDocumentSource } from './search-documents.ts';

/**
 * Goes on where an earlier filling, or a bot, ended. `onProgress` is called with the share that is there, from 0 to 1.
 * @throws DatelineError `unavailable` if either cannot be used.
 */
export const fillSearch = async (
  { databaseUrl, searchUrl }: ClusterAddresses,
  onProgress: (share: number) => void,
): Promise<void> => {
  const client = openSearchClient(searchUrl);
  try {
    const tables = await openArticleTables(databaseUrl);
    try {
      const source = createDocumentSource(tables);
      const { latest } = await source.position(0);
      await new ArticleFollower(client, source, (revision) => onProgress(revision / latest)).catchUp();
    } finally {
      await tables.destroy();
    }
  } finally {
    await client.close();
  }
};
