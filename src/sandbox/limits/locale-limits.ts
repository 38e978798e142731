/** Translations of a command's names and descriptions in; faults noted for languages Discord does not have. */
import { Locale } from 'discord.js';
import type { Path, Problems } from './problems.ts';

/** Discord also has Arabic, which discord.js does not name yet. */
export const LOCALES: ReadonlySet<string> = new Set<string>([...Object.values(Locale), 'ar']);

export function checkLocalizations(
  problems: Problems,
  path: Path,
  part: {
    name_localizations?: Record<string, string | null | undefined> | null;
    description_localizations?: Record<string, string | null | undefined> | null;
  },
): void {
  for (const [key, max] of [
    ['name_localizations', 32],
    ['description_localizations', 100],
  ] as const) {
    for (const [locale, text] of Object.entries(part[key] ?? {})) {
      if (!LOCALES.has(locale))
        problems.add([...path, key], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a known locale.`);
      else problems.text([...path, key, locale], text, { max });
    }
  }
}
