/** In: an answer. Out: the lines that show it on a terminal. */
import { stripVTControlCharacters } from 'node:util';
import {
  type Answer,
  type ArticleRef,
  type Excerpt,
  hasNoArticles,
  hasNoneOfAskedDays,
  isCountedBack,
  type Span,
} from '../domain/answer.ts';
import { type Published, publishedDay } from '../domain/article.ts';
import { languageName, listText, percentText } from '../language/customs.ts';
import { bestSentence } from '../text/shorten-excerpt.ts';
import type { Paint } from './paint.ts';

const INDENT = '   ';

const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const showDay = (published: Published): string => {
  const day = publishedDay(published);
  return day === null ? 'date unknown' : dayFormat.format(new Date(day));
};

/** Neighbouring matches with nothing but white space between them are marked as one. */
const joinMatches = (text: string, matches: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const match of matches) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, match.start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: match.end };
    else joined.push(match);
  }
  return joined;
};

interface Word {
  readonly shown: string;
  readonly width: number;
}

/** The words of `text` from `start` to `end`, matches marked, all else painted by `rest`. */
const paintWords = (
  text: string,
  span: Span,
  matches: readonly Span[],
  paint: Paint,
  rest: Paint['quiet'],
): Word[] =>
  [...text.slice(span.start, span.end).matchAll(/\S+/g)].map((found) => {
    const from = span.start + found.index;
    const to = from + found[0].length;
    let shown = '';
    let at = from;
    for (const match of matches.filter(({ start, end }) => start < to && end > from)) {
      const start = Math.max(match.start, from);
      const end = Math.min(match.end, to);
      if (start > at) shown += rest(text.slice(at, start));
      shown += paint.match(text.slice(start, end));
      at = end;
    }
    if (at < to) shown += rest(text.slice(at, to));
    return { shown, width: stripVTControlCharacters(shown).length };
  });

const wrap = (words: readonly Word[], width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of words) {
    if (length > 0 && length + 1 + word.width > width) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += length === 0 ? word.shown : ` ${word.shown}`;
    length += (length === 0 ? 0 : 1) + word.width;
  }
  return length === 0 ? lines : [...lines, line];
};

/** The text of an excerpt: its paragraphs, wrapped; the sentence that answers best stands out. */
const renderText = ({ text, start, best, matches }: Excerpt, paint: Paint): string[] => {
  const spans = joinMatches(
    text,
    matches.map((match) => ({ start: match.start - start, end: match.end - start })),
  );
  const lead = { start: best.start - start, end: best.end - start };
  const plain = (shown: string): string => shown;
  const lines: string[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const end = paragraph.index + paragraph[0].length;
    const within = (span: Span): Span => ({
      start: Math.min(Math.max(span.start, paragraph.index), end),
      end: Math.min(Math.max(span.end, paragraph.index), end),
    });
    const middle = within(lead);
    const words = [
      ...paintWords(text, { start: paragraph.index, end: middle.start }, spans, paint, paint.quiet),
      ...paintWords(text, middle, spans, paint, plain),
      ...paintWords(text, { start: middle.end, end }, spans, paint, paint.quiet),
    ];
    lines.push(...wrap(words, paint.width - INDENT.length));
  }
  return lines;
};

const about = ({ source, published, url }: ArticleRef, paint: Paint): string =>
  [source, showDay(published), ...(url === null ? [] : [paint.link(url)])].join(' · ');

const renderAlso = ({ alsoIn }: Excerpt, paint: Paint): string[] =>
  alsoIn.length === 0 ? [] : [paint.quiet(`Also in: ${alsoIn.map(({ source }) => source).join(', ')}`)];

/** Lines under a heading, which is numbered. */
const renderItem = (rank: number, [first = '', ...others]: readonly string[]): string[] => [
  `${rank}. ${first}`,
  ...others.map((line) => `${INDENT}${line}`),
  '',
];

