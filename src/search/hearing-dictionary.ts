/**
 * In: a dictionary and an engine that finds what some audience hears. Out: the same dictionary, without the terms that no
 * article they hear holds, so that neither a missing word nor a spelling nor a language reveals others' articles.
 */
import type { Dictionary } from './forward-index.ts';
import type { SearchEngine } from './search-engine.ts';
import { WHOLE_SCOPE } from './search-query.ts';

/** Of terms that begin alike, this many times those wanted are looked through for ones that are heard. */
const LOOK_THROUGH = 10;

export const hearingDictionary = async (
  dictionary: Dictionary,
  engine: Pick<SearchEngine, 'heldTerms' | 'countPrivate'>,
): Promise<Dictionary> => {
  const privates = await engine.countPrivate();
  if (privates === 0) return dictionary;
  const { revision, articles, averageLength, englishShare, size } = dictionary;
  const frequency = (id: number): number => dictionary.frequency(id);
  /** Of each, at most `limit`, in their order. A term in more articles than are anyone's own is in one of everyone's. */
  const heardOf = async (
    each: readonly ReadonlyMap<string, number>[],
    limit = Number.POSITIVE_INFINITY,
  ): Promise<Map<string, number>> => {
    const isCommon = ([, id]: [string, number]) => frequency(id) > privates;
    const rare = each.flatMap((terms) => [...terms].flatMap((one) => (isCommon(one) ? [] : one[0])));
    const held = rare.length === 0 ? new Set() : await engine.heldTerms(rare, WHOLE_SCOPE);
    return new Map(
      each.flatMap((terms) => [...terms].filter((one) => isCommon(one) || held.has(one[0])).slice(0, limit)),
    );
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
    ids: async (terms) => heardOf([await dictionary.ids(terms)]),
    async startingWith(beginnings, limit) {
      const found = beginnings.map((beginning) => dictionary.startingWith([beginning], LOOK_THROUGH * limit));
      return heardOf(await Promise.all(found), limit);
    },
    whole: dictionary.whole,
  };
};
