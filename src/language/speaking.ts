/** The language that is spoken at the moment: set once where an interaction or a post begins, read where words are chosen. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Language, languageOf } from './languages.ts';

const storage = new AsyncLocalStorage<Language>();

/** Does the work in that language; `code` is a language's or one of Discord's locales. */
export const speaking = <T>(code: string, work: () => T): T => storage.run(languageOf(code), work);

/** English outside of `speaking`. */
export const currentLanguage = (): Language => storage.getStore() ?? languageOf('en');
