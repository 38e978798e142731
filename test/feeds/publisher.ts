/** A publisher for tests: writes articles, changes them, and serves them as a feed with the bad habits of real ones. */
import fc from 'fast-check';
import { type Item, rss } from './feed-bench.ts';

export interface Habits {
  /** How entries are numbered: not at all, permanently, all alike, from the third poll on, anew at each poll or each change. */
  readonly guid: 'none' | 'stable' | 'shared' | 'late' | 'each poll' | 'each change';
  /** Where they link to: a page each, one with a campaign or with an unknown parameter that changes, parts of one page, one page, the front page, nowhere. */
  readonly link: 'own' | 'campaign' | 'parameter' | 'fragment' | 'one page' | 'front page' | 'none';
  readonly isDated: boolean;
  /** Every title is the same, and comes again each day. */
  readonly recurs: boolean;
  /** Entries in the feed. */
  readonly size: number;
}

export type Edit = 'title' | 'text' | 'date';

/** What happens before a poll: articles are published, and some of those in the feed are edited. */
export interface Day {
  readonly published: number;
  /** So many of the oldest are left out this time, and may be back the next. */
  readonly leftOut: number;
  /** By place in the feed, the newest first. */
  readonly edits: readonly { readonly place: number; readonly of: readonly Edit[] }[];
}

export interface Written {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly dateMs: number;
  readonly changes: number;
}

const DAY_MS = 24 * 3600 * 1000;
const START_MS = Date.parse('2025-06-01T06:00:00Z');

/** Whether an entry can be recognised whatever else changes. */
const isFirm = ({ guid, link }: Habits): boolean =>
  guid === 'stable' || link === 'own' || link === 'campaign' || link === 'fragment';

/** The edits after which anybody would still recognise the article. */
const allowed = (habits: Habits, edits: readonly Edit[]): readonly Edit[] => {
  const { guid, link, isDated, recurs } = habits;
  if (isFirm(habits)) return edits;
  const hasPage = link === 'one page' || link === 'front page';
  const isNumbered = guid === 'each poll' || guid === 'each change' || guid === 'shared';
  const one = edits.find((edit) => {
    if (edit === 'date') return !recurs;
    if (edit === 'title') return !recurs && (hasPage || isDated || !isNumbered);
    return hasPage || isDated || (link === 'none' && !isNumbered);
  });
  return one === undefined ? [] : [one];
};

const makes = fc.record<Habits>({
  guid: fc.constantFrom('none', 'stable', 'shared', 'late', 'each poll', 'each change'),
  link: fc.constantFrom('own', 'campaign', 'parameter', 'fragment', 'one page', 'front page', 'none'),
  isDated: fc.boolean(),
  recurs: fc.boolean(),
  size: fc.integer({ min: 1, max: 6 }),
});

/** Habits under which a reader can distinguish the entries at all. */
export const habits = makes.filter((one) => {
  const { guid, link, isDated, recurs, size } = one;
  const isOwnPage = link === 'own' || link === 'campaign';
  if (recurs && !isDated) return isOwnPage && guid !== 'shared';
  // What stands alone in its feed shows nobody that its page, or its guid, is not its own.
  if (size === 1)
    return isFirm(one) ? guid !== 'stable' || link !== 'one page' : link !== 'one page' && guid !== 'shared';
  return true;
});

export const days = fc.array(
  fc.record<Day>({
    published: fc.integer({ min: 0, max: 3 }),
    leftOut: fc.integer({ min: 0, max: 3 }),
    edits: fc.array(
      fc.record({
        place: fc.nat({ max: 5 }),
        of: fc.uniqueArray(fc.constantFrom<Edit>('title', 'text', 'date'), { minLength: 1 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 2, maxLength: 7 },
);

const WORDS = ['amber', 'birch', 'canal', 'drift', 'ember', 'flint', 'grove', 'heron', 'inlet', 'jetty'];
/** Two words that no other article has. */
const titleOf = (number: number): string =>
  `${WORDS[number % 10]}${number} ${WORDS[(number * 7 + 3) % 10]}${number}`;

const edit = (article: Written, edits: readonly Edit[]): Written => {
  const changes = article.changes + 1;
  return {
    ...article,
    changes,
    title: edits.includes('title') ? `${article.title}, updated ${changes}` : article.title,
    text: edits.includes('text') ? `${article.text} Then came more (${changes}).` : article.text,
    dateMs: edits.includes('date') ? article.dateMs + 60_000 : article.dateMs,
  };
};

export const createPublisher = (of: Habits) => {
  const written: Written[] = [];
  let poll = 0;
  let size = of.size;
  const shown = (): Written[] => written.slice(-size).toReversed();

  const guidOf = ({ number, changes }: Written): string | undefined => {
    switch (of.guid) {
      case 'none':
        return undefined;
      case 'stable':
        return `id-${number}`;
      case 'shared':
        return 'https://wire.example/feed';
      case 'late':
        return poll < 3 ? undefined : `id-${number}`;
      case 'each poll':
        return `id-${number}-${poll}`;
      case 'each change':
        return `id-${number}#${changes}`;
    }
  };
  const linkOf = ({ number }: Written): string | undefined => {
    switch (of.link) {
      case 'own':
        return `https://wire.example/${number}`;
      case 'campaign':
        return `https://wire.example/${number}?utm_campaign=p${poll}`;
      case 'parameter':
        return `https://wire.example/story?n=${number}&amp;via=${poll}`;
      case 'fragment':
        return `https://wire.example/live#p${number}`;
      case 'one page':
        return 'https://wire.example/status';
      case 'front page':
        return 'https://wire.example/';
      case 'none':
        return undefined;
    }
  };
  const item = (article: Written): Item => ({
    title: article.title,
    text: article.text,
    ...(of.isDated && { date: new Date(article.dateMs).toUTCString() }),
    ...(guidOf(article) !== undefined && { id: guidOf(article)! }),
    ...(linkOf(article) !== undefined && { link: linkOf(article)! }),
  });
  const publish = (): void => {
    const number = written.length;
    const dateMs = START_MS + number * (of.recurs ? DAY_MS : 3 * 3600_000);
    const title = of.recurs ? 'The morning briefing' : titleOf(number);
    const text = `What ${titleOf(number)} has done is told here, and why. `.repeat(30).trim();
    written.push({ number, title, text, dateMs, changes: 0 });
  };

  return {
    /** In the feed now, the newest first. */
    shown,
    /** One day on: returns the feed as it is then. */
    turn({ published, leftOut, edits }: Day): string {
      poll++;
      if (isFirm(of) && of.link !== 'one page') size = Math.max(1, of.size - leftOut);
      // One that stays shows that the page, or the guid, is not the new one's own.
      const most = isFirm(of) ? published : Math.min(published, Math.max(of.size - 1, 1));
      const changed = new Set<number>();
      for (const { place, of: wanted } of edits) {
        const article = shown()[place];
        const may = allowed(of, wanted);
        if (article === undefined || may.length === 0 || changed.has(article.number)) continue;
        changed.add(article.number);
        written[article.number] = edit(article, may);
      }
      for (let count = poll === 1 ? Math.max(published, 1) : most; count > 0; count--) publish();
      return rss(shown().map(item));
    },
  };
};
