/** In: a file of JSON, one article a line. Out: its articles. Streamed, so that it may have any size. */
import {
  describeReadError,
  type FileReader,
  failure,
  MAX_ARTICLE_BYTES,
  openChunks,
  problem,
} from './file-reader.ts';
import { jsonRecordItems } from './read-json-file.ts';
import { readLines } from './read-lines.ts';

export const readJsonLinesFile: FileReader = async function* (file, onBytes) {
  const chunks = openChunks(file, onBytes);
  let number = 0;
  try {
    for await (const line of readLines(chunks, MAX_ARTICLE_BYTES)) {
      number = line.number;
      if (line.text === null) yield problem(file, number, line.reason);
      else if (line.text.trim() !== '') yield* jsonRecordItems(file, line.text, number, 'list');
    }
  } catch (error) {
    return yield failure(file, number === 0 ? null : number + 1, describeReadError(error));
  } finally {
    chunks.destroy();
  }
  if (number === 0) yield problem(file, null, 'is empty');
};
