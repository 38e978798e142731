/** In: a fetch. Out: the same, one request at a time for each host. */
import type { SafeFetch } from '../intake/fetch/fetch-result.ts';
import { createSerialByKey } from '../scheduling/serial-by-key.ts';

/** Requests to one host wait for each other, in order; those to different hosts do not. */
export const fetchPerHost = (fetch: SafeFetch): SafeFetch => {
  const inOrder = createSerialByKey();
  return (url, options) => inOrder(URL.parse(url)?.host ?? '', () => fetch(url, options));
};
