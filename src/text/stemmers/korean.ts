/**
 * In: a Korean word as it stands between spaces. Out: the same without the particles and endings that are written onto it:
 * 대통령은, 대통령이 and 대통령의 are 대통령.
 */

/** What may stand behind the syllable of the past tense, which ends in ㅆ: 났다, 났어요 and 났습니까 are 났. */
const PAST = new Set(
  `다 다고 다는 다며 다면 던 더니 고 기 는 는가 는가요 는데 는지 나 나요 니 냐 냐고 네 네요 지 지만 지요 죠 어 어요 어도 었다 습니까 습니다
  으나 으며 으면 으므로 을 을까 을까요 을지 음`
    .trim()
    .split(/\s+/),
);
const LONGEST_PAST = 3;

/** Every block of 28 syllables goes through the final consonants; ㅆ is the 20th. */
const endsInPast = (syllable: string): boolean => (syllable.charCodeAt(0) - 0xac00) % 28 === 20;

/** Up to the syllable of the past tense. */
const withoutPastEnding = (word: string): string => {
  for (let length = 1; length <= Math.min(LONGEST_PAST, word.length - 1); length++)
    if (endsInPast(word.at(-length - 1)!) && PAST.has(word.slice(-length))) return word.slice(0, -length);
  return word;
};

/** "To do", "to become" and "to make" behind a noun make verbs of it. */
const VERBS = '하 되 시키 당하'.split(' ');
const VERB_ENDINGS = '나 나요 는가 는가요 는지 는데 니 냐 죠 네 네요 려고 려면 도록 더니 지만'.split(' ');

/** Particles behind a noun, and the endings of "to be" and "to do" that make a verb of one. Longest first. */
const ENDINGS = [
  ...VERBS.flatMap((verb) => VERB_ENDINGS.map((ending) => verb + ending)),
  ...`으로부터 에게서는 에서부터 이라고는 에서는 에서의 에서도 에게는 에게서 으로는 으로서 으로써 으로의 으로도 이라는 이라고 이라며 이었 이므로
  이지만 까지의 까지는 부터의 부터는 하였 했 한다 한다고 하는 하고 하며 하여 해서 하기 하기로 하지 하면 하게 하자 하던 하려는 되었 됐 된다 되는 되고 되며 되어 되지 되면 되던 시켰 당했 당하였 시킨 시키는
  합니까 합니다 됩니까 됩니다 해요 돼요 할까 할까요 될까 될까요 한다는 된다는 된다고 예요 이에요 이야 인지 인데 일까요
  적으로 적인 입니까 입니다 이다 인가 인가요 일까 였 에게 에서 한테 부터 까지 처럼 보다 마다 조차 마저 밖에 이나 으로 라는 라고 라며 이며
  들이 들은 들을 들의 들에게 들과 들도 와의 과의 과는 와는 에는 에도 만이 만을 만의 로서 로써 로의 로는 로도
  한 할 함 된 될 됨 은 는 이 가 을 를 의 에 도 만 로 와 과 들 께 아 야 인 란 랑`
    .trim()
    .split(/\s+/),
].sort((a, b) => b.length - a.length);

/** Syllables that have to be left: a noun of one syllable keeps what may be part of it. */
const LEFT = 2;
/** These are hardly ever part of a noun. */
const PLAIN = /^(?:은|는|을|를|에|에서|에는|에서는|으로|에도)$/;

/** Behind a digit others count: 10만 is 100,000, 10도 ten degrees. */
const BEHIND_DIGIT = /^(?:은|는|을|를|에|에서|에는|에서는|으로|에도|의|로|와|과|부터|까지)$/;

/** Names in other letters, and numbers, have particles as well. */
const ENDS_IN_HANGUL = /\p{Script=Hangul}$/u;

const mayEnd = (word: string, ending: string): boolean => {
  const left = word.length - ending.length;
  if (!word.endsWith(ending) || left < (PLAIN.test(ending) ? 1 : LEFT)) return false;
  return BEHIND_DIGIT.test(ending) || !/\d/.test(word[left - 1]!);
};

const withoutEnding = (word: string): string => {
  const ending = ENDINGS.find((each) => mayEnd(word, each));
  return ending === undefined ? word : word.slice(0, -ending.length);
};

export const korean = (word: string): string => {
  if (!ENDS_IN_HANGUL.test(word)) return word;
  let stem = withoutPastEnding(word);
  for (let next = withoutEnding(stem); next !== stem; next = withoutEnding(stem)) stem = next;
  return stem;
};
