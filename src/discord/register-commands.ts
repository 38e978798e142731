/** In: the list of commands. Out: Discord has exactly these, and was written to only where it had others. */
import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import type { Command } from './command.ts';
import { commandDefinition, type Definition } from './definition.ts';

/** The fields we set. Discord adds others (ids, versions, translations), which are not ours to compare. */
const OURS = new Set(
  `type name description options required choices value autocomplete max_length min_value max_value channel_types
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
  return Object.fromEntries(fields.map(([name, field]) => [name, essence(field)]));
};

const byName = (definitions: readonly Definition[]): unknown[] =>
  definitions.toSorted((a, b) => String(a.name).localeCompare(String(b.name))).map(essence);

/** Whether anything was written. Rejects where Discord refuses. */
export const registerCommands = async (
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<boolean> => {
  const route = Routes.applicationCommands(applicationId);
  const wanted = commands.map(commandDefinition);
  const present = (await rest.get(route)) as Definition[];
  if (isDeepStrictEqual(byName(present), byName(wanted))) return false;
  await rest.put(route, { body: wanted });
  return true;
};
