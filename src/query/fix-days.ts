/** In: a query as typed. Out: the same, with the days of its `after:` and `before:` as dates, so that they stay what they were. */
import { OPERATOR } from './read-operators.ts';
import { readDay } from './read-times.ts';

/** `asOfMs` is the clock that "last week" counts from. What cannot be read stays as it is. */
export const fixDays = (text: string, asOfMs: number): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { groups = {}, index, 0: found } of text.matchAll(OPERATOR)) {
    const name = groups.name?.toLowerCase();
    if (name !== 'after' && name !== 'before') continue;
    const days = readDay(groups.quoted ?? groups.value ?? '', asOfMs);
    const day = name === 'after' ? days?.from : days?.to;
    parts.push(text.slice(at, index), day ? `${name}:${day}` : found);
    at = index + found.length;
  }
  return parts.join('') + text.slice(at);
};
