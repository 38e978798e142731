/**
 * In: the text of a statement. Out: the name under which PostgreSQL keeps it, so that each connection reads and plans it once;
 * undefined for one that is not asked often. To plan it takes as long as to run it, or a third of that.
 */
import { textHash } from '../../domain/text-hash.ts';

/** Asked so often, it will be asked again. */
const OFTEN = 5;
/** Each takes some memory of each connection. Texts that are hardly repeated, such as those of long lists, get no name. */
const MOST_NAMED = 100;
const MOST_COUNTED = 1_000;

/** What reads all columns, as they are, could not be asked any more when a newer build adds one. */
const isLasting = (text: string): boolean => /^\s*select\s/i.test(text) && !text.includes('*');

export const createStatementNames = (): ((text: string) => string | undefined) => {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size === MOST_NAMED || !isLasting(text)) return known;
    if (times.size === MOST_COUNTED) times.clear();
    const asked = (times.get(text) ?? 0) + 1;
    times.set(text, asked);
    if (asked >= OFTEN) names.set(text, `often_${textHash(text)}`);
    return names.get(text);
  };
};
