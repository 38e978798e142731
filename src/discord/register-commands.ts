/** In: the list of commands. Out: Discord has exactly these, and was written to only if it had others. */
import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import type { Logger } from '../log.ts';
import { retry } from '../scheduling/retry.ts';
import type { Command } from './command.ts';
import { commandDefinition, type Definition } from './definition.ts';
import { loggable } from './loggable.ts';
import { readRefusal } from './refusals.ts';

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  readonly commands: readonly Command[];
  readonly log: Logger;
  /** False: waits until another process has registered them. */
  readonly mayChange: boolean;
  /** Called with what Discord has registered. */
  readonly onRegistered: (commands: readonly Definition[]) => void;
  /** Ends the tries. */
  readonly signal: AbortSignal;
}

/** The fields we set. Discord adds others (ids, versions), which are not ours to compare. */
const OURS = new Set(
  `type name name_localizations description description_localizations options required choices value autocomplete max_length min_value max_value channel_types
  default_member_permissions integration_types contexts`.split(/\s+/),
);

const isDefault = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** The definition without what goes without saying, which Discord may leave out or spell out. */
const essence = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name, field]) => OURS.has(name) && !isDefault(field));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, name.endsWith('_localizations') ? field : essence(field)]),
  );
};

const byName = (definitions: readonly Definition[]): unknown[] =>
  definitions.toSorted((a, b) => String(a.name).localeCompare(String(b.name))).map(essence);

const register = async (registration: Registration): Promise<void> => {
  const { rest, applicationId, commands, mayChange, onRegistered } = registration;
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const wanted = commands.map(commandDefinition);
  const present = (await rest.get(route, { query })) as Definition[];
  const isThere = isDeepStrictEqual(byName(present), byName(wanted));
  if (!isThere && !mayChange) throw new Error('the process that leads has not registered them yet');
  onRegistered(isThere ? present : ((await rest.put(route, { body: wanted })) as Definition[]));
};

/** Whether Discord says that the commands are wrong, which no further try would change. */
const isPermanent = (error: unknown): boolean => {
  const refusal = readRefusal(error);
  return refusal.kind === 'refused' && (refusal.cause === 'body' || refusal.cause === 'pictures');
};

/**
 * Resolves after the first try and never rejects. If that failed, the log says so, and it is tried again until it
 * succeeds, Discord refuses the commands as they are, or `signal` is aborted.
 */
export const registerCommands = (registration: Registration): Promise<void> => {
  const { log, signal } = registration;
  return new Promise((resolve) => {
    let hasFailed = false;
    const tell = (error: unknown, waitMs: number): void => {
      if (signal.aborted || isPermanent(error)) throw error;
      const again = `Until then people have those that Discord had before. Trying again in ${waitMs / 1000} s.`;
      log.warn({ err: loggable(error) }, `The commands could not be registered. ${again}`);
      hasFailed = true;
      resolve();
    };
    const fail = (error: unknown): void => {
      if (signal.aborted) return;
      const what = 'Discord does not take the commands as they are; people have those it had before';
      log.error({ err: loggable(error) }, what);
    };
    retry(() => register(registration), tell, signal)
      .then(() => hasFailed && log.info('the commands are registered now'), fail)
      .finally(resolve);
  });
};
