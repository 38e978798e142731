/** In: where everything is kept. Out: the articles there, for reading beside whoever writes them. */
import type { SearchableArticles } from './article-store.ts';
import type { ClusterAddresses } from './cluster-addresses.ts';
import { openArticleReader } from './sqlite-article-reader.ts';

/**
 * Opens the articles in the cluster, whose clients are loaded only then, else in the data folder.
 * @throws DatelineError, see `openClusterReader` and `openArticleReader`.
 */
export const openArticles = async (
  dataDir: string,
  cluster: ClusterAddresses | null,
): Promise<SearchableArticles> => {
  if (cluster === null) return openArticleReader(dataDir);
  const { openClusterReader } = await import('./postgres/open-cluster.ts');
  return openClusterReader(cluster);
};
