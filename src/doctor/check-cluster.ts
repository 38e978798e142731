/** In: the addresses of a cluster. Out: whether its PostgreSQL and its OpenSearch can be used. */
import { DatelineError } from '../domain/errors.ts';
import { WHOLE_SCOPE } from '../search/search-query.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { ailing, type Check, well } from './check.ts';

const look = async (cluster: ClusterAddresses): Promise<{ stored: number; found: number }> => {
  const { openClusterReader } = await import('../store/postgres/open-cluster.ts');
  const articles = await openClusterReader(cluster);
  try {
    const { articles: stored } = await articles.counts();
    const { engine } = articles.openEngine();
    const { articles: everyones } = await engine.count(WHOLE_SCOPE);
    return { stored, found: everyones + (await engine.countPrivate()) };
  } finally {
    await articles.close();
  }
};

export const checkCluster = async (cluster: ClusterAddresses): Promise<Check> => {
  const name = 'Databases';
  try {
    const { stored, found } = await look(cluster);
    const text = `articles in PostgreSQL: ${stored.toLocaleString('en-GB')}, of these found by OpenSearch: ${found.toLocaleString('en-GB')}`;
    if (found >= stored) return well(name, text);
    return ailing(
      name,
      'warning',
      text,
      'The bot brings OpenSearch the others while it runs. If it runs, look at its log.',
    );
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return ailing(
      name,
      'problem',
      error.message,
      'docs/operations.md says more about PostgreSQL and OpenSearch.',
    );
  }
};
