/** In: a reader of texts. Out: one that also reads whole pages, which some programs save as `.txt` or `.md`. */
import type { CorpusFileRef } from './corpus-item.ts';
import { type FileReader, openChunks } from './file-reader.ts';
import { readHtmlFile } from './read-html-file.ts';

const PAGE = /^(?:\xef\xbb\xbf)?\s{0,100}(?:<!doctype html|<html[\s>])/i;

const beginsAsPage = async (file: CorpusFileRef): Promise<boolean> => {
  for await (const chunk of openChunks(file, () => {})) return PAGE.test(chunk.toString('latin1', 0, 200));
  return false;
};

export const pageOr = (read: FileReader): FileReader =>
  async function* (file, onBytes) {
    yield* ((await beginsAsPage(file)) ? readHtmlFile : read)(file, onBytes);
  };
