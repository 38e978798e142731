/**
 * In: an answer. Out: its card: the sentence that answers best, large, with where it is from; then two short excerpts,
 * or what was not found. Everything else is behind *More*.
 */

import { type Answer, type Excerpt, hasNoArticles, isCountedBack } from '../../domain/answer.ts';
import { spoken } from '../../language/message.ts';
import { bestSentence, SHORT_EXCERPT, shortenExcerpt } from '../../text/shorten-excerpt.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import { countFitting } from '../messages.ts';
import { actionButton, type Block, type Button, customId, type Reply, type Tone } from '../reply.ts';
import { matchedLine, quotedArticles, shownExcerpts, suggestionLine, verdictLine } from './answer-lines.ts';
import { caption, quotedItem, readItem, sourceAndDate, titleLink } from './article-line.ts';
import { quoteExcerpt, quoteLarge } from './block-quote.ts';
import { fillPages, nearestPage, turnButtons, withFittingLinks } from './paging.ts';
import { fitsScreen } from './phone-screen.ts';
import { filterLine, list, missingLine, progressLine, searchedLine } from './search-lines.ts';
import { storySelect } from './story-card.ts';

const MAX_QUESTION = 140;
/** Above a sentence of more than this many UTF-16 units there is room for less of the question. */
const LONG_SENTENCE = 400;
const MAX_QUESTION_ABOVE = 60;
const MAX_NEAREST = 3;
/** Excerpts on each page but the first. */
const MAX_ON_A_PAGE = 3;

export interface AnswerCardOptions {
  readonly answer: Answer;
  /** As the person wrote it. */
  readonly question: string;
  /** How it was understood, if that is not what was written: a line of its own. */
  readonly note?: Markup;
  /** What the buttons find the question by. */
  readonly id: string;
  /** From 0; a page that is not there shows the last. */
  readonly page: number;
  /** Seen by the asker alone, who may then share it. */
  readonly isPrivate: boolean;
  /** Whether people may say if it helped. */
  readonly takesVotes: boolean;
  /** What became of the quoted articles since: a line at the card's end. */
  readonly changes?: Markup;
  /** Further buttons: what else can be done with the question. */
  readonly buttons?: readonly Button[];
}

const item = (excerpt: Excerpt, text: Markup): Block =>
  quotedItem(text, caption(excerpt, excerpt.alsoIn), excerpt, spoken`Read on`, excerpt.start);

const shortItem = (excerpt: Excerpt, limit = SHORT_EXCERPT): Block => {
  const short = shortenExcerpt(excerpt, limit);
  return item(short, quoteExcerpt(short));
};

const nearestItems = ({ nearest }: Answer, maxUrl: number): Block[] =>
  nearest
    .slice(0, MAX_NEAREST)
    .map((article) =>
      readItem(md`${titleLink(article, { maxUrl })}\n-# ${sourceAndDate(article)}`, article, spoken`Read`),
    );

/**
 * They name the sentence that was shown as the answer, so that a vote is on that one. A miss helps nobody, but may be wrong;
 * what says nothing of articles is no answer.
 */
const voteButtons = ({ answer, id, takesVotes }: AnswerCardOptions): Button[] => {
  const isAnswer = answer.asked !== 'nothing' && answer.asked !== 'talk' && answer.searched.articles > 0;
  if (!takesVotes || !isAnswer) return [];
  const [first] = shownExcerpts(answer).map(bestSentence);
  const args = first === undefined ? [id] : [id, first.seq, first.start, first.end];
  return [
    ...(answer.verdict === 'none' ? [] : [actionButton(spoken`Helpful`, ['ask', 'helpful', ...args])]),
    actionButton(spoken`Not helpful`, ['ask', 'unhelpful', ...args]),
  ];
};

/** The first page leads to the second by *More*; from there on pages are turned. */
const pageButtons = (id: string, page: number, pages: number): Button[] =>
  page === 0
    ? pages > 1
      ? [actionButton(spoken`More`, ['ask', 'page', id, 1])]
      : []
    : turnButtons(page, pages, (to) => customId('ask', 'page', id, to));

const hasFurther = (answer: Answer): boolean =>
  answer.isPartial || answer.matchedArticles > quotedArticles(answer);

/** What to do next comes first. Votes come last, and only below the sentence they are on. */
const buttons = (options: AnswerCardOptions, page: number, pages: number): Block => {
  const { answer, id, isPrivate } = options;
  const spellings = list(answer.corrections.map((each) => each.suggestion));
  const { buttons: further = [] } = options;
  return {
    kind: 'buttons',
    buttons: [
      ...(spellings === ''
        ? []
        : [actionButton(spoken`Search for ${spellings}`, ['ask', 'correct', id], 'primary')]),
      ...pageButtons(id, page, pages),
      ...(shownExcerpts(answer).length === 0
        ? []
        : [actionButton(spoken`Follow up`, ['ask', 'followup', id])]),
      ...further,
      ...(isPrivate ? [actionButton(spoken`Share`, ['ask', 'share', id])] : []),
      ...(page === 0 ? voteButtons(options) : []),
    ],
  };
};

