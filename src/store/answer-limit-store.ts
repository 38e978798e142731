/** In: servers, and what limits their managers set. Out: how many answers each of their channels may get in a minute. */
import type { AnswerLimits, LimitTarget } from '../domain/answer-limits.ts';
import type { StateDatabase } from './state-tables.ts';

const idOf = (target: LimitTarget): string => (target.kind === 'server' ? '' : target.id);

/** Over `state.db`. */
export const createAnswerLimitStore = (db: StateDatabase) => ({
  async of(guildId: string): Promise<AnswerLimits> {
    const rows = await db.selectFrom('answer_limit').selectAll().where('guild_id', '=', guildId).execute();
    const limitsOf = (kind: LimitTarget['kind']) =>
      rows.flatMap((row) =>
        row.kind === kind && row.per_minute !== null ? [[row.target_id, row.per_minute] as const] : [],
      );
    return {
      server: limitsOf('server')[0]?.[1] ?? null,
      channels: new Map(limitsOf('channel')),
      freeRoles: new Set(rows.flatMap(({ kind, target_id }) => (kind === 'role' ? [target_id] : []))),
    };
  },
  /** `perMinute` counts for servers and channels; a role is free of limits by being there. */
  async set(guildId: string, target: LimitTarget, perMinute: number | null): Promise<void> {
    const row = { guild_id: guildId, kind: target.kind, target_id: idOf(target), per_minute: perMinute };
    await db
      .insertInto('answer_limit')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['guild_id', 'kind', 'target_id']).doUpdateSet({ per_minute: perMinute }),
      )
      .execute();
  },
  async remove(guildId: string, target: LimitTarget): Promise<void> {
    await db
      .deleteFrom('answer_limit')
      .where('guild_id', '=', guildId)
      .where('kind', '=', target.kind)
      .where('target_id', '=', idOf(target))
      .execute();
  },
  async forgetGuild(guildId: string): Promise<void> {
    await db.deleteFrom('answer_limit').where('guild_id', '=', guildId).execute();
  },
});

export type AnswerLimitStore = ReturnType<typeof createAnswerLimitStore>;
