import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/intake/feed-formats/decode-bytes.ts';

const LABELS = [
  'iso-8859-1',
  'ISO8859-15',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'gbk',
  'us-ascii',
  'base64',
  'utf8',
  'martian',
];

const letters = fc.string({
  unit: fc.constantFrom(...'äéñøšžабвгджзабвαβγδ新聞記事뉴스'.split('')),
  minLength: 12,
  maxLength: 60,
});

describe('bytes that are plainly UTF-8', () => {
  test('are read as UTF-8 whatever the header or the document says', () => {
    fc.assert(
      fc.property(
        letters,
        fc.constantFrom(...LABELS),
        fc.constantFrom(...LABELS),
        (written, sent, inside) => {
          for (const head of [
            `<?xml version="1.0" encoding="${inside}"?>`,
            `<meta charset="${inside}">`,
            '',
          ]) {
            const text = `${head}<p>Old – ${written}</p>`;
            expect(decodeBytes(Buffer.from(text), `text/xml; charset=${sent}`)).toBe(text);
          }
        },
      ),
    );
  });
  test('are read as UTF-8 though they were cut within a character', () => {
    const bytes = Buffer.from(`<p>${'Grüße aus Köln. '.repeat(9)}ß`);
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(decodeBytes(cut, 'text/html; charset=iso-8859-1')).toBe(
      `<p>${'Grüße aus Köln. '.repeat(9)}\ufffd`,
    );
  });
});

test('a broken byte among few others leaves the rest UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from('<p>Grüße aus Köln: '),
    Buffer.from([0xe4]),
    Buffer.from('.</p>'),
  ]);
  expect(decodeBytes(bytes, 'text/html')).toBe('<p>Grüße aus Köln: \ufffd.</p>');
});

describe('bytes in another encoding', () => {
  test('that only browsers know are read', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="iso-2022-jp"><p>'),
      Buffer.from('1b2442467c4b5c1b2842', 'hex'),
      Buffer.from('</p>'),
    ]);
    expect(decodeBytes(bytes, 'text/html')).toBe('<meta charset="iso-2022-jp"><p>日本</p>');
  });
  test.each([
    ['windows-1251', 'Новости дня: мир »', 'text/xml; charset=windows-1251', ''],
    ['koi8-r', 'Новости дня', 'text/xml; charset=koi8-r', ''],
    ['shift_jis', '新聞記事の見出し', 'text/html; charset=Shift_JIS', ''],
    ['gbk', '联通新闻标题', 'text/html; charset=gb2312', ''],
    ['big5', '新聞標題', 'text/html; charset=big5', ''],
    ['euc-kr', '뉴스 제목', 'text/html; charset=euc-kr', ''],
    ['windows-1252', 'Zürich – “Ä”', 'text/html; charset=utf-8', '<meta charset="windows-1252">'],
    ['windows-1252', 'Zürich – “Ä”', null, ''],
    ['windows-1251', 'Старый мост закрыт до весны, сообщил мэр.', null, ''],
    [
      'windows-1251',
      'Новости дня',
      'text/xml; charset=iso-8859-1',
      '<?xml version="1.0" encoding="windows-1251"?>',
    ],
    [
      'windows-1251',
      'Новости дня',
      'text/xml; charset=shift_jis',
      '<?xml version="1.0" encoding="windows-1251"?>',
    ],
    ['shift_jis', '新聞記事', 'text/html; charset=ISO-8859-1', '<meta charset="shift_jis">'],
    ['windows-1252', 'Zürich', 'text/xml; charset=base64', ''],
  ])('%s are read by what fits them (%#)', (encoding, written, contentType, head) => {
    const text = `${head}<p>${written}</p>`;
    expect(decodeBytes(iconv.encode(text, encoding), contentType)).toBe(text);
  });
});
