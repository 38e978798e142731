/** In: paths of files and folders. Out: what would be read of them, article by article. */
import type { ArticleDraft } from '../domain/article.ts';
import { type CorpusProblem, inWords } from '../domain/corpus-reason.ts';
import { serverOfFile } from '../domain/corpus-server.ts';
import { withoutLogin } from '../domain/web-address.ts';
import { corpusRoots, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import { readCorpusFile } from '../intake/corpus/read-corpus-file.ts';

/** One article as `corpus check` prints it. */
export interface CheckedArticle
  extends Pick<ArticleDraft, 'title' | 'url' | 'source' | 'published' | 'author' | 'language'> {
  readonly file: string;
  /** Where it begins; null if it is all of its file. */
  readonly line: number | null;
  /** The server that alone hears it, by its id; null for everyone. */
  readonly server: string | null;
  /** Of its body, in UTF-16 units. */
  readonly characters: number;
  /** How its body begins. */
  readonly text: string;
}

export interface CheckedProblem {
  readonly file: string;
  readonly line: number | null;
  readonly problem: string;
}

const TEXT_CHARS = 200;

const toArticle = (file: string, line: number | null, draft: ArticleDraft): CheckedArticle => ({
  file,
  line,
  server: serverOfFile(file),
  title: draft.title,
  url: withoutLogin(draft.url),
  source: draft.source,
  published: draft.published,
  author: draft.author,
  language: draft.language,
  characters: draft.body.length,
  text: draft.body.slice(0, TEXT_CHARS).toWellFormed(),
});

const toProblem = (problem: CorpusProblem): CheckedProblem => {
  const { file, line, reason } = inWords(problem);
  return { file, line, problem: reason };
};

/** Reads all files in order of their names, those given by name before what is wrong with folders. Never throws. */
export async function* checkCorpus(
  paths: readonly string[],
): AsyncGenerator<CheckedArticle | CheckedProblem> {
  const { files, problems } = await findCorpusFiles(corpusRoots(paths));
  for (const file of files)
    for await (const item of readCorpusFile(file))
      yield item.kind === 'article' ? toArticle(file.name, item.line, item.draft) : toProblem(item.problem);
  for (const problem of problems) yield toProblem(problem);
}
