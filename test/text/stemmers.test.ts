import { describe, expect, it } from 'vitest';
import { STEMMED_LANGUAGES, stemmerOf } from '../../src/text/stemmers.ts';
import { termOf, terms } from '../../src/text/terms.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** Words of a language that the runtime knows: names of countries, languages and currencies, some seven hundred. */
const wordsOf = (language: string): string[] => {
  const namesOf = (type: 'region' | 'language' | 'currency', codes: readonly string[]): string[] => {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' });
    return codes.flatMap((code) => names.of(code) ?? []);
  };
  const text = [
    ...namesOf('region', PAIRS),
    ...namesOf(
      'language',
      PAIRS.map((pair) => pair.toLowerCase()),
    ),
    ...namesOf('currency', Intl.supportedValuesOf('currency')),
  ].join(' ');
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu))];
};

describe.each(STEMMED_LANGUAGES)('the stemmer of %s', (language) => {
  const stem = stemmerOf(language)!;
  const words = wordsOf(language);

  it('leaves something of every word, and throws on none', () => {
    expect(words.length).toBeGreaterThan(400);
    for (const word of words) expect(stem(word)).not.toBe('');
  });

  it('takes whatever stands in a text', () => {
    for (const word of ['', '\0', '\ud800', '😀', 'ß', 'x'.repeat(50_000), '2024', 'İ'])
      expect(typeof stem(word)).toBe('string');
  });
});

describe('forms of a word', () => {
  it.each([
    ['ko', '대통령은 대통령이 대통령의 대통령에게 대통령'],
    ['ko', '서울에서 서울의 서울은'],
    ['ko', '체포됐나요 체포됐어 체포되었습니까 체포됐다 체포된 체포'],
    ['ko', '전사했나 전사했는지 전사하였다 전사한 전사'],
    ['ko', 'NSC의 NSC는 NSC'],
    ['ko', '2024년에 2024년의 2024년'],
    ['ko', '열렸나요 열렸습니까 열렸다 열렸지만'],
    ['ko', '났어 났다 났는데'],
    ['ko', '철거하나요 철거합니까 철거할까 철거했더니 철거'],
    ['bg', 'столицата столица'],
    ['bg', 'градът градове град'],
    ['he', 'הממשלה וממשלה ממשלה'],
    ['pl', 'wyborów wybory'],
    ['cs', 'prezidenta prezident prezidentem'],
    ['fa', 'کتاب‌ها کتاب'],
    ['ca', 'eleccions elecció'],
    ['id', 'makanan makan'],
    ['hi', 'चुनावों चुनाव'],
    ['hi', 'हिन्दी हिंदी'],
    ['fr', 'l’élection d’élections élection'],
    ['fr', 'cœurs coeur'],
    ['it', 'dell’università università'],
    ['tr', 'İstanbul’da İSTANBUL İstanbul'],
    ['de', 'Muenchen München'],
    ['de', 'Strasse Straße'],
    ['ar', 'أَحْمَد احمد أحمد'],
    ['ar', 'والحكومة الحكومة حكومة'],
    ['es', 'luces luz'],
    ['fr', 'yeux œil'],
    ['ru', 'людей человек'],
    ['ru', 'дети ребёнок ребенок'],
    ['pl', 'ludzie człowiek'],
    ['sv', 'städer stad'],
    ['en', 'mice mouse'],
    ['en', 'businesswomen businesswoman'],
  ])('are one term in %s: %s', (language, forms) => {
    expect(new Set(terms(forms, language).map(({ term }) => term)).size).toBe(1);
  });

  it.each([
    ['organ', 'organization'],
    ['internal', 'international'],
    ['universe', 'university'],
    ['police', 'policy'],
    ['import', 'important'],
    ['men', 'specimen'],
  ])('are not taken for other words: %s and %s', (one, other) => {
    expect(termOf(one, 'en')).not.toBe(termOf(other, 'en'));
  });

  it.each([
    ['臺灣', '台湾'],
    ['國會', '国会'],
    ['渡邊', '渡辺'],
    ['髙橋', '高橋'],
    ['ﾄﾖﾀ', 'トヨタ'],
    ['ＡＢＣ', 'abc'],
    ['۲۰۲۴', '2024'],
    ['२०२४', '2024'],
    ['ＣＯＶＩＤ１９', 'covid19'],
    ['علی', 'علي'],
    ['کتاب', 'كتاب'],
  ])('are one however their characters are written: %s and %s', (one, other) => {
    expect(termOf(one, 'en')).toBe(termOf(other, 'en'));
  });
});

describe('names of signs', () => {
  const written = (text: string) => terms(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['C++ and C# beat C', ['C++', 'and', 'C#', 'beat', 'C']],
    ['AT&T bought R&B', ['AT&T', 'bought', 'R&B']],
    ['Marks&Spencer', ['Marks', 'Spencer']],
    ['a+b, page c#4', ['a', 'b', 'page', 'c#', '4']],
  ])('belong to the word: %s', (text, words) => {
    expect(written(text)).toEqual(words);
  });
});
