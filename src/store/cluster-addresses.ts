/** Where articles and state are kept beyond one machine: always two places together. */
export interface ClusterAddresses {
  /** Of a PostgreSQL database. */
  readonly databaseUrl: string;
  /** Of an OpenSearch. */
  readonly searchUrl: string;
}
