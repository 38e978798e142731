/** In: an address and what may be the name of the feed or page there. Out: the first of them that is not empty, else the host. */
import { cleanLine } from '../text/clean-text.ts';

const MAX_NAME_CHARS = 100;

export const nameFor = (url: string, ...names: readonly (string | null | undefined)[]): string => {
  const name = names.map((one) => cleanLine(one ?? '')).find((one) => one !== '');
  return (name ?? URL.parse(url)?.host ?? url).slice(0, MAX_NAME_CHARS).toWellFormed();
};
