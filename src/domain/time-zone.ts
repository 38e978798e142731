/** In: a time zone as people type it. Out: the IANA zone, or the cities that could be meant. */

/** Whether days and hours can be counted in a zone of that name, an old abbreviation such as EST included. */
export const isTimeZone = (name: string): boolean => {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId !== '';
  } catch {
    return false;
  }
};

const canonical = (name: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;

const REGIONS = 'Europe America Asia Africa Australia Pacific Atlantic Indian Antarctica Arctic'.split(' ');

/** Names of countries that are zones as well. */
const COUNTRIES = new Set(
  'cuba egypt eire hongkong iceland iran israel jamaica japan kwajalein libya navajo poland portugal singapore turkey'.split(
    ' ',
  ),
);

/**
 * What an abbreviation of a zone may mean, the most people first. Abbreviations are not zones: they change with summer
 * time, and one can mean places half a world apart.
 */
const MEANT: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `est edt et aet=America/New_York America/Toronto America/Panama Australia/Sydney
   aest aedt=Australia/Sydney Australia/Brisbane Australia/Melbourne
   acst acdt=Australia/Adelaide Australia/Darwin
   awst=Australia/Perth
   cst cdt ct=America/Chicago America/Mexico_City America/Winnipeg America/Havana Asia/Shanghai
   mst mdt mt=America/Denver America/Phoenix America/Edmonton
   pst pdt=America/Los_Angeles America/Vancouver America/Tijuana Asia/Manila
   pt=America/Los_Angeles Europe/Lisbon
   ast adt at=America/Halifax America/Puerto_Rico Asia/Riyadh Asia/Baghdad
   akst akdt=America/Anchorage
   hst=Pacific/Honolulu
   nst ndt=America/St_Johns
   bst=Europe/London Asia/Dhaka
   ist=Asia/Kolkata Europe/Dublin Asia/Jerusalem
   uk=Europe/London
   us=America/New_York America/Chicago America/Denver America/Los_Angeles
   au=Australia/Sydney Australia/Brisbane Australia/Perth
   br=America/Sao_Paulo
   ca=America/Toronto America/Edmonton America/Vancouver
   ru=Europe/Moscow Asia/Yekaterinburg Asia/Vladivostok
   eu=Europe/Brussels Europe/Berlin Europe/Paris Europe/Madrid Europe/Athens
   cet cest mez mesz met mest=Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw
   eet eest oez oesz=Europe/Athens Europe/Helsinki Europe/Bucharest Africa/Cairo
   wet west wez wesz=Europe/Lisbon Atlantic/Canary
   msk w-su=Europe/Moscow
   trt=Europe/Istanbul
   gst=Asia/Dubai
   pkt=Asia/Karachi
   npt=Asia/Kathmandu
   ict vst=Asia/Bangkok Asia/Ho_Chi_Minh
   wib=Asia/Jakarta
   sgt=Asia/Singapore
   hkt=Asia/Hong_Kong
   pht=Asia/Manila
   prc ctt=Asia/Shanghai
   roc=Asia/Taipei
   jst=Asia/Tokyo
   kst rok=Asia/Seoul
   nzst nzdt=Pacific/Auckland
   sst=Pacific/Pago_Pago Pacific/Guadalcanal Asia/Singapore
   brt bet=America/Sao_Paulo
   art agt=America/Argentina/Buenos_Aires
   act=Australia/Darwin America/Rio_Branco
   clt clst=America/Santiago
   cot=America/Bogota
   pet=America/Lima
   ect=America/Guayaquil
   sast=Africa/Johannesburg
   cat=Africa/Maputo Africa/Harare
   eat=Africa/Nairobi
   wat=Africa/Lagos
   zulu uct z ut=UTC`
    .split('\n')
    .flatMap((line) => {
      const [names = '', cities = ''] = line.trim().split('=');
      return names.split(' ').map((name) => [name, cities.split(' ')]);
    }),
);

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
};

