/** `npm run -s catalogue -- missing de`: the messages in use that a catalogue lacks; `unused de`: its entries that nothing tells. */
import { catalogueOf } from '../../src/language/catalogues.ts';
import { languageOf } from '../../src/language/languages.ts';
import { messagesInUse } from './messages-in-use.ts';

const [what = 'missing', code = 'de'] = process.argv.slice(2);
const { messages, faults } = messagesInUse();
const catalogue = catalogueOf(languageOf(code));
const wanted =
  what === 'missing'
    ? [...messages.keys()].filter((key) => !Object.hasOwn(catalogue, key))
    : Object.keys(catalogue).filter((key) => !messages.has(key));
for (const fault of faults) console.error(fault);
console.log(JSON.stringify(Object.fromEntries(wanted.map((key) => [key, ''])), null, 2));
