import { expect, test } from 'vitest';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { copyOf, TODAY, written } from '../search/engine-corpus.ts';
import { describeForwardIndex } from '../search/forward-index-contract.ts';

describeForwardIndex('words in SQLite', async () => {
  const store = await openArticleStore(null);
  return { index: store.openEngine().words, store, close: () => store.close() };
});

test('words once read are kept while others come, and read again where a text or its copies changed', async () => {
  const store = await openArticleStore(null);
  const { words } = store.openEngine();
  const read = async () => {
    await words.dictionary();
    return words.words([1, 2]);
  };
  const ferry = written('Ferry lost', `A ferry sank near Oskarholm. ${'Divers looked for it. '.repeat(20)}`);
  const dam = written('Dam shut', 'The dam was shut on Tuesday.');
  await store.add([ferry, dam], 'new', TODAY);
  const before = await read();
  await store.add([written('Vote counted', 'The vote was counted.')], 'new', TODAY);
  const later = await read();
  expect(later[0]).toBe(before[0]);
  expect(later[1]).toBe(before[1]);
  await store.add([{ ...dam, body: 'The dam was opened.' }], 'new', TODAY);
  await store.add([copyOf(ferry, 'Second Gazette', { title: 'A crossing ends' })], 'new', TODAY);
  const [copied, changed] = await read();
  expect(copied!.tokens.length).toBeGreaterThan(before[0]!.tokens.length);
  expect(changed!.tokens.length).toBeLessThan(before[1]!.tokens.length);
  await store.close();
});

test('a reader that looks again after very many changes knows all of them', async () => {
  const store = await openArticleStore(null);
  const slow = store.openEngine().words;
  const report = (n: number) => written(`Report ${n}`, `Ferry number ${n} sailed.`);
  await store.add([report(0)], 'new', TODAY);
  await slow.dictionary();
  await slow.words([1]);
  for (let n = 1; n <= 400; n++) await store.add([report(n)], 'new', TODAY);
  await store.add([{ ...report(0), body: 'Nothing sailed.' }], 'new', TODAY);
  const seen = await slow.dictionary();
  const fresh = await store.openEngine().words.dictionary();
  expect(seen.articles).toBe(401);
  for (const term of ['ferri', 'sail', 'noth', 'report']) {
    const id = (await fresh.ids([term])).get(term) ?? -1;
    expect(seen.frequency(id)).toBe(fresh.frequency(id));
  }
  const [first] = await slow.words([1]);
  expect(first!.sentences).toHaveLength((await store.openEngine().words.words([1]))[0]!.sentences.length);
  expect(first!.tokens).toHaveLength(4);
  await store.close();
});
