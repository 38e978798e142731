/** In: a date as scripts of many languages write it. Out: the same in the digits, signs and order of ISO dates. */
import { plainDigits } from '../../text/letter-variants.ts';
import { fromHijri } from './hijri-dates.ts';

/** "kl. 17.04", "2024, 9.30", "2024-03-12 09.30": a time with dots, known as one by what stands before it. */
const DOTTED_TIME =
  /(?<=\b(?:kl\.?|klo|pukul|ore|um|om|à|at)\s|\b\d{4}\.?,?\s|\b\d{4}-\d{2}-\d{2}\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\.?\d)/gi;
/** "9.30 pm", and "09.30.00.000000 AM" as Oracle has it: known as one by what stands behind it. */
const DOTTED_HALF_TIME = /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.\d{2}(?:\.\d{1,9})?)?(?=\s?[ap]\.?m\b)/gi;
/** "9 h", "9 Uhr". */
const HOUR_ALONE = /(?<![\d:.])([01]?\d|2[0-3])\s?(?:h|uhr|uur)(?![\p{L}\d])/giu;
/** "12:00 noon" and the like; at midnight nobody knows which day is meant to begin. */
const NOON = /(?<!\p{L})(?:12(?::00)?\s?)?(?:noon|midday)(?!\p{L})/iu;
const MIDNIGHT = /(?<!\p{L})(?:12(?::00)?\s?)?midnight(?!\p{L})/iu;
/** "12 Mar 2024 0930 GMT". */
const MILITARY_TIME = /(?<=\b\d{4},?\s)(\d{2})(\d{2})(?=\s?(?:gmt|utc|z|uhr|h|hrs|[+-]\d{4})\b)/i;

/** "2024:03:12 09:30:00", as cameras write it. */
const CAMERA_DATE = /^(\d{4}):(\d{2}):(\d{2})(?=$| )/;

