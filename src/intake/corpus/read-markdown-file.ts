/** In: a markdown file. Out: its article, by front matter and text. */
import { singleReader } from './file-reader.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownLineToText, markdownToText } from './markdown-to-text.ts';
import { readText } from './read-text.ts';

/** Marks in a title are those of its text. */
const withPlainTitle = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof fields.title === 'string' && /[*_`[<\\]/.test(fields.title)
    ? { ...fields, title: markdownLineToText(fields.title) || fields.title }
    : fields;

export const readMarkdownFile = singleReader((source) => {
  const { fields, body, problems } = readFrontMatter(source);
  const { text, images } = markdownToText(body);
  const own = text === '' ? {} : { body: readText(text) };
  return { fields: { image: images[0], ...withPlainTitle(fields), ...own }, problems };
});
