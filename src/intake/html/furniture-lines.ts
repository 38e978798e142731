/** In: an article's text. Out: the same without the lines that no reporter wrote: labels, share bars, sign-ups, credits. */

const any = (...patterns: string[]): string => `(?:${patterns.join('|')})`;

/** Lines that are one of these alone, whatever stands around them that is not a letter. */
const LABELS = any(
  // Advertisements.
  'advertisements?',
  'advertising',
  'advert',
  'ad',
  'sponsored(?: content)?',
  'paid content',
  'promoted',
  'anzeige',
  'werbung',
  'publicité',
  'publicidad',
  'pubblicità',
  'publicidade',
  'reklama?',
  'реклама',
  'annonce',
  'annons',
  'mainos',
  'advertentie',
  '広告',
  '广告',
  '廣告',
  '광고',
  'إعلان',
  'διαφήμιση',
  'iklan',
  'quảng cáo',
  'โฆษณา',
  '(?:story|article) continues (?:below|after)(?: th(?:e|is))?(?: ad(?:vertisement|vert)?)?',
  'skip (?:advertisement|ad|past newsletter promotion|to (?:main )?content)',
  'after newsletter promotion',
  'scroll to continue(?: with content)?',
  // Pictures and players.
  '(?:hide|show|toggle|view|open|close|buy)(?: (?:this|more))? (?:caption|image|photos?|prints?|gallery|transcript|comments?|full screen|fullscreen)',
  'caption',
  'full ?screen',
  'autoplay',
  'wait \\d{1,2} seconds? to continue',
  '(?:image|photo|media|video) (?:caption|credit|source)',
  'enlarge (?:this )?(?:image|photo)',
  'image gallery',
  'getty images',
  'play video',
  'watch(?: now| video)?',
  'video player',
  'your browser does not support .{0,60}',
  'external content',
  'externer inhalt',
  'contenu externe',
  // What to do with the page.
  'print(?: this page)?',
  'drucken',
  'imprimer',
  'imprimir',
  'stampa',
  'save(?: article)?',
  'listen(?: to (?:this )?article)?',
  'copy link',
  'link copied',
  'comments?',
  'leave a comment',
  'view comments',
  'kommentare',
  'bookmark',
  'back to top',
  'nach oben',
  'zurück(?: zur übersicht)?',
  'loading(?: comments)?',
  'please wait',
  'skip to content',
  // What to read next.
  'related(?: (?:articles?|stor(?:y|ies)|content|topics?|posts?|news|coverage|links?|reading|video))?',
  '(?:recommended|suggested|popular|trending|latest|further|more)(?: (?:for you|stories|articles|reading|news|posts|videos))',
  'most (?:read|popular|viewed)',
  'read (?:more|also|next|on|the full (?:story|article))(?: (?:here|below|at .{1,40}))?',
  'see also',
  'you (?:may|might) (?:also )?(?:like|be interested in)',
  'what to read next',
  'explore more on these topics',
  'our standards: .{1,60}',
  '(?:责任编辑|責任編輯|责编).{1,30}',
  'more on this(?: (?:story|topic))?',
  'continue reading',
  'click here(?: to (?:read|subscribe|sign up).{0,40})?',
  'tags?',
  'topics?',
  'categor(?:y|ies)',
  'more from .{1,40}',
  'mehr zum thema',
  'lesen sie (?:auch|mehr|hier|dazu|weiter)',
  'lies auch',
  'weiterlesen',
  'zum weiterlesen',
  'mehr lesen',
  'mehr dazu',
  'ähnliche (?:beiträge|artikel|themen)',
  'verwandte (?:artikel|themen|beiträge)',
  'das könnte (?:sie|dich|euch) auch interessieren',
  'das thema könnte dich auch interessieren',
  'auch interessant',
  'empfohlene (?:beiträge|artikel)',
  'schon gelesen',
  'weitere (?:artikel|informationen|themen|nachrichten|links?|meldungen)',
  'themen(?: im artikel)?',
  'schlagworte',
  'über den autor',
  'zur startseite',
  '(?:à )?lire (?:aussi|également|plus|la suite)',
  'sur le même sujet',
  'voir aussi',
  'articles? (?:liés|similaires|connexes)',
  'le[ae] (?:también|más|además)',
  'le puede interesar',
  'te puede interesar',
  'te recomendamos',
  'noticias? relacionadas?',
  'mire',
  'leia (?:também|mais)',
  'veja também',
  'leggi (?:anche|tutto)',
  'potrebbe interessarti',
  'lees (?:ook|meer|verder)',
  'læs (?:også|mere)',
  'les (?:også|mer)',
  'läs (?:också|även|mer)',
  'lue (?:myös|lisää)',
  'czytaj (?:też|także|również|więcej|dalej)',
  'zobacz (?:też|także|również|więcej)',
  'přečtěte si(?: také)?',
  'olvasta már.{0,3}',
  'citește (?:și|mai mult)',
  'читайте (?:также|ещ[её]|далее)',
  'по теме',
  'читайте також',
  'διαβάστε (?:επίσης|ακόμα|περισσότερα)',
  'ilgili haberler',
  'ayrıca okuyun',
  'devamını oku',
  'baca juga',
  'xem thêm',
  'اقرأ (?:أيضا|أيضًا|المزيد)',
  'קראו (?:גם|עוד)',
  '関連(?:記事|リンク|ニュース)',
  'あわせて読みたい',
  '続きを読む',
  '(?:相关|相關)(?:阅读|閱讀|新闻|新聞|文章|报道)',
  '延伸(?:阅读|閱讀)',
  '(?:阅读|閱讀)(?:更多|全文)',
  '관련\\s?(?:기사|뉴스)',
  '이전 기사',
  '더 ?보기',
  'อ่านเพิ่มเติม',
  'ข่าวที่เกี่ยวข้อง',
);
const LABEL_LINE = new RegExp(`^[^\\p{L}\\p{N}]*${LABELS}[^\\p{L}\\p{N}]*$`, 'iu');

