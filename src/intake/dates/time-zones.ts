/** In: what stands behind the time of a date. Out: the zone it names. */
import { isWeekday, monthOf, plain } from './date-words.ts';

/** Minutes east of UTC, or the name of an IANA zone whose offset depends on the day. */
export type Zone = number | string;

/**
 * `zone` is null if none is named, `unknown` what stands where a zone should and is not understood. Only one of the
 * two is there.
 */
export interface ZoneReading {
  readonly zone: Zone | null;
  readonly unknown: string | null;
}

/**
 * Minutes east of UTC. RFC 822 defines EST, EDT, CST, CDT, MST, MDT, PST and PDT. Beyond it only abbreviations of one
 * meaning are here, in the languages that have their own: IST (India, Ireland, Israel), BST (Britain, Bangladesh) and
 * AST (Atlantic, Arabia) may be hours from what they seem.
 */
const ABBREVIATIONS: ReadonlyMap<string, Zone> = new Map(
  `z 0 ut 0 utc 0 uct 0 gmt 0 est -300 edt -240 cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420
   wet 0 west 60 cet 60 cest 120 met 60 mest 120 eet 120 eest 180 msk 180 msd 240 fet 180 trt 180
   mez 60 mesz 120 oez 120 oesz 180 wez 0 wesz 60 hec 60 heec 120 hnec 60 haec 120 hnee 120 haee 180
   hne -300 hae -240 hnc -360 hac -300 hnr -420 har -360 hnp -480 hap -420 hna -240 haa -180 hnt -210 hat -150
   мск 180 seč 60 selč 120 tsi 180
   adt -180 akst -540 akdt -480 hst -600 nst -210 ndt -150
   brt -180 brst -120 art -180 clt -240 clst -180 cot -300 pet -300 vet -240 uyt -180 bot -240 pyt -180
   sast 120 cat 120 eat 180 wat 60 irst 210 pkt 300 npt 345 ict 420 wib 420 wita 480 wit 540
   sgt 480 hkt 480 pht 480 awst 480 jst 540 kst 540 acst 570 acdt 630 aest 600 aedt 660 nzst 720 nzdt 780`
    .match(/\S+ -?\d+/g)!
    .map((pair): [string, number] => [pair.split(' ')[0]!, Number(pair.split(' ')[1])]),
);

/** "3 p.m. ET": standard or summer time, whichever it is that day. */
const GENERIC: ReadonlyMap<string, Zone> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['北京时间', 'Asia/Shanghai'],
  ['日本時間', 'Asia/Tokyo'],
]);

/** An offset, after the name of Greenwich or alone; more signs than one and seconds are slips that some programs make. */
const OFFSET =
  /(?:^|[\s:([])(?:(?:utc|gmt|ut|гринуич|غرينتش)\s?([+-])\s?|[+-]?([+-]))(\d{1,2})(?:[:.]?(\d{2})(?::?\d{2})?)?(?=$|[\sz[\](),;])/iu;

/** No place is further from Greenwich. */
const MAX_OFFSET_MINUTES = 14 * 60;

/** Words that stand behind a time and name no zone: "9:30 Uhr", "17:04 ч.", "le 12", "de 2024". */
const NOISE = new Set(
  'uhr uur h hr hrs hs hour hours horas heures ore godz hod hodin ora ωρα час часов oclock ч г р u at on of the de del di du le la den der am um ore kl klo op o v в о року года год बजे को in'.split(
    ' ',
  ),
);

/** What follows is about something else: "9:30 PM | Updated 10:15 PM", "9:30 AM / The Example". */
const ANOTHER = /[|·•;–—]| \/ |\b(?:updated?|modified|edited)\b/i;

const isCalendarWord = (word: string): boolean =>
  /^\d+(?:st|nd|rd|th|º)?$/.test(word) ||
  NOISE.has(plain(word)) ||
  isWeekday(word) ||
  monthOf(word) !== undefined;

/** The IANA zone as its own list spells it, or null. */
const ianaZone = (name: string): string | null => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};

let longNames: ReadonlyMap<string, string> | null = null;

/** IANA zones by what they are called in English: "central european summer time", "eastern time". Made once, in 0.1 s. */
const zonesByLongName = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const timeZone of Intl.supportedValuesOf('timeZone'))
    for (const timeZoneName of ['long', 'longGeneric'] as const) {
      const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName });
      for (const month of [0, 6]) {
        const name = format.formatToParts(Date.UTC(2024, month)).find(({ type }) => type === 'timeZoneName');
        if (name !== undefined && !names.has(plain(name.value))) names.set(plain(name.value), timeZone);
      }
    }
  return names;
};

/** Accents stay: "čet" is Thursday, "cet" a zone. */
const abbreviation = (word: string): string => word.toLowerCase().replace(/\.|\u0307/g, '');

const namedZone = (word: string): Zone | null =>
  ABBREVIATIONS.get(abbreviation(word)) ??
  GENERIC.get(abbreviation(word)) ??
  (/[/\d]/.test(word) ? ianaZone(word) : null);

const readOffset = (text: string): ZoneReading | null => {
  const [written, greenwich, alone, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (written === undefined) return null;
  const offset = Number(hours) * 60 + Number(minutes);
  const isReal = offset <= MAX_OFFSET_MINUTES && Number(minutes) < 60;
  if (!isReal) return { zone: null, unknown: written.trim() };
  return { zone: (greenwich ?? alone) === '-' ? -offset : offset, unknown: null };
};

/** Reads the zone from what follows a time; words of the date may be among it. */
export const readZone = (after: string): ZoneReading => {
  const text = after.split(ANOTHER)[0]!;
  const offset = readOffset(text);
  if (offset !== null) return offset;
  const words = text.split(/[\s,:()[\]]+/).filter((word) => /\p{L}/u.test(word));
  for (const word of words) {
    const zone = namedZone(word);
    if (zone !== null) return { zone, unknown: null };
  }
  const named = words.filter((word) => !isCalendarWord(word));
  if (named.length === 0) return { zone: null, unknown: null };
  longNames ??= zonesByLongName();
  const phrase = named.join(' ');
  const zone = longNames.get(plain(phrase)) ?? null;
  return { zone, unknown: zone === null ? phrase : null };
};

/** "UTC+8 15:04": the zone that Chinese dates have before their time. */
export const zoneBefore = (before: string): Zone | null => {
  const written = /(?:^|\s)((?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)\s*$/i.exec(before)?.[1];
  return written === undefined ? null : readZone(written).zone;
};

/** Minutes east of UTC there, at an instant. */
const offsetAt = (timeZone: string, ms: number): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(ms);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/** The instant at which clocks of the zone show what clocks in UTC show at `wallMs`. */
export const instantOf = (wallMs: number, zone: Zone): number => {
  if (typeof zone === 'number') return wallMs - zone * 60_000;
  const guess = wallMs - offsetAt(zone, wallMs) * 60_000;
  return wallMs - offsetAt(zone, guess) * 60_000;
};
