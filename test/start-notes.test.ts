import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openBackend } from '../src/backend/open-backend.ts';
import { createPaint } from '../src/cli/paint.ts';
import { createLog } from '../src/log.ts';
import { loadedNote } from '../src/start-notes.ts';

it('says how many articles are ready, one as well', async () => {
  const log = createLog({ level: 'silent' });
  const file = fileURLToPath(new URL('../corpus/2024-03/tyotkino-captured-courier.md', import.meta.url));
  const backend = await openBackend({ corpus: [file], dataDir: null, watch: null }, { clock: Date.now, log });
  await backend.loaded();
  expect(loadedNote(await backend.status(), 'corpus', createPaint(process.stdout))).toContain(
    '1 article is ready.',
  );
  await backend.close();
});
