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

/** Tables as data frames are saved: the rows beside the names of their columns, or each column by the names of its rows. */
const fromTable = (value: Json): Json[] | null => {
  const { columns, data } = value;
  if (Array.isArray(columns) && isLists(data))
    return data.map((row) => Object.fromEntries(columns.map((name, at) => [String(name), row[at]])));
  const cells = Object.entries(value);
  const [, text] = cells.find(([name]) => isTextName(name)) ?? [];
  if (!isObject(text) || !cells.every(([, column]) => isObject(column))) return null;
  return Object.keys(text).map((row) =>
    Object.fromEntries(cells.map(([name, column]) => [name, (column as Json)[row]])),
  );
};

/** Null where there are none: a value that has a title is an article itself, whatever is in it. */
export const findRecords = (value: unknown, depth = 0): Json[] | null => {
  const table = isObject(value) ? fromTable(value) : null;
  if (table !== null) return table;
  if (depth > MAX_DEPTH || (isObject(value) && hasTitle(value))) return null;
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (inside.slice(0, MAX_LOOKED_AT).some(isArticle)) return inside.filter(isObject);
  for (const one of inside.slice(0, MAX_LOOKED_AT)) {
    const found = findRecords(one, depth + 1);
    if (found !== null) return found;
  }
  return null;
};
