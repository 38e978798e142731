/** In: a comparison. Out: its card: the sentences of each fact, one source under the other, what differs in bold. */
import type { ComparedFact, Comparison, Quotation } from '../../domain/coverage.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Block, Reply } from '../reply.ts';
import { dateText, titleLink } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { type Paging, pageOf, turnRow, withFittingLinks } from './paging.ts';

const MAX_SOURCE = 40;
const MAX_TITLE = 70;

const saying = (quotation: Quotation): Markup =>
  md`-# ${oneLine(quotation.article.source, MAX_SOURCE)}\n${quoteSentence(quotation)}`;

const factItem = (fact: ComparedFact, index: number): Block => ({
  kind: 'item',
  blocks: [
    ...(index > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'text', text: joinMarkup(fact.map(saying), '\n') },
  ],
});

const head = (topic: string, { articles, facts }: Comparison, maxUrl: number): Markup => {
  const named = articles.map(
    (article) =>
      md`-# **${oneLine(article.source, MAX_SOURCE)}** · ${dateText(article.published)} · ${titleLink(article, { maxUrl, maxTitle: MAX_TITLE })}`,
  );
  const isMarked = facts.some((fact) => fact.some(({ marks }) => marks.length > 0));
  const legend =
    facts.length === 0
      ? md`They have no sentence in common. How each of them begins:`
      : isMarked && md`Numbers, names and days that differ are in **bold**.`;
  return joinMarkup([md`### ${oneLine(topic, 140)}`, ...named, legend], '\n');
};

export interface ComparisonCardOptions extends Paging {
  readonly topic: string;
}

/** A comparison of at least two articles. */
export const comparisonCard = (
  comparison: Comparison,
  { topic, ...paging }: ComparisonCardOptions,
): Reply => {
  const { facts, openings } = comparison;
  const rows = facts.length > 0 ? facts : openings.map((opening) => [opening]);
  const items = rows.map(factItem);
  // Each page has room for its longest item.
  const longest = items.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).slice(0, 1);
  const frame = withFittingLinks(
    (maxUrl) => [{ kind: 'text', text: head(topic, comparison, maxUrl) }],
    [...longest, turnRow(1, 3, paging)],
  );
  return { tone: 'info', blocks: pageOf(items, { ...paging, frame }) };
};
