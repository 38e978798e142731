/** What the characters of Chinese are simplified by: "traditional simple" pairs, separated by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}

/** New characters of Japan and the old ones they stand for, in the same form. */
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const pairs: string;
  export default pairs;
}
