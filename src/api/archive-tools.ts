/**
 * In: a question, a query, or what names an article. Out: what Dateline knows, as plain JSON. One table serves HTTP and MCP,
 * reading alone: every tool says what it takes, and nothing of servers or people is behind any.
 */
import { z } from 'zod';
import type { App } from '../app.ts';
import { type ArticleRef, VERDICT_CODES } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { Quotation } from '../domain/coverage.ts';
import { DatelineError } from '../domain/errors.ts';

export type ApiSources = Pick<App, 'backend' | 'articles' | 'now'>;

const MAX_QUESTION = 1_000;
const PAGE = 10;

const TEXT = `expected a text of 1 to ${MAX_QUESTION} characters`;
const query = (about: string) => z.string(TEXT).trim().min(1, TEXT).max(MAX_QUESTION, TEXT).describe(about);

const SORTS = ['relevance', 'newest', 'oldest'] as const;
const MAX_OFFSET = 10_000;
const OFFSET = `expected a whole number from 0 to ${MAX_OFFSET}`;

const SYNTAX =
  'May hold "exact words", -word, Kyiv OR Odesa, (words put together), title:word, author:name, source:name, each with a minus to leave it out, after:YYYY-MM-DD and before:YYYY-MM-DD.';

/** A tool: what it is for, what it takes, what it does. */
export interface ArchiveTool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly description: string;
  readonly input: Shape;
  run(input: z.output<z.ZodObject<Shape>>, sources: ApiSources): Promise<object>;
}

const tool = <const Shape extends z.ZodRawShape>(made: ArchiveTool<Shape>): ArchiveTool =>
  made as unknown as ArchiveTool;

const refRecord = ({ articleId, title, source, url, published }: ArticleRef) => ({
  articleId,
  title,
  source,
  url,
  published,
});

const quoteRecord = ({ article, text }: Quotation) => ({ ...refRecord(article), text });

/** By address or title, the newest if several have it. */
const findNamed = async (wanted: string, { articles }: ApiSources): Promise<Article | undefined> => {
  const [byUrl] = await articles.findByUrl(wanted);
  return byUrl ?? (await articles.findByTitle(wanted))[0];
};

const findArticle = async (wanted: string, sources: ApiSources): Promise<Article> => {
  const found = await findNamed(wanted, sources);
  if (found !== undefined) return found;
  const [nearest] = await sources.backend.suggestTitles(wanted, 1);
  throw new DatelineError(
    'not_found',
    `There is no article with the address or title ${JSON.stringify(wanted.slice(0, 200))}.${nearest === undefined ? '' : ` The nearest title is ${JSON.stringify(nearest.title)}.`}`,
  );
};

export const ARCHIVE_TOOLS = {
  ask: tool({
    description: `Answers a question about the news with excerpts quoted word for word from articles, each with its source, date and link. The verdict on them: answered, unsure, or none, under which they are only what came nearest. ${SYNTAX}`,
    input: { question: query('The question, in plain words or keywords.') },
    async run({ question }, { backend, now }) {
      const answer = await backend.answer(question, { asOfMs: now() });
      return {
        question,
        verdict: VERDICT_CODES[answer.verdict],
        confidence: answer.confidence,
        excerpts: answer.excerpts.map((excerpt) => ({ ...refRecord(excerpt), text: excerpt.text })),
        missing: answer.missing,
        nearest: answer.nearest.map(refRecord),
      };
    },
  }),
  search: tool({
    description: `Lists the articles that match some words, ${PAGE} a page. ${SYNTAX}`,
    input: {
      query: query('Words that must all appear.'),
      sort: z.enum(SORTS, `expected one of ${SORTS.join(', ')}`).default('relevance'),
      offset: z.coerce
        .number(OFFSET)
        .int(OFFSET)
        .min(0, OFFSET)
        .max(MAX_OFFSET, OFFSET)
        .default(0)
        .describe('How many to pass over.'),
    },
    async run({ query: text, sort, offset }, { backend, now }) {
      const page = await backend.search(text, { asOfMs: now(), sort, offset, limit: PAGE });
      const { total, isPartial } = page;
      return { query: text, total, isPartial, offset, articles: page.articles.map(refRecord) };
    },
  }),
  article: tool({
    description: 'Gives one article whole, by its address or its title.',
    input: { article: query('Its address, or its title as an answer or a search gave it.') },
    async run({ article: wanted }, sources) {
      const article = await findArticle(wanted, sources);
      const { givenId, key, title, source, url, published, author, language, body } = article;
      return { articleId: givenId ?? key, title, source, url, published, author, language, body };
    },
  }),
  story: tool({
    description:
      'Tells who reported an event when, who carried whose text, what several accounts say and what one alone has, quoted word for word.',
    input: { article: query('The address or the title of an article about it, or a topic.') },
    async run({ article: wanted }, sources) {
      const { backend, now } = sources;
      const asked = { asOfMs: now() };
      const named = await findNamed(wanted, sources);
      const story = await (named ? backend.story(named.seq, asked) : backend.topicStory(wanted, asked));
      if (story === null)
        throw new DatelineError('not_found', `No article is about ${JSON.stringify(wanted.slice(0, 200))}.`);
      const { outlets, accounts } = story;
      return {
        article: refRecord(story.article),
        outlets,
        accounts,
        tellings: story.tellings.map(({ article, copyOf }) => ({
          ...refRecord(article),
          copyOf: copyOf && { ...refRecord(copyOf.article), share: copyOf.share },
        })),
        agreed: story.agreed.map(({ quotation, accounts: of }) => ({
          ...quoteRecord(quotation),
          accounts: of,
        })),
        alone: story.alone.map(quoteRecord),
      };
    },
  }),
} as const satisfies Record<string, ArchiveTool>;
