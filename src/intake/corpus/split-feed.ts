/**
 * In: the text of a feed. Out: where its entries stand, so that each is read by itself: a broken one does not affect the
 * others, and a large file is read in small steps.
 */
import { createLineCounter } from './line-counter.ts';

export interface FeedPiece {
  /** From the entry's start tag to that of the next; the last runs to the end of the text. */
  readonly text: string;
  /** The line it begins on, from 1. */
  readonly line: number;
}

export interface SplitFeed {
  /** What stands before the first entry: the feed's own fields. All of the text if there are no entries. */
  readonly head: string;
  readonly pieces: readonly FeedPiece[];
  /** False if the text breaks off before the feed's end tag. */
  readonly isWhole: boolean;
}

/** What hides tags, and the start tags of entries. */
const PLACE = /<!--|<!\[CDATA\[|<((?:[\w-]+:)?(?:item|entry))(?=[\s>/])/gi;
const ROOT = /<((?:[\w-]+:)?(?:rss|rdf|feed|channel))[\s>]/i;

/** Entries never hold entries: each ends where the next begins, if no end tag says so. All have the name of the first. */
const findEntries = (text: string): number[] => {
  const starts: number[] = [];
  let name: string | undefined;
  PLACE.lastIndex = 0;
  for (let found = PLACE.exec(text); found !== null; found = PLACE.exec(text)) {
    if (found[1] !== undefined) {
      name ??= found[1];
      if (found[1] === name) starts.push(found.index);
      continue;
    }
    const end = text.indexOf(found[0] === '<!--' ? '-->' : ']]>', found.index);
    if (end === -1) break;
    PLACE.lastIndex = end;
  }
  return starts;
};

export const splitFeed = (text: string): SplitFeed => {
  const starts = findEntries(text);
  const head = text.slice(0, starts[0]);
  const lineAt = createLineCounter(text);
  const pieces = starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1]),
    line: lineAt(start),
  }));
  const root = ROOT.exec(head)?.[1];
  const tail = pieces.at(-1)?.text ?? head;
  return { head, pieces, isWhole: root === undefined || tail.includes(`</${root}`) };
};
