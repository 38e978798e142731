/** In: names of variables that are no settings. Out: those that were probably meant as settings, one sentence each. */
import { nearestName } from '../domain/near-name.ts';
import { SETTING_NAMES } from './settings.ts';

/** Longer names are no settings. */
const MAX_NAME_CHARS = 60;

const firstWord = (name: string): string => name.toUpperCase().split('_')[0]!;

/**
 * `written` are the names in `.env`, of which any that share a setting's prefix are reported; of the environment, only
 * near misses are.
 */
export const describeUnknown = (written: readonly string[], environment: readonly string[]): string[] => {
  const settings: readonly string[] = SETTING_NAMES;
  const known = new Set(settings);
  const beginnings = new Set(settings.map(firstWord));
  const names = [...new Set([...written, ...environment])];
  return names
    .filter((name) => !known.has(name) && name.length <= MAX_NAME_CHARS)
    .flatMap((name) => {
      const meant = nearestName(name, settings);
      if (meant !== null) return `${name} is not a setting. Did you mean ${meant}?`;
      const isOurs = written.includes(name) && name.includes('_') && beginnings.has(firstWord(name));
      return isOurs ? `${name} in .env is not a setting. .env.example lists them all.` : [];
    });
};
