import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/answers/archive.ts';
import { phraseMatches } from '../../src/answers/phrase-matches.ts';
import { syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import { corpusRoots } from '../../src/intake/corpus/find-corpus-files.ts';
import { literalCheck } from '../../src/search/literal-check.ts';
import { phrasesIn } from '../../src/search/phrases-in.ts';
import { WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { phraseQuery } from '../../src/search/word-forms.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { terms } from '../../src/text/terms.ts';
import { draft } from '../store/article-store-contract.ts';
import { openArchive } from './open-archive.ts';

const ODD = draft('odd', {
  title: 'Harvest reports “late”',
  body: 'Nobody waits.\n\nThe drug­stores closed at 5 p.m. “Not a drug,” she said. Café owners — all of them — agree.\n\n- wait for it\n- it came',
});

const CITY = draft('city', {
  title: '上海市通知',
  body: '上海市政府周二宣布新的地铁线路将于五月开通。',
  language: 'zh',
});

let store: SqliteArticleStore;
let archive: Archive;
let all: StoredArticle[];
beforeAll(async () => {
  store = await openArticleStore(null);
  await syncCorpus(corpusRoots(['corpus']), store, { clock: () => 0 });
  await store.add([CITY, ODD], 'new', 0);
  archive = openArchive(store);
  all = (await store.after(0, { limit: 1_000 })).filter(({ duplicateOf }) => duplicateOf === null);
});
afterAll(() => store.close());

/** The articles that a search for the phrase alone finds. */
const found = async (phrase: string): Promise<number[]> => {
  const dictionary = await archive.words.dictionary();
  const query = await phraseQuery(phrase, dictionary);
  const holds = literalCheck({ phrases: [phrase], groups: [] }, dictionary)!;
  const page = { order: 'oldest', offset: 0, limit: 1_000, asOfDay: 0 } as const;
  const { hits } = await archive.engine.page(query, WHOLE_SCOPE, page);
  const among = hits.map(({ seq }) => seq);
  const { seqs } = await phraseMatches(among, holds, () => false, store);
  return seqs.toSorted((a, b) => a - b);
};

const expected = (phrase: string): number[] =>
  all
    .filter(({ title, body }) => [title, body].some((text) => phrasesIn(text)(phrase)))
    .map(({ seq }) => seq);

describe('articles that hold a phrase', () => {
  it.each([
    'harvest reports "late"',
    'nobody waits. The',
    '5 p.m. “Not a drug,”',
    'cafe owners - all',
    'wait for it',
    '“Not a drug',
  ])('finds %s', async (phrase) => {
    expect(await found(phrase)).toEqual([all.at(-1)!.seq]);
  });

  it.each(['上海', '上海市政府', '新的地铁', '地铁线'])(
    'finds %s, wherever words are said to end',
    async (phrase) => {
      expect(await found(phrase)).toEqual([all.at(-2)!.seq]);
    },
  );

  it.each(['harvests report', 'nobody waited', 'a drugs', 'wait for its'])(
    'does not find %s',
    async (phrase) => {
      expect(await found(phrase)).toEqual([]);
    },
  );

  it('finds what reading all texts finds, for any words that stand together', async () => {
    const words = all.flatMap(({ body }) => body.split(/\s+/));
    for (let at = 0; at < words.length; at += 37) {
      const phrase = words
        .slice(at, at + 1 + (at % 4))
        .join(' ')
        .replaceAll('"', '');
      if (terms(phrase).length > 0) expect([phrase, await found(phrase)]).toEqual([phrase, expected(phrase)]);
    }
  });
});
