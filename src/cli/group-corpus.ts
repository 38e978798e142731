/** In: paths of files and folders of articles. Out: their stories. */
import type { ArticleDraft } from '../domain/article.ts';
import type { CorpusProblem } from '../domain/corpus-reason.ts';
import { withoutLogin } from '../domain/web-address.ts';
import { corpusRoots, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import { readCorpusFile } from '../intake/corpus/read-corpus-file.ts';
import { toStories } from '../stories/group-stories.ts';
import { type Headline, headline } from '../stories/headline.ts';

/** One story as `stories` prints it. */
export interface GroupedStory {
  /** Ids of its articles: the best telling, then the others as they were read. */
  readonly articles: readonly string[];
  /** That of the best telling. */
  readonly title: string;
  readonly outlets: readonly string[];
}

interface ReadArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

const idOf = (draft: ArticleDraft, file: string, line: number | null): string =>
  draft.givenId ?? withoutLogin(draft.url) ?? (line === null ? file : `${file}:${line}`);

/** Reads all files in order of their names; what is wrong with them goes to `onProblem`. */
export const groupCorpus = async (
  paths: readonly string[],
  onProblem: (problem: CorpusProblem) => Promise<void>,
): Promise<GroupedStory[]> => {
  const { files, problems } = await findCorpusFiles(corpusRoots(paths));
  const read: ReadArticle[] = [];
  const headlines: Headline[] = [];
  for (const file of files)
    for await (const item of readCorpusFile(file)) {
      if (item.kind !== 'article') {
        await onProblem(item.problem);
        continue;
      }
      const { draft, line } = item;
      const now = Date.now();
      const stored = {
        ...draft,
        seq: read.length,
        arrival: 'new',
        addedAtMs: now,
        changedAtMs: now,
      } as const;
      headlines.push(headline(stored));
      read.push({ id: idOf(draft, file.name, line), title: draft.title, source: draft.source });
    }
  for (const problem of problems) await onProblem(problem);
  return (await toStories(headlines)).map(({ lead, others }) => {
    const articles = [lead, ...others].map((seq) => read[seq]!);
    return {
      articles: articles.map(({ id }) => id),
      title: articles[0]!.title,
      outlets: [...new Set(articles.map(({ source }) => source))],
    };
  });
};