const TONES: Record<Answer['verdict'], Tone> = { answered: 'answer', weak: 'weak', none: 'none' };

const head = ({ question, note, answer }: AnswerCardOptions): Block[] => {
  const newestFirst = answer.asked === 'filters' && answer.verdict !== 'none' && md`newest first`;
  const small = joinMarkup([note, filterLine(answer.query), newestFirst], ' · ');
  const lines = [verdictLine(answer, question), missingLine(answer), suggestionLine(answer)];
  const isLong = shownExcerpts(answer)
    .slice(0, 1)
    .map(bestSentence)
    .some(({ text }) => text.length > LONG_SENTENCE);
  const title = md`### ${oneLine(question, isLong ? MAX_QUESTION_ABOVE : MAX_QUESTION)}`;
  const text = [title, small.markdown && md`-# ${small}`, joinMarkup(lines, ' ')];
  return [{ kind: 'text', text: joinMarkup(text, '\n') }];
};

/** What was looked through, with the way to all that matched at its side. */
const foot = ({ answer, id, changes }: AnswerCardOptions, page: number, pages: number): Block => {
  const where = page > 0 ? md`Page ${page + 1} of ${pages}.` : null;
  const counted = isCountedBack(answer) && md`“Latest” and days count from its newest article.`;
  const facts = joinMarkup([where, matchedLine(answer) ?? searchedLine(answer), counted], ' ');
  const progress = !hasNoArticles(answer) && progressLine(answer.progress);
  const lines = [
    facts.markdown && md`-# ${facts}`,
    changes && md`-# ${changes}`,
    progress && md`-# ${progress}`,
  ];
  const text = joinMarkup(lines, '\n');
  return hasFurther(answer) && text.markdown !== ''
    ? { kind: 'section', text, button: actionButton(spoken`All articles`, ['ask', 'all', id]) }
    : { kind: 'text', text };
};

/** `frame` is what stands around them on the card. */
const nearestBlocks = (answer: Answer, frame: readonly Block[]): Block[] => {
  if (answer.verdict !== 'none' || answer.nearest.length === 0) return [];
  const heading: Block = { kind: 'text', text: md`The nearest titles:` };
  return [heading, ...withFittingLinks((max) => nearestItems(answer, max), [...frame, heading])];
};

/** Two excerpts, somewhat shorter if they must be, say more than one. */
const BESIDE = [
  { count: 2, limit: SHORT_EXCERPT },
  { count: 2, limit: 200 },
  { count: 1, limit: SHORT_EXCERPT },
  { count: 1, limit: 200 },
];

/** What stands beside the answer: as much as a phone shows at once, and Discord takes. */
const itemsBeside = (excerpts: readonly Excerpt[], frame: readonly Block[]): readonly Block[] =>
  BESIDE.map(({ count, limit }) => excerpts.slice(0, count).map((each) => shortItem(each, limit))).find(
    (items) => fitsScreen([...frame, ...items]) && countFitting(items, frame) === items.length,
  ) ?? [];

/** The answer; then what surrounds it, and the excerpts that are not beside it. `frameOf` is what a page holds besides. */
const itemPages = (
  answer: Answer,
  frameOf: (page: number, pages: number) => readonly Block[],
): (readonly Block[])[] => {
  const [first, ...others] = shownExcerpts(answer);
  if (first === undefined) return [[]];
  const best = bestSentence(first);
  const answering = item(best, quoteLarge(best));
  const beside = itemsBeside(others, [...frameOf(0, 2), answering]);
  const around = best.text.trim().length < first.text.trim().length ? [item(first, quoteExcerpt(first))] : [];
  const further = [...around, ...others.slice(beside.length).map((each) => shortItem(each))];
  // As large as a further page gets: with both ways to turn.
  const onFurther = further.length > 0 ? fillPages(further, frameOf(1, 3), MAX_ON_A_PAGE) : [];
  return [[answering, ...beside], ...onFurther];
};

/** Deterministic: the same answer and page give the same card. */
export const answerCard = (options: AnswerCardOptions): Reply => {
  const { answer } = options;
  const nearest = nearestBlocks(answer, [...head(options), foot(options, 0, 2), buttons(options, 0, 2)]);
  const around = (page: number, pages: number, items: readonly Block[] = []): Block[] => [
    ...head(options),
    ...items,
    ...nearest,
    foot(options, page, pages),
    buttons(options, page, pages),
    ...storySelect(shownExcerpts(answer)),
  ];
  const pages = itemPages(answer, around);
  const page = nearestPage(options.page, pages.length);
  const blocks = around(page, pages.length, pages[page]);
  const isTooLong = page === 0 && pages.length > 1 && !fitsScreen(blocks);
  // Who else tells it is behind *More* too.
  return {
    tone: TONES[answer.verdict],
    blocks: isTooLong ? blocks.filter(({ kind }) => kind !== 'select') : blocks,
  };
};
