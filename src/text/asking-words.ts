/** Words that ask, in the languages that are stemmed here; those of English are read with the question itself. */

/**
 * By ISO 639-1 code, lower case. Left out are those that are common words of English or names ("comment", "dove", "kim"),
 * with which keywords may begin.
 */
const ASKING_WORDS: Readonly<Record<string, string>> = {
  ar: 'من ما ماذا أين متى لماذا كيف هل كم',
  bg: 'кой коя какво къде кога защо как колко',
  da: 'hvem hvad hvor hvornår hvorfor hvordan hvilken hvilket hvilke',
  de: 'wer wen wem wessen wann wo wohin woher wie wieso warum weshalb wieviel welche welcher welches welchen welchem',
  el: 'ποιος ποια ποιο ποιοι τι πού πότε γιατί πώς πόσο πόσοι',
  es: 'qué quién quiénes cuándo dónde adónde cómo cuál cuáles cuánto cuánta cuántos cuántas quien quienes cuando donde',
  fi: 'kuka kenen mikä mitä missä mihin milloin koska miksi miten kuinka',
  fr: "qui que quoi quand où pourquoi quel quelle quels quelles combien lequel laquelle est-ce qu'est-ce",
  hi: 'कौन किसने क्या कहाँ कहां कब क्यों कैसे कितने',
  hu: 'ki hol hová mikor miért hogyan melyik hány mennyi',
  id: 'siapa apa apakah dimana kapan mengapa kenapa bagaimana berapa',
  it: 'chi che cosa quando perché quale quali quanto quanta quanti quante',
  nl: 'wie wat waar wanneer waarom hoe hoeveel welke welk',
  no: 'hvem hva hvor når hvorfor hvordan hvilken hvilket hvilke',
  pl: 'kto kogo co gdzie kiedy dlaczego jak jaki jaka jakie który która które ile czy',
  pt: 'quem quando onde como qual quais quanto quantos quantas',
  ro: 'cine ce unde când cât câți câte',
  ru: 'кто кого что где куда когда почему зачем как какой какая какое какие сколько',
  sr: 'ко шта где када зашто како који колико šta gde kada zašto kako koji koliko',
  sv: 'vem vad när varför hur vilken vilket vilka',
  tr: 'hangi nerede nereye zaman neden niçin nasıl kaç',
  uk: 'хто кого що де куди коли чому навіщо як який яка яке які скільки',
};

const ALL: ReadonlySet<string> = new Set(Object.values(ASKING_WORDS).join(' ').split(/\s+/));

/** With a capital these may be names, or begin one: Lake Como, Wen Jiabao, Co Down, Cosa Nostra, Kuka. */
const NAME_LIKE: ReadonlySet<string> = new Set(
  'como wen co cosa kuka quanta che chi wat ile hur ki zaman'.split(' '),
);

/** The first word, or the one behind a short one ("por qué", "seit wann", "che cosa"). */
const MAX_BEFORE_CHARS = 4;

const asks = (word: string, isInitial: boolean): boolean => {
  const lower = word.toLowerCase().replaceAll('’', "'");
  return (
    ALL.has(lower) && (word === lower || (isInitial && word !== word.toUpperCase() && !NAME_LIKE.has(lower)))
  );
};

/** Whether a text begins as a question in one of these languages does. */
export const beginsAsking = (text: string): boolean => {
  const [first = '', second = ''] = text.split(' ', 2);
  return asks(first, true) || (first.length <= MAX_BEFORE_CHARS && asks(second, false));
};
