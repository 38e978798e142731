/** In: a markdown file. Out: its article, by front matter and text. */
import { type SingleArticle, singleReader } from './file-reader.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownLineToText, markdownToText } from './markdown-to-text.ts';
import { readText } from './read-text.ts';

/** Marks in a title are those of its text. */
const withPlainTitle = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof fields.title === 'string' && /[*_`[<\\]/.test(fields.title)
    ? { ...fields, title: markdownLineToText(fields.title) || fields.title }
    : fields;

const readArticle = (source: string, toMarkdown: (body: string) => string): SingleArticle => {
  const { fields, body, problems } = readFrontMatter(source);
  const { text, images } = markdownToText(toMarkdown(body));
  const own = text === '' ? {} : { body: readText(text) };
  return { fields: { image: images[0], ...withPlainTitle(fields), ...own }, problems };
};

export const readMarkdownFile = singleReader((source) => readArticle(source, (body) => body));

/** What MDX adds that is no text: the modules it takes and gives, expressions and components. */
const MODULE_LINE =
  /^(?:import\s[^\n]*['"][^\n]*|export\s(?:const|let|default|function)\b[^\n]*(?:\n[^\S\n]*\S[^\n]*){0,500})$/gm;
const COMPONENT = /<\/?[A-Z][\w.]*(?:\s[^<>]{0,2000})?>/g;
const EXPRESSION = /\{\/\*[\s\S]{0,5000}?\*\/\}|\{[^{}\n]{0,500}\}/g;

export const readMdxFile = singleReader((source) =>
  readArticle(source, (body) => body.replace(MODULE_LINE, '').replace(EXPRESSION, '').replace(COMPONENT, '')),
);
