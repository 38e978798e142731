import { expect, it } from 'vitest';
import { questionLanguage } from '../../src/text/question-language.ts';

it.each([
  ['Wer hat Tjotkino eingenommen?', 'de'],
  ['Qui a gagné l’élection ?', 'fr'],
  ['Cuándo terminó la guerra', 'es'],
  ['Quem venceu as eleições?', 'pt'],
  ['Chi ha vinto le elezioni?', 'it'],
  ['Kto wygrał wybory', 'pl'],
  ['Кто победил на выборах', 'ru'],
  ['Хто переміг на виборах і чому', 'uk'],
  ['من فاز في الانتخابات', 'ar'],
  ['선거에서 누가 이겼나', 'ko'],
  ['誰が選挙に勝った', 'ja'],
  ['谁赢得了选举', 'zh'],
  ['ใครชนะการเลือกตั้ง', 'th'],
  ['Ai đã thắng cuộc bầu cử', 'vi'],
  ['nguoi nao duoc bau lam thi truong', 'vi'],
  ['que pensent les gens de la taxe', 'fr'],
  ['o que disse Lula sobre a greve', 'pt'],
  ['war Scholz gestern in Berlin', 'de'],
  ['kann man in Berlin noch wohnen', 'de'],
  ['de qui parle Macron', 'fr'],
  ['pq dimitió Macron', 'es'],
])('reads “%s” as %s, whatever the articles are in', (text, language) => {
  expect(questionLanguage(text)).toBe(language);
});

it.each([
  'Who won the election?',
  'Lula da Silva won the runoff and was also president in:',
  'WER Odesa',
  'Lake Como',
  'Kim Jong Un',
  'De Gaulle airport',
  "death row inmate's supporters ask to stay",
  "queen elizabeth ii's news",
  "didn't go as planned",
  'three pilots die in orl',
  "what's happening in el salvador",
  'mar-a-lago search',
  'ohio state football',
  'new york gun law',
  'u.s. open: andy',
  'j.d. vance in ohio',
  'war in orl',
  'war crimes in orl',
  'man shot in dunmere',
  'Kyiv',
  'fires in la',
  'mar a lago raid',
  'come on england',
  'to go',
  'wat is quiet quitting',
  'queen elizabeth ii dies',
  'la fires',
])('reads “%s” as English, over articles of many languages', (text) => {
  expect(questionLanguage(text, ['en', 'de', 'fr', 'es', 'it', 'tr'])).toBe('en');
});

it.each(['de moor campaign news', 'orl grain deal de facto', 'tour de orl winner'])(
  'reads “%s” as English: a word that asks with others alone asks nothing without them',
  (text) => {
    expect(questionLanguage(text)).toBe('en');
  },
);

it.each(['tour de france winner', 'rio de janeiro carnival 2022'])(
  'reads “%s” as English, over articles in English',
  (text) => {
    expect(questionLanguage(text, ['en'])).toBe('en');
  },
);

it.each(['is ilse in orl', 'is the moor in flood', 'is orlan in militia hands', 'is dunmere in debt'])(
  'reads “%s” as English: what it shares with another language asks nothing there',
  (text) => {
    expect(questionLanguage(text, ['en', 'nl', 'de'])).toBe('en');
  },
);

it('reads words of two languages by how the others are written, if one of them asks', () => {
  expect(questionLanguage('Was geschah in Berlin?')).toBe('de');
});

it.each([
  ['NASUWT nedir?', 'tr'],
  ['staking in de haven', 'nl'],
  ['treni in la spezia', 'it'],
  ['Doctor Who là loại Chúa tể gì?', 'vi'],
])('reads “%s” as %s, though it holds words or names of English', (text, language) => {
  expect(questionLanguage(text, [language])).toBe(language);
});

it('takes a few words for the language of the articles where nothing tells of another', () => {
  expect(questionLanguage('Bundestag Wahl', ['de'])).toBe('de');
  expect(questionLanguage('Bundestag Wahl', ['de', 'en'])).toBe('en');
});

it.each([
  'tai sao bo truong van hoa tu chuc',
  'vi sao con dap bi dong cua',
  'ai la chu tich tinh hoa lam',
  'thanh pho nao co nhieu cau nhat',
])('reads “%s” in the language of the articles, whose marks were left off', (text) => {
  expect(questionLanguage(text, ['vi'])).toBe('vi');
});

it('reads no other language for the marks that one leaves off', () => {
  expect(questionLanguage('a que hora sai o trem para Lisboa', ['vi', 'pt'])).toBe('pt');
  expect(questionLanguage('who is the mayor of Hoa Lam', ['vi', 'en'])).toBe('en');
});
