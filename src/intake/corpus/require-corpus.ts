/** In: where the articles are said to be. Out: nothing, or why they cannot be read from there. */
import { accessSync, constants } from 'node:fs';
import { DatelineError } from '../../domain/errors.ts';

/**
 * Asked at the start: a folder that is not there, such as one misspelt or not mounted, is no empty corpus.
 * @throws DatelineError `invalid`.
 */
export const requireCorpus = (corpusDir: string): void => {
  try {
    accessSync(corpusDir, constants.R_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is none' : `it cannot be read (${code})`;
    throw new DatelineError(
      'invalid',
      `CORPUS_DIR: expected a folder of articles at ${corpusDir}; ${reason}. Make it (it may be empty), or set CORPUS_DIR to the right one.`,
      { cause },
    );
  }
};
