/** In: a text as it was and as it is. Out: the sentences that changed, old beside new. */
import { diffArrays } from 'diff';
import { blocks } from './blocks.ts';
import { sentences } from './sentences.ts';
import { DEFAULT_LANGUAGE } from './terms.ts';

/** A sentence that was, and what stands in its place: null if it was added or taken out. Each verbatim. */
export interface SentenceChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** With more differences than this the text was written anew; keeps comparing short. */
const MAX_EDITS = 60;
const READ = 60_000;

const sentencesOf = (text: string, language: string | null): string[] =>
  blocks(text.slice(0, READ)).flatMap(({ start, end }) =>
    sentences(text, language ?? DEFAULT_LANGUAGE, start, end).map((span) => text.slice(span.start, span.end)),
  );

/** Other line ends and spaces do not count as a change. */
const isSameSentence = (a: string, b: string): boolean =>
  a === b || a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ');

/** In the order of the text. Empty if it says what it said, and if less than half of it was kept: it is another text. */
export const changedSentences = (
  before: string,
  after: string,
  language: string | null,
): readonly SentenceChange[] => {
  const [old, now] = [sentencesOf(before, language), sentencesOf(after, language)];
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS, comparator: isSameSentence });
  if (parts === undefined) return [];
  const kept = parts.reduce((sum, { added, removed, count }) => (added || removed ? sum : sum + count), 0);
  if (2 * kept < Math.min(old.length, now.length)) return [];
  const changes: SentenceChange[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const pairUp = (): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++)
      changes.push({ before: removed[at] ?? null, after: added[at] ?? null });
    [removed, added] = [[], []];
  };
  for (const part of parts) {
    if (part.removed) removed = part.value;
    else if (part.added) added = part.value;
    else pairUp();
  }
  pairUp();
  return changes;
};
