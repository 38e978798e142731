/** In: a file of the corpus. Out: its articles and what is wrong with it, one after the other. */
import { binaryReason } from './binary-format.ts';
import { READ_ENDINGS, readerOf } from './corpus-formats.ts';
import type { CorpusFileRef, CorpusItem } from './corpus-item.ts';
import { beginFile, failure, readErrorReason } from './file-reader.ts';

/**
 * Reads one file. Never throws: what cannot be read comes as a `problem` (one record) or a `failure` (the rest of
 * the file). JSON lines and tables are streamed, other files held in memory. `onBytes` is called with how many bytes of the file have been
 * read since it last did.
 */
export async function* readCorpusFile(
  file: CorpusFileRef,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<CorpusItem> {
  const reader = readerOf(file.name);
  if (reader === null) {
    yield failure(file, null, { kind: 'unknown-kind', endings: READ_ENDINGS });
    return;
  }
  try {
    const begun = await beginFile(file);
    const reason = binaryReason(begun.head);
    if (reason !== null) yield failure(file, null, reason);
    else yield* reader(begun, onBytes);
  } catch (error) {
    yield failure(file, null, readErrorReason(error));
  }
}
