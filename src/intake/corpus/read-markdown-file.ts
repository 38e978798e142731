/** In: a markdown file. Out: its article, by front matter and text. */
import { singleReader } from './file-reader.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownToText } from './markdown-to-text.ts';
import { readText } from './read-text.ts';

export const readMarkdownFile = singleReader((source) => {
  const { fields, body, problems } = readFrontMatter(source);
  const { text, images } = markdownToText(body);
  return { fields: { image: images[0], ...fields, body: readText(text) }, problems };
});
