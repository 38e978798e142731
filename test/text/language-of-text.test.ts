import { expect, test } from 'vitest';
import { languageOfText } from '../../src/text/language-of-text.ts';

test.each([
  ['en', '港の委員会は水曜日にフェリーの新しい時刻表を承認した。', 'ja'],
  ['en', 'Совет порта утвердил новое расписание паромов после переговоров с жителями.', 'ru'],
  ['en', 'Der Hafenrat tagt am Mittwoch.', 'en'],
  [
    'en',
    `Der Hafenrat hat am Mittwoch den neuen Fahrplan beschlossen. ${'Die Boote fahren öfter. '.repeat(8)}`,
    'de',
  ],
  ['nl', 'Der Hafenrat tagt am Mittwoch.', 'nl'],
  ['en', 'Москва and Санкт-Петербург are the largest cities of the country, the council said.', 'en'],
])('a text that is called %s: %s', (named, text, language) =>
  expect(languageOfText(named, text)).toBe(language),
);
