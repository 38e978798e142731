/** In: a fetch. Out: the same, one request at a time for each host. */
import type { SafeFetch } from '../intake/fetch/fetch-result.ts';

/** Requests to one host wait for each other, in order; those to different hosts do not. */
export const fetchPerHost = (fetch: SafeFetch): SafeFetch => {
  const last = new Map<string, Promise<unknown>>();
  return (url, options) => {
    const host = URL.parse(url)?.host ?? '';
    const turn = (last.get(host) ?? Promise.resolve()).then(() => fetch(url, options));
    last.set(host, turn);
    void turn.finally(() => last.get(host) === turn && last.delete(host));
    return turn;
  };
};
