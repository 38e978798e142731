/** Where articles and state are kept beyond one machine: both are needed, and either alone is none. */
export interface ClusterAddresses {
  /** Of a PostgreSQL database. */
  readonly databaseUrl: string;
  /** Of an OpenSearch. */
  readonly searchUrl: string;
}
