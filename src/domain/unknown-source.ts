/** What is said if a source is named that no article comes from. */
import { sentence } from '../language/message.ts';
import { DatelineError } from './errors.ts';

export const unknownSource = (name: string): DatelineError =>
  new DatelineError(
    'not_found',
    sentence`No article comes from a source called “${name}”. /sources lists all sources.`,
  );
