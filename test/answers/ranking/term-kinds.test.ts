import { expect, it } from 'vitest';
import { PERCENT_WORD, TermKinds } from '../../../src/answers/ranking/term-kinds.ts';
import { hearingDictionary } from '../../../src/search/hearing-dictionary.ts';
import { hearingEngine } from '../../../src/search/hearing-engine.ts';
import { openArticleStore } from '../../../src/store/sqlite-article-store.ts';
import { articleDraft } from '../../article-draft.ts';

it('knows the words of a server’s own articles, whoever asked before', async () => {
  const store = await openArticleStore(null);
  const draft = articleDraft({ key: 'a', title: 'Ferries', body: 'Four percent of the ferries ran late.' });
  await store.add([draft], 'new', 0, ['north']);
  const { engine, words } = store.openEngine();
  const dictionary = await words.dictionary();
  const heardIn = (guildId: string) =>
    hearingDictionary(dictionary, hearingEngine(engine, { guildId, sources: null }));
  const kinds = new TermKinds();
  await kinds.read(await heardIn('south'), 'en');
  const id = (await dictionary.ids(['percent'])).get('percent');
  expect((await kinds.read(await heardIn('north'), 'en'))[id!]! & PERCENT_WORD).toBeTruthy();
  await store.close();
});
