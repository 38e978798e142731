/** In: a topic with initials ("KBJ nomination") and articles that use them. Out: the topic with the name that they stand for. */
import { OPERATOR } from '../query/read-operators.ts';

/** Shorter ones stand for too much. */
const INITIALS = /(?<![\p{L}\p{N}])\p{Lu}{3,5}(?![\p{L}\p{N}])/u;

/** The words in a row that begin with these letters, as most often written; null if no text has them. */
const nameOf = (initials: string, texts: readonly string[]): string | null => {
  const words = Array.from(initials, (letter) => `${letter}\\p{Ll}+`).join(' ');
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'gu');
  const counts = Map.groupBy(
    texts.flatMap((text) => text.match(name) ?? []),
    (found) => found,
  );
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
};

/** Null if the topic has no initials in plain words, or no text the name. A source or a phrase is meant as written. */
export const writeOutInitials = (topic: string, texts: readonly string[]): string | null => {
  const plain = topic.replace(OPERATOR, (operator) => ' '.repeat(operator.length));
  const found = INITIALS.exec(plain);
  if (found === null) return null;
  const [initials] = found;
  const name = nameOf(initials, texts);
  return name && topic.slice(0, found.index) + name + topic.slice(found.index + initials.length);
};
