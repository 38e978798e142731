/**
 * Articles that are some servers' own: each feed of servers, and each server's corpus folder, has its rows, whatever else
 * brings the same keys, so that nobody hears, misses or reads otherwise what others' sources brought.
 */
import type { Transaction } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import { serverOfOrigin } from '../domain/corpus-server.ts';
import { inBatches } from '../domain/in-batches.ts';
import { addArticles, type Outcome, recordOrigins } from './add-articles.ts';
import type { ArticleTables, KeyedDraft } from './article-tables.ts';
import { readPosition } from './count-articles.ts';
import { followEveryones } from './follow-everyones.ts';
import { ownScope } from './own-scope.ts';
import { relinkCopies } from './relink-copies.ts';
import { removeArticles } from './remove-articles.ts';
import { createRevisions } from './revisions.ts';
import { numberList, textList } from './sql-of.ts';

type Tables = Transaction<ArticleTables>;

/** Who comes to hear articles, how these arrive for them, and when that is. */
interface Hearing {
  readonly server: string;
  readonly arrival: Arrival;
  readonly nowMs: number;
}

const ownKey = ({ origin, key }: ArticleDraft): string => `${ownScope(origin)} ${key}`;

/** The articles that have these keys, removed ones too. */
const withKeys = (tx: Tables, keys: readonly string[]) =>
  tx.selectFrom('article').select(['key', 'seq']).where('key', 'in', textList(tx, keys));

const keysOf = (drafts: readonly ArticleDraft[]): string[] => drafts.map(({ key }) => key);

/** Of these articles, all some servers' own: each that the server did not hear yet has it from now on. */
const letHear = async (
  tx: Tables,
  seqs: readonly number[],
  { server, arrival, nowMs }: Hearing,
): Promise<number[]> => {
  if (seqs.length === 0) return [];
  const rows = await tx
    .insertInto('article_audience')
    .values(seqs.map((seq) => ({ guild_id: server, seq, arrival, since_ms: nowMs })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute();
  return rows.map(({ seq }) => seq);
};

/** Has those who follow changes look at these articles again. */
const touch = async (tx: Tables, seqs: Iterable<number>): Promise<void> => {
  const revisions = await createRevisions(tx);
  for (const seq of seqs)
    await tx.updateTable('article').set({ revision: revisions.next() }).where('seq', '=', seq).execute();
};

/**
 * As `addArticles`, for the servers alone. To a server that hears of an article only now that was there before, it is no
 * news.
 */
export const addOwnArticles = async (
  tx: Tables,
  given: readonly ArticleDraft[],
  servers: readonly string[],
  arrival: Arrival,
  nowMs: number,
  outcomes: Map<string, Outcome>,
): Promise<void> => {
  const everyones = await withKeys(tx, keysOf(given)).where('removed_at_ms', 'is', null).execute();
  for (const { key, seq } of everyones) outcomes.set(key, { outcome: 'unchanged', seq });
  const known = new Set(everyones.map(({ key }) => key));
  // A file is read again when what everyone heard goes.
  const ofFiles = given.filter(({ key, origin }) => known.has(key) && serverOfOrigin(origin) !== null);
  await recordOrigins(tx, ofFiles, outcomes);
  const drafts = given
    .filter(({ key }) => !known.has(key))
    .map((draft): KeyedDraft => ({ ...draft, key: ownKey(draft), everyonesKey: draft.key }));
  if (drafts.length === 0) return;
  const { lastSeq: before } = await readPosition(tx);
  const made = new Map<string, Outcome>();
  await addArticles(tx, drafts, arrival, nowMs, made);
  const rows = await withKeys(tx, keysOf(drafts)).execute();
  const seqs = rows.map(({ seq }) => seq);
  const fresh = seqs.filter((seq) => seq > before);
  const kept = seqs.filter((seq) => seq <= before);
  const changed = new Set<number>();
  for (const server of servers) {
    const hearing = { server, nowMs };
    for (const seq of await letHear(tx, fresh, { ...hearing, arrival })) changed.add(seq);
    for (const seq of await letHear(tx, kept, { ...hearing, arrival: 'backfill' })) changed.add(seq);
  }
  await touch(tx, changed);
  for (const { key, everyonesKey } of drafts) {
    const outcome = made.get(key);
    if (outcome !== undefined) outcomes.set(everyonesKey!, outcome);
  }
};

/** Makes articles everyone's, except those whose key another article has by now. Nobody is posted them as news. */
const publish = async (
  tx: Tables,
  rows: readonly {
    readonly seq: number;
    readonly private_key: string | null;
    readonly content_hash: string;
  }[],
  nowMs: number,
): Promise<void> => {
  const keys = rows.map(({ private_key }) => private_key!);
  const taken = await withKeys(tx, keys).execute();
  const others = new Set(taken.map(({ key }) => key));
  const free = rows.filter(({ private_key }) => !others.has(private_key!));
  const revisions = await createRevisions(tx);
  for (const { seq, private_key } of free)
    await tx
      .updateTable('article')
      .set({ key: private_key!, private_key: null, arrival: 'backfill', revision: revisions.next() })
      .where('seq', '=', seq)
      .execute();
  await relinkCopies(
    tx,
    free.map(({ content_hash }) => content_hash),
    revisions,
  );
  await followEveryones(tx, keys, nowMs);
};

/** See `ArticleStore.share`; of the articles numbered above `after`. Returns where to go on, null at the end. */
export const shareArticles = async (
  tx: Tables,
  origin: string,
  { after, limit, nowMs }: { readonly after: number; readonly limit: number; readonly nowMs: number },
): Promise<number | null> => {
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'private_key', 'content_hash'])
    .where('origin', '=', origin)
    .where('private_key', 'is not', null)
    .where('removed_at_ms', 'is', null)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  if (rows.length === 0) return null;
  await publish(tx, rows, nowMs);
  return rows.at(-1)!.seq;
};

