/** In: a query and what was looked through for it. Out: lines that answers and lists of articles have in common. */

import { type Answer, hasNoArticles, hasNoneOfAskedDays } from '../../domain/answer.ts';
import { languageName, listText, orText, percentText, quotedText } from '../../language/customs.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import { dateText, rangeText } from './article-line.ts';

/** How many are named in a line. */
export const MAX_WORDS = 6;
const MAX_SOURCES = 3;

export const list = (words: readonly string[]): string => quotedText(words.map((word) => oneLine(word, 40)));

type Missed = Pick<Answer, 'missing' | 'articlesIn' | 'searched'>;

export const missingLine = ({ missing, articlesIn, searched }: Missed): Markup | null => {
  if (missing.length === 0 || searched.articles === 0) return null;
  const line = md`No article holds ${list(missing.slice(0, MAX_WORDS))}.`;
  const languages = listText(articlesIn.map((code) => languageName(code)));
  return languages === '' ? line : joinMarkup([line, md`The articles here are in ${languages}.`], ' ');
};

type Looked = Pick<Answer, 'query' | 'searched'>;

/** How much can be found while articles are read; nothing once all can. */
export const progressLine = (progress: number | null): Markup | null =>
  progress === null
    ? null
    : md`Articles are still being read: ${percentText(progress)} so far, so there may be more to find.`;

/** Why nothing can be found while articles are read; nothing once all can. */
export const notReadLine = (progress: number | null): Markup | null =>
  progress === null
    ? null
    : md`**The articles are being read:** ${percentText(progress)} so far. Ask again in a moment.`;

const noneYet = (): Markup =>
  md`**No article is here yet.** They come from the corpus folder and from feeds (\`/feeds add\`).`;

/** Why nothing was found, if there was nothing to look through; else null. */
export const noneLine = (looked: Looked, progress: number | null): Markup | null => {
  if (hasNoArticles(looked)) return notReadLine(progress) ?? noneYet();
  const { newest } = looked.searched;
  if (!hasNoneOfAskedDays(looked)) return null;
  return newest === null
    ? md`**No articles from that period.**`
    : md`**No articles from that period.** The newest is from ${dateText(newest)}.`;
};

/** What was looked through; nothing if there was nothing. */
export const searchedLine = ({ searched }: Pick<Looked, 'searched'>): Markup | null => {
  const { articles, sources, newest } = searched;
  if (articles === 0) return null;
  return newest === null
    ? md`Searched ${counted(articles, 'article')} from ${counted(sources, 'source')}.`
    : md`Searched ${counted(articles, 'article')} from ${counted(sources, 'source')}, the newest of ${dateText(newest)}.`;
};

/** The whole reply if no article is about a topic. */
export const noneAbout = (topic: string): Markup =>
  joinMarkup([md`**No article is about “${topic}”.**`, md`\`/search\` finds any that only mention it.`], ' ');

/** The sources and days that were looked at, and the sources and words left out, or nothing if none are named. */
export const filterLine = ({
  sources,
  excludedSources,
  within,
  about,
  excluded,
}: Answer['query']): Markup | null => {
  const shown = (names: readonly string[]) =>
    orText([
      ...names.slice(0, MAX_SOURCES).map((source) => oneLine(source, 40)),
      ...(names.length > MAX_SOURCES ? [spoken`others`] : []),
    ]);
  const parts = [
    sources.length > 0 && md`source ${shown(sources)}`,
    excludedSources.length > 0 && md`not from ${shown(excludedSources)}`,
    within && md`${rangeText(within)}`,
    about && md`favouring ${rangeText(about)}`,
    excluded.length > 0 && md`without ${list(excluded.slice(0, MAX_WORDS))}`,
  ];
  return parts.some(Boolean) ? joinMarkup(parts, ' · ') : null;
};
