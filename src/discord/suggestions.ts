/** In: what someone has typed into an option. Out: what to offer for it. Other text stays allowed. */

import { numberText } from '../language/customs.ts';
import { tell } from '../language/message.ts';
import { dateText } from './cards/article-line.ts';
import type { Suggest } from './command.ts';
import { oneLine } from './markup.ts';
import { MAX_CHOICES } from './messages.ts';

/** Sources that hold what was typed, those with most articles first. */
export const suggestSources: Suggest = async (typed, app) => {
  const wanted = typed.trim().toLowerCase();
  const sources = await app.articles.sources();
  return sources
    .filter(({ source }) => source.toLowerCase().includes(wanted))
    .slice(0, MAX_CHOICES)
    .map(({ source, articles }) => ({
      name: `${oneLine(source, 70)} (${numberText(articles)})`,
      value: source,
    }));
};

/** Suggests sources for the last of several names separated by commas. */
export const suggestSourceList: Suggest = async (typed, app, context) => {
  const comma = typed.lastIndexOf(',') + 1;
  const before = comma === 0 ? '' : `${typed.slice(0, comma)} `;
  const last = await suggestSources(typed.slice(comma), app, context);
  return last.map(({ name, value }) => ({ name: `${before}${name}`, value: `${before}${value}` }));
};

/** What chose an article from the suggestions: its number, where a typed title stands else. */
export const ARTICLE_NUMBER = /^#(\d+)$/;

/** Articles whose titles begin with or resemble what was typed; the latest ones before anything is. */
export const suggestTitles: Suggest = async (typed, app) => {
  const articles =
    typed.trim() === ''
      ? await app.articles.latest({ count: MAX_CHOICES })
      : await app.backend.suggestTitles(typed, MAX_CHOICES);
  return articles.map((article) => ({
    name: `${oneLine(article.title, 65)} · ${oneLine(article.source, 15)} · ${dateText(article.published)}`,
    value: `#${article.seq}`,
  }));
};

/** Offered, and read by the query language, in English; shown in the language that is spoken. */
export const SUGGESTED_DAYS = ['today', 'yesterday', 'last week', 'last month', 'this year', 'last year'];

/** Days in words, and what was typed itself. */
export const suggestDays: Suggest = async (typed) => {
  const wanted = typed.trim().toLowerCase();
  const known = SUGGESTED_DAYS.map((value) => ({ name: tell(value), value })).filter(
    ({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted),
  );
  const isNamed = known.some(({ name, value }) => name.toLowerCase() === wanted || value === wanted);
  return wanted === '' || isNamed ? known : [{ name: typed.trim(), value: typed.trim() }, ...known];
};
