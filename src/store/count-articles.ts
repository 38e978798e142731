/** How many articles there are, for an audience or (null) in all, and how far the store has come. */
import { type Kysely, sql } from 'kysely';
import type { Audience } from '../domain/audience.ts';
import type { ArticleCounts } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';
import { hearsPublication } from './heard-articles.ts';
import { countFound } from './row-counts.ts';

type Db = Kysely<ArticleTables>;

/** The largest number and the newest revision there are. */
export const readPosition = async (db: Db): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>> => {
  const { rows } = await sql<{ last_seq: number | null; revision: number | null }>`SELECT
    (SELECT max(seq) FROM article) AS last_seq, (SELECT max(revision) FROM article) AS revision`.execute(db);
  const { last_seq, revision } = rows[0]!;
  return { lastSeq: last_seq ?? 0, revision: revision ?? 0 };
};

const countHeard = async (db: Db, audience: Audience): Promise<ArticleCounts> => {
  const { live, articles, queued } = await db
    .selectFrom('publication')
    .select((eb) => [
      eb.fn.countAll<number>().as('live'),
      eb.fn.count<number>('of').distinct().as('articles'),
      eb.fn
        .count<number>('of')
        .distinct()
        .filterWhere('of', 'in', db.selectFrom('index_queue').select('seq'))
        .as('queued'),
    ])
    .where(hearsPublication(db, audience))
    .executeTakeFirstOrThrow();
  return { articles, copies: live - articles, queued, ...(await readPosition(db)) };
};

/** By their publications, which are in step: those of an index are counted far sooner than articles are read. */
export const countArticles = async (db: Db, audience: Audience | null): Promise<ArticleCounts> => {
  if (audience !== null) return countHeard(db, audience);
  const { live, copies } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('publication')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('live'),
      eb
        .selectFrom('publication')
        .select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('of', '!=', 'seq')
        .as('copies'),
    ])
    .$castTo<{ live: number; copies: number }>()
    .executeTakeFirstOrThrow();
  const queued = await countFound(db.selectFrom('index_queue'));
  return { articles: live - copies, copies, queued, ...(await readPosition(db)) };
};