/** Lower case without accents, blanks and marks: what `São Paulo`, `sao-paulo` and `Sao_Paulo` have in common. */
export const foldZoneName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øłđðıæß]/g, (letter) => LETTERS[letter]!)
    .replace(/[\s_'’.-]+/g, '');

let byName: ReadonlyMap<string, string> | null = null;

/** IANA zones by folded name: whole, and each shorter end of it (`argentina/buenosaires`, `buenosaires`). */
const zonesByName = (): ReadonlyMap<string, string> => {
  const zones = new Map<string, string>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const parts = foldZoneName(zone).split('/');
    for (let from = 0; from < parts.length; from++) {
      const name = parts.slice(from).join('/');
      if (from === 0 || !zones.has(name)) zones.set(name, zone);
    }
  }
  return zones;
};

/** `+2`, `UTC+02:00`, `GMT-3:30` as `+02:00`. */
const readOffset = (typed: string): string | null => {
  const [, sign, hours = '', minutes = '00'] =
    /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(typed) ?? [];
  const offset = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return sign !== undefined && isTimeZone(offset) ? offset : null;
};

/** A zone or city that the system's list leaves out for an older name, such as Europe/Kyiv. */
const findUnlisted = (typed: string): string | null => {
  const name = typed
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll(' ', '_');
  const found = [name, ...REGIONS.map((region) => `${region}/${name}`)].find(
    (one) => one.includes('/') && isTimeZone(one),
  );
  return (
    found
      ?.toLowerCase()
      .replace(/(?<=^|[/_-])[a-z]/g, (letter) => letter.toUpperCase())
      .replace('Gmt', 'GMT') ?? null
  );
};

/**
 * The time zone of that name or, in a region of the IANA list, of that city, with or without accents (or an umlaut
 * written out) and whatever the case; also `UTC`, `GMT`, an offset, and a country that is a zone. Null if there is none, and for abbreviations (see
 * `zonesMeant`). The name stays the one chosen, Europe/Kyiv, even if the system knows the zone by another.
 */
export const findTimeZone = (typed: string): string | null => {
  const name = typed.trim();
  const folded = foldZoneName(name);
  if (folded === '') return null;
  if (folded === 'utc' || folded === 'gmt') return folded.toUpperCase();
  byName ??= zonesByName();
  const spellings = [folded, folded.replace(/([aou])e/g, '$1'), folded.replace(/^saint/, 'st')];
  const known = spellings.map((spelling) => byName?.get(spelling)).find((zone) => zone !== undefined);
  const listed = known ?? readOffset(name);
  if (listed !== null) return listed;
  if (COUNTRIES.has(folded)) return canonical(folded);
  return Object.hasOwn(MEANT, folded) ? null : findUnlisted(name);
};

/** Intl Locale Info, which TypeScript does not know yet. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

/** The zones of a country, by its two letters; empty if there is none. */
const zonesOfCountry = (code: string): readonly string[] => {
  try {
    const locale: LocaleWithZones = new Intl.Locale('und', { region: code });
    return locale.getTimeZones?.() ?? [];
  } catch {
    return [];
  }
};

/** Zones offered for one abbreviation. */
const MAX_MEANT = 5;

/** The zones that an abbreviation (`EST`, `BST`) or the two letters of a country may mean, most likely first; empty for others. */
export const zonesMeant = (typed: string): readonly string[] => {
  const name = typed.trim().replaceAll('.', '').toLowerCase();
  if (!/^[a-z\d-]{1,8}$/.test(name) || findTimeZone(name) !== null) return [];
  const cities = Object.hasOwn(MEANT, name) ? MEANT[name]! : [];
  const ofCountry = /^[a-z]{2}$/.test(name) ? zonesOfCountry(name) : [];
  const meant = [...new Set([...(ofCountry.length > 0 ? cities.slice(0, 4) : cities), ...ofCountry])];
  const old = meant.length === 0 && isTimeZone(name) ? [canonical(name)] : [];
  return [...meant, ...old].slice(0, MAX_MEANT);
};
