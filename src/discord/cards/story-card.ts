/** In: a story. Out: its card: who told it when and who copied whom, what all accounts say, and what one alone has. */

import type { ArticleRef } from '../../domain/answer.ts';
import type { StoryView, Telling } from '../../domain/coverage.ts';
import { counted, spoken, whether } from '../../language/message.ts';
import { TEXT_URL_MAX } from '../link-address.ts';
import { joinMarkup, type Markup, md, moment, oneLine } from '../markup.ts';
import { actionButton, type Block, type Button, customId, type Reply, type Select } from '../reply.ts';
import { dateText, titleLink } from './article-line.ts';
import { type Paging, pageOf, turnRow, withFittingLinks } from './paging.ts';
import { quotationText } from './quotation.ts';

const MAX_TITLE = 70;
const MAX_SOURCE = 40;
const HAS_TIME = /T\d\d:/;

const when = ({ published }: ArticleRef): Markup =>
  published !== null && HAS_TIME.test(published) ? moment(Date.parse(published)) : md`${dateText(published)}`;

const tellingLine = ({ article, copyOf }: Telling, maxUrl = TEXT_URL_MAX): Markup => {
  const copied =
    copyOf !== null &&
    md`-# ${Math.round(copyOf.share * 100)} % word for word as in ${oneLine(copyOf.article.source, MAX_SOURCE)}`;
  const title = titleLink(article, { maxUrl, maxTitle: MAX_TITLE });
  const told = md`- **${oneLine(article.source, MAX_SOURCE)}** · ${when(article)} · ${title}`;
  return joinMarkup([told, copied], '\n');
};

const text = (markup: Markup): Block => ({ kind: 'text', text: markup });
const item = (markup: Markup): Block => ({ kind: 'item', blocks: [text(markup)] });

/** A heading goes with what it heads: neither stands without the other. */
const section = (title: string, items: readonly Markup[]): Block[] =>
  items.map((one, index) => item(index === 0 ? md`**${title}**\n${one}` : one));

const head = ({ article, outlets, accounts }: StoryView): Markup =>
  md`### ${titleLink(article)}\n**${counted(outlets, 'outlet')}, ${whether(accounts, 'one account', '# independent accounts')}**`;

/** `frame` is what stands around them on the card. */
const items = (story: StoryView, frame: readonly Block[]): Block[] => {
  const { tellings, agreed, alone, accounts } = story;
  const first = (maxUrl: number): Block[] => {
    const lines = tellings.slice(0, 6).map((telling) => tellingLine(telling, maxUrl));
    return [item(joinMarkup([md`**In the order of telling**`, ...lines], '\n'))];
  };
  const later = tellings.slice(6).map((telling) => item(tellingLine(telling)));
  const common = agreed.map(({ quotation, accounts: count }) =>
    joinMarkup(
      [quotationText(quotation, TEXT_URL_MAX), accounts > 2 && md`in ${count} of ${accounts} accounts`],
      ' · ',
    ),
  );
  const none =
    accounts > 1 && agreed.length === 0
      ? [item(md`-# No sentence of one account says the same as one of another.`)]
      : [];
  return [
    ...withFittingLinks(first, frame),
    ...later,
    ...section(spoken`They agree`, common),
    ...none,
    ...section(
      spoken`Only one has`,
      alone.map((quotation) => quotationText(quotation, TEXT_URL_MAX)),
    ),
  ];
};

const buttons = ({ article, accounts }: StoryView): Button[] =>
  accounts > 1 ? [actionButton(spoken`Compare`, ['compare', 'story', article.seq])] : [];

export const storyCard = (story: StoryView, paging: Paging): Reply => {
  const alone: Block[] =
    story.tellings.length === 1
      ? [text(md`-# No other outlet here tells this event, as far as titles and openings show.`)]
      : [];
  const frame = [text(head(story)), ...alone];
  const around = [...frame, turnRow(1, 3, paging, buttons(story))];
  const all = items(story, around);
  return { tone: 'info', blocks: pageOf(all, { ...paging, frame, buttons: buttons(story) }) };
};

/** Leads from articles on a card to their stories; none if there are no articles. */
export const storySelect = (articles: readonly ArticleRef[]): Block[] => {
  const unique = [...new Map(articles.map((article) => [article.seq, article])).values()];
  const select: Select = {
    customId: customId('story', 'of'),
    placeholder: spoken`Who else tells it?`,
    choices: unique.map(({ seq, title, source }) => ({
      name: `${oneLine(source, 25)}: ${oneLine(title, 70)}`,
      value: String(seq),
    })),
  };
  return unique.length === 0 ? [] : [{ kind: 'select', ...select }];
};

export const storyButton = ({ seq }: Pick<ArticleRef, 'seq'>): Button =>
  actionButton(spoken`Story`, ['story', 'read', seq]);
