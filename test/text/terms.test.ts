import { describe, expect, it } from 'vitest';
import { termOf, terms } from '../../src/text/terms.ts';

const termsOf = (text: string, language?: string) => terms(text, language).map(({ term }) => term);

describe('terms', () => {
  it('gives the forms of a word one term', () => {
    expect(termOf('militias', 'en')).toBe(termOf('militia', 'en'));
    expect(termOf('Captured', 'en')).toBe(termOf('capture', 'en'));
    expect(termOf('won', 'en')).toBe(termOf('winning', 'en'));
  });

  it.each([
    ['defence', 'defense'],
    ['labour', 'labor'],
    ['organised', 'organized'],
    ['centre', 'center'],
    ['programmes', 'programs'],
    ['cancelled', 'canceled'],
    ['kilometres', 'kilometers'],
  ])('reads the British %s as the American %s', (british, american) => {
    expect(termOf(british, 'en')).toBe(termOf(american, 'en'));
  });

  it('says where each word stands, so that what is marked is what matched', () => {
    const text = 'On “Tyotkino”, they’d said';
    expect(terms(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'On',
      'Tyotkino',
      'they’d',
      'said',
    ]);
  });

  it('leaves accents and the possessive out', () => {
    expect(termsOf('Café Pelé’s')).toEqual(termsOf('cafe Pele'));
    expect(termOf('Łódź', 'pl')).toBe(termOf('lodz', 'pl'));
  });

  it('keeps numbers whole, thousands and decimals included', () => {
    expect(termsOf('1,200 soldiers, 3.5 percent, 2024')).toEqual([
      '1200',
      'soldier',
      '3.5',
      'percent',
      '2024',
    ]);
  });

  it('knows the country from the pronoun by its capitals', () => {
    expect(termsOf('U.S. US USA us')).toEqual(['usa', 'usa', 'usa', 'us']);
  });

  it('parts words at hyphens, so that either half is found', () => {
    expect(termsOf('anti-Kremlin')).toEqual(['anti', 'kremlin']);
  });

  it('looks through invisible characters in a word', () => {
    expect(termsOf('Kur\u200bsk Bel\u00adgorod')).toEqual(termsOf('Kursk Belgorod'));
  });

  it('stems in the language it is given', () => {
    expect(termOf('Wahlen', 'de')).toBe(termOf('Wahl', 'de'));
    expect(termOf('выборы', 'ru')).toBe(termOf('выборов', 'ru'));
  });

  it('cuts Japanese, Chinese and Thai into words', () => {
    expect(termsOf('日本の首相は東京で')).toContain('首相');
    expect(termsOf('我们在北京')).toContain('北京');
    expect(termsOf('ประเทศไทย').length).toBeGreaterThan(0);
  });

  it('cuts kana of half the width as those of full width', () => {
    for (const text of ['ﾊﾞﾅﾅの値段', 'ｺﾛﾅｳｲﾙｽ感染', 'ﾌﾟﾛｸﾞﾗﾑの更新', 'ｻｯｶｰ日本代表ﾒﾝﾊﾞｰ']) {
      expect(termsOf(text, 'ja')).toEqual(termsOf(text.normalize('NFKC'), 'ja'));
      const words = terms(text, 'ja').map(({ start, end }) => text.slice(start, end));
      expect(words.join('')).toBe(text);
    }
  });

  it('stems a name as it is typed without its marks', () => {
    for (const [language, marked, plain] of [
      ['pl', 'Kraków', 'krakow'],
      ['ro', 'București', 'bucuresti'],
      ['pt', 'São', 'sao'],
      ['hu', 'Orbán', 'orban'],
      ['da', 'Ålborg', 'aalborg'],
      ['no', 'Tromsø', 'tromsoe'],
    ] as const)
      expect(termOf(marked, language)).toBe(termOf(plain, language));
  });

  it('reads letters outside the basic plane as words', () => {
    expect(termsOf('𐐀𐐁 x')).toHaveLength(2);
  });

  it('finds nothing in text without words', () => {
    expect(termsOf(' — … 🎉 \u200b ')).toEqual([]);
  });
});

describe('numerals of other languages', () => {
  it.each([
    ['XXe', '20e', 'fr'],
    ['XXème', '20ème', 'fr'],
    ['3eme', '3e', 'fr'],
    ['1er', '1re', 'fr'],
    ['Ier', '1er', 'fr'],
    ['xixe', 'XIXe', 'fr'],
    ['2nde', 'IIe', 'fr'],
    ['IInde', '2nde', 'fr'],
    ['Inde', 'inde', 'fr'],
    ['Vers', 'vers', 'fr'],
    ['3º', '3er', 'es'],
    ['XX', 'xx', 'es'],
    ['2ª', '2a', 'pt'],
    ['3°', '3', 'it'],
    ['ХХ', 'XX', 'ru'],
    ['20ού', '20ός', 'el'],
    ['20वीं', '20वें', 'hi'],
    ['3üncü', '3uncu', 'tr'],
  ])('“%s” is “%s” (%s)', (one, other, language) => {
    expect(termsOf(one, language)).toEqual(termsOf(other, language));
  });

  it.each([
    ['vie', '6e', 'fr'],
    ['3D', '3e', 'fr'],
    ['Inde', '1er', 'fr'],
    ['Vers', '5e', 'fr'],
    ['Xi', 'XI', 'es'],
    ['vi', 'VI', 'sv'],
    ['XX', '20', 'en'],
    ['20th', '20', 'en'],
  ])('“%s” is not “%s” (%s)', (one, other, language) => {
    expect(termOf(one, language)).not.toBe(termOf(other, language));
  });
});

describe('a Russian or Ukrainian name has one term in all its cases', () => {
  it.each([
    ['ru', 'Киев Киева Киеве Киевом'],
    ['ru', 'Вьетнам Вьетнама Вьетнамом'],
    ['ru', 'Сергей Сергея Сергеем'],
    ['ru', 'Газпром Газпрома Газпроме'],
    ['ru', 'Лавров Лаврова Лавровым'],
    ['ru', 'Байден Байдена Байденом'],
    ['ru', 'Иран Ирана Ираном'],
    ['ru', 'Иванов Иванова Ивановым'],
    ['ru', 'Максим Максима Максимом'],
    ['uk', 'Київ Києва Києві'],
    ['uk', 'Львів Львова Львові'],
    ['uk', 'Росія Росії Росією'],
    ['uk', 'Буданов Буданова Будановим'],
    ['uk', 'Китай Китаю Китаєм'],
  ])('%s: %s', (language, cases) => {
    expect(new Set(termsOf(cases, language)).size).toBe(1);
  });

  it.each([
    ['ru', `Я${'ов'.repeat(500)}`],
    ['uk', `Я${'ів'.repeat(500)}`],
  ])('%s: a word too long for one is stemmed once, like any other', (language, word) => {
    expect(termOf(word, language)).toBe(termOf(word.toLowerCase(), language));
  });
});
