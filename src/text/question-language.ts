/** In: a few words as typed. Out: their language, recognised by their script and by the words every sentence has. */
import { askingPhrases } from './asking-words.ts';
import { likelierLanguage } from './detect-language.ts';
import { withoutElision } from './elisions.ts';
import { foreignChatWords } from './foreign-chat-words.ts';
import { foreignFunctionWords } from './foreign-function-words.ts';
import { FUNCTION_WORDS, uncontracted } from './function-words.ts';
import { KNOWN_LANGUAGES } from './languages/known-languages.ts';
import { foldLetters } from './letter-variants.ts';
import { DEFAULT_LANGUAGE } from './terms.ts';
import { eachWord } from './words.ts';

/** Scripts that one language here writes; the first that fits counts. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/[¿¡]/, 'es'],
];

const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}/u, ['ar', 'fa']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr']],
];
/** Of equals the first: of languages that share words, the one more people write. */
const LATIN = [...new Set(['es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'tr', 'id', ...KNOWN_LANGUAGES])].filter(
  (language) => !'ar fa ru uk bg sr ja ko zh th el he hi'.split(' ').includes(language),
);
const ASCII_ONLY = /^[\u0020-\u007e‘’“”–—…]*$/;

/**
 * Without marks that are left off when typing. In Vietnamese they tell words apart ("ai" asks, "ái" is love), so there a word in
 * a text with marks keeps them: `isMarked`.
 */
export const plainWord = (word: string, language: string, isMarked = true): string => {
  const lower = withoutElision(word.toLowerCase(), language)
    .normalize('NFKC')
    .replace(/^['’ʼ]|['’ʼ]$/g, '');
  return language === 'vi' && isMarked ? lower : foldLetters(lower);
};

const firstAsking = (language: string): string[] => askingPhrases(language).map(({ words }) => words[0]!);

const plainPhrases = new Map<string, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** What asks, as `plainWord` reads it, by its first word. */
const plainAskingPhrases = (language: string): ReadonlyMap<string, readonly (readonly string[])[]> =>
  plainPhrases.getOrInsertComputed(language, () => {
    const phrases = askingPhrases(language).map(({ words }) =>
      words.map((word) => plainWord(word, language)),
    );
    return Map.groupBy(phrases, ([first]) => first!);
  });

const functionAndAsking = new Map<string, ReadonlySet<string>>();

/** Function words and the words that ask, as `plainWord` reads them. */
export const functionAndAskingWords = (language: string, isMarked = true): ReadonlySet<string> => {
  const key = `${language} ${isMarked}`;
  return functionAndAsking.getOrInsertComputed(
    key,
    () =>
      new Set(
        [...foreignFunctionWords(language), ...firstAsking(language)].map((word) =>
          plainWord(word, language, isMarked),
        ),
      ),
  );
};

/** Letters that of these languages one alone writes. */
const OWN_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[ığ]/, 'tr'],
  [/[łśźż]/, 'pl'],
  [/[řěů]/, 'cs'],
  [/[őű]/, 'hu'],
  [/[țţ]/, 'ro'],
  [/[ơưạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/, 'vi'],
  [/ß/, 'de'],
  [/[ãõ]/, 'pt'],
  [/[іїєґ]/, 'uk'],
  [/[ыэё]/, 'ru'],
];

/** "U.S.", "J.D." and the middle of "Mar-a-Lago": of no language. */
const LONE_LETTERS = /(?<![\p{L}\p{M}\p{N}])(?:\p{L}\.){2,}|(?<=\p{L})-a-(?=\p{L}{2})/gu;

const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  const spelled = text.replace(LONE_LETTERS, ' ');
  eachWord(spelled, (start, end) => words.push(spelled.slice(start, end)));
  return words;
};

const CAPITAL = /^\p{Lu}/u;

/** Written in capitals a word is a name or an abbreviation ("WER", "DE"). */
const isShouted = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/** Characters. Without their marks, shorter syllables of Vietnamese speak for other languages too. */
const SPEAKING_SYLLABLE = 4;

/** By word, with its marks and without, the languages it speaks for; made once. */
const speakers = new Map<string, Set<string>>();

const readSpeakers = (): void => {
  for (const language of KNOWN_LANGUAGES)
    for (const known of [
      ...foreignFunctionWords(language),
      ...askingPhrases(language).flatMap((phrase) => phrase.words),
      ...[...foreignChatWords(language).keys()].filter(
        (word) => word.length > 1 && !FUNCTION_WORDS.has(word),
      ),
    ])
      for (const word of [known, plainWord(known, language, known.length < SPEAKING_SYLLABLE)])
        speakers.getOrInsertComputed(word, () => new Set()).add(language);
};

