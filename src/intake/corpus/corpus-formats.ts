/** The kinds of files that hold articles. A new kind is one row here and one file that reads it. */
import type { FileReader } from './file-reader.ts';
import { readCsvFile } from './read-csv-file.ts';
import { readHtmlFile } from './read-html-file.ts';
import { readJsonFile } from './read-json-file.ts';
import { readJsonLinesFile } from './read-json-lines-file.ts';
import { readMarkdownFile, readMdxFile } from './read-markdown-file.ts';
import { readTextFile } from './read-text-file.ts';

/** The version of the rules in this folder. Raise it when they change, and every file is read again. */
export const READER_VERSION = 10;

/** Readers by how the name ends, in lower case. Those of `.gz` unzip by themselves. */
const CORPUS_FORMATS: Readonly<Record<string, FileReader>> = {
  '.md': readMarkdownFile,
  '.markdown': readMarkdownFile,
  '.mdown': readMarkdownFile,
  '.mdwn': readMarkdownFile,
  '.mdtxt': readMarkdownFile,
  '.mdx': readMdxFile,
  '.mkd': readMarkdownFile,
  '.mkdn': readMarkdownFile,
  '.mkdown': readMarkdownFile,
  '.txt': readTextFile,
  '.text': readTextFile,
  '.html': readHtmlFile,
  '.htm': readHtmlFile,
  '.xhtml': readHtmlFile,
  '.json': readJsonFile,
  '.jsonl': readJsonLinesFile,
  '.jsonl.gz': readJsonLinesFile,
  '.ndjson': readJsonLinesFile,
  '.ndjson.gz': readJsonLinesFile,
  '.jl': readJsonLinesFile,
  '.jsonlines': readJsonLinesFile,
  '.csv': readCsvFile,
  '.csv.gz': readCsvFile,
  '.tsv': readCsvFile,
  '.tsv.gz': readCsvFile,
  '.tab': readCsvFile,
};

/** The supported file extensions, for messages: `.md, .markdown, .txt, …`. */
export const READ_ENDINGS = Object.keys(CORPUS_FORMATS).join(', ');

/** How a file of that name is read; null if it is not. */
export const readerOf = (name: string): FileReader | null => {
  const lower = name.toLowerCase();
  const ending = Object.keys(CORPUS_FORMATS).find((end) => lower.endsWith(end));
  return ending === undefined ? null : CORPUS_FORMATS[ending]!;
};
