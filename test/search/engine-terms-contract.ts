/** Terms are compared for equality, whatever characters they are made of. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING, inTitle, not, phrase, term, WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { terms } from '../../src/text/terms.ts';
import {
  type Asking,
  asking,
  inOrder,
  type OpenEngine,
  within,
  word,
  words,
  written,
} from './engine-corpus.ts';

const SENTENCES = [
  ['hi', 'मौसम विभाग ने किसानों को चेतावनी दी'],
  ['ar', 'أعلنت الحكومة عن خطة جديدة لمدينة الميناء'],
  ['th', 'รัฐบาลประกาศสร้างสะพานใหม่ข้ามแม่น้ำ'],
  ['zh', '市政府宣布修建新的大桥'],
  ['ja', '市は新しい橋の建設を発表した'],
  ['ko', '시는 새로운 다리를 건설한다고 발표했다'],
  ['el', 'Η κυβέρνηση ανακοίνωσε νέα γέφυρα'],
  ['ru', 'Городской совет объявил о ремонте моста'],
  ['vi', 'Thành phố xây dựng cây cầu mới'],
  ['he', 'העירייה הודיעה על גשר חדש'],
  ['de', 'Die Straßenbrücke über den Fluß wird für Bürger geöffnet'],
] as const;

const OPERATORS = ['and', 'or', 'not', 'near', 'AND', 'OR', 'NOT', 'NEAR', 'title', 'body', 'rank', 'null'];

/** No article holds such a term: each must be looked for as it is, and not be read as a query of the engine's own. */
const ODD_TERMS = [
  '',
  ' ',
  '.',
  '*',
  'cedar*',
  '^cedar',
  '-cedar',
  '+cedar',
  '"cedar"',
  '"',
  "'",
  "cedar's",
  "'; --",
  'cedar.',
  'c++',
  'c#',
  'at&t',
  '.net',
  '(cedar)',
  '(',
  ')',
  '{title}: cedar',
  'title:cedar',
  'NEAR(cedar basil)',
  'cedar basil',
  'cedar\nbasil',
  'cedar\tbasil',
  'cedar\u0000',
  '\u0000',
  '%',
  '_',
  'ced%',
  '\\',
  'CEDAR',
  'Cedar',
  'cédar',
  'ceda',
  'cedars',
  '__proto__',
  'constructor',
  '\ud83c\udf32',
  '\ud83c',
];

