/** In: a query as typed, or its pieces. Out: the query with dates in `after:` and `before:`, so that they stay what they were. */
import type { FilterName, QueryPiece } from '../domain/query.ts';
import { OPERATOR } from './read-operators.ts';
import { readDay } from './read-times.ts';

const fixDay = (name: FilterName, value: string, asOfMs: number): string | null => {
  if (name !== 'after' && name !== 'before') return null;
  const days = readDay(value, asOfMs);
  return (name === 'after' ? days?.from : days?.to) ?? null;
};

/** `asOfMs` is the clock that "last week" counts from. What cannot be read stays as it is. */
export const fixDays = (text: string, asOfMs: number): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { groups = {}, index, 0: found } of text.matchAll(OPERATOR)) {
    if (groups.name === undefined) continue;
    const name = groups.name.toLowerCase() as FilterName;
    const day = fixDay(name, groups.quoted ?? groups.value ?? '', asOfMs);
    parts.push(text.slice(at, index), day === null ? found : `${name}:${day}`);
    at = index + found.length;
  }
  return parts.join('') + text.slice(at);
};

export const fixDaysOfPieces = (pieces: readonly QueryPiece[], asOfMs: number): QueryPiece[] =>
  pieces.map((piece) =>
    piece.kind === 'filter'
      ? { ...piece, value: fixDay(piece.name, piece.value, asOfMs) ?? piece.value }
      : piece,
  );
