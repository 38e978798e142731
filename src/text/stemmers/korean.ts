/**
 * In: a Korean word as it stands between spaces. Out: the same without the particles and endings that are written onto it:
 * 대통령은, 대통령이 and 대통령의 are 대통령.
 */

/** Particles behind a noun, and the endings of "to be" and "to do" that make a verb of one. Longest first. */
const ENDINGS =
  `으로부터 에게서는 에서부터 이라고는 에서는 에서의 에서도 에게는 에게서 으로는 으로서 으로써 으로의 으로도 이라는 이라고 이라며 이었던
  이었다 이었으며 이므로 이지만 까지의 까지는 부터의 부터는 하였으며 하였다 하였던 하였고 했으며 했다 했던 했고 했는가 한다 한다고 하는 하고 하며 하여 해서
  하기 하기로 하지 하면 하게 하자 하던 하려는 되었으며 되었다 되었던 되었고 됐다 됐으며 된다 되는 되고 되며 되어 되지 되면 되던 시켰다 시킨 시키는
  적으로 적인 입니다 이다 인가 인가요 일까 였다 였던 였으며 에게 에서 한테 부터 까지 처럼 보다 마다 조차 마저 밖에 이나 으로 라는 라고 라며 이며
  들이 들은 들을 들의 들에게 들과 들도 와의 과의 과는 와는 에는 에도 만이 만을 만의 로서 로써 로의 로는 로도
  한 할 함 된 될 됨 은 는 이 가 을 를 의 에 도 만 로 와 과 들 께 아 야 인 란 랑`
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

/** Syllables that have to be left: a noun of one syllable keeps what may be part of it. */
const LEFT = 2;
/** These are hardly ever part of a noun. */
const PLAIN = /^(?:은|는|을|를|에|에서|에는|에서는|으로|에도)$/;

const HANGUL = /^[\p{Script=Hangul}]+$/u;

const withoutEnding = (word: string): string => {
  const ending = ENDINGS.find(
    (each) => word.endsWith(each) && word.length - each.length >= (PLAIN.test(each) ? 1 : LEFT),
  );
  return ending === undefined ? word : word.slice(0, -ending.length);
};

export const korean = (word: string): string => {
  const hangul = HANGUL.test(word) ? word : '';
  if (hangul === '') return word;
  let stem = word;
  for (let next = withoutEnding(stem); next !== stem; next = withoutEnding(stem)) stem = next;
  return stem;
};
