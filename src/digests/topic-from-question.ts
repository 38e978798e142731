/** In: a question someone asked. Out: the topic it is about, to subscribe to: its content words, phrases, groups and filters. */
import type { Query } from '../domain/query.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { eachWord } from '../text/words.ts';

const quoted = (text: string): string => (/[\s()]/.test(text) ? `"${text}"` : text);

/** A name passes by a part of it as well, and no filter can hold a quotation mark. */
const named = (name: string): string =>
  quoted(
    name
      .split('"')
      .reduce((longest, part) => (part.length > longest.length ? part : longest))
      .trim(),
  );

/** What questions ask with, whatever they are about: an article on the topic need not hold it. Lower case. */
const SAYING_WORDS: ReadonlySet<string> = new Set(
  `say says said saying tell tells told happen happens happened happening know known find found give given get got make
   made explain think thinks thought mean means meant show shows become became`.split(/\s+/),
);

/**
 * Without days: a subscription is about what comes. Words in `missing`, which no article holds, are left out, as
 * are those that only ask; unless no other word would remain.
 */
export const topicFromQuestion = (
  { ungrouped: words, phrases, excluded, groups, ...filters }: Query,
  missing: readonly string[] = [],
): string => {
  const content: string[] = [];
  const inPhrases = phrases.join(' ').toLowerCase();
  eachWord(words, (start, end) => {
    const word = words.slice(start, end);
    if (!isFunctionWord(word.toLowerCase()) && !inPhrases.includes(word.toLowerCase())) content.push(word);
  });
  const unheld = new Set(missing.map((word) => word.toLowerCase()));
  const telling = content.filter(
    (word) => !SAYING_WORDS.has(word.toLowerCase()) && !unheld.has(word.toLowerCase()),
  );
  return [
    ...(telling.length + phrases.length + groups.length > 0 ? telling : content),
    ...phrases.map((phrase) => `"${phrase}"`),
    ...excluded.map((text) => `-${quoted(text)}`),
    ...filters.sources.map((source) => `source:${named(source)}`),
    ...filters.excludedSources.map((source) => `-source:${named(source)}`),
    ...filters.authors.map((author) => `author:${named(author)}`),
    ...filters.excludedAuthors.map((author) => `-author:${named(author)}`),
    // Last: a parenthesis may be open in the last of them, and takes in all that follows.
    ...groups.map(({ text }) => text),
  ].join(' ');
};
