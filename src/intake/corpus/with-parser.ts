/** The thread in which the pages and feeds of the corpus are read, while there are any. */
import { type DocumentParser, openParser } from '../parsing/open-parser.ts';

/** The thread is kept this long after the last one, so that a folder of them needs one. */
const IDLE_MS = 1_000;

let parser: DocumentParser | null = null;
let reading = 0;
let idle: NodeJS.Timeout | undefined;

/** Pages and feeds are made to break their readers: each is read in a thread that ends if one takes too long or too much. */
export const withParser = async <T>(use: (parser: DocumentParser) => Promise<T>): Promise<T> => {
  clearTimeout(idle);
  parser ??= openParser();
  reading++;
  try {
    return await use(parser);
  } finally {
    reading--;
    idle = setTimeout(() => {
      if (reading > 0) return;
      void parser?.close();
      parser = null;
    }, IDLE_MS);
  }
};
