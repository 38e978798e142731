/** In: work with a key. Out: what came of it: work of one key is done one piece after the other, in order. */

export type SerialByKey = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Work of different keys does not wait for each other; a failure stops nothing that waits behind it. */
export const createSerialByKey = (): SerialByKey => {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const forget = () => last.get(key) === turn && last.delete(key);
    turn.then(forget, forget);
    return turn;
  };
};
