/**
 * MiniSearch as its README shows it: two fields, default search options. It keeps the index alone; the texts of the
 * five best articles are read from the file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import type { EvalArticle } from '../eval-data.ts';
import { bestWindow, lowerCase, type Normalise, wordsOf } from './best-window.ts';
import { type Contender, QUOTES, type Reply, type Searcher } from './contender.ts';
import { openTexts, readCorpus } from './corpus-file.ts';

/** An article as MiniSearch gets it: `id` is its place in the file. */
type Indexed = Pick<EvalArticle, 'title' | 'body'> & { readonly id: number; readonly day: string };

const fileIn = (folder: string): string => join(folder, 'minisearch.json');

const openSearcher = async (
  corpus: string,
  folder: string,
  options: Options<Indexed>,
  normalise: Normalise,
): Promise<Searcher> => {
  const index = MiniSearch.loadJSON<Indexed>(await readFile(fileIn(folder), 'utf8'), options);
  const texts = openTexts(corpus);
  return {
    async answer({ question, lastDay }): Promise<Reply> {
      const startMs = performance.now();
      const found = index.search(question, { filter: ({ day }) => day <= lastDay });
      const searchMs = performance.now() - startMs;
      const wanted = wordsOf(question, normalise);
      const best = found.slice(0, QUOTES).map(({ id }) => texts.read(id));
      const quotes = best.map(({ id, body }) => ({
        articleId: id,
        text: bestWindow(body, wanted, normalise),
        best: null,
      }));
      return { quotes, searchMs };
    },
    close: async () => texts.close(),
  };
};

/** MiniSearch that makes words into terms with `processTerm`; in lower case, its default, where none is given. */
export const miniSearchWith = (processTerm?: Normalise): Contender => {
  const options: Options<Indexed> = {
    fields: ['title', 'body'],
    storeFields: ['day'],
    ...(processTerm && { processTerm }),
  };
  return {
    async build(corpus, folder, onSearchable) {
      const index = new MiniSearch<Indexed>(options);
      const articles = await readCorpus(corpus);
      index.addAll(
        articles.map(({ title, body, published }, id) => ({
          id,
          title,
          body,
          day: published?.slice(0, 10) ?? '',
        })),
      );
      onSearchable();
      await writeFile(fileIn(folder), JSON.stringify(index));
    },
    open: (corpus, folder) => openSearcher(corpus, folder, options, processTerm ?? lowerCase),
  };
};
