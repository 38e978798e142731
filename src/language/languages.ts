/** The languages Dateline speaks, and which of them a locale of Discord's means. */

export interface Language {
  /** As subscriptions keep it; also the name of its catalogue. */
  readonly code: string;
  /** In its own words. */
  readonly name: string;
  /** Discord's locales it is spoken for (https://discord.com/developers/docs/reference#locales). */
  readonly locales: readonly string[];
  /** For numbers, dates and plurals (BCP 47). Arabic with the digits Discord itself shows. */
  readonly customs: string;
  /** Around words that are quoted. */
  readonly quotes: readonly [before: string, after: string];
  /** Between items; `, ` if not given. */
  readonly comma?: string;
  readonly isRightToLeft?: boolean;
}

/** English first: the language the sentences are written in, and the one for every other locale. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', locales: ['en-US', 'en-GB'], customs: 'en-GB', quotes: ['“', '”'] },
  { code: 'de', name: 'Deutsch', locales: ['de'], customs: 'de', quotes: ['„', '“'] },
  { code: 'fr', name: 'Français', locales: ['fr'], customs: 'fr', quotes: ['«\u00a0', '\u00a0»'] },
  { code: 'es-ES', name: 'Español (España)', locales: ['es-ES'], customs: 'es-ES', quotes: ['«', '»'] },
  {
    code: 'es-419',
    name: 'Español (Latinoamérica)',
    locales: ['es-419'],
    customs: 'es-419',
    quotes: ['«', '»'],
  },
  { code: 'pt-BR', name: 'Português (Brasil)', locales: ['pt-BR'], customs: 'pt-BR', quotes: ['“', '”'] },
  { code: 'it', name: 'Italiano', locales: ['it'], customs: 'it', quotes: ['«', '»'] },
  { code: 'uk', name: 'Українська', locales: ['uk'], customs: 'uk', quotes: ['«', '»'] },
  { code: 'ru', name: 'Русский', locales: ['ru'], customs: 'ru', quotes: ['«', '»'] },
  { code: 'pl', name: 'Polski', locales: ['pl'], customs: 'pl', quotes: ['„', '”'] },
  { code: 'tr', name: 'Türkçe', locales: ['tr'], customs: 'tr', quotes: ['“', '”'] },
  { code: 'ja', name: '日本語', locales: ['ja'], customs: 'ja', quotes: ['「', '」'], comma: '、' },
  { code: 'ko', name: '한국어', locales: ['ko'], customs: 'ko', quotes: ['“', '”'] },
  { code: 'zh-CN', name: '简体中文', locales: ['zh-CN'], customs: 'zh-CN', quotes: ['“', '”'], comma: '、' },
  {
    code: 'zh-TW',
    name: '繁體中文',
    locales: ['zh-TW'],
    customs: 'zh-TW',
    quotes: ['「', '」'],
    comma: '、',
  },
  {
    code: 'ar',
    name: 'العربية',
    locales: ['ar'],
    customs: 'ar-u-nu-latn',
    quotes: ['«', '»'],
    comma: '، ',
    isRightToLeft: true,
  },
];

const ENGLISH = LANGUAGES[0]!;

/** That of the code, or of Discord's locale; English if there is none. */
export const languageOf = (code: string): Language =>
  LANGUAGES.find((one) => one.code === code || one.locales.includes(code)) ?? ENGLISH;
