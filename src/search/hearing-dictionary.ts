/**
 * In: a dictionary and an engine that finds what some audience hears. Out: the same dictionary, without the terms that no
 * article they hear holds, so that neither a missing word nor a spelling nor a language tells of others' articles.
 */
import type { Dictionary } from './forward-index.ts';
import type { SearchEngine } from './search-engine.ts';
import { term as termQuery, WHOLE_SCOPE } from './search-query.ts';

const ANY = { order: 'newest', offset: 0, limit: 0, asOfDay: 0 } as const;
/** Of terms that begin alike, so many times those wanted are looked through for ones that are heard. */
const LOOK_THROUGH = 10;

export const hearingDictionary = async (
  dictionary: Dictionary,
  engine: Pick<SearchEngine, 'page' | 'countPrivate'>,
): Promise<Dictionary> => {
  const privates = await engine.countPrivate();
  if (privates === 0) return dictionary;
  const { revision, articles, averageLength, englishShare, size } = dictionary;
  const frequency = (id: number): number => dictionary.frequency(id);
  /** A term in more articles than are anyone's own is in one of everyone's. */
  const isHeard = async (term: string, id: number): Promise<boolean> =>
    frequency(id) > privates || (await engine.page(termQuery(term), WHOLE_SCOPE, ANY)).total > 0;
  const heardOf = async (terms: ReadonlyMap<string, number>, limit: number): Promise<Map<string, number>> => {
    const heard = new Map<string, number>();
    for (const [term, id] of terms) {
      if (heard.size >= limit) break;
      if (await isHeard(term, id)) heard.set(term, id);
    }
    return heard;
  };
  const articlesIn = (language: string): number => {
    const inLanguage = dictionary.articlesIn(language);
    return inLanguage > privates ? inLanguage : 0;
  };
  // Every member is written out, so that a new one has to be decided on.
  return {
    revision,
    articles,
    averageLength,
    languages: dictionary.languages.filter((language) => articlesIn(language) > 0),
    articlesIn,
    englishShare,
    size,
    frequency,
    ids: async (terms) => heardOf(await dictionary.ids(terms), Number.POSITIVE_INFINITY),
    async startingWith(beginnings, limit) {
      const each = beginnings.map(async (beginning) =>
        heardOf(await dictionary.startingWith([beginning], LOOK_THROUGH * limit), limit),
      );
      return new Map((await Promise.all(each)).flatMap((heard) => [...heard]));
    },
    whole: dictionary.whole,
  };
};
