/** Everything that is kept of people is declared, and what is declared is true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { KEPT_DATA, keptFor } from '../../src/store/kept-data.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';

const { RETENTION_DAYS } = readConfig({});
const page = readFileSync(join(import.meta.dirname, '../../docs/PRIVACY.md'), 'utf8');

/** The names of columns that are about a person. */
const OF_A_PERSON = /user|voter|person|member|author|created_by|asked_by|set_by|owner/;

describe('what is kept of people', () => {
  it('has a purpose and a limit in days, and is named in docs/PRIVACY.md word for word', () => {
    for (const row of KEPT_DATA) {
      expect(row.purpose).toMatch(/^so that /);
      expect(row.days ?? RETENTION_DAYS).toBeGreaterThan(0);
      const cells = [row.what, row.purpose, keptFor(row, RETENTION_DAYS), row.isDeletable ? 'yes' : 'no'];
      expect(page).toContain(`| ${cells.join(' | ')} |`);
    }
    expect(page.match(/^\| [A-Z].*\|$/gm)).toHaveLength(KEPT_DATA.length);
  });

  it('is all that the database has columns for', async () => {
    const db = await openStateDatabase(null);
    const { rows } = await sql<{ name: string }>`
      SELECT m.name || '.' || c.name AS name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
      WHERE m.type = 'table'`.execute(db);
    await db.destroy();
    const found = rows.map(({ name }) => name).filter((name) => OF_A_PERSON.test(name.split('.')[1]!));
    const told = KEPT_DATA.flatMap(({ columns }) => columns);
    expect(found.toSorted()).toEqual(told.toSorted());
  });
});
