/** In: a question someone asked. Out: the topic it is about, to subscribe to: its content words, phrases and filters. */
import type { Query } from '../domain/query.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { eachWord } from '../text/words.ts';

const quoted = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);

/** Without days: a subscription is about what comes. */
export const topicFromQuestion = ({ words, phrases, excluded, sources }: Query): string => {
  const content: string[] = [];
  const inPhrases = phrases.join(' ').toLowerCase();
  eachWord(words, (start, end) => {
    const word = words.slice(start, end);
    if (!FUNCTION_WORDS.has(word.toLowerCase()) && !inPhrases.includes(word.toLowerCase()))
      content.push(word);
  });
  return [
    ...content,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...excluded.map((text) => `-${quoted(text)}`),
    ...sources.map((source) => `source:${quoted(source)}`),
  ].join(' ');
};
