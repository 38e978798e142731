/** Questions to the raw texts this project was started from: the first excerpt holds the sentence that answers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createLog } from '../../src/log.ts';

const SEEDS = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
const NOW = Date.parse('2024-03-26T12:00:00Z');

describe.skipIf(!existsSync(SEEDS))('raw text without metadata', () => {
  let backend: Backend;
  beforeAll(async () => {
    const log = createLog({ level: 'silent' });
    backend = await openBackend({ corpus: [SEEDS], dataDir: null, watch: null }, { clock: () => NOW, log });
    await backend.loaded();
  });
  afterAll(() => backend.close());

  it.each([
    ['Which village in Kursk Oblast did the militias capture?', 'Tyotkino'],
    ['Who did Putin order to hunt down Russians fighting for Ukraine?', 'FSB'],
    ['How many militia casualties did the defence ministry claim?', '200'],
    ['Where was the press conference held?', 'Kyiv'],
    ['When did the militias launch the incursion?', 'March 12'],
    ['What do residents of Belgorod think?', 'mixed'],
    ['What footage did the Russian Defense Ministry release?', 'disabled hardware'],
    ['Which groups have neo-Nazi links?', 'neo-Nazi'],
    ['What kind of zone is Putin considering along the border?', 'buffer'],
    ['What has Ukraine denied?', 'denied responsibility'],
    ['Which militia groups take part in the raids?', 'Freedom of Russia Legion'],
    ['What does Ukraine say about its responsibility for the cross-border raids?', 'denied responsibility'],
    ['How do people in Belgorod feel about Putin?', 'loyalty to Putin'],
    ['what happened on march 12', 'On March 12, these militias'],
    ['what exactly did putin order', 'FSB'],
    ['how many militia died according to russia', '200'],
    ['What do the raids draw Russian forces away from?', 'front lines'],
  ])('answers %j', async (question, answer) => {
    const [first] = (await backend.answer(question, { asOfMs: NOW })).excerpts;
    expect(first?.text).toContain(answer);
    expect(first?.published).toBeNull();
  });

  it('never quotes a heading or a noise line', async () => {
    for (const question of ['Escalation and Objectives', 'Ground Realities and Responses', 'Advertisment']) {
      const { excerpts } = await backend.answer(question, { asOfMs: NOW });
      expect(
        excerpts.filter(({ text }) => /Escalation and Objectives|Ground Realities|Advertis/.test(text)),
      ).toEqual([]);
    }
  });

  it('says plainly what it does not know', async () => {
    const answer = await backend.answer('Who won the football World Cup in Qatar?', { asOfMs: NOW });
    expect(answer.verdict).toBe('none');
    expect(answer.missing).toEqual(expect.arrayContaining(['football', 'Qatar']));
  });
});