/** A label and, after a colon, what it leads to. */
const POINTER_LINE = new RegExp(
  `^[^\\p{L}\\p{N}]*${any('read (?:more|also|next)', 'see also', 'related(?: (?:article|story|stories|articles))?', 'more on this', 'watch', 'also read', "don[’']t miss", 'recommended', 'lesen sie (?:auch|mehr|hier|dazu)', 'mehr zum thema', 'mehr dazu', 'weitere informationen(?: [^:]{1,60})?', '(?:à )?lire (?:aussi|également)', 'voir aussi', 'le[ae] (?:también|más|además)', 'mire', 'leia também', 'leia mais', 'leggi anche', 'lees ook', 'læs også', 'les også', 'läs (?:också|även)', 'lue myös', 'czytaj (?:też|także|również|więcej)', 'zobacz (?:też|także|również)', 'читайте также', 'читайте також', 'διαβάστε επίσης', 'baca juga', 'xem thêm', '関連記事', '相关阅读', '延伸閱讀', '관련기사', 'اقرأ أيضا')}\\s*[:：»>|–-].{0,200}$`,
  'iu',
);

const NETWORK =
  '(?:share|tweet|facebook|twitter|x|whatsapp|e-?mail|print|copy(?: link)?|link copied|reddit|linkedin|pinterest|pin|telegram|instagram|threads|bluesky|mastodon|messenger|pocket|flipboard|tumblr|youtube|tiktok|save|teilen|twittern|drucken|merken|mailen|partager|envoyer|compartir|enviar|condividi|compartilhar|delen|dela|del|jaa|udostępnij|поделиться|paylaş|bagikan|シェア|ツイート|分享|공유)';
const SHARE_LINE = new RegExp(
  `^${NETWORK}(?:(?: (?:on|via|by|auf|sur|en|this|this article|article))?[\\s,|/·•&+-]+(?:(?:on|via|by|auf|sur|en|per) )?${NETWORK}){1,20}\\W*$|^(?:share|teilen|partager|compartir)(?: (?:this|on|via|auf|sur|en|article|story|page|with friends|your|per|artikel|beitrag|mit|diesen|cet)){0,4}(?: ${NETWORK})?\\W*$`,
  'iu',
);

/** Lines up to a length that begin in one way and hold a word. */
const LONGER: readonly { readonly max: number; readonly begins: RegExp; readonly holds: RegExp }[] = [
  {
    max: 300,
    begins:
      /^\W{0,3}(?:sign(?:ing)? up|subscribe|register|join|enter your|get (?:our|the|more|breaking|daily)|want (?:more|to)|if you (?:enjoyed?|like)|never miss|don.t miss|receive|for more|abonnieren|abonniere|melde|melden|jetzt|verpasse|newsletter|inscrivez|abonnez|recevez|suscr[ií]b|reg[ií]strate|recibe|assine|cadastre|iscriviti|schrijf|zapisz|подпис|subskrybuj|zapraszamy)/iu,
    holds:
      /newsletter|in(?:to)? your inbox|mailing list|e-?mail|whatsapp|bolet[ií]n|infolettre|alerts?\b|рассылк|subskrypcj|abonnement|prenumerat/iu,
  },
  {
    max: 200,
    begins:
      /^\W{0,3}(?:follow|like|find|join|connect with|download|folge|folgen|suivez|s[ií]gue|siga|segui|volg|подписывайтесь|takip|for the latest|read more|stay up)/iu,
    holds:
      /\b(?:twitter|facebook|instagram|telegram|whatsapp|youtube|tiktok|linkedin|google news|app store|google play|(?:our|the)(?: \w+)? apps?|apps? for ios)\b/iu,
  },
  {
    max: 400,
    begins:
      /^\W{0,3}(?:we (?:and our|use)|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking)|diese (?:web)?seite|wir (?:verwenden|nutzen)|unsere website|ce site|nous utilisons|este sitio|utilizamos|questo sito|deze (?:web)?site|to (?:view|see|show) this|um (?:diesen|den|das)|mit dem klick)/iu,
    holds: /\bcookies?\b|externen? inhalt|third.party content/iu,
  },
  {
    max: 250,
    begins:
      /^\W{0,3}(?:subscribe|already a (?:subscriber|member)|to (?:continue|read|access|keep)|log ?in|sign in|please (?:log|sign|enable|turn|subscribe|disable)|you (?:have|must|need)|this (?:article|content|story) is|become a|support|pour (?:lire|accéder)|déjà abonné|diesen artikel|bereits|inicia sesión|hazte|accedi)/iu,
    holds:
      /\bsubscri|\blog ?in\b|\bsign in\b|javascript|ad ?blocker|free articles?|\bmember\b|membership|abonn|suscri|miembro|registr/iu,
  },
];

