/** In: a Bulgarian word in lower case. Out: the same without its article, its plural and its last vowel, lightly. */

/** The article stands behind the word: столицата, градът, планините. Longest first. */
const ARTICLES = ['ията', 'ият', 'ите', 'ето', 'ът', 'ят', 'та', 'то', 'те', 'ия'];
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/овци$|овце$/, 'о'],
  [/ища$/, 'ищ'],
  [/(?<=.{3})(?:ове|еве)$/, ''],
  [/(?<=.{3})(?:ци)$/, 'к'],
  [/(?<=.{3})(?:зи)$/, 'г'],
  [/(?<=.{3})(?:си)$/, 'х'],
];
const LAST_VOWELS = /(?<=.{3})[аеийоуъюя]+$/;

const withoutArticle = (word: string): string => {
  const article = ARTICLES.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  return article === undefined ? word : word.slice(0, -article.length);
};

export const bulgarian = (word: string): string => {
  let stem = withoutArticle(word);
  for (const [plural, singular] of PLURALS) {
    const next = stem.replace(plural, singular);
    if (next === stem) continue;
    stem = next;
    break;
  }
  return stem.replace(LAST_VOWELS, '');
};
