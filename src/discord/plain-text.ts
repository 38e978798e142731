/** In: the text of a message. Out: its words: no mentions, emoji of servers or code marks, and of a link what it names. */

/** "deep-inside-russia" of `https://example.org/2024/deep-inside-russia.html`; nothing if that is no text. */
const wordsOfLink = (link: string): string => {
  const name =
    URL.parse(link)
      ?.pathname.split('/')
      .findLast((part) => part !== '') ?? '';
  const words = name
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+]|%20/)
    .filter((word) => /^[a-z]{2,}$/i.test(word));
  return words.length > 1 ? words.join(' ') : '';
};

export const plainText = (text: string): string =>
  text
    .replace(/```(?:[a-z]+\n)?/gi, ' ')
    .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
    .replace(/https?:\/\/\S+/g, (link) => ` ${wordsOfLink(link)} `)
    .replace(/<[^<>\s]{1,100}>/g, ' ')
    .trim();
