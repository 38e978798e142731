/** In: an answer. Out: its card: the question, quoted excerpts with their sources, or what was not found. */

import type { Answer, Excerpt } from '../../domain/answer.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import { type Block, type Button, customId, type Reply, type Tone } from '../reply.ts';
import { caption, counted, numberText, readButton, sourceAndDate, titleLink } from './article-line.ts';
import { fillPages, nearestPage, turnButtons, withFittingLinks } from './paging.ts';
import { quote } from './quote.ts';
import { filterLine, list, MAX_WORDS, missingLine, noneLine, searchedLine } from './search-lines.ts';

const MAX_QUESTION = 250;
const MAX_NEAREST = 3;
/** More would push the best out of sight; a page may hold fewer where they are long. */
const MAX_ON_A_PAGE = 3;

export interface AnswerCardOptions {
  readonly answer: Answer;
  /** As the person wrote it. */
  readonly question: string;
  /** How it was understood, where that is not what was written: a line of its own. */
  readonly note?: Markup;
  /** What the buttons find the question by. */
  readonly id: string;
  /** From 0; a page that is not there shows the last. */
  readonly page: number;
  /** Seen by the asker alone, who may then share it. */
  readonly isPrivate: boolean;
  /** Who shared it, where it was private before. */
  readonly sharedBy?: Markup;
  /** Further buttons at the card's end. */
  readonly buttons?: readonly Button[];
}

/** Keywords ask nothing that could be answered: they are found or not. */
const keywordsLine = ({ verdict, unquoted }: Answer): Markup => {
  if (verdict === 'none') return md`**Nothing found.**`;
  return unquoted.length === 0
    ? md`These come nearest.`
    : md`These come nearest; the first does not hold ${list(unquoted.slice(0, MAX_WORDS))}.`;
};

const verdictLine = (answer: Answer): Markup | null => {
  const { asked, verdict } = answer;
  if (verdict === 'answered') return null;
  const none = noneLine(answer);
  if (none !== null) return none;
  if (asked === 'keywords') return keywordsLine(answer);
  if (asked === 'filters') return md`**No article passes these filters.**`;
  if (asked === 'nothing')
    return md`**None of these words tells what to look for.** Name what it is about, or put “quotes” around words to find them as they stand. To go on with an answer, press **Follow up** under it.`;
  return verdict === 'weak'
    ? md`These come nearest, but may not answer it.`
    : md`**Nothing found that answers this.**`;
};

const suggestionLine = ({ corrections }: Answer): Markup | null =>
  corrections.length === 0 ? null : md`Did you mean ${list(corrections.map((each) => each.suggestion))}?`;

/** Where nothing answers, what came nearest all the same would pass for an answer. */
const shownExcerpts = ({ verdict, excerpts }: Answer): readonly Excerpt[] =>
  verdict === 'none' ? [] : excerpts;

const quotedArticles = (answer: Answer): number => new Set(shownExcerpts(answer).map(({ seq }) => seq)).size;

/** Excerpts may also come from articles that match less well than those that are counted: then no number is told. */
const matchedLine = (answer: Answer): Markup | null => {
  const { matchedArticles, isPartial } = answer;
  return matchedArticles < Math.max(1, quotedArticles(answer))
    ? null
    : md`${isPartial && 'at least '}${counted(matchedArticles, 'article')} matched`;
};

const progressLine = ({ progress }: Answer): Markup | null =>
  progress === null
    ? null
    : md`Still indexing: ${numberText(progress.indexed)} of ${numberText(progress.total)} articles so far, so there may be more to find.`;

const excerptItem = (excerpt: Excerpt): Block => ({
  kind: 'item',
  blocks: [
    { kind: 'divider' },
    { kind: 'text', text: quote(excerpt) },
    {
      kind: 'section',
      text: md`-# ${caption(excerpt, excerpt.alsoIn)}`,
      button: readButton(excerpt, 'Read on', excerpt.start),
    },
  ],
});

const nearestItems = ({ nearest }: Answer, maxUrl: number): Block[] =>
  nearest.slice(0, MAX_NEAREST).map((article) => ({
    kind: 'item',
    blocks: [
      {
        kind: 'section',
        text: md`${titleLink(article, maxUrl)}\n-# ${sourceAndDate(article)}`,
        button: readButton(article, 'Read'),
      },
    ],
  }));

const furtherButtons = ({ answer, id, isPrivate, buttons = [] }: AnswerCardOptions): Button[] => {
  const action = (label: string, name: string, style: 'primary' | 'secondary' = 'secondary'): Button => ({
    kind: 'action',
    label,
    customId: customId('ask', name, id),
    style,
  });
  const spellings = list(answer.corrections.map((each) => each.suggestion));
  return [
    ...(spellings === '' ? [] : [action(`Search for ${spellings}`, 'correct', 'primary')]),
    action('Follow up', 'followup'),
    ...(answer.isPartial || answer.matchedArticles > quotedArticles(answer)
      ? [action('All articles', 'all')]
      : []),
    ...(isPrivate ? [action('Share', 'share')] : []),
    ...buttons,
  ];
};

const TONES: Record<Answer['verdict'], Tone> = { answered: 'answer', weak: 'weak', none: 'none' };

const head = ({ question, note, sharedBy, answer }: AnswerCardOptions): Block[] => {
  const newestFirst = answer.asked === 'filters' && answer.verdict !== 'none' && 'newest first';
  const small = joinMarkup([sharedBy, note, filterLine(answer.query), newestFirst], ' · ');
  const lines = [verdictLine(answer), missingLine(answer), suggestionLine(answer)];
  const title = md`### ${oneLine(question, MAX_QUESTION)}`;
  const text = [title, small.markdown && md`-# ${small}`, joinMarkup(lines, ' ')];
  return [{ kind: 'text', text: joinMarkup(text, '\n') }];
};

const foot = (answer: Answer, page: number, pages: number): Block => {
  const where = pages > 1 ? md`page ${page + 1} of ${pages}` : null;
  const facts = joinMarkup([matchedLine(answer), searchedLine(answer), where], ' · ');
  const progress = progressLine(answer);
  const lines = [facts.markdown && md`-# ${facts}`, progress && md`-# ${progress}`];
  return { kind: 'text', text: joinMarkup(lines, '\n') };
};

/** Deterministic: the same answer and page give the same card, each excerpt whole or on a later page. */
export const answerCard = (options: AnswerCardOptions): Reply => {
  const { answer, id } = options;
  const frame = (page: number, pages: number): Block[] => [
    foot(answer, page, pages),
    { kind: 'buttons', buttons: turnButtons(page, pages, (to) => customId('ask', 'page', id, to)) },
    { kind: 'buttons', buttons: furtherButtons(options) },
  ];
  const titles: Block[] = answer.verdict === 'none' ? [{ kind: 'text', text: md`The nearest titles:` }] : [];
  const near = withFittingLinks(
    (max) => nearestItems(answer, max),
    [...head(options), ...titles, ...frame(1, 3)],
  );
  const nearest = titles.length > 0 && near.length > 0 ? [...titles, ...near] : [];
  const items = shownExcerpts(answer).map(excerptItem);
  const pages = fillPages(items, [...head(options), ...nearest, ...frame(1, 3)], MAX_ON_A_PAGE);
  const page = nearestPage(options.page, pages.length);
  return {
    tone: TONES[answer.verdict],
    blocks: [...head(options), ...(pages[page] ?? []), ...nearest, ...frame(page, pages.length)],
  };
};
