/** In: a reader of texts. Out: one that also reads whole pages, which some programs save as `.txt` or `.md`. */
import type { FileReader } from './file-reader.ts';
import { readHtmlFile } from './read-html-file.ts';

const PAGE = /^(?:\xef\xbb\xbf)?\s{0,100}(?:<!doctype html|<html[\s>])/i;

export const pageOr =
  (read: FileReader): FileReader =>
  (file, onBytes) =>
    (PAGE.test(file.head.toString('latin1', 0, 200)) ? readHtmlFile : read)(file, onBytes);
