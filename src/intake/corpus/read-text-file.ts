/** In: a `.txt` file. Out: its article. */
import { singleReader } from './file-reader.ts';
import { readText } from './read-text.ts';

export const readTextFile = singleReader((text) => ({ fields: { body: readText(text) } }));
