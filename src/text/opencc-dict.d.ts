/** What the characters of Chinese are simplified by: "traditional simple" pairs, separated by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
