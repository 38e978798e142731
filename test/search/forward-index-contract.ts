/** What every `ForwardIndex` keeps to, whatever it is made on. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textChecksum } from '../../src/search/analyse-article.ts';
import type { ArticleWords, ForwardIndex } from '../../src/search/forward-index.ts';
import { bodyStart, sentenceCount, spanOf, tokensOf } from '../../src/search/sentence-table.ts';
import { CAPITAL, TERM_BITS } from '../../src/search/token.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { terms } from '../../src/text/terms.ts';
import { copyOf, TODAY, written } from './engine-corpus.ts';

export interface OpenForwardIndex {
  readonly index: ForwardIndex;
  readonly store: ArticleStore;
  close(): Promise<void>;
}

const FERRY = 'A ferry sank near Oskarholm. Divers found the ferry in two days.';

export const describeForwardIndex = (name: string, open: () => Promise<OpenForwardIndex>): void => {
  let opened: OpenForwardIndex;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const add = (...drafts: Parameters<ArticleStore['add']>[0]) => opened.store.add(drafts, 'new', TODAY);
  const read = async (...seqs: readonly number[]): Promise<readonly ArticleWords[]> => {
    await opened.index.dictionary();
    return opened.index.words(seqs);
  };
  const wordsOf = async (seq: number): Promise<ArticleWords> => (await read(seq))[0]!;
  const idOf = async (word: string): Promise<number> => {
    const { term } = terms(word)[0]!;
    return (await (await opened.index.dictionary()).ids([term])).get(term) ?? -1;
  };
  const frequencyOf = async (word: string): Promise<number> => {
    const id = await idOf(word);
    return (await opened.index.dictionary()).frequency(id);
  };

  describe(`${name}: words`, () => {
    test('stand in the order of the text, the title first', async () => {
      await add(written('Ferry lost', FERRY));
      const { tokens, titleLength } = await wordsOf(1);
      const ferry = await idOf('ferry');
      const at = [...tokens].flatMap((token, place) => ((token & TERM_BITS) === ferry ? [place] : []));
      expect(titleLength).toBe(2);
      expect(at).toEqual([0, 3, 10]);
      expect(tokens[0]! & CAPITAL).not.toBe(0);
      expect(tokens[3]! & CAPITAL).toBe(0);
    });

    test('are separated by sentence, each with its place in the body', async () => {
      await add(written('Ferry lost', FERRY));
      const words = await wordsOf(1);
      expect(sentenceCount(words)).toBe(2);
      const [first, second] = [0, 1].map((at) => spanOf(words, at, at));
      expect([first, second].map((span) => FERRY.slice(span!.start, span!.end))).toEqual([
        'A ferry sank near Oskarholm.',
        'Divers found the ferry in two days.',
      ]);
      expect(tokensOf(words, 1, 2)).toEqual([7, words.tokens.length]);
      expect(words.idLimit).toBeGreaterThan(await idOf('divers'));
    });

    test('come in the order asked for, without those that are not there', async () => {
      await add(written('One', 'First text.'), written('Two', 'Second text.'));
      expect((await read(2, 99, 1)).map(({ seq }) => seq)).toEqual([2, 1]);
    });

    test('show by a checksum whether a text is the one they were read from', async () => {
      await add(written('Ferry lost', FERRY));
      const { checksum } = await wordsOf(1);
      expect(checksum).toBe(textChecksum({ title: 'Ferry lost', body: FERRY }));
      expect(checksum).not.toBe(textChecksum({ title: 'Ferry lost', body: `${FERRY} ` }));
    });

    test('follow an article that changes, goes and comes back', async () => {
      const draft = written('Ferry lost', FERRY, { url: 'https://example.org/ferry' });
      await add(draft);
      await add({ ...draft, body: 'Nothing sank.' });
      expect((await wordsOf(1)).tokens).toHaveLength(4);
      await opened.store.remove([draft.key], TODAY);
      expect(await read(1)).toEqual([]);
      await add(draft);
      expect((await wordsOf(1)).checksum).toBe(textChecksum(draft));
    });

    test('of a copy are its article’s, whose own title stays what it is', async () => {
      const told = written('Council meets', `The council met. ${'Nothing was decided. '.repeat(20)}`);
      await add(told, copyOf(told, 'River Gazette', { title: 'No zeppelin' }));
      const words = await wordsOf(1);
      expect(words.titleLength).toBe(2);
      expect(bodyStart(words)).toBe(4);
      expect(await read(2)).toEqual([]);
    });
  });

  describe(`${name}: the dictionary`, () => {
    test('counts the articles that hold a term, each once', async () => {
      await add(written('Ferry lost', FERRY), written('Bridge', 'The bridge at Oskarholm is closed.'));
      expect(await frequencyOf('ferry')).toBe(1);
      expect(await frequencyOf('Oskarholm')).toBe(2);
      expect(await frequencyOf('zeppelin')).toBe(0);
    });

    test('counts anew when articles change and go', async () => {
      const draft = written('Ferry lost', FERRY, { url: 'https://example.org/ferry' });
      await add(draft, written('Harbour', 'The ferry sails.'));
      await add({ ...draft, title: 'Nothing', body: 'Nothing sank.' });
      expect(await frequencyOf('ferry')).toBe(1);
      await opened.store.remove([draft.key], TODAY);
      expect(await frequencyOf('nothing')).toBe(0);
    });

    test('never gives a term another id', async () => {
      await add(written('Ferry lost', FERRY));
      const before = await idOf('ferry');
      for (let number = 0; number < 150; number++)
        await add(written(`Report ${number}`, `Word${number} of the ferry.`));
      expect(await idOf('ferry')).toBe(before);
      expect(await frequencyOf('ferry')).toBe(151);
    });

    test('says how many articles there are, how long they are and in which languages', async () => {
      await add(written('One two', 'Three four.'), written('Eins', 'Zwei drei.', { language: 'de' }));
      const { articles, averageLength, languages, articlesIn, englishShare, revision } =
        await opened.index.dictionary();
      expect({ articles, averageLength, englishShare }).toEqual({
        articles: 2,
        averageLength: 3.5,
        englishShare: 0.5,
      });
      expect([...languages].sort()).toEqual(['de', 'en']);
      expect([articlesIn('de'), articlesIn('en'), articlesIn('fr')]).toEqual([1, 1, 0]);
      await add(written('More', 'More text.'));
      expect((await opened.index.dictionary()).revision).toBeGreaterThan(revision);
    });

    test('finds terms by how they begin', async () => {
      await add(written('Ferry lost', FERRY));
      const dictionary = await opened.index.dictionary();
      const id = await idOf('Oskarholm');
      expect(await dictionary.startingWith(['oskar'], 10)).toEqual(new Map([['oskarholm', id]]));
      expect(await dictionary.startingWith(['zz'], 10)).toEqual(new Map());
      expect(await dictionary.startingWith([], 10)).toEqual(new Map());
      const several = await dictionary.startingWith(['oskar', 'zz', 'ferr'], 1);
      expect([...several.keys()].toSorted()).toEqual(['ferri', 'oskarholm']);
    });
  });
};
