/** In: excerpts, best first, for a timeline. Out: some of them in the order of their days. */
import type { Excerpt } from '../domain/answer.ts';
import { publishedDay } from '../domain/article.ts';

const dayOf = ({ published }: Excerpt): string => publishedDay(published) ?? '9999';

/** At most `limit`: the best of each day before the second best of any. Unknown days come last. */
export const tellInOrder = (excerpts: readonly Excerpt[], limit: number): Excerpt[] => {
  const seen = new Set<string>();
  const first = excerpts.filter((excerpt) => {
    const day = dayOf(excerpt);
    const isNew = !seen.has(day);
    seen.add(day);
    return isNew;
  });
  const others = excerpts.filter((excerpt) => !first.includes(excerpt));
  return [...first, ...others]
    .slice(0, limit)
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.start - b.start);
};
