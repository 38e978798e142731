/** `npm run -s catalogue -- --missing de`: what a catalogue lacks, or holds and nothing uses, as JSON. */
import { parseArgs } from 'node:util';
import { catalogueOf } from '../../src/language/catalogues.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { messagesInUse } from './messages-in-use.ts';

const CODES = LANGUAGES.map(({ code }) => code).join(', ');

const USAGE = `Compares the messages in use with the catalogue of a language, and prints those that only one of them has.

  npm run -s catalogue -- --missing LANGUAGE   messages in use that the catalogue lacks
  npm run -s catalogue -- --unused LANGUAGE    its entries that nothing tells
  npm run -s catalogue -- --help               prints this

LANGUAGE is one of ${CODES}.
`;

const OPTIONS = {
  missing: { type: 'string' },
  unused: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n\n${USAGE}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
};

const { missing, unused, help } = read();
if (help) {
  process.stdout.write(USAGE);
} else {
  const wanted = missing ?? unused;
  const language =
    LANGUAGES.find(({ code }) => code === wanted) ??
    fail(`Expected a language; got ${JSON.stringify(wanted ?? '')}.`);
  const { messages, faults } = messagesInUse();
  const catalogue = catalogueOf(language);
  const keys =
    missing === undefined
      ? Object.keys(catalogue).filter((key) => !messages.has(key))
      : [...messages.keys()].filter((key) => !Object.hasOwn(catalogue, key));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(keys.map((key) => [key, ''])), null, 2)}\n`);
}
