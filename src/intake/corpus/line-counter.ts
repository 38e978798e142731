/** In: a text, and offsets in it. Out: the lines they are on. */

/** Lines by offset, from 1; offsets have to be asked for in order. */
export const createLineCounter = (text: string): ((offset: number) => number) => {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
};
