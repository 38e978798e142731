/** In: the bytes of a feed in any format and encoding. Out: the feed. */
import type { ParsedFeed } from '../../domain/feed.ts';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import type { SourceDocument } from '../source-document.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { decodeBytes } from './decode-bytes.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXml } from './read-xml.ts';
import { readXmlFeed } from './read-xml-feed.ts';

const kindOf = (text: string): Extract<ReadingProblem, { kind: 'not-a-feed' }>['found'] => {
  if (text.trim() === '') return 'nothing';
  if (/<html[\s>]|<!doctype html/i.test(text.slice(0, 5000))) return 'html';
  if (/^\s*[{[]/.test(text)) return 'json';
  return /^\s*</.test(text) ? 'xml' : 'other';
};

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, and CDF, however broken. Untrusted bytes are
 * to be parsed in a worker (`openParser`). Throws `invalid` if the document is no feed.
 */
export const parseFeed = ({ bytes, contentType, address, nowMs }: SourceDocument): ParsedFeed => {
  const text = decodeBytes(bytes, contentType).replace(/^[\ufeff\u0000\s]+/, '');
  const feed = /^[{[]/.test(text)
    ? readJsonFeed(text, address, nowMs)
    : readXmlFeed(readXml(text, address), nowMs);
  if (feed !== null) return feed;
  throw new UnreadableDocument('invalid', { kind: 'not-a-feed', found: kindOf(text) });
};