export const describeTerms = (name: string, open: () => Promise<OpenEngine>): void => {
  let opened: OpenEngine;
  let ask: Asking;
  beforeEach(async () => {
    opened = await open();
    ask = asking(opened);
  });
  afterEach(() => opened.close());

  describe(`${name}: terms of any script`, () => {
    // All in one store: to open one takes some engines longer than all that is asked.
    test('each word and the whole of a sentence is found, and two words as a phrase in their order alone', async () => {
      const seqs = await ask.add(
        ...SENTENCES.map(([language, text]) => written(`Wanted ${language}`, text, { language })),
      );
      for (const [at, [language, text]] of SENTENCES.entries()) {
        const asked = terms(text, language).map((token) => token.term);
        for (const each of asked)
          expect([language, each, await ask.find(term(each))]).toEqual([
            language,
            each,
            expect.arrayContaining([seqs[at]]),
          ]);
        const [first, second] = asked;
        const found = [
          await ask.find(words(text, language)),
          await ask.find(inOrder(text, language)),
          await ask.find(phrase([first!, second!])),
          await ask.find(phrase([second!, first!])),
        ];
        expect([language, ...found]).toEqual([language, [seqs[at]], [seqs[at]], [seqs[at]], []]);
      }
    });

    test('marks that make another word are not ignored', async () => {
      await ask.add(
        written('One', 'कमल की बात', { language: 'hi' }),
        written('Two', 'कमाल की बात', { language: 'hi' }),
      );
      expect(await ask.find(word('कमल', 'hi'))).toEqual([1]);
      expect(await ask.find(word('कमाल', 'hi'))).toEqual([2]);
    });

    test('a character that folds to several words is one term', async () => {
      await ask.add(
        written('One', 'محمد ﷺ قال', { language: 'ar' }),
        written('Two', 'هذا عليه وسلم', { language: 'ar' }),
      );
      expect(await ask.find(word('ﷺ', 'ar'))).toEqual([1]);
      expect(await ask.find(inOrder('محمد ﷺ قال', 'ar'))).toEqual([1]);
      expect(await ask.find(word('وسلم', 'ar'))).toEqual([2]);
    });

    test('letters beyond the basic plane are distinguished', async () => {
      await ask.add(written('One', 'The letters 𐐨𐐩 here'), written('Two', 'The letters 𐐨𐐪 here'));
      expect(await ask.find(word('𐐨𐐩'))).toEqual([1]);
      expect(await ask.find(word('𐐨𐐪'))).toEqual([2]);
    });
  });

  describe(`${name}: terms with marks in them`, () => {
    test('a number with a dot is one term', async () => {
      await ask.add(
        written('Rate', 'It rose by 3.5 percent.'),
        written('Score', 'It ended 3 5 after extra time.'),
        written('Year', 'It cost 1,200 in 2024.'),
      );
      expect(await ask.find(word('3.5'))).toEqual([1]);
      expect(await ask.find(word('5'))).toEqual([2]);
      expect(await ask.find(inOrder('by 3.5 percent'))).toEqual([1]);
      expect(await ask.find(word('1,200'))).toEqual([3]);
    });

    test('names with marks in them are found as they are written', async () => {
      await ask.add(
        written('Phones', 'The company AT&T said so.'),
        written('Junction', 'They met at junction T.'),
        written('Code', 'Written in C++ and C# on .NET, in the U.S. and by O’Neill.'),
      );
      expect(await ask.find(inOrder('AT&T'))).toEqual([1]);
      expect(await ask.find(inOrder('C++ and C# on .NET'))).toEqual([3]);
      expect(await ask.find(word('U.S.'))).toEqual([3]);
      expect(await ask.find(word("O'Neill"))).toEqual([3]);
    });

    test('no term is taken for another, nor for the syntax of an engine', async () => {
      await ask.add(written('Trees', 'cedar basil'), written('Herbs', 'basil cedar'));
      for (const odd of ODD_TERMS) {
        expect([odd, await ask.find(term(odd))]).toEqual([odd, []]);
        expect([odd, await ask.find(phrase(['cedar', odd]))]).toEqual([odd, []]);
        expect([odd, await ask.find(phrase([odd, 'basil']))]).toEqual([odd, []]);
        expect([odd, await ask.find(inTitle(term(odd)))]).toEqual([odd, []]);
        expect([odd, await ask.find(not(term(odd)))]).toEqual([odd, [1, 2]]);
      }
      expect(await ask.find(term('cedar'))).toEqual([1, 2]);
    });

    test('odd terms are looked for by weight, by relevance and by a stored query likewise', async () => {
      await ask.add(written('Trees', 'cedar basil'));
      const scope = WHOLE_SCOPE;
      const request = { order: 'relevance', offset: 0, limit: 10, asOfDay: 0 } as const;
      for (const odd of ODD_TERMS) {
        const odds = [{ forms: [odd], frequency: 1, idf: 1 }];
        const best = await opened.engine.best(odds, EVERYTHING, { scope, asOfDay: 0, limit: 10 });
        const page = await opened.engine.pageByWeight(odds, 1, EVERYTHING, scope, request);
        const stored = await opened.engine.percolate(term(odd), scope, { seqs: [1] });
        expect([odd, best, page, stored]).toEqual([odd, [], { hits: [], total: 0 }, []]);
      }
    });

    test('of many terms those are held that stand in an article which passes', async () => {
      await ask.add(written('Trees', 'cedar basil'), written('Herbs', 'mint', { source: 'Garden' }));
      const asked = [...ODD_TERMS, 'cedar', 'basil', 'mint'];
      const held = async (scope = WHOLE_SCOPE) => [...(await opened.engine.heldTerms(asked, scope))];
      expect(await held()).toEqual(['cedar', 'basil', 'mint']);
      expect(await held(within({ excludedSources: ['garden'] }))).toEqual(['cedar', 'basil']);
      expect([...(await opened.engine.heldTerms([], WHOLE_SCOPE))]).toEqual([]);
    });

    test('the words of query languages are words like any other', async () => {
      const [without, ...seqs] = await ask.add(
        written('Without', 'cats dogs'),
        ...OPERATORS.map((operator, at) => written(`With ${at}`, `cats ${operator} dogs`)),
      );
      for (const operator of OPERATORS) {
        const has = (at: number) => OPERATORS[at]!.toLowerCase() === operator.toLowerCase();
        const found = [
          await ask.find(word(operator)),
          await ask.find(inOrder(`cats ${operator} dogs`)),
          await ask.find(not(word(operator))),
          await ask.find(inTitle(word(operator))),
        ];
        const wanted = seqs.filter((_, at) => has(at));
        const others = [without, ...seqs.filter((_, at) => !has(at))];
        expect([operator, ...found]).toEqual([operator, wanted, wanted, others, []]);
      }
    });

    test('the words of an object are words like any other', async () => {
      await ask.add(
        written('Trees', 'cedar'),
        written('Code', 'A constructor, toString and hasOwnProperty.'),
      );
      for (const name of ['constructor', 'toString', 'hasOwnProperty'])
        expect(await ask.find(word(name))).toEqual([2]);
    });

    test('an article without a word is still an article', async () => {
      await ask.add(written('!!!', '🎉 … 🎉'), written('Trees', 'cedar'));
      expect(await ask.find(EVERYTHING)).toEqual([1, 2]);
      expect(await ask.find(not(term('cedar')))).toEqual([1]);
    });
  });
};
