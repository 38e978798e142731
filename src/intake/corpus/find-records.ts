/** In: JSON in which no list of articles was found by its name. Out: the articles in it, however they are laid out. */
import { isObject, isTextName, isTitleName } from './record-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** How deep articles are looked for, and among how many values. */
const MAX_DEPTH = 5;
const MAX_LOOKED_AT = 100;

const hasTitle = (value: Json): boolean => Object.keys(value).some(isTitleName);

const isArticle = (value: unknown): value is Json =>
  isObject(value) &&
  hasTitle(value) &&
  Object.keys(value).some((name) => isTextName(name) && typeof value[name] !== 'boolean');

const isLists = (value: unknown): value is unknown[][] => Array.isArray(value) && value.every(Array.isArray);

/** Rows as lists, by the names of their columns. */
const fromRows = (names: readonly unknown[], rows: readonly unknown[][]): Json[] =>
  rows.map((row) => Object.fromEntries(names.map((name, at) => [String(name), row[at]])));

/** Each column a list: `{"title": ["…", "…"], "body": ["…", "…"]}`. An article has one title, whatever its body is. */
export const fromColumns = (value: unknown): Json[] | null => {
  if (!isObject(value)) return null;
  const columns = Object.entries(value);
  const [, titles] = columns.find(([name]) => isTitleName(name)) ?? [];
  if (!Array.isArray(titles) || titles.length < 2) return null;
  if (!columns.every(([, column]) => Array.isArray(column) && column.length === titles.length)) return null;
  return titles.map((_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, (column as unknown[])[row]])),
  );
};

/** The first row names the columns. */
const fromHeadedRows = (value: unknown): Json[] | null => {
  if (!isLists(value) || value.length < 2) return null;
  const [names = [], ...rows] = value;
  const isHead = (isName: (name: string) => boolean) =>
    names.some((name) => typeof name === 'string' && isName(name));
  return isHead(isTitleName) && isHead(isTextName) ? fromRows(names, rows) : null;
};

/** Tables as data frames are saved: the rows beside the names of their columns, or each column by the names of its rows. */
const fromTable = (value: Json): Json[] | null => {
  const { columns, data } = value;
  if (Array.isArray(columns) && isLists(data)) return fromRows(columns, data);
  const cells = Object.entries(value);
  const [, text] = cells.find(([name]) => isTextName(name)) ?? [];
  if (!isObject(text) || cells.length < 2 || !cells.every(([, column]) => isObject(column))) return null;
  return Object.keys(text).map((row) =>
    Object.fromEntries(cells.map(([name, column]) => [name, (column as Json)[row]])),
  );
};

/** Of a feed whose XML was made JSON, in which one entry alone is no list: its entries, with the feed for their source. */
const fromChannel = (value: unknown): Json[] => {
  if (!isObject(value) || !hasTitle(value)) return [];
  const entries = [value.item ?? value.entry].flat().filter(isObject);
  return entries.some(isArticle) ? entries.map((entry) => ({ source: value.title, ...entry })) : [];
};

/** Where descriptions of services say which version they follow. */
const VERSIONS = ['openapi', 'swagger', 'asyncapi'];

/** Descriptions of data by their names; `true` and `false` are some as well. */
const areDescriptions = (value: unknown): boolean => {
  const each = isObject(value) ? Object.values(value) : [];
  return each.length > 0 && each.every((one) => isObject(one) || typeof one === 'boolean');
};

/** Whether it is a JSON Schema, OpenAPI or the like, which has a title, too: what is said there of articles is not an article. */
export const isSchema = (value: unknown): boolean =>
  isObject(value) &&
  (VERSIONS.some((name) => /^\d+\.\d/.test(String(value[name]))) ||
    areDescriptions(value.$defs ?? value.definitions) ||
    (('$schema' in value || value.type === 'object') && areDescriptions(value.properties)));

/** Null where there are none: a value that has a title is an article itself, whatever is in it. */
export const findRecords = (value: unknown, depth = 0): Json[] | null => {
  const table = isObject(value) ? fromTable(value) : fromHeadedRows(value);
  if (table !== null) return table;
  if (depth > MAX_DEPTH || (isObject(value) && hasTitle(value))) return null;
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  const first = inside.slice(0, MAX_LOOKED_AT);
  const entries = first.flatMap(fromChannel);
  // An article among others may hold some that go with it.
  const areChannels = first.every((one) => !isArticle(one) || fromChannel(one).length > 0);
  if (entries.length > 0 && areChannels) return entries;
  if (first.some(isArticle)) return inside.filter(isObject);
  for (const one of first) {
    const found = findRecords(one, depth + 1);
    if (found !== null) return found;
  }
  return null;
};
