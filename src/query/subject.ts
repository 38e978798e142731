/** In: the words of a question. Out: whether they name anything it may be about, or only ask ("what happened?"). */
import { FUNCTION_WORDS, uncontracted } from '../text/function-words.ts';
import { functionAndAskingWords, plainWord } from '../text/question-language.ts';
import { DEFAULT_LANGUAGE, termOf } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import { foreignNewsWords, LANGUAGES_WITH_TURNS, plainLetters } from './frames/foreign.ts';

/** Words that call for news, whatever it is about. Lower case. */
const NEWS_WORDS: ReadonlySet<string> = new Set(
  `news new newest latest lately recent recently headline headlines update updates happen happens happened happening
   going miss missed summary tldr recap`.split(/\s+/),
);

/** Words that ask, join or call for news, and name no subject. Lower case. */
export const FRAME_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...NEWS_WORDS,
  ...`us since yes also else now still ever tell tells show shows give find list say says said know known mean means
   please occur occurred article articles story stories event events report reported publish published today
   yesterday anything something everything`.split(/\s+/),
]);

const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
};

const bare = (word: string): string => uncontracted(word.toLowerCase());

/** "US" is another word than "us". */
const isOtherInCapitals = (word: string): boolean =>
  termOf(word, DEFAULT_LANGUAGE) !== termOf(word.toLowerCase(), DEFAULT_LANGUAGE);

/** Begins with a capital if not every word does: in "news of Will" the last is a name. */
const isName = (word: string, place: number, isTitle: boolean): boolean =>
  isOtherInCapitals(word) || (place > 0 && !isTitle && word.length > 1 && /^\p{Lu}/u.test(word));

/** Of a language other than English: calls for news ("Neues"), or asks or joins and is no name ("Weil am Rhein"). */
const isForeignFrame = (word: string, mayBeName: boolean, language: string): boolean =>
  foreignNewsWords(language).has(plainLetters(word)) ||
  (functionAndAskingWords(language).has(plainWord(word, language)) && !(mayBeName && /^\p{Lu}/u.test(word)));

/** Whether any of the words is one that articles are about. */
export const hasSubject = (text: string, language = DEFAULT_LANGUAGE): boolean => {
  const words = wordsOf(text);
  if (language !== DEFAULT_LANGUAGE)
    return words.some((word, place) => !isForeignFrame(word, place > 0 || words.length === 1, language));
  const isTitle = words.every((word) => /^\p{Lu}/u.test(word));
  return words.some((word, place) => !FRAME_WORDS.has(bare(word)) || isName(word, place, isTitle));
};

/** Whether any of the words calls for news. */
export const callsForNews = (text: string, language = DEFAULT_LANGUAGE): boolean =>
  wordsOf(text).some((word) =>
    language === DEFAULT_LANGUAGE
      ? NEWS_WORDS.has(bare(word))
      : foreignNewsWords(language).has(plainLetters(word)),
  );

/** Typed in many languages. */
const EVERYWHERE: ReadonlySet<string> = new Set(['news', 'info', 'infos', 'update', 'updates']);

/**
 * The language most of whose words ask, join or call for news, if two do at least, one of them calls, and more than do so in
 * English ("noticias de Loreto"); null if there is none.
 */
export const newsLanguage = (text: string): string | null => {
  const words = wordsOf(text).filter((word) => !EVERYWHERE.has(word.toLowerCase()));
  let most = Math.max(1, words.filter((word) => FRAME_WORDS.has(bare(word))).length);
  let found: string | null = null;
  const plain = words.map(plainLetters);
  for (const language of LANGUAGES_WITH_TURNS) {
    if (!plain.some((word) => foreignNewsWords(language).has(word))) continue;
    const framing = words.filter((word, place) => isForeignFrame(word, place > 0, language));
    if (framing.length <= most) continue;
    most = framing.length;
    found = language;
  }
  return found;
};
