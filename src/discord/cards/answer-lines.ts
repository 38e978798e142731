/** In: an answer. Out: the sentences of its card: what was found, what was meant, how many articles match, what was searched. */
import type { Answer, Excerpt } from '../../domain/answer.ts';
import { numberText } from '../../language/customs.ts';
import { counted, whether } from '../../language/message.ts';
import { type Markup, md } from '../markup.ts';
import { list, MAX_WORDS, noneLine } from './search-lines.ts';
import { unsureLine } from './unsure-line.ts';

/** Keywords ask nothing that could be answered: they are found or not. */
const keywordsLine = ({ verdict, unquoted }: Answer): Markup => {
  if (verdict === 'none') return md`**Nothing found.**`;
  return unquoted.length === 0
    ? md`These come nearest.`
    : md`These come nearest; the first does not hold ${list(unquoted.slice(0, MAX_WORDS))}.`;
};

export const verdictLine = (answer: Answer, question: string): Markup | null => {
  const { asked, verdict } = answer;
  if (verdict === 'answered') return null;
  const none = noneLine(answer, answer.progress);
  if (none !== null) return none;
  if (asked === 'keywords') return keywordsLine(answer);
  if (asked === 'filters') return md`**No article passes these filters.**`;
  if (asked === 'talk') return talkLine();
  if (asked === 'nothing')
    return md`**These words are too general to search for.** Name a subject, or put “quotes” around words to find them exactly. To continue from an answer, press **Follow up** under it.`;
  return verdict === 'weak'
    ? unsureLine(answer, question, shownExcerpts(answer))
    : md`**Nothing found that answers this.**`;
};

/** What can be asked, for those who only said hello, or asked for a joke. */
const talkLine = (): Markup =>
  md`Hello! **I answer questions about the news** from the articles I have. Try “what’s the latest on …”, “why did …”, “what did … say about …”, or just a topic.`;

export const suggestionLine = ({ corrections }: Answer): Markup | null =>
  corrections.length === 0 ? null : md`Did you mean ${list(corrections.map((each) => each.suggestion))}?`;

/** If nothing answers, what came nearest all the same would pass for an answer. */
export const shownExcerpts = ({ verdict, excerpts }: Answer): readonly Excerpt[] =>
  verdict === 'none' ? [] : excerpts;

export const quotedArticles = (answer: Answer): number =>
  new Set(shownExcerpts(answer).map(({ seq }) => seq)).size;

/**
 * Excerpts may also come from articles that match less well than those that are counted: then no number is shown, nor
 * if nothing is shown of them.
 */
export const matchedLine = (answer: Answer): Markup | null => {
  const { asked, verdict, matchedArticles, isPartial, searched } = answer;
  if (verdict === 'none' || matchedArticles < Math.max(1, quotedArticles(answer))) return null;
  const all = Math.max(matchedArticles, searched.articles);
  if (asked === 'filters') return md`${counted(matchedArticles, 'article')} in all.`;
  const some = numberText(matchedArticles);
  return isPartial
    ? md`At least ${some} of ${counted(all, 'article')} ${whether(matchedArticles, 'mentions', 'mention')} this.`
    : md`${some} of ${counted(all, 'article')} ${whether(matchedArticles, 'mentions', 'mention')} this.`;
};
