/** Why a feed or a page could not be read: a code with its facts, as it is kept, and the words for it. */

import { type Message, sentence } from '../language/message.ts';
import { MIB } from './document-size.ts';
import type { InWords } from './in-words.ts';

/** What needs no fact besides, and its words: part of a sentence. */
const PLAIN = {
  scheme: sentence`only http and https addresses can be fetched`,
  login: sentence`an address with a user name or password is not fetched`,
  'no-host': sentence`there is no host of that name`,
  unresolved: sentence`the name could not be resolved just now`,
  'connection-refused': sentence`the server refused the connection`,
  'connection-lost': sentence`the server closed the connection too early`,
  'host-unreachable': sentence`the host cannot be reached`,
  'network-unreachable': sentence`the network cannot be reached`,
  'too-many-headers': sentence`the server sent too many headers`,
  'certificate-expired': sentence`the server’s certificate has expired`,
  'certificate-name': sentence`the server’s certificate is for another name`,
  unreachable: sentence`the server could not be reached`,
  'bad-encoding': sentence`the answer is not compressed in the way it says`,
  removed: sentence`it was removed permanently (HTTP 410)`,
  'no-answer': sentence`the answer was empty`,
  'no-article': sentence`no article was found on it`,
  'not-own': sentence`other pages of the site give the same text`,
  'not-about': sentence`its text is not about what the feed says`,
  'not-opml': sentence`expected a list of feeds in OPML, got something else`,
  'reader-broke': sentence`the reader crashed on it`,
  unreadable: sentence`it could not be read`,
} as const satisfies Record<string, Message>;

/** What came in place of a feed. */
const FOUND = {
  nothing: sentence`nothing`,
  html: sentence`an HTML page`,
  json: sentence`JSON that is not a JSON Feed`,
  xml: sentence`XML of another kind`,
  other: sentence`something else`,
} as const satisfies Record<string, Message>;

export type PlainProblem = keyof typeof PLAIN;

/**
 * Where an address leads that may not be reached: `none` is no address at all, `special` one that is not public without a
 * name for what it is; any other is a range in the words of RFC 6890 (`loopback`, `private`, `link-local`).
 */
export type ForbiddenRange = 'none' | 'metadata' | 'special' | (string & {});

export type ReadingProblem =
  | { readonly kind: PlainProblem }
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'forbidden-address'; readonly host: string; readonly range: ForbiddenRange }
  | { readonly kind: 'too-large' | 'too-large-unpacked'; readonly maxBytes: number }
  | { readonly kind: 'timeout' | 'too-slow'; readonly seconds: number }
  | { readonly kind: 'redirects'; readonly max: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'not-a-feed'; readonly found: keyof typeof FOUND }
  | { readonly kind: 'not-a-page'; readonly contentType: string }
  | { readonly kind: 'too-deep'; readonly max: number }
  | { readonly kind: 'too-many-elements'; readonly max: number; readonly found: number }
  | { readonly kind: 'too-much-memory'; readonly mb: number }
  | InWords;

const describeAddress = (host: string, range: ForbiddenRange): Message => {
  if (range === 'none') return sentence`${host} leads to no address`;
  if (range === 'metadata') return sentence`${host} leads to a cloud metadata address`;
  return range === 'special'
    ? sentence`${host} leads to an address that is not public`
    : sentence`${host} leads to a ${range} address, not a public one`;
};

/** As part of a sentence, safe to show to anyone. */
export const describeProblem = (problem: ReadingProblem): Message => {
  switch (problem.kind) {
    case 'port':
      return sentence`port ${String(problem.port)} is not allowed`;
    case 'forbidden-address':
      return describeAddress(problem.host, problem.range);
    case 'too-large':
      return sentence`more than ${problem.maxBytes / MIB} MB were sent`;
    case 'too-large-unpacked':
      return sentence`more than ${problem.maxBytes / MIB} MB when decompressed`;
    case 'timeout':
      return sentence`no complete answer within ${problem.seconds} s`;
    case 'too-slow':
      return sentence`reading it takes longer than ${problem.seconds} s`;
    case 'redirects':
      return sentence`it redirects more than ${problem.max} times`;
    case 'status':
      return sentence`the server answered with HTTP status ${problem.status}`;
    case 'not-a-feed':
      return sentence`expected a feed (RSS, RDF, Atom or JSON Feed), got ${FOUND[problem.found]}`;
    case 'not-a-page':
      return sentence`it is ${problem.contentType}, not a web page`;
    case 'too-deep':
      return sentence`it leaves more than ${problem.max} elements open`;
    case 'too-many-elements':
      return sentence`expected a page of at most ${problem.max} elements, got ${problem.found}`;
    case 'too-much-memory':
      return sentence`reading it takes more than ${problem.mb} MB`;
    case 'told':
      return sentence`${problem.text}`;
    default:
      return PLAIN[problem.kind];
  }
};
