/** Addresses in a message in; faults noted if Discord would not take them. */
import type { Path, Problems } from './problems.ts';

const MAX_URL_LENGTH = 2048;

/** http and https pass, and the further protocols named; undefined passes too. */
export function checkUrl(
  problems: Problems,
  path: Path,
  url: unknown,
  further: string[] = [],
  max = MAX_URL_LENGTH,
): void {
  if (url === undefined || url === null) return;
  if (typeof url !== 'string' || url.length > max) return void problems.text(path, url, { max });
  const protocols = ['http:', 'https:', ...further];
  const parsed = URL.parse(url);
  if (!parsed || parsed.username || !parsed.host) {
    if (!parsed || !further.includes(parsed.protocol))
      problems.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  } else if (!protocols.includes(parsed.protocol)) {
    const names = protocols.map((one) => `'${one.slice(0, -1)}'`).join(', ');
    const message = `Scheme "${parsed.protocol.slice(0, -1)}" is not supported. Scheme must be one of (${names}).`;
    problems.add(path, 'URL_TYPE_INVALID_SCHEME', message);
  }
}
