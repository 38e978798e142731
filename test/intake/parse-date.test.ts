import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notInFuture, parseDate, readDate, showsDayFirst } from '../../src/intake/parse-date.ts';

describe('parseDate', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['2024:03:12 09:30:00', '2024-03-12T09:30:00Z'],
    ['2024:03:12', '2024-03-12'],
    ['۱۷ سپتامبر ۲۰۲۴', '2024-09-17'],
    ['2024-03', '2024-03-01'],
    ['2024', '2024-01-01'],
    ['2024-072', '2024-03-12'],
    ['12. Mrz. 2024', '2024-03-12'],
    ['12 setiembre 2024', '2024-09-12'],
    ['Вт, 12 ноя 2024 09:30:00 +0300', '2024-11-12T06:30:00Z'],
    ['12-MAR-24 09.30.00.000000 AM', '2024-03-12T09:30:00Z'],
    ['March 12, 2024 12:00 noon', '2024-03-12T12:00:00Z'],
    ['6-1-2024', '2024-01-06'],
    ['2567-03-12', '2024-03-12'],
    ['12/3/2567', '2024-12-03'],
    ['Tue, 12 Mar 2567 10:15:00 +0700', '2024-03-12T03:15:00Z'],
    ['令和6年3月12日', '2024-03-12'],
    ['۲۲ اسفند ۱۴۰۲', '2024-03-12'],
    ['سه‌شنبه ۲۲ اسفند ۱۴۰۲ - ۰۹:۳۰', '2024-03-12T06:00:00Z'],
    ['1402/12/22', '2024-03-12'],
    ['1402/12/22 09:30 UTC', '2024-03-12T09:30:00Z'],
    ['1402-12-22T09:30:00+03:30', '2024-03-12T06:00:00Z'],
    ['1402/13/40', null],
    ['2 رمضان 1445', '2024-03-12'],
    ['الثلاثاء ٢ رمضان ١٤٤٥ هـ', '2024-03-12'],
    ['10 جمادى الأولى 1445', '2023-11-24'],
    ['3 ربيع الأول 1446هـ 09:30', '2024-09-06T09:30:00Z'],
    ['1445/09/02', '2024-03-12'],
    ['2 Ramadan 1445 AH', '2024-03-12'],
    ['2024-03-12/2024-03-14', '2024-03-12'],
    ['2024-03-12T09:30:00+01:00/2024-03-14T10:00:00+01:00', '2024-03-12T08:30:00Z'],
    ['2024-03-12/P3D', '2024-03-12'],
    ['2024-03-12--2024-03-14', '2024-03-12'],
    ['12 March – 14 April 2024', '2024-03-12'],
    ['12 December 2023 – 3 January 2024', '2023-12-12'],
    ['December 12, 2023 - January 3, 2024', '2023-12-12'],
    ['2024-03-12T09:30 Europe/Berlin', '2024-03-12T08:30:00Z'],
    ['March 12, 2024 12:00 noon ET', '2024-03-12T16:00:00Z'],
    ['noon, 12 March 2024', '2024-03-12T12:00:00Z'],
    ['12 March 2024, afternoon', '2024-03-12'],
    ['March 12, 2024, 12 midnight', '2024-03-12'],
    ['12 mars 2024 à 9 h', '2024-03-12T09:00:00Z'],
    ['12. März 2024, 9 Uhr MEZ', '2024-03-12T08:00:00Z'],
    ['2024-03-12 09.30', '2024-03-12T09:30:00Z'],
    ['12 March 2024 | 9.30 pm', '2024-03-12T21:30:00Z'],
    ['March 12, 2024 / 9:30 AM / The Example', '2024-03-12T09:30:00Z'],
    ['2024-03-12_09-30-00', '2024-03-12T09:30:00Z'],
    ["D:20240312093000+01'00'", '2024-03-12T08:30:00Z'],
    ['D:20240312093000Z', '2024-03-12T09:30:00Z'],
    ['1.7102358E+12', '2024-03-12T09:30:00Z'],
    ['1.71E+12', null],
    ['253402300799', null],
    ['[2024-03-12 Tue 09:30]', '2024-03-12T09:30:00Z'],
    ['"2024-03-12"', '2024-03-12'],
    ['2024/3/12(火)', '2024-03-12'],
    ['二〇二四年三月十二日', '2024-03-12'],
    ['12 Machi 2024', '2024-03-12'],
    ['१२ मार्च २०२४', '2024-03-12'],
    ['2024 წლის 12 მარტი', '2024-03-12'],
    ['الثلاثاء 2 رمضان 1445هـ الموافق 12 مارس 2024م', '2024-03-12'],
    ['12 كانون الثاني 2024', '2024-01-12'],
    ['١٢ تشرين الأول/أكتوبر ٢٠٢٤', '2024-10-12'],
    ['12 آذار 2024', '2024-03-12'],
    ['12 ابريل 2024', '2024-04-12'],
    ['12Mar2024', '2024-03-12'],
    ['12.März 2024', '2024-03-12'],
    ['Mar.12,2024', '2024-03-12'],
    ["12 Mar '24 09:30", '2024-03-12T09:30:00Z'],
    ['March 12, ’24', '2024-03-12'],
    ['12 XII 2024', '2024-12-12'],
    ['12.III.2024', '2024-03-12'],
    ['2024-03-12T9:5', '2024-03-12T09:05:00Z'],
    ['2024-3-12 9:5:3', '2024-03-12T09:05:03Z'],
    ['45363', '2024-03-12'],
    ['45363.395833', '2024-03-12T09:30:00Z'],
    ['12345', null],
    ['9999-12-31', null],
    ['240312', null],
    ['平成元年3月12日', '1989-03-12'],
    ['民國113年3月12日', '2024-03-12'],
    ['2024-03-12T09:30:00Z', '2024-03-12T09:30:00Z'],
    ['2024-03-12T09:30Z', '2024-03-12T09:30:00Z'],
    ['2024-03-12T09:30:00.123+02:00', '2024-03-12T07:30:00Z'],
    ['2024-03-12T09:30:00-0500', '2024-03-12T14:30:00Z'],
    ['2024-03-12 09:30:00', '2024-03-12T09:30:00Z'],
    ['2024-03-12 09:30:00 EST', '2024-03-12T14:30:00Z'],
    ['2024-03-12 09:30:00.0', '2024-03-12T09:30:00Z'],
    ['20240312T093000Z', '2024-03-12T09:30:00Z'],
    ['2024-03-12T24:00:00Z', '2024-03-13T00:00:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 GMT', '2024-03-12T09:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 +0100', '2024-03-12T08:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 -05:00', '2024-03-12T14:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 PDT', '2024-03-12T16:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 GMT+0200', '2024-03-12T07:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 UTC+2', '2024-03-12T07:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 +0100 (CET)', '2024-03-12T08:30:00Z'],
    ['Tuesday, 12 March 2024 09:30', '2024-03-12T09:30:00Z'],
    ['12 Mar 2024', '2024-03-12'],
    ['Tue,12 Mar 2024 09:30:00 Z', '2024-03-12T09:30:00Z'],
    ['Tue, 12-Mar-24 09:30:00 GMT', '2024-03-12T09:30:00Z'],
    ['Thu, 01 Jan 98 19:48:21 GMT', '1998-01-01T19:48:21Z'],
    ['Tue Mar 12 09:30:00 2024', '2024-03-12T09:30:00Z'],
    ['Tue Mar 12 09:30:00 CET 2024', '2024-03-12T08:30:00Z'],
    ['Tue Mar 12 2024 09:30:00 GMT+0100 (Central European Standard Time)', '2024-03-12T08:30:00Z'],
    ['March 12, 2024', '2024-03-12'],
    ['March 12th, 2024 9:30 PM', '2024-03-12T21:30:00Z'],
    ['Sept 3, 2024', '2024-09-03'],
    ['mar., 12 mars 2024 09:30:00 +0100', '2024-03-12T08:30:00Z'],
    ['Di, 12 März 2024 09:30:00 +0100', '2024-03-12T08:30:00Z'],
    ['12 декабря 2024', '2024-12-12'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['12.03.2024 09:30', '2024-03-12T09:30:00Z'],
    ['03/12/2024', '2024-03-12'],
    ['31/03/2024', '2024-03-31'],
    ['2024/3/12', '2024-03-12'],
    ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
    ['2024年3月12日', '2024-03-12'],
    ['2024年3月12日 9:30', '2024-03-12T01:30:00Z'],
    ['2024年3月12日（火）午後9時5分', '2024-03-12T12:05:00Z'],
    ['2024年3月12日 UTC 09:30', '2024-03-12T09:30:00Z'],
    ['1710235800', '2024-03-12T09:30:00Z'],
    ['1710235800.5', '2024-03-12T09:30:00Z'],
    ['1710235800123', '2024-03-12T09:30:00Z'],
    ['1710235800123456', '2024-03-12T09:30:00Z'],
    ['/Date(1710235800123+0100)/', '2024-03-12T09:30:00Z'],
    ['20240312093000', '2024-03-12T09:30:00Z'],
    ['202403120930', '2024-03-12T09:30:00Z'],
    ['20240312T0930', '2024-03-12T09:30:00Z'],
    ['2024-03-12T09Z', '2024-03-12T09:00:00Z'],
    ['12 Mar 2024 0930 GMT', '2024-03-12T09:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 Europe/Madrid', '2024-03-12T08:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 US/Eastern', '2024-03-12T13:30:00Z'],
    ['2024-03-12T09:30:00+05:30[Asia/Kolkata]', '2024-03-12T04:00:00Z'],
    ['2024-03-12T09:30:00[Asia/Kolkata]', '2024-03-12T04:00:00Z'],
    ['2024-03-12T09:30:00+02:00Z', '2024-03-12T07:30:00Z'],
    ['2024-03-12T09:30:00:+0200', '2024-03-12T07:30:00Z'],
    ['2024-03-12T09:30:00+02:00:00', '2024-03-12T07:30:00Z'],
    ['2024-03-12T09:30:00\u221202:00', '2024-03-12T11:30:00Z'],
    ['2024-03-12T09:30:00\u201302:00', '2024-03-12T11:30:00Z'],
    ['2024-03-12T09:30:00\uff0d02:00', '2024-03-12T11:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 --0200', '2024-03-12T11:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 +2', '2024-03-12T07:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 -02', '2024-03-12T11:30:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 GMT -2', '2024-03-12T11:30:00Z'],
    ['12.03.2024, 09.30 Uhr (MEZ)', '2024-03-12T08:30:00Z'],
    ['12 juillet 2024 à 9h30 HAEC', '2024-07-12T07:30:00Z'],
    ['12 марта 2024 г. в 09:30 МСК', '2024-03-12T06:30:00Z'],
    ['12. března 2024 v 9:30 SEČ', '2024-03-12T08:30:00Z'],
    ['March 12, 2024 at 9:30 a.m. ET', '2024-03-12T13:30:00Z'],
    ['Jan. 12, 2024, 9 p.m. PT', '2024-01-13T05:00:00Z'],
    ['12 July 2024 09:30 Central European Summer Time', '2024-07-12T07:30:00Z'],
    ['9:30 PM | 12 March 2024', '2024-03-12T21:30:00Z'],
    ['12/Mar/2024:09:30:00 +0100', '2024-03-12T08:30:00Z'],
    ['12. 3. 2024', '2024-03-12'],
    ['2024-W11-2', '2024-03-12'],
    ['2024W11', '2024-03-11'],
    ['2020-W01-1', '2019-12-30'],
    ['dinsdag 12 maart 2024 om 9.30 uur', '2024-03-12T09:30:00Z'],
    ['12-14 March 2024', '2024-03-12'],
    ['١٢ مارس ٢٠٢٤', '2024-03-12'],
    ['१२ मार्च २०२४', '2024-03-12'],
    ['12. март 2024.', '2024-03-12'],
    ['12 มีนาคม 2567', '2024-03-12'],
    ['12 มี.ค. 2567 เวลา 09.30 น.', '2024-03-12T09:30:00Z'],
    ['12 มี.ค. 67', '2024-03-12'],
    ['12 มี.ค. 2567 09:30', '2024-03-12T09:30:00Z'],
    ['12 มีนาคม 2024', '2024-03-12'],
    ['ngày 12 tháng 3 năm 2024', '2024-03-12'],
    ['Thứ Ba, 12 tháng 3, 2024 09:30', '2024-03-12T09:30:00Z'],
    ['১২ মার্চ ২০২৪', '2024-03-12'],
    ['12 במרץ 2024', '2024-03-12'],
    ['Thứ Ba, 12/3/2024, 09:30 (GMT+7)', '2024-03-12T02:30:00Z'],
    ['mardi 5/3/2024', '2024-03-05'],
    ['Dienstag, 5/3/2024', '2024-03-05'],
    ['Tuesday 3/5/2024', '2024-03-05'],
    ['3/5/2024', '2024-03-05'],
  ])('%s → %s', (written, expected) => expect(parseDate(written)).toBe(expected));

  test.each([
    '',
    'yesterday',
    '31 Feb 2024',
    '2024-13-01',
    '2024-03-12T25:00:00Z',
    '17',
    '12345678901234567890',
    '20241312',
    '2 hours ago',
    '0001-01-01T00:00:00Z',
    'x'.repeat(1e6),
    '2023-366',
    '2023-000',
    '2021-W53',
    '2021-W00',
  ])('makes nothing of %j', (written) => expect(parseDate(written)).toBeNull());
});

