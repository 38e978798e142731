/** In: who asks where. Out: whether the channel may get another answer now, as the server's managers limited it. */
import type { AnswerLimits } from '../domain/answer-limits.ts';
import { settingIn } from '../domain/channel-settings.ts';
import type { Person } from './command.ts';

const WINDOW_MS = 60_000;

export type ChannelPermit =
  | { readonly allowed: true }
  /** `told`: it was said in the channel within the last minute. */
  | {
      readonly allowed: false;
      readonly perMinute: number;
      readonly retryInMs: number;
      readonly told: boolean;
    };

export interface ChannelLimits {
  /** Counts an answer that all in the channel see. `inChannel`: a refusal will be said there, not to the asker alone. */
  take(
    by: Pick<Person, 'guildId' | 'channelId' | 'canManage' | 'roleIds'>,
    inChannel?: boolean,
  ): Promise<ChannelPermit>;
}

interface Sources {
  readonly limits: { of(guildId: string): Promise<AnswerLimits> };
  /** The channel that a thread or forum post is in; null of others. */
  parentOf(channelId: string): Promise<string | null>;
  now(): number;
}

interface Recent {
  askedMs: number[];
  toldMs: number;
}

/** In memory, of the last minute. A thread goes by its channel's limit and is counted by itself. */
export const createChannelLimits = ({ limits, parentOf, now }: Sources): ChannelLimits => {
  const channels = new Map<string, Recent>();
  const isRecent = (ms: number): boolean => ms > now() - WINDOW_MS && ms <= now();
  const recentIn = (channelId: string): Recent => {
    for (const [id, { askedMs, toldMs }] of channels.size >= 1_000 ? channels : [])
      if (![...askedMs, toldMs].some(isRecent)) channels.delete(id);
    const recent = channels.getOrInsertComputed(channelId, () => ({
      askedMs: [],
      toldMs: Number.NEGATIVE_INFINITY,
    }));
    recent.askedMs = recent.askedMs.filter(isRecent);
    return recent;
  };
  return {
    async take({ guildId, channelId, canManage, roleIds }, inChannel = false) {
      if (guildId === null || canManage) return { allowed: true };
      const set = await limits.of(guildId);
      if (roleIds.some((id) => set.freeRoles.has(id))) return { allowed: true };
      const perMinute = await settingIn(set, channelId, parentOf);
      if (perMinute === null) return { allowed: true };
      const recent = recentIn(channelId);
      if (recent.askedMs.length < perMinute) {
        recent.askedMs.push(now());
        return { allowed: true };
      }
      const told = isRecent(recent.toldMs);
      if (inChannel && !told) recent.toldMs = now();
      const freeMs = (recent.askedMs.at(-perMinute) ?? now()) + WINDOW_MS;
      return { allowed: false, perMinute, retryInMs: freeMs - now(), told };
    },
  };
};
