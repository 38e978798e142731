/** In: a `.txt` file. Out: its article. */
import { singleReader } from './file-reader.ts';
import { readFrontMatter } from './front-matter.ts';
import { readText } from './read-text.ts';

export const readTextFile = singleReader((source) => {
  const { fields, body, problems } = readFrontMatter(source);
  if (Object.keys(fields).length === 0) return { fields: { body: readText(source) } };
  return { fields: { ...fields, ...(body === '' ? {} : { body: readText(body) }) }, problems };
});