/** "'2024-03-12'", "~2024-03-12?", "[2024-03-12]": marks that notes put around dates. */
const AROUND = /^[\s"'“”‘’~]+|[\s"'“”‘’?]+$/g;
const IN_BRACKETS = /^[[(<]{1,2}([^[\]()<>]*)[\])>]{1,2}$/;
/** "D:20240312093000+01'00'", as PDF files write it. */
const PDF_DATE = /^D:(\d{8})(\d{4,6})(?:([+-]\d{2})'?(\d{2})'?|Z.*)?$/;
/** "2024-03-12_09-30-00", as names of files have it. */
const FILE_TIME = /^(\d{4}-\d{2}-\d{2})[_-](\d{2})[:-](\d{2})[:-](\d{2})(?!\d)/;
/** The end of an interval, "2024-03-12/2024-03-14", "2024-03-12/P3D", "12 March - 14 April 2024". */
const ISO_END = /^(\d{4}-\d{2}-\d{2}[^/]*)(?:\/(?=\d|P[\dT]|\.\.|$)|--(?=\d{4}-)).*$/;
const END_IN_WORDS = /(\d{1,2}\.? \p{L}{3,}\.?) ?- ?\d{1,2}\.? \p{L}{3,}\.?(?=,? \d{4})/u;
const END_OF_ITS_YEAR =
  /(?<=\p{L}{3,}\.?,? (?:\d{1,2}, )?\d{4}) ?- ?(?:\d{1,2}\.? \p{L}{3,}|\p{L}{3,}\.? \d{1,2})\.?,? \d{4}/u;

/** Arabic writes the day first, and marks the direction before each slash. */
const RIGHT_TO_LEFT_SLASH = /\u200f\//g;

/** Country zones of East Asian dates that name none, by the words in them. */
const eastAsianOffset = (text: string, language: string | null): string => {
  if (/[년월오전후]/.test(text)) return ' +0900';
  if (/[时周期]|上午|下午|北京/.test(text)) return ' +0800';
  return /午前|午後|曜|時|[（(][月火水木金土日][）)]/.test(text) || language === 'ja' ? ' +0900' : ' +0800';
};

/** East Asian dates; those that name no zone are in their country's. */
const westernise = (text: string, language: string | null): string => {
  if (
    !/[년월年月日]|오[전후]|[午上下]午|午[前後]|[（(][火水木金土][）)]/.test(text) ||
    /北京时间|日本時間/.test(text)
  )
    return text;
  const date = text
    .replace(
      /[월화수목금토일]요일|[月火水木金土日]曜日?|[（(][月火水木金土日월화수목금토일][）)]|(?:星期|周)[一二三四五六日天]|[일日]/g,
      ' ',
    )
    .replace(/\s*[년월年月]\s*/g, '-')
    .replace(/(\d{1,2})\s*[시時时点點]\s*(?:(\d{1,2})\s*[분分])?(?:\s*(\d{1,2})\s*[초秒])?/g, (_, h, m, s) =>
      [h, (m ?? '0').padStart(2, '0'), ...(s === undefined ? [] : [s.padStart(2, '0')])].join(':'),
    )
    .replace(/(오후|午後|下午)\s*(\d[\d:]*)/g, '$2 pm')
    .replace(/(오전|午前|上午)\s*(\d[\d:]*)/g, '$2 am')
    .trim();
  const zoned = /[+-]\d{2}:?\d{2}$|(?:^|\s)(?![ap]m$)[a-z]{1,4}$|\b(?:utc|gmt)\b/i.test(date);
  return `${date}${zoned || !date.includes(':') ? '' : eastAsianOffset(text, language)}`;
};

/** "二〇二四年三月十二日": the numbers of formal Chinese. */
const HAN_NUMBER = /[〇零○一二三四五六七八九十]{1,4}(?=[年月日号號])/g;
const inDigits = (han: string): string =>
  han
    .replace(/^十$/, '10')
    .replace(/^十/, '1')
    .replace(/十$/, '0')
    .replace('十', '')
    .replace(/[零○]/g, '0')
    .replace(/\D/g, (digit) => String('〇一二三四五六七八九'.indexOf(digit)));

/** The years before the first of an era of Japan, or of China's republic. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const ERA_YEAR = /(令和|平成|昭和|民[國国])\s?(\d{1,3}|元)\s?年/g;
/** No news is from these years but by the count from 543 BC, as Thailand has it. */
const BUDDHIST_YEAR = /(?<![\d.,:])2[45]\d\d(?=[-/. ]|$)|(?<=[-/. ])2[45]\d\d(?![\d.,:])/g;

const commonYears = (text: string): string =>
  text
    .replace(HAN_NUMBER, inDigits)
    .replace(ERA_YEAR, (_, era, year) => `${ERAS[era]! + (year === '元' ? 1 : Number(year))}年`)
    .replace(BUDDHIST_YEAR, (year) => String(Number(year) - 543));

/** The lunar date that Arabic writes before the common one, "2 رمضان 1445هـ الموافق 12 مارس 2024م". */
const LUNAR_DATE = /\d{1,2} [\p{Script=Arabic} ]{3,20} 14[2-9]\d ?(?:ه\p{Script=Arabic}*)?/u;
const withoutLunar = (text: string): string =>
  /(?<!\d)20\d\d(?!\d)/.test(text) ? text.replace(LUNAR_DATE, ' ') : text;

/** The months of the Levant that are two words. */
const LEVANTINE: Readonly<Record<string, string>> = {
  'كانون ث': 'jan',
  'كانون و': 'dec',
  'تشرين و': 'oct',
  'تشرين ث': 'nov',
};
const LEVANTINE_MONTH = /(كانون|تشرين) (?:ال)?(?:(ث)ان[يى]?|[أا](و)ل)/g;

/** "12 XII 2024": the Roman months of Poland, Hungary and Romania. */
const ROMAN_MONTHS = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
const ROMAN_MONTH = /(?<=\d[ ./-]\s?)(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?=[ ./-]\s?\d{4}(?!\d))/;

/** "9 นาฬิกา 30 นาที 00 วินาที", and "9.30 น.". */
const THAI_TIME = /(\d{1,2})\s*(?:นาฬิกา(?:\s*(\d{1,2})\s*นาที)?(?:\s*(\d{1,2})\s*วินาที)?|[.:](\d\d)\s*น\.)/gu;
const SHORT_THAI_YEAR = /(?<=\d{1,2}\s*[\p{Script=Thai}.]+\s)(\d\d)(?![\d:])/u;

/** Thailand often writes but two digits of its years. */
const plainThai = (text: string): string => {
  if (!/\p{Script=Thai}/u.test(text)) return text;
  const timed = text.replace(
    THAI_TIME,
    (_, hour, minute, second, dotted) => `${hour}:${dotted ?? minute ?? '00'}:${second ?? '00'}`,
  );
  const dated = /\d{4}/.test(timed) ? timed : timed.replace(SHORT_THAI_YEAR, '25$1');
  return dated;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Vietnamese months have numbers for names. */
const VIETNAMESE_DATE = /(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,|,?\s+năm)?\s+(\d{4})/iu;

/** `language` (ISO 639-1, or null) decides when a date could be Chinese or Japanese. */
export const plainDate = (written: string, language: string | null): string => {
  const text = plainDigits(written)
    .replace(AROUND, '')
    .replace(IN_BRACKETS, '$1')
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d](?=\s?\d)/g, '-')
    .replace(/\uff0b/g, '+')
    .replace(/\uff1a/g, ':')
    .replace(/\u060c/g, ',')
    .replace(RIGHT_TO_LEFT_SLASH, '.')
    .replace(/[\u200c\u200e\u200f\u061c]/g, '')
    .replace(/(?<![\p{L}\d])['’‘](?=\d\d(?!\d))/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(CAMERA_DATE, '$1-$2-$3')
    .replace(PDF_DATE, (_, day, time, hours, minutes) => `${day}T${time}${hours ?? '+00'}${minutes ?? '00'}`)
    .replace(FILE_TIME, '$1 $2:$3:$4')
    .replace(ISO_END, '$1')
    .replace(END_IN_WORDS, '$1')
    .replace(END_OF_ITS_YEAR, '')
    .replace(NOON, '12:00 pm')
    .replace(MIDNIGHT, ' ')
    .replace(ROMAN_MONTH, (month) => MONTHS[ROMAN_MONTHS.indexOf(month)]!)
    .replace(LEVANTINE_MONTH, (_, month, second, first) => LEVANTINE[`${month} ${second ?? first}`]!)
    .replace(VIETNAMESE_DATE, (_, day, month, year) => `${day} ${MONTHS[month - 1] ?? month} ${year}`);
  return westernise(commonYears(fromHijri(withoutLunar(plainThai(text)))), language)
    .replace(/^(\d{4}-?\d{2}-?\d{2}|\d{4}-?\d{3})T(\d{2})(?=$|[z+-])/i, '$1 $2:00')
    .replace(
      /^(\d{4}-?\d{2}-?\d{2}|\d{4}-?\d{3})[t ](\d{2})(\d{2})(?:(\d{2})(?:[.,]\d+)?)?(?![\d:])/i,
      (_, day, h, m, s) => `${day} ${h}:${m}:${s ?? '00'}`,
    )
    .replace(
      /(\d{1,2})\sh\s(\d{2})(?:\smin(?:\s(\d{2})\ss)?)?(?![\p{L}\d])/u,
      (_, h, m, s) => `${h}:${m}:${s ?? '00'}`,
    )
    .replace(HOUR_ALONE, '$1:00')
    .replace(MILITARY_TIME, '$1:$2')
    .replace(DOTTED_HALF_TIME, '$1:$2')
    .replace(DOTTED_TIME, (_, h, m, s) => [h, m, ...(s === undefined ? [] : [s])].join(':'))
    .replace(
      /(?<=\d)\s?(?:([pμ])\.?\s?[mμ]\.?|([aπ])\.?\s?[mμ]\.?|(م)|(ص))(?![\p{L}\d])/giu,
      (_, p, _a, pm) => (p !== undefined || pm !== undefined ? ' pm ' : ' am '),
    );
};
