import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openCorpusFiles } from './corpus-files.ts';

const { read, articles, problems } = openCorpusFiles();
const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';
const BOM = '\ufeff';

describe('.csv and .tsv', () => {
  test('a row is an article, by the names of its columns', async () => {
    const text = `${BOM},Article ID,Headline,Publication,Authors,Publish Date,Article Text,URL\r\n0,a1,"Bridge, closed",The Example,"['A. Writer', ""B. O'Neil""]",2024-03-12 09:30:00,"${SENTENCE}\r\n\r\nIt ""may"" open, he said.",https://example.org/1\r\n`;
    expect(await articles('news.csv', text)).toMatchObject([
      {
        key: 'file:news.csv#a1',
        title: 'Bridge, closed',
        source: 'The Example',
        author: "A. Writer, B. O'Neil",
        published: '2024-03-12T09:30:00Z',
        body: `${SENTENCE}\n\nIt "may" open, he said.`,
        url: 'https://example.org/1',
      },
    ]);
  });

  test('a cell may hold a list or an object as Python or JSON prints it', async () => {
    const cells = [
      `{'id': None, 'name': "Mayor's Post"}`,
      `[{'name': 'A. Writer', 'age': 41}, {'name': 'B. O\\'Neil'}]`,
      `["${SENTENCE}", "It \\"may\\" open\\u2014soon."]`,
      `['Roads' 'Bridges']`,
    ];
    const row = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    expect(await articles('printed.csv', `title,source,authors,text,tags\nBridge,${row}\n`)).toMatchObject([
      {
        source: "Mayor's Post",
        author: "A. Writer, B. O'Neil",
        body: `${SENTENCE}\n\nIt "may" open—soon.`,
        tags: ['Roads', 'Bridges'],
      },
    ]);
  });

  test('a mark behind a backslash is one of the text', async () => {
    const text = 'The bridge, closed since May, may open, he said.';
    for (const mark of [',', ';', '\t']) {
      const row = ['1', 'Bridge', text.replaceAll(',', `\\${mark}`), '2024-03-12'].join(mark);
      const table = `${['id', 'title', 'text', 'date'].join(mark)}\n${row}\n`;
      expect(await articles('slashed.csv', table)).toMatchObject([
        { title: 'Bridge', body: text.replaceAll(',', mark), published: '2024-03-12' },
      ]);
    }
  });

  test('days that are no months show how the other dates of a file are written', async () => {
    const dates = ['31/12/2024', '3/5/2024'];
    const rows = dates.map((date, at) => `Bridge ${at},"${SENTENCE}",${date}`);
    const list = dates.map((date, at) => ({ title: `Bridge ${at}`, text: SENTENCE, date }));
    const table = `title,text,date\n${rows.join('\n')}\n`;
    const utf16 = iconv.encode(table, 'utf-16le', { addBOM: true });
    for (const [name, content] of [
      ['days.csv', table],
      ['days16.csv', utf16],
      ['days.json', JSON.stringify(list)],
    ] as const)
      expect((await articles(name, content)).map(({ published }) => published)).toEqual([
        '2024-12-31',
        '2024-05-03',
      ]);
  });

  test('columns that are named again between the rows are no article', async () => {
    const table = `title,text,date\nOne,"${SENTENCE}",45363.395833\n`;
    expect(await articles('joined.csv', `${table}${table.replace('One', 'Two')}`)).toMatchObject([
      { title: 'One', published: '2024-03-12T09:30:00Z' },
      { title: 'Two' },
    ]);
    const comma = `title;text;date\nOne;${SENTENCE};45363,395833\n`;
    expect(await articles('comma.csv', comma)).toMatchObject([{ published: '2024-03-12T09:30:00Z' }]);
  });

  test('a cell may be a formula that says it is text, and a date stand in three columns', async () => {
    const head = 'title,text,publication year,publication month,publication day';
    const row = `"=""007""","${SENTENCE}",2024,3,12`;
    expect(await articles('parts.csv', `${head}\n${row}\n`)).toMatchObject([
      { title: '007', published: '2024-03-12' },
    ]);
  });

  test('brackets and braces of a text are its own', async () => {
    for (const text of [`["${SENTENCE}]`, `{'a' ${SENTENCE}}`, `[[Bridge]] ${SENTENCE} [1]`])
      expect(await articles('own.csv', `title\ttext\nBridge\t${text}\n`)).toMatchObject([{ body: text }]);
  });

  test('cells are separated by what the first row has most of, or by what the first line says', async () => {
    for (const mark of [',', ';', '\t', '|', '^', '\u0001', '\u001f']) {
      const text = `title${mark}content${mark}date\nA${mark}"${SENTENCE}"${mark}2024-03-12\n`;
      for (const name of ['a.csv', 'a.tsv', 'a.csv.gz'])
        expect(await articles(name, name.endsWith('.gz') ? gzipSync(text) : text)).toMatchObject([
          { title: 'A', body: SENTENCE, published: '2024-03-12' },
        ]);
      const told = `sep=${mark}\r\n${text}`;
      expect(await articles('told.csv', told)).toMatchObject([{ title: 'A', body: SENTENCE }]);
    }
  });

  test('a text in the last column is read to its end, and blanks before a quotation mark are none', async () => {
    const texts = [SENTENCE, `"${SENTENCE}"`, ` "${SENTENCE}"`];
    for (const text of texts)
      expect(await articles('a.csv', `# of the year\ntitle, text\nA,${text}\n`)).toMatchObject([
        { title: 'A', body: SENTENCE },
      ]);
    expect(problems(await read('a.tsv', `title\ttext\nA\t\\N\n`))).toHaveLength(1);
  });

  test('what separates the cells may stand behind the last as well', async () => {
    for (const end of [',', ',,', ', '])
      expect(await articles('a.csv', `title,text\nA,"${SENTENCE}"${end}\n`)).toMatchObject([
        { title: 'A', body: SENTENCE },
      ]);
  });

  test.each([
    'Tytuł;Treść;Data;Autor',
    'Başlık;İçerik;Tarih;Yazar',
    'Titel;Tekst;Datum;Auteur',
    'Titolo;Testo;Data;Autore',
    'Título;Texto;Data;Autor',
    'Titre;Contenu;Date de publication;Auteur',
    'Rubrik;Innehåll;Datum;Författare',
    'Überschrift;Text;Datum;Autor',
    'Nadpis;Text;Datum;Autor',
    'Cím;Szöveg;Dátum;Szerző',
    'Judul;Isi;Tanggal;Penulis',
    'Τίτλος;Κείμενο;Ημερομηνία;Συγγραφέας',
    'כותרת;תוכן;תאריך;מחבר',
    'Tiêu đề;Nội dung;Ngày;Tác giả',
  ])('the columns may be named %j', async (names) => {
    expect(await articles('a.csv', `${names}\nA;${SENTENCE};12.03.2024;Ida Nilsen\n`)).toMatchObject([
      { title: 'A', body: SENTENCE, published: '2024-03-12', author: 'Ida Nilsen' },
    ]);
  });

  test('a section beside the title is not the title', async () =>
    expect(await articles('a.csv', `Rubrik;Überschrift;Text\nPolitik;A;${SENTENCE}\n`)).toMatchObject([
      { title: 'A' },
    ]));

  test('a field called data is no date unless it can be read as one', async () =>
    expect(
      await read('a.csv', `title,text,data\nA,${SENTENCE.replaceAll(',', '')},what was measured\n`),
    ).toHaveLength(1));

  test('blanks may stand around quoted names and cells', async () =>
    expect(
      await articles(
        'a.csv',
        `"ARTICLE TITLE" , "ARTICLE BODY" , "PUB DATE"\n"A" , "${SENTENCE}" , "3/12/2024"\n`,
      ),
    ).toMatchObject([{ title: 'A', body: SENTENCE, published: '2024-03-12' }]));

  test.each([
    ['a title and a blank line', 'Articles of the week\n\n'],
    ['what, who and when', 'Export: articles;;\r\nBy: Ada Quay;;\r\nFrom: 12.3.2024;;\r\n'],
    ['a quoted line with commas', '"Articles, roads, 2024",,\n'],
  ])('lines above the names of the columns are passed over: %s', async (_, above) => {
    const mark = above.includes(';') ? ';' : ',';
    const text = `${above}title${mark}text${mark}date\nA${mark}"${SENTENCE}"${mark}2024-03-12\n`;
    const items = await read('a.csv', text);
    expect(items).toMatchObject([{ draft: { title: 'A', body: SENTENCE, published: '2024-03-12' } }]);
    expect(items).toMatchObject([{ line: text.slice(0, text.indexOf('\nA')).split('\n').length + 1 }]);
  });

  test('without a row that names a column of texts, the first row is reported', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n};a text, and a title\n`).join('');
    expect(problems(await read('a.csv', `number;words\n${rows}`))).toEqual([
      expect.stringContaining('failure 1: has no column of texts'),
    ]);
  });

  test('the names of the columns may be marked as a comment', async () => {
    for (const mark of ['#', '# '])
      expect(
        await articles('a.csv', `# Articles, of 2024\n${mark}title,text\nA,"${SENTENCE}"\n`),
      ).toMatchObject([{ title: 'A', body: SENTENCE }]);
  });

  test('the numbers of the rows may stand under a #', async () => {
    for (const mark of [',', '\t'])
      expect(
        await articles('a.csv', `#${mark}title${mark}text\n1${mark}A${mark}"${SENTENCE}"\n`),
      ).toMatchObject([{ title: 'A', body: SENTENCE }]);
  });

  test('columns may be named in other languages', async () => {
    for (const header of ['Titel;Inhalt;Datum;Quelle', 'Título;Contenido;Fecha;Fuente'])
      expect(
        await articles('names.csv', `${header}\r\nA;"${SENTENCE}";12.03.2024;Stadtblatt\r\n`),
      ).toMatchObject([{ title: 'A', body: SENTENCE, published: '2024-03-12', source: 'Stadtblatt' }]);
  });

  test('UTF-16 with its mark is read', async () => {
    const text = Buffer.from(`${BOM}title\tcontent\nCafé\t${SENTENCE}\n`, 'utf16le');
    expect(await articles('excel.tsv', text)).toMatchObject([{ title: 'Café', body: SENTENCE }]);
  });

  test('what Excel saves as CSV is read in its code page, wherever the first letter of it stands', async () => {
    const rows = [
      `Titel;Text;Datum`,
      `Bridge;${SENTENCE};12.03.2024`,
      `Brücke;Die Straße – „gesperrt“.;13.03.2024`,
    ];
    for (const text of [rows.join('\r\n'), [rows[0], ...Array(2_000).fill(rows[1]), rows[2]].join('\r\n')]) {
      const items = await read('excel.csv', iconv.encode(text, 'windows-1252'));
      expect(items.at(-2)).toMatchObject({
        draft: { title: 'Brücke', body: 'Die Straße – „gesperrt“.', published: '2024-03-13' },
      });
      expect(problems(items)).toEqual(['problem -: is not UTF-8; it is read as windows-1252']);
    }
  });

  test('lines may end by a carriage return alone', async () =>
    expect(await articles('mac.csv', `title,text\rA,"${SENTENCE}"\rB,"${SENTENCE}"\r`)).toHaveLength(2));

  test('backslashes may stand before quotation marks', async () => {
    const text = String.raw`title,text
A,"The \"mayor\" said, no, on Friday \\ Saturday."
B,"And so on, he said."`;
    expect((await articles('spark.csv', text)).map(({ body }) => body)).toEqual([
      'The "mayor" said, no, on Friday \\ Saturday.',
      'And so on, he said.',
    ]);
  });

  test('of two columns whose names differ in case alone the first counts', async () =>
    expect(await articles('names.csv', `Title,title,text\nFirst,Second,"${SENTENCE}"\n`)).toMatchObject([
      { title: 'First' },
    ]));

  test('of two columns of a name the first counts', async () =>
    expect((await articles('twice.csv', `title,text,text\nA,"${SENTENCE}",other`))[0]?.body).toBe(SENTENCE));

  test.each(['title,text\n', 'sep=,\ntitle,text\n', '\n\ntitle,text'])(
    'a table without rows is told: %j',
    async (text) => expect(problems(await read('none.csv', text))).toEqual(['problem -: is empty']),
  );

  test('quotation marks inside a cell are those of the text', async () => {
    const text = `title\tcontent\n"We won" he said\t${SENTENCE}\nA 5" pipe\t"${SENTENCE}"\n`;
    expect((await articles('marks.tsv', text)).map(({ title }) => title)).toEqual([
      '"We won" he said',
      'A 5" pipe',
    ]);
  });

  test('HTML and placeholders in cells are none of the text', async () => {
    const text = `title,description,content\nA,${'x'.repeat(9)},"<p>One.</p><p>Two.</p>"\nB,"${SENTENCE.replace(',', '')}",nan\n`;
    expect((await articles('cells.csv', text)).map(({ body }) => body)).toEqual([
      'One.\n\nTwo.',
      SENTENCE.replace(',', ''),
    ]);
  });

  test('a row that cannot be read is reported with its line number, and the other rows are kept', async () => {
    const text = `title,body\nA,"One\nand two."\nB,\nC,"never closed\nD,"Four."\nE,Five.\n`;
    const items = await read('bad.csv', text);
    expect(problems(items)).toEqual([
      'problem 4: no body (looked for body, content, text and the like)',
      'problem 5: a quotation mark opens a cell here and is never closed',
    ]);
    expect(items.flatMap((item) => (item.kind === 'article' ? [item.draft.title] : []))).toEqual([
      'A',
      'D',
      'E',
    ]);
  });

  test('a line that is too long or not UTF-8 is reported, and the other lines are kept', async () => {
    const latin = Buffer.concat([Buffer.from('title,body\nA,caf'), Buffer.from([0xe9, 0x0a])]);
    const long = Buffer.from(`B,${'x'.repeat(9_000_000)}\nC,${SENTENCE.replace(',', '')}\n`);
    const items = await read('long.csv', Buffer.concat([latin, long]));
    expect(problems(items)).toEqual([
      'problem 2: is not UTF-8; save it as UTF-8',
      'problem 3: longer than 8 MB, too long for one article',
    ]);
    expect(items.at(-1)).toMatchObject({ kind: 'article', draft: { title: 'C' } });
  });

  test('a table without a column of texts is reported once, with its columns', async () => {
    expect(problems(await read('prices.csv', 'day,price\n2024-03-12,7\n2024-03-13,8\n'))).toEqual([
      expect.stringMatching(
        /^failure 1: has no column of texts: expected one called [^;]*; its first row is “day, price”/,
      ),
    ]);
    expect(problems(await read('empty.csv', '\n'))).toEqual(['problem -: is empty']);
    expect(problems(await read('void.csv', ''))).toEqual(['problem -: is empty']);
  });

  test('whatever stands in its cells comes back, with the line it began on', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab ,;"\n\t|') }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (cells, mark) => {
          const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
          const rows = cells.map((cell, n) => [`t${n}`, quote(`x${cell}x`), '', ''].join(mark));
          const items = await articles('any.csv', `title${mark}body${mark}a${mark}b\n${rows.join('\n')}\n`);
          expect(items.map(({ body }) => body)).toEqual(cells.map((cell) => `x${cell}x`));
        },
      ),
      { numRuns: 50 },
    ));
});
