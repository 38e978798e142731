/** The kinds of files that hold articles: a row for each, with what reads it. `binary-format.ts` refuses what is no text. */
import { extname } from 'node:path';
import type { FileReader } from './file-reader.ts';
import { pageOr } from './page-or.ts';
import { readCsvFile } from './read-csv-file.ts';
import { readFeedFile } from './read-feed-file.ts';
import { readHtmlFile } from './read-html-file.ts';
import { readJsonFile } from './read-json-file.ts';
import { readJsonLinesFile } from './read-json-lines-file.ts';
import { readMarkdownFile, readMdxFile } from './read-markdown-file.ts';
import { readTextFile } from './read-text-file.ts';

/** The version of the rules in this folder. Raise it when they change, and every file is read again. */
const RULES_VERSION = 19;

const readMarkdown = pageOr(readMarkdownFile);
const readTextOrPage = pageOr(readTextFile);

/** Readers by how the name ends, in lower case; `.gz` may follow, and each of them unzips by itself. */
const CORPUS_FORMATS: Readonly<Record<string, FileReader>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.mdown': readMarkdown,
  '.mdwn': readMarkdown,
  '.mdtxt': readMarkdown,
  '.mdx': readMdxFile,
  '.mkd': readMarkdown,
  '.mkdn': readMarkdown,
  '.mkdown': readMarkdown,
  '.txt': readTextOrPage,
  '.text': readTextOrPage,
  '.html': readHtmlFile,
  '.htm': readHtmlFile,
  '.xhtml': readHtmlFile,
  '.json': readJsonFile,
  '.jsonl': readJsonLinesFile,
  '.ndjson': readJsonLinesFile,
  '.jl': readJsonLinesFile,
  '.jsonlines': readJsonLinesFile,
  '.csv': readCsvFile,
  '.tsv': readCsvFile,
  '.tab': readCsvFile,
  '.xml': readFeedFile,
  '.rss': readFeedFile,
  '.atom': readFeedFile,
  '.rdf': readFeedFile,
};

/**
 * Another if an ending was added, too: files with it that were there before are then known to be old, and not posted as news.
 */
export const READER_VERSION = RULES_VERSION * 1_000 + Object.keys(CORPUS_FORMATS).length;

/** The supported file extensions, for messages: `.md, .markdown, .txt, … + .gz`. */
export const READ_ENDINGS = `${Object.keys(CORPUS_FORMATS).join(', ')} + .gz`;

/** How a file of that name is read; null if it is not. */
export const readerOf = (name: string): FileReader | null =>
  CORPUS_FORMATS[extname(name.toLowerCase().replace(/\.gz$/, ''))] ?? null;
