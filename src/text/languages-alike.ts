/** In: a language. Out: the one whose lists of words hold for it: itself, or one that is close enough. */

/** Serbian, Bosnian and Slovak are close enough to their neighbours, in Latin letters; Norwegian is one list. */
const ALIKE: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr', sk: 'cs', nb: 'no', nn: 'no' };

/** Languages that share the words of another, by ISO 639-1 code. */
export const languagesAlike: readonly string[] = Object.keys(ALIKE);

/** ISO 639-1 code of the language whose words are listed. */
export const listedLanguage = (language: string): string => ALIKE[language] ?? language;
