import { describe, expect, it } from 'vitest';
import { phrasesIn } from '../../src/search/phrases-in.ts';

describe('phrasesIn', () => {
  const holds = (text: string, ...phrases: string[]) => phrases.every(phrasesIn(text));

  it('takes a phrase as whole words', () => {
    expect(holds('She called it “not a drug”.', 'not a drug')).toBe(true);
    expect(holds('not a drug', 'not a drug')).toBe(true);
    expect(holds('It was not a drugstore.', 'not a drug')).toBe(false);
    expect(holds('Not a drugstore, and not a drug: a shop.', 'not a drug')).toBe(true);
  });

  it('leaves case, accents, kinds of marks and white space aside', () => {
    expect(holds('The CAFÉ didn’t\n open', "cafe didn't open")).toBe(true);
    expect(holds('a well–known “name”', 'well-known "name"')).toBe(true);
    expect(holds('the cafe\u0301 closed', 'the cafe')).toBe(true);
  });

  it('leaves the mark at its end aside, which may be of the sentence that quotes', () => {
    const text =
      'She joins the cast of "Funny Girl" in May. «Привет» is sung. 彼は「帰る」と言った。 Nobody is funny.';
    for (const phrase of ['Funny Girl.', 'funny girl,', 'Funny Girl?!', 'Funny Girl…', 'Привет,', '帰る。'])
      expect([phrase, holds(text, phrase)]).toEqual([phrase, true]);
    expect(holds('It is in the U.S. now', 'U.S.')).toBe(true);
    expect(holds('Funny girls', 'Funny Girl.')).toBe(false);
    expect(holds('...', '...')).toBe(false);
  });

  it('leaves variants of characters aside', () => {
    expect(holds('北京新的地铁线路周一开通。', '地鐵線路')).toBe(true);
    expect(holds('渡邊さんが来た。', '渡辺さん')).toBe(true);
    expect(holds('北京新的地铁线路周一开通。', '地鐵站')).toBe(false);
  });

  it('leaves the width of kana aside, and keeps its marks', () => {
    for (const [text, phrase] of [
      ['ﾊﾞﾅﾅの値段が上がった', 'バナナの値段'],
      ['バナナの値段が上がった', 'ﾊﾞﾅﾅの値段'],
      ['ﾊﾞﾅﾅの値段が上がった', 'ﾊﾞﾅﾅ'],
      ['鈴木ｺｰﾋﾟｰ店', 'コーピー'],
      ['東京ﾊﾟｰｸﾞ開館', 'パーグ'],
      ['東京ﾊﾟｰｸﾞ開館', '東京ﾊﾟｰｸﾞ'],
    ] as const)
      expect([text, phrase, holds(text, phrase)]).toEqual([text, phrase, true]);
    expect(holds('バナナ', 'ハナナ')).toBe(false);
    expect(holds('東京パーグ', '東京ﾊﾟｰｸ')).toBe(false);
  });

  it('sees a word that goes on behind an invisible sign or an accent', () => {
    expect(holds('two drug\u00adstores', 'two drug')).toBe(false);
    expect(holds('two drug\ufeffstores', 'two drug')).toBe(false);
    expect(holds('two cafe\u0301s', 'two cafe')).toBe(false);
  });

  it('wants every phrase', () => {
    expect(holds('New York and the White House', 'new york', 'white house')).toBe(true);
    expect(holds('New York and the white houses', 'new york', 'white house')).toBe(false);
  });
});
