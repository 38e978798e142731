/** Which articles are some servers' own, and whose: those that only feeds of these servers brought. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  /** The key that it would have as everyone's; null if it is. */
  'ALTER TABLE article ADD COLUMN private_key TEXT',
  'CREATE INDEX article_private ON article (private_key) WHERE private_key IS NOT NULL',
  /** 1 if that is known of the article. */
  'ALTER TABLE publication ADD COLUMN private INTEGER NOT NULL DEFAULT 0',
  'CREATE INDEX publication_private ON publication (of) WHERE private = 1',
  /** Who hears such an article, and whether as news. It stays if the article is everyone's since. */
  `CREATE TABLE article_audience (
    guild_id TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES article (seq),
    arrival TEXT NOT NULL,
    PRIMARY KEY (guild_id, seq)
  ) WITHOUT ROWID`,
  'CREATE INDEX article_audience_seq ON article_audience (seq)',
];

export const addAudience: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
