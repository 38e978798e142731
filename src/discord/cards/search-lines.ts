/** In: a query and what was looked through for it. Out: lines that answers and lists of articles have in common. */
import { type Answer, isNoneThen } from '../../domain/answer.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import { counted, dateText, rangeText } from './article-line.ts';

/** So many are named in a line. */
export const MAX_WORDS = 6;
const MAX_SOURCES = 3;

export const list = (words: readonly string[]): string =>
  words.map((word) => `“${oneLine(word, 40)}”`).join(', ');

export const missingLine = ({ missing }: Pick<Answer, 'missing'>): Markup | null =>
  missing.length === 0 ? null : md`No article holds ${list(missing.slice(0, MAX_WORDS))}.`;

export const noneThenLine = ({ searched: { newest } }: Pick<Answer, 'searched'>): Markup =>
  md`**There is no article from then.**${newest !== null && md` The newest is of ${dateText(newest)}.`}`;

/** What was looked through; nothing where it is said that there is none. */
export const searchedLine = ({ query, searched }: Pick<Answer, 'query' | 'searched'>): Markup | null => {
  if (isNoneThen({ query, searched })) return null;
  const { articles, sources, newest } = searched;
  const looked = md`searched ${counted(articles, 'article')} from ${counted(sources, 'source')}`;
  return joinMarkup([looked, newest !== null && md`newest ${dateText(newest)}`], ' · ');
};

/** The sources and days that were looked at, and the sources and words left out, or nothing where none are named. */
export const filterLine = ({
  sources,
  excludedSources,
  within,
  about,
  excluded,
}: Answer['query']): Markup | null => {
  const shown = (names: readonly string[]) =>
    names.slice(0, MAX_SOURCES).map((source) => oneLine(source, 40));
  const more = sources.length > MAX_SOURCES ? ' or others' : '';
  const parts = [
    sources.length > 0 && md`source ${shown(sources).join(' or ')}${more}`,
    excludedSources.length > 0 && md`not from ${shown(excludedSources).join(' or ')}`,
    within && md`${rangeText(within)}`,
    about && md`favouring ${rangeText(about)}`,
    excluded.length > 0 && md`without ${list(excluded.slice(0, MAX_WORDS))}`,
  ];
  return parts.some(Boolean) ? joinMarkup(parts, ' · ') : null;
};
