import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaption } from '../../src/answers/is-caption.ts';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createLog } from '../../src/log.ts';

describe('a caption', () => {
  it.each([
    'Photo: Orsolya Vitez on the bridge of the Lanner.',
    'The Lanner in port. (Maud Lindqvist/AP)',
    'Orsolya Vitez waves Maud Lindqvist/Getty Images',
    'The crane on Tuesday. AP Photo/Maud Lindqvist',
    'Pictured: the harbour at night',
    'By Maud Lindqvist and Orla Brann',
    '4. The harbour strike',
    'Hide Caption 3 of 9 Photos: The strike The crane at night.',
    "JUST WATCHED 'This is no strike': judge admonishes the crew Replay More Videos ... MUST WATCH",
    '* * *',
    '—',
  ])('is distinguished from what is said: %j', (line) => {
    expect(isCaption(line)).toBe(true);
  });

  it.each([
    'The photo shows Orsolya Vitez on the bridge.',
    'LANNER (Reuters) - The ferry has a new captain.',
    'By Tuesday the harbour was open again.',
    'The agency AP was the first to tell of it.',
    'Images of the crane were shown in court.',
    'He told AFP.',
    '4. The harbour opens again on Tuesday.',
    '14',
    '船长是谁。',
  ])('is not what says something: %j', (line) => {
    expect(isCaption(line)).toBe(false);
  });

  it('is recognised in time that grows with its length alone', () => {
    for (const piece of ['/AP', 'By A', '(Photo by ', 'file photo '])
      expect(isCaption(piece.repeat(50_000))).toBe(false);
  });
});

describe('the sentence that answers', () => {
  let backend: Backend;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-caption-'));
    const body =
      'Photo: Captain Orsolya Vitez of the Lanner ferry, her new captain (Maud Lindqvist/AP)\n\n' +
      'The Lanner ferry has a new captain, Orsolya Vitez. She begins in May.';
    await writeFile(join(folder, 'ferry.txt'), `Ferry line changes\n\n${body}\n`);
    const log = createLog({ level: 'silent' });
    backend = await openBackend({ corpus: [folder], dataDir: null, watch: null }, { clock: Date.now, log });
    await backend.loaded();
  });
  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  it('is none that stands under a picture', async () => {
    const { excerpts } = await backend.answer('Who is the new captain of the Lanner ferry?', {
      asOfMs: Date.now(),
    });
    const { text, start, best } = excerpts[0]!;
    expect(text.slice(best.start - start, best.end - start)).toBe(
      'The Lanner ferry has a new captain, Orsolya Vitez.',
    );
  });
});
