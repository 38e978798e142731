import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTENCE_LIMIT, sentences } from '../../src/text/sentences.ts';

const cut = (text: string, language = 'en') =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('ends a sentence at its stop', () => {
    expect(cut('It rained. It poured! Did it? Yes.')).toEqual([
      'It rained.',
      'It poured!',
      'Did it?',
      'Yes.',
    ]);
  });

  it.each([
    'Mr. Smith met Dr. Jones on Jan. 6.',
    'The U.S. Senate and Sen. Ron Wyden, D-Ore., agreed with J.P. Morgan.',
    'Prices rose 3.5 percent, said No. 10.',
    '“Stop!” he said.',
    'Was it “over”? asked the mayor.',
    '1. Harbour tolls rise in May.',
    '12. Îles: the ferry stays.',
    'The firm released .NET 12 on Tuesday.',
    'Sie lernen .NET und C#.',
  ])('keeps %j whole', (text) => {
    expect(cut(text)).toEqual([text]);
  });

  it.each([
    ['de', 'Am 12. März schloss der Damm.'],
    ['de', 'Im 19. Jahrhundert, z. B. in Köln, baute Hr. Weber 3 Mio. Ziegel.'],
    ['de', 'Seit dem 3. 4. 2024 gilt das.'],
    ['da', 'Den 5. Maj er fri.'],
    ['tr', 'Kent 20. Yüzyıl başında kuruldu.'],
    ['ru', 'В доме А. С. Пушкина на ул. Мойка открыт музей (англ. Museum).'],
    ['es', 'El Sr. Ruiz llegó a EE. UU. con la Dra. Vega.'],
    ['pl', 'Kościół św. Anny przy ul. Długiej stoi.'],
  ])('in %s, keeps %j whole', (language, text) => {
    expect(cut(text, language)).toEqual([text]);
  });

  it('parts behind a number where the next sentence begins as sentences do', () => {
    expect(cut('Der Preis stieg auf 12. Die Stadt schwieg.', 'de')).toHaveLength(2);
    expect(cut('Den Damm schloss man 2024. Prüfer fanden Risse.', 'de')).toHaveLength(2);
  });

  it('keeps the number of an item with the item, and parts after one that ends its sentence', () => {
    expect(cut('Two tips: save. 2. Plan ahead.')).toEqual(['Two tips: save.', '2. Plan ahead.']);
    expect(cut('The toll rose to 12. Nobody minded.')).toHaveLength(2);
  });

  it('parts after an abbreviation that ends its sentence', () => {
    expect(cut('They live in the U.S. The others left.')).toEqual([
      'They live in the U.S.',
      'The others left.',
    ]);
    expect(cut('It was founded as Acme Inc. In 2020 it closed.')).toHaveLength(2);
  });

  it('ends sentences of other scripts at their own stops', () => {
    expect(cut('雨が降った。風も吹いた。', 'ja')).toEqual(['雨が降った。', '風も吹いた。']);
    expect(cut('Он приехал. Она уехала.', 'ru')).toEqual(['Он приехал.', 'Она уехала.']);
  });

  it('reads across the line ends of wrapped text', () => {
    expect(cut('The militias took the\nvillage of Tyotkino. They left.')).toEqual([
      'The militias took the\nvillage of Tyotkino.',
      'They left.',
    ]);
  });

  it('parts a sentence that is too long to quote at a mark, never inside a character', () => {
    const clause = 'one two three four five six seven, ';
    for (const text of [clause.repeat(60), '🎉'.repeat(2_000), 'x'.repeat(5_000)]) {
      const parts = cut(text);
      expect(parts.every((part) => part.length <= SENTENCE_LIMIT && part.isWellFormed())).toBe(true);
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
    expect(cut(clause.repeat(60))[0]).toMatch(/,$/);
  });

  it('loses and repeats nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const found = sentences(text, 'en');
        const kept = found.map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(found.every(({ start, end }, at) => start < end && start >= (found[at - 1]?.end ?? 0))).toBe(
          true,
        );
      }),
    );
  });

  it('reads ten megabytes without a stop in a few seconds', () => {
    expect(sentences('word '.repeat(2_000_000), 'en').length).toBeGreaterThan(10_000);
  });
});
