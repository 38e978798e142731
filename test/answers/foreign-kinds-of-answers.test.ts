/** Questions in languages other than English that ask for a number in words, a month or a country, and the sentence that holds it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import type { Excerpt } from '../../src/domain/answer.ts';
import { createLog } from '../../src/log.ts';
import { articleDraft } from '../article-draft.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

/** Of each language: what every article begins with, and endings that differ in what kind of thing they name. */
const TOLD: Readonly<Record<string, readonly [start: string, ...endings: string[]]>> = {
  de: [
    'Die Fähre Lornland fiel wieder aus.',
    'Die zwölf Schiffe lagen im Streik an der Kette.',
    'Die Schiffe gingen im Streik nach Dänemark.',
    'Die Schiffe gingen im Streik nach Felsau.',
  ],
  fr: [
    'Le ferry Lornland était encore à l’arrêt.',
    'Les douze bateaux restaient au port pendant la grève.',
    'Les bateaux partaient vers la Norvège pendant la grève.',
    'Les bateaux partaient vers la Villette pendant la grève.',
    'La grève du ferry Lornland a pris fin sans accord. La fin de la grève est venue en octobre.',
  ],
  ja: [
    'ローンランド号のフェリーはまた欠航した。',
    'ストライキ中に船はデンマークへ売却された。',
    'ストライキ中に船はブルーウェーブへ売却された。',
  ],
};

let backend: Backend;
beforeAll(async () => {
  const log = createLog({ level: 'silent' });
  backend = await openBackend({ corpus: [], dataDir: null, watch: null }, { clock: () => NOW, log });
  const drafts = Object.entries(TOLD).flatMap(([language, [start, ...endings]]) =>
    endings.map((ending, at) => {
      const key = `${language} ${at}`;
      return articleDraft({
        key,
        givenId: key,
        title: '',
        body: `${start} ${ending}`,
        published: null,
        language,
      });
    }),
  );
  await backend.add(drafts, 'backfill');
});
afterAll(() => backend.close());

const boldOf = ({ text, start, best }: Excerpt): string => text.slice(best.start - start, best.end - start);

describe('the first excerpt tells in bold what is asked for', () => {
  it.each([
    ['Wie viele Schiffe der Fähre Lornland im Streik?', 'zwölf'],
    ['In welches Land gingen die Schiffe der Fähre Lornland im Streik?', 'Dänemark'],
    ['Combien de bateaux du ferry Lornland pendant la grève ?', 'douze'],
    ['Dans quel pays les bateaux du ferry Lornland pendant la grève ?', 'Norvège'],
    ['Quand la grève du ferry Lornland a-t-elle pris fin ?', 'octobre'],
    ['ストライキ中にローンランド号の船はどの国へ売却されたか', 'デンマーク'],
  ])('%s', async (question, told) => {
    const { excerpts } = await backend.answer(question, { asOfMs: NOW });
    expect(boldOf(excerpts[0]!)).toContain(told);
  });
});
