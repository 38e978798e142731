/**
 * In: a dictionary and an engine that finds what some audience hears. Out: the same dictionary, without the terms that no
 * article they hear holds, so that neither a missing word nor a spelling nor a language tells of others' articles.
 */
import type { Dictionary } from './forward-index.ts';
import type { SearchEngine } from './search-engine.ts';
import { term as termQuery, WHOLE_SCOPE } from './search-query.ts';

const ANY = { order: 'newest', offset: 0, limit: 0, asOfDay: 0 } as const;

export const hearingDictionary = async (
  dictionary: Dictionary,
  engine: Pick<SearchEngine, 'page' | 'countPrivate'>,
): Promise<Dictionary> => {
  const privates = await engine.countPrivate();
  if (privates === 0) return dictionary;
  const isHeard = async (term: string): Promise<boolean> =>
    (await engine.page(termQuery(term), WHOLE_SCOPE, ANY)).total > 0;
  return {
    ...dictionary,
    articlesIn(language) {
      const articles = dictionary.articlesIn(language);
      return articles > privates ? articles : 0;
    },
    async ids(terms) {
      const ids = new Map(await dictionary.ids(terms));
      for (const [term, id] of ids) {
        // A term in more articles than are anyone's own is in one of everyone's.
        const isSure = dictionary.frequency(id) > privates;
        if (!isSure && !(await isHeard(term))) ids.delete(term);
      }
      return ids;
    },
  };
};