describe('a zone that is not understood', () => {
  test.each(['XYZ', 'IST', 'BST', 'AST', 'A', 'Ortszeit', 'Europe/Atlantis', '+25:00', '-9999'])(
    '%s is told and leaves the day',
    (zone) => {
      for (const date of ['2024-03-12 23:30', 'Tue, 12 Mar 2024 23:30:00', '12.03.2024 23:30'])
        expect(readDate(`${date} ${zone}`)).toEqual({ published: '2024-03-12', unknownZone: zone });
    },
  );

  test('is none where there is no time, or where all that follows belongs to the date', () => {
    for (const date of ['March 12, 2024', '9:30, Tuesday 12th of March 2024', '2024-03-12 09:30 Uhr'])
      expect(readDate(date)).toMatchObject({ unknownZone: null });
  });
});

test('numbers between slashes are read in the order of the document', () => {
  expect(readDate('3/5/2024', { language: 'en', isDayFirst: true }).published).toBe('2024-05-03');
  for (const text of ['on 31/12/2024 and 3/5/2024', '"31\\/12\\/2024"'])
    expect(showsDayFirst(text)).toBe(true);
  for (const text of ['3/5/2024', '31/12/2024 and 12/31/2024', 'https://x.example/31/12/2024/a'])
    expect(showsDayFirst(text)).toBe(false);
});