/** See `ArticleStore.letHear`. */
export const letServerHear = async (
  tx: Tables,
  origin: string,
  keys: readonly string[],
  server: string,
  nowMs: number,
): Promise<number> => {
  let heard = 0;
  for (const step of inBatches(keys)) {
    const rows = await tx
      .selectFrom('article')
      .select('seq')
      .where('origin', '=', origin)
      .where('private_key', 'in', textList(tx, step))
      .where('removed_at_ms', 'is', null)
      .execute();
    const seqs = rows.map(({ seq }) => seq);
    const fresh = await letHear(tx, seqs, { server, arrival: 'backfill', nowMs });
    await touch(tx, fresh);
    heard += fresh.length;
  }
  return heard;
};

/** See `ArticleStore.forgetServer`; false when nothing is left. */
export const forgetOwn = async (
  tx: Tables,
  server: string,
  nowMs: number,
  limit: number,
): Promise<boolean> => {
  const some = tx
    .selectFrom('article_audience')
    .innerJoin('article', 'article.seq', 'article_audience.seq')
    .select('article_audience.seq')
    .where('guild_id', '=', server)
    .where('origin', 'not like', 'file:%')
    .limit(limit);
  const seqs = (await some.execute()).map(({ seq }) => seq);
  if (seqs.length === 0) return false;
  await tx
    .deleteFrom('article_audience')
    .where('guild_id', '=', server)
    .where('seq', 'in', numberList(tx, seqs))
    .execute();
  const lonely = await tx
    .selectFrom('article')
    .select(['seq', 'key'])
    .where('seq', 'in', numberList(tx, seqs))
    .where('private_key', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('article_audience')
            .select('guild_id')
            .whereRef('article_audience.seq', '=', 'article.seq'),
        ),
      ),
    )
    .execute();
  const gone = new Set(lonely.map(({ seq }) => seq));
  await removeArticles(
    tx,
    lonely.map(({ key }) => key),
    nowMs,
  );
  await touch(
    tx,
    seqs.filter((seq) => !gone.has(seq)),
  );
  return true;
};
