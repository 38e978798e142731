/** In: the document of a page. Out: the same without boilerplate: menus, teasers, forms. */
import type { PageDocument, PageElement, PageNode } from './page-elements.ts';

interface Amount {
  /** Characters of text, and those of them in links. */
  text: number;
  links: number;
}

/** Parts of any page that hold no article, by element and by role. */
const PARTS = new Set(['nav', 'footer', 'menu', 'figcaption', 'button', 'select', 'textarea', 'input']);
const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip form tablist'.split(
    ' ',
  ),
);

const named = (...words: string[]): RegExp => new RegExp(`(?:^|[\\s-])(?:${words.join('|')})(?=$|[\\s-])`);

/** Words in class names and ids of parts that are left out whatever they hold. */
const FURNITURE = named(
  // What leads elsewhere.
  'related\\w*',
  'recommend\\w*',
  'recirc\\w*',
  'read-more',
  'readmore',
  'read-also',
  'also-read',
  'see-also',
  'more-(?:stories|news|articles|posts|topic|from)',
  'morelinks',
  'breadcrumbs?',
  'pagination',
  'pager',
  'tags',
  'taglist',
  'tag-(?:list|links|cloud)',
  'post-tags?',
  'entry-tags?',
  'keywords',
  'most-(?:read|popular)',
  'mostread',
  'popular(?:-posts)?',
  'trending',
  'outbrain',
  'taboola',
  'trc-related',
  'similar(?:-articles)?',
  'wp-embedded-content',
  'internal-links?',
  'linkbox',
  'yarpp',
  'jp-relatedposts',
  'crp',
  'toc',
  'table-of-contents',
  // What asks for something.
  'newsletter\\w*',
  'news-letter',
  'subscri\\w+',
  'abonnement',
  'sign-?up',
  'signup\\w*',
  'paywall\\w*',
  'login',
  'registration',
  'donat\\w+',
  'cta\\d*',
  'call-to-action',
  // Drupal says of an article that it is on the front page: node--promoted.
  '(?<!node-)promo\\w*',
  'cookies?',
  'cookie-\\w+',
  'consent',
  'gdpr',
  'privacy-embed-\\w+',
  'brlbs-\\w+',
  'borlabs\\w*',
  'akismet\\w*',
  'adblock\\w*',
  'advert\\w*',
  'ads?',
  'ad-\\w+',
  'adsense',
  'adslot',
  'sponsor(?:ed)?',
  'werbung',
  'anzeige',
  'publicidad',
  'affiliate',
  'affiliate-\\w+',
  // What readers do.
  'share',
  'sharing',
  'sharer',
  'shar(?:e|ing)-\\w+',
  'sharedaddy',
  'social(?:s|-\\w+)?',
  'addtoany\\w*',
  'addthis\\w*',
  'comments?',
  'comment-(?:list|form|respond|area)',
  'comments-area',
  'commentlist',
  'respond',
  'kommentare?',
  'disqus\\w*',
  'rating\\w*',
  'news-rate',
  'feedback',
  // Who wrote it, when, and whose picture it is.
  'author-(?:bio|box|info|card|description|profile|area)\\S*',
  'authorbox',
  'about-(?:the-)?author',
  'post-author',
  'post-author-\\S+',
  'post-meta',
  'postmeta',
  'postmetadata',
  'entry-meta',
  'article-meta',
  'reading-?time',
  'byline',
  'post-info',
  'caption',
  'caption-text',
  'wp-caption-text',
  'subcaption',
  'media-caption\\S*',
  'image-?(?:caption|credit|description)',
  'photo-?credit',
  'picture-caption',
  'credits?',
  'copyright',
  'legend',
  'figure-?(?:caption|copyright)\\S*',
  // What helps with the page.
  'skip-link',
  'screen-reader-text',
  'sr-only',
  'visually-?hidden',
  'noprint',
  'print-(?:hidden|none)',
  'toolbar',
  'toolbox',
  'modal',
  'popup',
  'overlay',
  'lightbox',
  'tooltip',
  'pop-up',
  'postnav',
  'post-nav\\S*',
  'nav-(?:links|next|previous|below|above)',
  'navigation',
  'postnavigation',
  'site-(?:header|footer)',
  'page-footer',
  'footer-\\w+',
  'footer',
);
/** Words of parts that are left out if they are mostly links, or hold little. */
const LIKELY = named(
  'teasers?',
  'teaser-\\S+',
  'widget\\w*',
  'sidebar\\w*',
  'side-bar',
  'rail',
  'aside',
  'promo',
  'box',
  'kasten\\w*',
  'banner',
  'menu',
  'nav',
  'navbar',
  'meta',
  'links?',
  'linklist',
  'topics?',
  'themen',
  'categories',
  'category',
  'cat-links',
  'carousel',
  'slider',
  'appendix',
  'extra',
  'more\\S*',
  'next',
  'previous',
  'further',
  'latest',
  'recent\\S*',
  'entry-footer',
  'post-footer',
  'article-footer',
  'infos?',
  'service',
  'tools?',
  'accordion',
);
/** Names of the parts that hold the article, which are never left out. */
export const ARTICLE_NAME = named(
  'article-?(?:body|content|text)',
  'entry-content',
  'post-(?:content|body)',
  'story-?(?:body|content|text)',
  'articlebody',
  'body-?text',
  'main-content',
  'page-content',
);