test('numbers between slashes are read in the order of the language', () => {
  const read = (language: string | null) => readDate('3/5/2024 9:30', { language }).published;
  expect([null, 'en', 'fr', 'vi'].map(read)).toEqual(
    ['2024-03-05', '2024-03-05', '2024-05-03', '2024-05-03'].map((day) => `${day}T09:30:00Z`),
  );
});

test('Chinese and Japanese dates that look alike are read by the language', () => {
  const written = '2024年3月12日 9:30';
  expect(readDate(written, { language: 'ja' }).published).toBe('2024-03-12T00:30:00Z');
  expect(readDate(written, { language: 'zh' }).published).toBe('2024-03-12T01:30:00Z');
});

describe('a date that was formatted', () => {
  const instants = fc.integer({ min: 20 * 31_557_600, max: 2_200_000_000 });
  const written = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
  /** Croatian is left out: months of its names are others in Polish and Czech. */
  const languages = fc.constantFrom(
    ...'en en-GB fr fr-CA de de-AT es it pt pt-BR nl sv da nb fi pl cs sk hu ro el ru uk bg tr id ar ar-EG sr sr-Latn hi ja zh ko th vi he ca et lv lt sl mk be bn ta ur'.split(
      ' ',
    ),
  );
  const zones = fc.constantFrom(
    ...['UTC', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Kolkata', 'America/New_York', 'America/St_Johns'],
  );
  const styles = fc.constantFrom('full', 'long', 'medium');

  test('in any language and zone is read back', () =>
    fc.assert(
      fc.property(instants, languages, zones, styles, (seconds, language, timeZone, dateStyle) => {
        const options = { dateStyle, timeStyle: 'long', timeZone } as Intl.DateTimeFormatOptions;
        const text = new Intl.DateTimeFormat(language, options).format(seconds * 1000);
        const { published, unknownZone } = readDate(text);
        // What people write for a zone may have several meanings; then only the day is read.
        if (unknownZone === null) expect(published, text).toBe(written(seconds));
        else expect(published, text).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (timeZone !== 'Asia/Kolkata') expect(unknownZone, text).toBeNull();
      }),
      { numRuns: 2_000 },
    ));

  test('with any offset, in the shapes of programs, is read back', () => {
    const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
    const minus = fc.constantFrom('-', '\u2212', '\u2013', '\uff0d', '\u2010');
    fc.assert(
      fc.property(instants, offsets, minus, (seconds, offset, dash) => {
        const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
        const [day = '', time = ''] = local.split('T');
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const two = (value: number): string => String(value).padStart(2, '0');
        const sign = offset < 0 ? dash : '+';
        const mail = new Date(`${local}Z`).toUTCString().replace(' GMT', '');
        const shapes = [
          `${local}${sign}${two(hours)}:${two(minutes)}`,
          `${local}.123456${sign}${two(hours)}${two(minutes)}`,
          `${day} ${time} ${sign}${two(hours)}${two(minutes)}`,
          `${day.replaceAll('-', '')}T${time.replaceAll(':', '')}${sign}${two(hours)}${two(minutes)}`,
          `${mail} ${sign}${two(hours)}${two(minutes)}`,
          `${mail} GMT${sign}${hours}:${two(minutes)}`,
          ...(minutes === 0 ? [`${mail} ${sign}${hours}`, `${local}${sign}${two(hours)}`] : []),
        ];
        for (const shape of shapes)
          expect(readDate(shape), shape).toEqual({ published: written(seconds), unknownZone: null });
      }),
    );
  });

  test('as a number is read back', () => {
    // From May 2033 on, seconds look like a day and its hour (2033051812), which no news has come from yet.
    const beforeMay2033 = fc.integer({ min: 20 * 31_557_600, max: 1_999_999_999 });
    fc.assert(
      fc.property(beforeMay2033, (seconds) => {
        const digits = written(seconds).replace(/\D/g, '');
        for (const text of [digits, digits.slice(0, 8), `${seconds}`, `${seconds}000`, `${seconds}.0`])
          expect(parseDate(text), text).toBe(written(seconds).slice(0, text.length === 8 ? 10 : undefined));
      }),
    );
  });
});

describe('notInFuture', () => {
  const now = Date.parse('2024-03-12T09:30:00Z');
  test('keeps what has come', () => {
    expect(notInFuture('2024-03-12', now)).toBe('2024-03-12');
    expect(notInFuture(null, now)).toBeNull();
  });
  test('takes a clock that is ahead for the present', () =>
    expect(notInFuture('2024-03-12T11:30:00Z', now)).toBe('2024-03-12T09:30:00Z'));
  test('believes no date days ahead', () => expect(notInFuture('2031-01-01', now)).toBeNull());
});