/** The sentence that answers best, where it is from, and what stands around it. */
const renderFirst = (excerpt: Excerpt, paint: Paint): string[] => {
  const { text } = bestSentence(excerpt);
  const words = paintWords(text, { start: 0, end: text.length }, [], paint, paint.title);
  return [
    ...wrap(words, paint.width - INDENT.length),
    excerpt.title,
    about(excerpt, paint),
    ...(text === excerpt.text ? [] : renderText(excerpt, paint)),
    ...renderAlso(excerpt, paint),
  ];
};

const renderFurther = (excerpt: Excerpt, paint: Paint): string[] => [
  paint.title(excerpt.title),
  about(excerpt, paint),
  ...renderText(excerpt, paint),
  ...renderAlso(excerpt, paint),
];

const NONE: Record<Answer['asked'], string> = {
  question: 'Nothing was found that answers this.',
  keywords: 'Nothing was found.',
  filters: 'No article passes these filters.',
  talk: 'Hello! I answer questions about the news: ask "what is the latest on …", "why did …", "who …" or just a topic.',
  nothing:
    'These words are too general to search for. Name a subject, or put "quotes" around words to find them exactly.',
};

const weakness = ({ asked, unquoted }: Answer): string => {
  if (unquoted.length > 0) return `These come nearest; the first does not hold ${quoteWords(unquoted)}.`;
  return asked === 'keywords' ? 'These come nearest.' : 'This may not answer the question.';
};

/** How sure the answer is, in words; nothing if it is sure. */
const renderVerdict = (answer: Answer, paint: Paint): string[] => {
  const { asked, verdict } = answer;
  if (verdict === 'answered') return [];
  if (verdict === 'weak') return [paint.warning(weakness(answer)), ''];
  if (hasNoArticles(answer))
    return [
      paint.warning(answer.progress === null ? 'There is no article yet.' : 'The articles are being read.'),
    ];
  return [paint.warning(hasNoneOfAskedDays(answer) ? 'No articles from that period.' : NONE[asked])];
};

const quoteWords = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' or ');

const renderMissing = ({ missing, articlesIn, corrections, searched }: Answer): string[] => [
  ...(missing.length === 0 || searched.articles === 0 ? [] : [`No article holds ${quoteWords(missing)}.`]),
  ...(articlesIn.length === 0
    ? []
    : [`The articles here are in ${listText(articlesIn.map((code) => languageName(code)))}.`]),
  ...corrections.map(({ word, suggestion }) => `Did you mean “${suggestion}” instead of “${word}”?`),
];

const renderNearest = ({ nearest }: Answer, paint: Paint): string[] =>
  nearest.length === 0
    ? []
    : [
        'The nearest titles:',
        ...nearest.map((ref) => `- ${paint.title(ref.title)}\n  ${about(ref, paint)}`),
        '',
      ];

const renderProgress = ({ progress }: Answer): string => {
  if (progress === null) return '';
  return ` Still reading the corpus: ${percentText(progress)} so far.`;
};

const renderSearched = (answer: Answer): string => {
  const { articles, sources, newest } = answer.searched;
  const until =
    newest === null
      ? ''
      : `, the newest${hasNoneOfAskedDays(answer) ? ' of other days' : ''} of ${showDay(newest)}`;
  const took = answer.tookMs < 10 ? answer.tookMs.toFixed(1) : String(Math.round(answer.tookMs));
  const counted = isCountedBack(answer) ? ' Time counts from there.' : '';
  return `Looked through ${count(articles, 'article')} from ${count(sources, 'source')}${until}, in ${took} ms.${counted}${renderProgress(answer)}`;
};

/** The whole answer, as text that ends with a line end; without excerpts if they answer nothing. */
export const renderAnswer = (answer: Answer, paint: Paint): string =>
  [
    ...renderVerdict(answer, paint),
    ...(answer.verdict === 'none' ? [] : answer.excerpts).flatMap((excerpt, at) =>
      renderItem(at + 1, at === 0 ? renderFirst(excerpt, paint) : renderFurther(excerpt, paint)),
    ),
    ...renderMissing(answer),
    ...renderNearest(answer, paint),
    paint.quiet(renderSearched(answer)),
    '',
  ].join('\n');
