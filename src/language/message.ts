/**
 * Sentences for people. In: an English sentence with values, as a template. Out: it in the language that is spoken. The
 * English is the key, with `{0}`, `{1}` … for the values; if a catalogue has no entry, it is what is shown.
 */
import IntlMessageFormat from 'intl-messageformat';
import { catalogueOf } from './catalogues.ts';
import { numberText } from './customs.ts';
import type { Language } from './languages.ts';
import { currentLanguage } from './speaking.ts';

/** A number that decides the words around it. In both forms `#` stands for the number. */
export interface Counted {
  readonly kind: 'counted';
  readonly count: number;
  readonly one: string;
  readonly other: string;
}

/** A sentence as plain data: it may cross threads, and becomes text once its reader's language is known. */
export interface Message {
  readonly kind: 'message';
  readonly key: string;
  readonly values: readonly Value[];
}

export type Value = string | number | Counted | Message | null | undefined | false;

/** `1 article`, `1,234 articles`. To be written in a template itself: the form is part of the key. */
export const counted = (count: number, singular: string, plural = `${singular}s`): Counted =>
  whether(count, `# ${singular}`, `# ${plural}`);

/** Words that depend on a number, shown or not: `whether(n, 'it is', 'they are')`. Written where `counted` is. */
export const whether = (count: number, one: string, other: string): Counted => ({
  kind: 'counted',
  count,
  one,
  other,
});

const isOfKind = <K extends string>(value: unknown, kind: K): value is { readonly kind: K } =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export const isCounted = (value: unknown): value is Counted => isOfKind(value, 'counted');
const isMessage = (value: unknown): value is Message => isOfKind(value, 'message');

/** What stands for a value in the key. */
const slot = (value: unknown, index: number): string =>
  isCounted(value) ? `{${index}, plural, one {${value.one}} other {${value.other}}}` : `{${index}}`;

export const keyOf = (parts: readonly string[], values: readonly unknown[]): string =>
  parts.reduce((key, part, index) => key + slot(values[index - 1], index - 1) + part);

const formats = new Map<string, IntlMessageFormat>();

const formatOf = (text: string, { customs }: Language): IntlMessageFormat => {
  const id = `${customs}\n${text}`;
  return formats.getOrInsertComputed(
    id,
    () => new IntlMessageFormat(text, customs, undefined, { ignoreTag: true }),
  );
};

/**
 * The message of a key in a language: numbers in its customs, every other value as `show` gives it. What is no quantity,
 * such as a feed's number or a port, is put in as a string. A value is never read as part of the message.
 */
export const formatMessage = <V>(
  key: string,
  values: readonly V[],
  show: (value: Exclude<V, Counted>) => string,
  language = currentLanguage(),
): string => {
  const shown = values.map((value) => {
    if (isCounted(value)) return value.count;
    return typeof value === 'number' ? numberText(value, language) : show(value as Exclude<V, Counted>);
  });
  const text = Object.hasOwn(catalogueOf(language), key) ? catalogueOf(language)[key]! : key;
  return String(formatOf(text, language).format(Object.fromEntries(shown.entries())));
};

const plainIn =
  (language: Language) =>
  (value: Exclude<Value, Counted>): string => {
    if (value === null || value === undefined || value === false) return '';
    return isMessage(value) ? tell(value, language) : String(value);
  };

/** Tagged template: a sentence that becomes text later. */
export const sentence = (parts: TemplateStringsArray, ...values: readonly Value[]): Message => ({
  kind: 'message',
  key: keyOf(parts, values),
  values,
});

/** Sentences as one, with commas between them; there has to be one at least. */
export const listed = (items: readonly Message[]): Message =>
  items.reduce((list, item) => sentence`${list}, ${item}`);

/** In the language that is spoken, or the one given. A string is a key without values, such as a command's description. */
export const tell = (said: Message | string, language = currentLanguage()): string => {
  const { key, values } = typeof said === 'string' ? { key: said, values: [] } : said;
  return formatMessage(key, values, plainIn(language), language);
};

/** Tagged template: a sentence in the language that is spoken now, as plain text: for labels, choices and titles. */
export const spoken = (parts: TemplateStringsArray, ...values: readonly Value[]): string =>
  tell(sentence(parts, ...values));