const CREDIT_LINE =
  /^[([]?\s*(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|video|fotos?|bild(?:er)?|bildquelle|bildnachweis|grafik|photo credits?|image credits?|image source|credits?|crédits?(?: photo)?|cr[eé]ditos?|imagen|foto(?:grafía)?s?|fot|zdjęcie|фото|source|quelle)(?:\s+(?:by|courtesy(?: of)?|via|credits?|source))?\s*(?:[:：]|by\b|courtesy\b|[©/|])[^.!?。]{1,100}[\])]?\.?\s*$|^[([]?\s*(?:©|\(c\)|copyright\b).{1,100}$/iu;
/** As the BBC and others write it. */
const CAPTION_LINE = /^(?:image|media|video|photo) (?:source|caption|credit)\s*,.{1,120}$/iu;
const AGENCY_LINE =
  /^[^.!?。]{0,100}(?:getty images|shutterstock|istock(?:photo)?|alamy|picture.alliance|imago images|adobe ?stock|afp via getty|ap photo|unsplash|pixabay|pexels)[^.!?。]{0,40}$/iu;
const READING_TIME =
  /^\W{0,3}(?:\d{1,3}\s?-?min(?:ute)?s?\.? (?:read|to read|lesezeit|de lecture|de lectura)|(?:reading time|lesezeit|temps de lecture|lesedauer|tiempo de lectura|ten tekst przeczytasz)\b.{0,40}|\d{1,2} (?:minutes?|hours?|days?) ago)\W*$/iu;

/** What WordPress puts under each entry of a feed, in its languages; then comes the name of the site. */
const FEED_FOOTER =
  /^(?:The post .{1,300} (?:appeared first|first appeared) on|Der Beitrag .{1,300} erschien zuerst auf|(?:L[’']article|Le billet) .{1,300} est apparu en premier sur|La entrada .{1,300} (?:se publicó primero|aparece primero) en|L[’']articolo .{1,300} proviene da|O post .{1,300} (?:apareceu primeiro|aparece primeiro) em|Het bericht .{1,300} verscheen eerst op|Artykuł .{1,300} pochodzi z serwisu|(?:Сообщение|Запись) .{1,300} (?:впервые появил(?:ась|ось)|появил(?:ась|ись|ось) сначала) на|Inlägget .{1,300} dök först upp på|Indlægget .{1,300} blev først udgivet på|投稿 .{1,300} は) [^\p{Ll}].{0,80}$/u;
/** What the feeds of Reddit and Hacker News say of a link. */
const LINK_LINE =
  /^(?:submitted by \/?u\/\S{1,40}(?: to r\/\S{1,40})?|\[link\]\s{0,5}\[comments\]|(?:article|comments) url: ?https?:\S{1,300}|(?:points|# comments): ?\d{1,6})$/i;

/** Longer lines are never taken for furniture. */
const MAX_LINE = 400;
const MAX_LABEL = 90;

/** Whether a line of an article's text is furniture. Linear in its length. */
export const isFurnitureLine = (line: string): boolean => {
  if (line.length > MAX_LINE) return false;
  const text = line.replace(/^•\s*/, '').trim();
  if (text.length <= MAX_LABEL && (LABEL_LINE.test(text) || SHARE_LINE.test(text) || READING_TIME.test(text)))
    return true;
  if (text.length <= 240 && POINTER_LINE.test(text)) return true;
  if (FEED_FOOTER.test(text) || LINK_LINE.test(text)) return true;
  if (text.length <= 160 && (CREDIT_LINE.test(text) || CAPTION_LINE.test(text) || AGENCY_LINE.test(text)))
    return true;
  return LONGER.some(({ max, begins, holds }) => text.length <= max && begins.test(text) && holds.test(text));
};

/** A text in paragraphs without those lines for which `isUnwanted`; blank lines still separate paragraphs. */
export const dropLines = (text: string, isUnwanted: (line: string) => boolean): string =>
  text
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => line.trim() === '' || !isUnwanted(line))
        .join('\n'),
    )
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n');
