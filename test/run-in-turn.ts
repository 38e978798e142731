/** The process behind `runInTurn`. Argument: command lines as JSON. After each a zero ends both its streams, behind its exit code on standard error. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

class Ended extends Error {}

process.exit = (code) => {
  process.exitCode = code;
  throw new Ended();
};

for (const [at, [file, ...args]] of (JSON.parse(process.argv[2]!) as [string, ...string[]][]).entries()) {
  const path = join(import.meta.dirname, '..', file);
  process.argv = [process.execPath, path, ...args];
  process.exitCode = 0;
  // A module is run again only under another address; those that it imports are not.
  await import(`${pathToFileURL(path)}?${at}`).catch((error) => {
    if (error instanceof Ended) return;
    process.exitCode = 1;
    process.stderr.write(`${error.stack}\n`);
  });
  // Each tool listens anew.
  process.stdout.removeAllListeners('error');
  process.stdout.write('\0');
  process.stderr.write(`\n${process.exitCode}\0`);
}
process.exitCode = 0;
