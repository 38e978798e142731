/**
 * In: text as typed in a chat, in a language other than English. Out: the same in plain words: "pq dimitió" becomes "por qué dimitió".
 * For English see `src/query/chat-words.ts`.
 */
import { languageWords } from './languages/known-languages.ts';
import { eachWord } from './words.ts';

const read = new Map<string, ReadonlyMap<string, string>>();

/** What words stand for; empty for a language whose chat words are not known. */
export const foreignChatWords = (language: string): ReadonlyMap<string, string> =>
  read.getOrInsertComputed(
    language,
    () =>
      new Map(
        languageWords(language)
          ?.spellings?.split(', ')
          .map((pair): [string, string] => {
            const [typed, plain] = pair.split(': ');
            return [typed!, plain!];
          }),
      ),
  );

/** Words with a capital are names and stay. */
export const plainForeign = (text: string, language: string): string => {
  const plain = foreignChatWords(language);
  if (plain.size === 0) return text;
  let read = '';
  let through = 0;
  eachWord(text, (start, end) => {
    const word = plain.get(text.slice(start, end));
    if (word === undefined) return;
    read += text.slice(through, start) + word;
    through = end;
  });
  return read + text.slice(through);
};
