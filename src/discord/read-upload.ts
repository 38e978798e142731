/** In: a file that was uploaded with a command. Out: its bytes, from where Discord keeps it. */
import { MAX_DOCUMENT_BYTES, MIB } from '../domain/document-size.ts';
import { DatelineError } from '../domain/errors.ts';
import { sentence } from '../language/message.ts';

const WITHIN_MS = 10_000;

export const readUpload = async ({
  url,
  size,
}: {
  readonly url: string;
  readonly size: number;
}): Promise<Uint8Array> => {
  if (size > MAX_DOCUMENT_BYTES)
    throw new DatelineError('limit', sentence`Expected a file of at most ${MAX_DOCUMENT_BYTES / MIB} MB.`);
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.bytes();
  } catch (cause) {
    throw new DatelineError('unavailable', sentence`The file cannot be read from Discord. Send it again.`, {
      cause,
    });
  }
};
