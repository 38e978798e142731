/** In: a way to ask Discord. Out: who owns the bot's application, asked again now and then, when someone wants to know. */
import { type APIApplication, type REST, Routes, TeamMemberMembershipState } from 'discord.js';

/** Ids, as far as known; if the answer is old, Discord is asked for the next time. Never throws. */
export type Owners = () => ReadonlySet<string>;

export interface OwnersTools {
  /** Ids of those who own the application now. */
  fetch(): Promise<ReadonlySet<string>>;
  onError(error: unknown): void;
  /** Epoch milliseconds. */
  now(): number;
}

/** Ids of the owner, or of those in the owner's team; not of those who are only invited to it. */
export const fetchOwners = async (rest: REST): Promise<ReadonlySet<string>> => {
  const { owner, team } = (await rest.get(Routes.currentApplication())) as Partial<APIApplication>;
  if (!team) return new Set(owner ? [owner.id] : []);
  const members = team.members.filter(
    ({ membership_state }) => membership_state === TeamMemberMembershipState.Accepted,
  );
  return new Set(members.map(({ user }) => user.id));
};

const FRESH_MS = 5 * 60_000;
const TRY_AGAIN_MS = 10_000;

/** Asks once before it resolves. */
export const createOwners = async ({ fetch, onError, now }: OwnersTools): Promise<Owners> => {
  let owners: ReadonlySet<string> = new Set();
  let askAtMs = 0;
  const ask = async (): Promise<void> => {
    askAtMs = Number.POSITIVE_INFINITY;
    try {
      owners = await fetch();
      askAtMs = now() + FRESH_MS;
    } catch (error) {
      askAtMs = now() + TRY_AGAIN_MS;
      onError(error);
    }
  };
  await ask();
  return () => {
    if (now() >= askAtMs) void ask();
    return owners;
  };
};
