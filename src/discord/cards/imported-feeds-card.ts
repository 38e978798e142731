/** In: what came of adding several feeds at once. Out: a card with their names, and why others were refused. */
import type { ImportedFeeds } from '../../feeds/feed-list.ts';
import { counted } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Reply } from '../reply.ts';
import { stepItem } from './feed-card.ts';

const MAX_NAMED = 10;

const next = (): Markup =>
  md`-# They are read now, one after the other; \`/feeds list\` shows how it goes, and which cannot be reached.`;

export const importedFeedsCard = ({ added, known, refused }: ImportedFeeds): Reply => {
  const names = added.slice(0, MAX_NAMED).map(({ name }) => oneLine(name, 60));
  const lines = [
    md`**${counted(added.length, 'feed')} added**, ${known} known already, ${refused.length} refused.`,
    added.length > MAX_NAMED
      ? md`${names.join(', ')} and ${added.length - MAX_NAMED} more`
      : md`${names.join(', ')}`,
    added.length > 0 && next(),
  ];
  return {
    tone: refused.length > 0 ? 'weak' : 'done',
    blocks: [
      { kind: 'text', text: joinMarkup(lines, '\n') },
      ...refused
        .slice(0, MAX_NAMED)
        .map(({ url, reason }) => stepItem(md`Refused ${oneLine(url, 100)}: ${oneLine(reason, 200)}`)),
    ],
  };
};