/** Either part of "qu’est" counts, but not what English joins to a word: the "s" of "Putin’s" is a word of Czech. */
const partsOf = (word: string): string[] => uncontracted(word.toLowerCase()).split("'");

/** Words of English, or names, with which keywords may begin: Lake Como, Wen Jiabao, Cosa Nostra, Kim Jong-un. */
const NAME_LIKE: ReadonlySet<string> = new Set(
  'como wen co cosa kuka quanta che chi wat ile hur ki zaman comment dove kim on var mi ai hol hogy ne mana nova kada hoe'.split(
    ' ',
  ),
);

/** These are names far more often. */
const NAMES: ReadonlySet<string> = new Set(['kim', 'dove', 'como', 'wen', 'kuka']);
const askingFirst = new Set<string>();

/** Words that ask by themselves: "de qui" asks, "de" does not. */
const readAskingFirst = (): void => {
  for (const language of KNOWN_LANGUAGES)
    for (const word of firstAsking(language))
      if (!foreignFunctionWords(language).has(word) && !NAMES.has(word))
        askingFirst.add(word).add(plainWord(word, language));
};

/** With a capital a word may begin a name ("De Gaulle", "Kim Jong Un"), unless it begins a question. */
const isPlain = (word: string, at: number): boolean => {
  if (isShouted(word)) return false;
  if (!CAPITAL.test(word)) return true;
  if (askingFirst.size === 0) readAskingFirst();
  return at === 0 && partsOf(word).some((part) => askingFirst.has(part));
};

/** How many different words speak for each language; its own letters count as one more. */
const countSpeakers = (words: readonly string[]): ReadonlyMap<string, number> => {
  if (speakers.size === 0) readSpeakers();
  const counts = new Map<string, number>();
  const distinct = new Set(words.filter((word, at) => isPlain(word, at)).flatMap(partsOf));
  const add = (language: string): void => void counts.set(language, (counts.get(language) ?? 0) + 1);
  for (const word of distinct) for (const language of speakers.get(word) ?? []) add(language);
  const own = OWN_LETTERS.find(([letters]) =>
    words.some((word) => letters.test(word) && !CAPITAL.test(word)),
  );
  if (own !== undefined) add(own[1]);
  return counts;
};

/** As many, or more where short words are typed without the marks that tell them from those of another language. */
const countPlainly = (
  words: readonly string[],
  language: string,
  counts: ReadonlyMap<string, number>,
): number => {
  const speaking = functionAndAskingWords(language, false);
  const plain = words.filter(isPlain).map((word) => plainWord(word, language, false));
  return Math.max(counts.get(language) ?? 0, new Set(plain.filter((word) => speaking.has(word))).size);
};

/** Of these the one that most words speak for, and how many do; the first of equals. */
const best = (
  counts: ReadonlyMap<string, number>,
  languages: readonly string[],
): [language: string, count: number] =>
  languages.reduce<[string, number]>(
    (most, language) => {
      const found = counts.get(language) ?? 0;
      return found > most[1] ? [language, found] : most;
    },
    ['', 0],
  );

/** Those of English that other languages write as well count for it too: "im" is typed for "I'm". */
const ENGLISH: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...'also since now other whether im state gun war man'.split(' '),
]);

/** "Pilots die in Ohio" is English, "die Wahl" German. */
const BEHIND_DIE: ReadonlySet<string> = new Set(['in', 'as', 'of', 'on', 'at', 'after', 'from', 'during']);

/** "War crimes in Orl" is English; "war Scholz in Berlin" asks in German. */
const GERMAN_WAR = /(?<!\p{L})war\s+\p{Lu}/u;

/** How many words have to speak for a language that no article is in; one is enough if it asks and comes first. */
const SURE = 2;

/** The different words that speak for English. */
const englishWords = (text: string, words: readonly string[]): ReadonlySet<string> => {
  const plain = words.filter((word, at) => at === 0 || !CAPITAL.test(word));
  const lower = plain.map((word) => uncontracted(word.toLowerCase()));
  const speaking = new Set(
    lower.filter((word, at) => ENGLISH.has(word) || (word === 'die' && BEHIND_DIE.has(lower[at + 1]!))),
  );
  if (GERMAN_WAR.test(text)) speaking.delete('war');
  return speaking;
};

/** Of fewer words one that asks may be a name: "Odesa wie". */
const FEW = 3;

/** Whether the words from that place on begin with what asks: "de qui" asks, "de" does not. */
const asksAt = (words: readonly string[], at: number, language: string): boolean => {
  const first = words[at] ?? '';
  const asked = foreignChatWords(language).get(first.toLowerCase())?.split(' ') ?? [first];
  const wordAt = (index: number): string => asked[index] ?? words[at + 1 + index - asked.length] ?? '';
  const word = plainWord(wordAt(0), language);
  const phrases = NAME_LIKE.has(word) ? [] : (plainAskingPhrases(language).get(word) ?? []);
  return phrases.some((phrase) => phrase.every((part, index) => plainWord(wordAt(index), language) === part));
};

