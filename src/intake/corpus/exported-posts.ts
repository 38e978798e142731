/**
 * In: a feed that may be a blog's export (WordPress's WXR, Blogger's backup), as it was split. Out: the same without what is no
 * article in it: drafts, pages, attachments, comments.
 */
import type { FeedPiece, SplitFeed } from './split-feed.ts';

export interface ExportedPosts {
  readonly head: string;
  readonly pieces: Iterable<FeedPiece>;
  /** What is shown of those who write, by the names they log in with. */
  readonly authors: ReadonlyMap<string, string>;
}

/** Kinds of posts that are articles: WordPress's own, and what sites that publish news call theirs. */
const ARTICLE_TYPES = new Set(
  'post blog news article articles story stories press press-release press_release'.split(' '),
);

/** The text of an element, which programs write, as far as it holds no tags. */
const fieldOf = (written: string, name: string): string | null =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)`, 'i').exec(written)?.[1]?.trim() ?? null;

/** Whether an entry, as it is written, is no draft, page, attachment or comment, and not behind a password; true in any feed. */
const isArticle = (entry: string): boolean => {
  const bloggerKind =
    /blogger\/2008\/kind#(\w+)/.exec(entry)?.[1] ?? fieldOf(entry, 'blogger:type') ?? 'post';
  return (
    ARTICLE_TYPES.has(fieldOf(entry, 'wp:post_type') ?? 'post') &&
    (fieldOf(entry, 'wp:status') ?? 'publish') === 'publish' &&
    (fieldOf(entry, 'wp:post_password') ?? '') === '' &&
    bloggerKind.toLowerCase() === 'post' &&
    (fieldOf(entry, 'blogger:status') ?? 'LIVE') === 'LIVE' &&
    fieldOf(entry, 'app:draft') !== 'yes'
  );
};

const SHORTCODE = /\[(?:\/[a-z][\w-]*|[a-z][\w-]*\s[^[\]=]*\w=["'\w][^[\]]*|caption|embed|gallery)\]/gi;
const HAS_PARAGRAPHS = /<!-- wp:|<p[\s>]/;
const BLANK_LINES = /\r?\n[^\S\n]*\n/g;

/** A post as WordPress would show it: it keeps blank lines for paragraphs, and shortcodes for what plugins put there. */
const asShown = (entry: string): string => {
  const start = entry.indexOf('<content:encoded>');
  const end = entry.lastIndexOf('</content:encoded>');
  if (start === -1 || end < start) return entry;
  const written = entry.slice(start, end).replace(SHORTCODE, '\n\n');
  const shown = HAS_PARAGRAPHS.test(written) ? written : written.replace(BLANK_LINES, '<br><br>');
  return entry.slice(0, start) + shown + entry.slice(end);
};

const authorNames = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head.split('<wp:author>').flatMap((author): [string, string][] => {
      const login = fieldOf(author, 'wp:author_login');
      const name = fieldOf(author, 'wp:author_display_name');
      return login && name ? [[login, name]] : [];
    }),
  );

function* published(pieces: readonly FeedPiece[], show: (entry: string) => string): Generator<FeedPiece> {
  for (const piece of pieces) if (isArticle(piece.text)) yield { ...piece, text: show(piece.text) };
}

export const exportedPosts = ({ head, pieces }: SplitFeed): ExportedPosts =>
  /wordpress\.org\/export\//.test(head)
    ? {
        // Behind what the site says of itself stand all its authors, categories and tags.
        head: head.split(/<wp:(?:author|category|tag|term)>/, 1)[0]!,
        pieces: published(pieces, asShown),
        authors: authorNames(head),
      }
    : { head, pieces: published(pieces, (entry) => entry), authors: new Map() };
