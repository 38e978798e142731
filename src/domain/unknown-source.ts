/** In: the name of a source, or a part of it. Out: whether articles come from it, and what is said if none does. */
import { sentence } from '../language/message.ts';
import { DatelineError } from './errors.ts';

export const isSource = (named: string, known: readonly { readonly source: string }[]): boolean =>
  known.some(({ source }) => source.toLowerCase().includes(named.toLowerCase()));

export const unknownSource = (name: string): DatelineError =>
  new DatelineError(
    'not_found',
    sentence`No article comes from a source called “${name}”. /sources lists all sources.`,
  );