const beginsAsking = (words: readonly string[], language: string): boolean => asksAt(words, 0, language);

/** Whether any of the words asks in that language. */
const someAsks = (words: readonly string[], language: string): boolean =>
  words.some((_, at) => asksAt(words, at, language));

/** Of `first` and those that as many words speak for, the one that the text is likelier in by its letters. */
const likeliest = (
  first: string,
  text: string,
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): string => {
  const count = counts.get(first) ?? 0;
  const others = LATIN.filter((language) => language !== first && counts.get(language) === count);
  if (others.length === 0) return first;
  // Too few words for any of them: it does not matter which, and to tell them apart takes far longer than all else here.
  const counted = count >= SURE || [first, ...others].some((language) => someAsks(words, language));
  return counted ? likelierLanguage(text, [first, ...others]) : first;
};

/** "De" begins "de qui" and stands in names: "tour de france". */
const withoutFunctionWords = (words: readonly string[], language: string): string[] =>
  words.filter((word) => !foreignFunctionWords(language).has(word.toLowerCase()));

/**
 * ISO 639-1. `ofArticles` are the languages of the articles, which are taken for likelier. English if nothing speaks for
 * another language.
 */
export const questionLanguage = (text: string, ofArticles: readonly string[] = []): string => {
  const ownScript = ASCII_ONLY.test(text) ? undefined : BY_SCRIPT.find(([script]) => script.test(text));
  if (ownScript !== undefined) {
    const [, language] = ownScript;
    return language === 'zh' && !ofArticles.includes('zh') && ofArticles.includes('ja') ? 'ja' : language;
  }
  const words = wordsOf(text);
  const [, alike] = ASCII_ONLY.test(text) ? [] : (SCRIPTS.find(([script]) => script.test(text)) ?? []);
  if (alike !== undefined) {
    const likely = [...alike].sort((a, b) => Number(ofArticles.includes(b)) - Number(ofArticles.includes(a)));
    return best(countSpeakers(words), likely)[0] || likely[0]!;
  }
  const speaking = englishWords(text, words);
  const english = speaking.size;
  const counts = countSpeakers(words);
  const likely = LATIN.filter((language) => ofArticles.includes(language));
  const [known, forKnown] = best(
    new Map(likely.map((one) => [one, countPlainly(words, one, counts)])),
    likely,
  );
  const [first, forOther] = best(counts, LATIN);
  // Which of the others is likeliest costs more than all of this, and does not matter where English has more words.
  if (english > forOther) return forKnown > english ? known : DEFAULT_LANGUAGE;
  const other = likeliest(first, text, words, counts);
  const asks = beginsAsking(words, other);
  const isSure = forOther >= SURE || asks;
  // "Warum is Barthel weg": "is" is typed in other languages as well.
  const opening = words[0]?.toLowerCase() ?? '';
  const isOther = asks && !ENGLISH.has(opening) && !foreignChatWords(other).has(opening);
  const fewest = isOther ? english : english + 1;
  // "Fires in la": of two Italian words one is English as well.
  const isApart = (language: string): boolean => {
    const own = words.filter((word) => !speaking.has(uncontracted(word.toLowerCase())));
    const isEnough = (countSpeakers(own).get(language) ?? 0) >= SURE;
    return isEnough || likelierLanguage(text, [DEFAULT_LANGUAGE, language]) === language;
  };
  if (forOther > forKnown && isSure && forOther >= fewest && (english === 0 || isApart(other))) return other;
  const asksInKnown = (): boolean => someAsks(withoutFunctionWords(words, known), known);
  const isKnown = !ofArticles.includes(DEFAULT_LANGUAGE) || asksInKnown() || isApart(known);
  if (forKnown > english && isKnown) return known;
  // "Bakan ne zaman istifa etti": nothing English, and one word that asks.
  const mayAsk = english === 0 && words.length >= FEW && someAsks(withoutFunctionWords(words, other), other);
  if (mayAsk && likelierLanguage(text, [DEFAULT_LANGUAGE, other]) === other) return other;
  // "Was geschah in Berlin?": words of both. "Is Orl in Maravia?" asks in English alone.
  if (forOther === english && english >= SURE && someAsks(words, other))
    return likelierLanguage(text, [DEFAULT_LANGUAGE, other]);
  return english === 0 && !ofArticles.includes(DEFAULT_LANGUAGE)
    ? (likely[0] ?? DEFAULT_LANGUAGE)
    : DEFAULT_LANGUAGE;
};