/** Class names and id as words separated by dashes and blanks. */
export const nameOf = ({ className, id }: PageElement): string =>
  `${className} ${id}`
    .slice(0, 500)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_:]+/g, '-')
    .replace(/-+/g, '-')
    .toLowerCase();

/** The text below each element, in one pass. */
const measure = (root: PageElement): Map<PageElement, Amount> => {
  const amounts = new Map<PageElement, Amount>();
  const visit = (element: PageElement, inLink: boolean): Amount => {
    const isLink = inLink || element.localName === 'a';
    const amount = { text: 0, links: 0 };
    for (let child: PageNode | null = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const { length } = child.textContent.trim();
        amount.text += length;
        if (isLink) amount.links += length;
      } else if (child.nodeType === 1) {
        const below = visit(child as PageElement, isLink);
        amount.text += below.text;
        amount.links += below.links;
      }
    }
    amounts.set(element, amount);
    return amount;
  };
  visit(root, false);
  return amounts;
};

/** A part with more of the page's own text (links not counted) than this is the article, whatever it is called. */
const MAX_SHARE = 0.35;
/** Below this many characters a part that may be furniture is. */
const LITTLE = 60;

const isFurniture = (element: PageElement, { text, links }: Amount): boolean => {
  const { localName } = element;
  if (PARTS.has(localName) || ROLES.has(element.getAttribute('role') ?? '')) return true;
  const density = text === 0 ? 1 : links / text;
  if (localName === 'form' && text < 500) return true;
  if (localName === 'aside') return density > 0.3 || text < 200;
  const name = nameOf(element);
  if (name.trim() === '' || ARTICLE_NAME.test(name)) return false;
  return FURNITURE.test(name) || (LIKELY.test(name) && (density > 0.5 || (density > 0.25 && text < LITTLE)));
};

/** Takes the furniture out of the document. What holds a headline of the page or much of its text always stays. */
export const pruneFurniture = (document: PageDocument): void => {
  const { body } = document;
  if (body === null) return;
  const amounts = measure(body);
  const total = amounts.get(body)!;
  const most = (total.text - total.links) * MAX_SHARE;
  /** The headline and all around it. */
  const around = new Set<PageElement>();
  for (let one = document.querySelector('h1'); one !== null; one = one.parentElement) {
    around.add(one);
    // A dialog that is open hides all behind it from who listens.
    one.removeAttribute('aria-hidden');
  }
  const ownText = (element: PageElement): number => {
    const { text, links } = amounts.get(element) ?? { text: 0, links: 0 };
    return text - links;
  };
  /** Paragraphs of one name are one part: some papers call all that subscribers may read a paywall. */
  const shares = new Map<string, number>();
  for (const paragraph of document.querySelectorAll('p[class]')) {
    const name = nameOf(paragraph);
    shares.set(name, (shares.get(name) ?? 0) + ownText(paragraph));
  }
  const shareOf = (element: PageElement): number =>
    (element.localName === 'p' ? shares.get(nameOf(element)) : undefined) ?? ownText(element);
  const visit = (element: PageElement): void => {
    const amount = amounts.get(element) ?? { text: 0, links: 0 };
    const isMost = shareOf(element) > most;
    if (!isMost && !around.has(element) && isFurniture(element, amount)) element.remove();
    else for (const child of [...element.children]) visit(child);
  };
  for (const child of [...body.children]) visit(child);
};
