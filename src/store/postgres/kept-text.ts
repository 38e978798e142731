/** In: any text. Out: the text without U+0000, which PostgreSQL's texts cannot hold. */
export const keptText = (text: string): string =>
  text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text;
