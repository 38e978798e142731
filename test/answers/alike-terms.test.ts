import { describe, expect, it } from 'vitest';
import { findAlikeTerms } from '../../src/answers/alike-terms.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { articleDraft } from '../article-draft.ts';

/** Which of the terms of a text look like one. */
const alikeIn = async (text: string, term: string, language: string): Promise<string[]> => {
  const store = await openArticleStore(null);
  try {
    await store.add([articleDraft({ key: 'a', title: '', body: text, language })], 'backfill', 0);
    const dictionary = await store.openEngine().words.dictionary();
    const ids = new Set(await findAlikeTerms(term, dictionary));
    const all = await dictionary.startingWith([''], 100);
    return [...all].filter(([, id]) => ids.has(id)).map(([other]) => other);
  } finally {
    await store.close();
  }
};

describe('terms look alike', () => {
  it.each([
    ['words of one family', 'de', 'Regulierung Region', 'reguliert', ['regulier']],
    [
      'parts of a compound',
      'de',
      'Gletscher Abfluss Fluss',
      'gletscherabfluss',
      ['abfluss', 'fluss', 'gletsch'],
    ],
    ['compounds of a word', 'de', 'Komplexitätsklassen', 'komplexitat', ['komplexitatsklass']],
    ['Korean words with what is written onto them', 'ko', '노동부장관', '노동부', ['노동부장관']],
    ['parts of a Chinese word', 'zh', '作用', '副作用', ['作用']],
  ])('where they are %s', async (_, language, text, term, alike) => {
    expect(await alikeIn(text, term, language)).toEqual(alike);
  });

  it('not where they share a few letters, or are numbers', async () => {
    expect(await alikeIn('Hafen Haken', 'hafte', 'de')).toEqual([]);
    expect(await alikeIn('1972 197', '1971', 'de')).toEqual([]);
  });
});
