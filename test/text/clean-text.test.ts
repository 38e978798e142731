import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/text/clean-text.ts';

test('keeps words, line breaks and tabs as they are', () => {
  expect(cleanText('Zürich\t日本\r\n\n  👩‍👩‍👧 العربية ')).toBe('Zürich\t日本\r\n\n  👩‍👩‍👧 العربية ');
});

test('drops control characters and bidirectional overrides', () => {
  expect(cleanText('a\u0000b\u001b[31mc\u0085d\u202ee\u2066f\u2069')).toBe('ab[31mcdef');
});

test('drops soft hyphens, which would split words', () => {
  expect(cleanText('Donau\u00addampf\u00adschiff')).toBe('Donaudampfschiff');
});

test('drops breaks within words, except in scripts that part words by them', () => {
  expect(cleanText('Lind\u200bvik Har\u2060bour')).toBe('Lindvik Harbour');
  expect(cleanText('ភាសា\u200bខ្មែរ')).toBe('ភាសា\u200bខ្មែរ');
});

test('replaces half a character', () => {
  expect(cleanText('x\ud83dy')).toBe('x\ufffdy');
});

test('makes one line of many', () => {
  expect(cleanLine('  A\n\theadline\u0007 \r\n here ')).toBe('A headline here');
});

const marksOf = (text: string): number => Array.from(text.matchAll(/\p{M}/gu)).length;

test('takes marks off that pile up on a letter', () => {
  const marks = '\u0315\u031b\u0340\u0341\u0358\u0321\u0322\u0327\u0328\u0334\u0335\u0336';
  const clean = cleanText([...'Zalgo comes'].map((letter) => letter + marks).join(''));
  expect(clean.replace(/\p{M}/gu, '')).toBe('Zalgo comes');
  expect(marksOf(clean)).toBe('Zalgo comes'.length * 3);
  expect(cleanText(`ก${'็'.repeat(40)}`)).toBe('ก็');
  expect(marksOf(cleanText(`ก${'\u0e31\u0e48'.repeat(40)}`))).toBe(8);
});

test.each([
  ['Thai', 'ที่ผู้ว่าฯ น้ำท่วมซ้ำ'],
  ['Hindi', 'क्षत्रियों में हैं, ज़िंदगी'],
  ['Arabic with vowels', 'ٱلْحَمْدُ لِلَّٰهِ رَبِّ ٱلْعَٰلَمِينَ'],
  ['Hebrew with cantillation', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃'],
  ['Vietnamese, taken apart', 'Nguyễn Thị Thuỷ ở Hà Nội được thưởng'.normalize('NFD')],
  ['Greek, taken apart', 'ἐν ᾧ ἅπαντα ᾄδει'.normalize('NFD')],
  ['Burmese', 'မြွှေးကြီးများ ဖွံ့ဖြိုးမှု'],
  ['Tibetan', 'སངས་རྒྱས་བསྟན་འཛིན་རྒྱ་མཚོ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ'],
  ['Khmer', 'ព្រះរាជាណាចក្រកម្ពុជា ស្ត្រី'],
  ['keycaps and flags', '1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️‍🔥'],
])('keeps the marks that letters have: %s', (_, text) => {
  expect(cleanText(text)).toBe(text);
});
