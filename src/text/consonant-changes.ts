/**
 * In: a word of a Slavic language, and that language. Out: the same with its last consonant as other cases write it: Praga and w
 * Pradze, Praha and v Praze, Америка and в Америці. Stemmers take endings off and leave such consonants as they are.
 */

/** Endings before which the consonant stays as it is, and the ending that changes it; marks may be left off. */
const CHANGES: Readonly<
  Record<string, readonly (readonly [plain: RegExp, stays: string, changed: string])[]>
> = {
  pl: [
    [/k[aięeąo]$/, 'ka', 'ce'],
    [/g[aięeąo]$/, 'ga', 'dze'],
    [/d[ayęeąo]$/, 'da', 'dzie'],
    [/r[ayęeąo]$/, 'ra', 'rze'],
  ],
  cs: [
    [/k[ayuo]$/, 'ka', 'ce'],
    [/h[ayuo]$/, 'ha', 'ze'],
    [/g[ayuo]$/, 'ga', 'ze'],
  ],
  hr: [
    [/k[aeuo]$/, 'ka', 'ci'],
    [/g[aeuo]$/, 'ga', 'zi'],
  ],
  uk: [
    [/к[аиуо]$/, 'ка', 'ці'],
    [/г[аиуо]$/, 'га', 'зі'],
    [/х[аиуо]$/, 'ха', 'сі'],
  ],
};

/** Shorter words have more to do with others than with their cases. */
const SHORTEST = 4;

export const withConsonantChanged = (word: string, language: string): string[] => {
  if (word.length < SHORTEST || !Object.hasOwn(CHANGES, language)) return [];
  return CHANGES[language]!.flatMap(([plain, stays, changed]) => {
    if (plain.test(word)) return [word.replace(plain, changed)];
    return word.endsWith(changed) ? [word.slice(0, -changed.length) + stays] : [];
  });
};
