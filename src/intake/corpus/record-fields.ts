/** The fields of a record, by the names that files, scrapers and news services give them. */
import { unprinted } from './printed-value.ts';

export type Fields = ReadonlyMap<string, unknown>;

/** What tables made of nested records put before the names of the inner ones: `_source.title`, `fields.headline`. */
const PREFIX = /^(?:_source|fields|article|attributes|properties|node|item|doc|data)\./i;
/** The namespace of a name from XML: `dc:creator`, `content:encoded`. */
const NAMESPACE = /^[a-z]{1,20}:/i;

const plainName = (name: string): string =>
  /^[a-z]+$/.test(name)
    ? name
    : name === '_source'
      ? 'source_'
      : name
          .replace(PREFIX, '')
          .replace(NAMESPACE, '')
          .normalize('NFD')
          .toLowerCase()
          .replace(/[\s_.-]|\p{M}/gu, '');

const words = (list: string): readonly string[] => list.trim().split(/\s+/).map(plainName);

/** The names each field goes by, the usual first; case, blanks, `_`, `.` and `-` aside. */
export const NAMES = {
  id: words('id guid uuid articleid'),
  title: words(`
    title headline name webtitle heading headlines articletitle newstitle posttitle titel titre titulo titolo
    resolvedtitle giventitle überschrift schlagzeile tytuł tittel overskrift rubrik nadpis cím titlu başlık judul tiêuđề τίτλος
    शीर्षक หัวข้อ כותרת 标题 標題 タイトル 見出し 제목 заголовок العنوان عنوان
  `),
  url: words(`
    url link permalink canonicalurl weburl externalurl href canonical alternate articleurl articlelink newsurl
    newslink address requestedurl pageurl resolvedurl givenurl 链接 連結 网址 링크 ссылка الرابط
  `),
  source: words(`
    source outlet outletname publisher publication site sitename sourcename sourcehostname domain sourcedomain hostname
    domainname newspaper feed origin sourceid quelle fuente fonte zeitung medium subreddit provider
    bron źródło kilde källa zdroj forrás sursă kaynak sumber nguồn πηγή джерело מקור منبع
    来源 來源 媒体 媒體 出典 출처 언론사 источник المصدر
  `),
  author: words(`
    author authors byline authorsbyline publishedbylines creator writer articleauthor journalist publishedby autor auteur autore by
    forfatter författare kirjoittaja szerző yazar penulis tácgiả συγγραφέας מחבר نویسنده
    作者 著者 기자 автор الكاتب
  `),
  published: words(`
    published dategmt datetimepub date publishedat publisheddate publishdate datepublish datepublished publicationdate
    publishingdate webpublicationdate pubdate publishedtime publishtime timepublished publishedutc publishedon postdategmt postdate
    dateposted posteddate postedat posted timestamp time datetime
    articledate displaydate firstpublishdate seendate createdat created createdutc updated updatedat modified
    datemodified datum fecha fechadepublicacion datedepublication datadepublicacao datadipubblicazione data dato
    päivämäärä tarih tanggal ngày ημερομηνία तारीख วันที่ תאריך تاریخ releasedate savedat
    发布时间 發布時間 发布日期 日期 日付 公開日 날짜 дата التاريخ
  `),
  body: words(`
    encoded body content text articlebody fulltext maintext contenttext bodytext contenthtml plaintext article story
    articletext articlecontent selftext newstext news rawtext inhalt texte contenu texto contenido conteudo testo
    contenuto tekst inhoud treść innehåll brødtekst indhold teksti szöveg conținut metin içerik isi
    nộidung κείμενο текст पाठ เนื้อหา טקסט תוכן متن paragraphs sections contentelements components contents html bodyhtml postcontent
    正文 内容 內容 本文 본문 내용 текст النص المحتوى
  `),
  summary: words(`
    description desc summary abstract excerpt shortdescription trailtext leadparagraph lead snippet standfirst
    teaser short subtitle subheadline dek postexcerpt 摘要 要約 概要 요약 описание ملخص
  `),
  language: words('language lang locale sprache langue idioma lingua'),
  tags: words('tags keywords categories category topics section sectionname newstype subject'),
  image: words('image imageurl urltoimage thumbnail topimage cover featuredimage'),
} satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Objects within a record that hold more of its fields: the Guardian's, Elasticsearch's, Zola's, Hugo's, Reddit's,
 * ActivityPub's, GeoJSON's, Strapi's, and Aylien's links.
 */
const NESTED = words(
  'fields _source extra taxonomies params meta metadata data object properties attributes links',
);

/** Objects that are all of a record, beside a number or a score at most. */
const WRAPPERS = words('article story news post item doc document entry node record row snippet');

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** How deep a record may lie in such objects. */
const MAX_WRAPPED = 4;

/** The fields by plain name, those of the record itself before those of objects in it. */
export const fieldsOf = (record: Readonly<Record<string, unknown>>, depth = 0): Fields => {
  const all = ownFields(record);
  if (pick(all, NAMES.title, present) !== null) return all;
  const wrapper = WRAPPERS.find((name) => isObject(all.get(name)));
  if (wrapper === undefined || depth === MAX_WRAPPED) return all;
  const around = [...all].filter(([name]) => name !== wrapper);
  return new Map([...around, ...fieldsOf(all.get(wrapper) as Readonly<Record<string, unknown>>, depth + 1)]);
};

const present = (value: unknown): true | null => (value === undefined || value === null ? null : true);

/** Parts of a text; where they are no objects, they are where the article stands in its paper. */
const PARTS = ['sections', 'components'];

const plainFields = (record: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(record)
    // A name of its own counts before the same of another namespace: `title` before `media:title`.
    .toSorted(([one], [other]) => Number(NAMESPACE.test(one)) - Number(NAMESPACE.test(other)))
    .map(([name, value]): [string, unknown] => [plainName(name), unprinted(value)])
    .filter(([name, value]) => !PARTS.includes(name) || (Array.isArray(value) && value.some(isObject)));

const ownFields = (record: Readonly<Record<string, unknown>>): Fields => {
  const named = plainFields(record);
  const own = new Map(named);
  const nested = NESTED.flatMap((name) => {
    const value = own.get(name);
    return isObject(value) ? plainFields(value) : [];
  });
  // The first of two names that differ in case or marks alone counts, so the order is turned round for `Map`.
  const plain = named.filter(([name, value]) => !NESTED.includes(name) || !isObject(value));
  return new Map([...nested.toReversed(), ...plain.toReversed()]);
};

const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());
const TEXTS: ReadonlySet<string> = new Set([...NAMES.body, ...NAMES.summary]);
const BODIES: ReadonlySet<string> = new Set(NAMES.body);
const TITLES: ReadonlySet<string> = new Set(NAMES.title);

/** Whether a column or field of that name is looked at for anything. */
export const isKnownName = (name: string): boolean => KNOWN.has(plainName(name));

/** Whether a column or field of that name is looked at for the text of an article. */
export const isTextName = (name: string): boolean => TEXTS.has(plainName(name));

/** Whether a field of that name is looked at for the whole text of an article. */
export const isBodyName = (name: string): boolean => BODIES.has(plainName(name));

/** Whether a field of that name is looked at for the title of an article. */
export const isTitleName = (name: string): boolean => TITLES.has(plainName(name));

/** The first of the field's names that holds something `read` can use. */
export const pick = <T>(
  fields: Fields,
  names: readonly string[],
  read: (value: unknown) => T | null,
): T | null => {
  for (const name of names) {
    const value = read(fields.get(name));
    if (value !== null) return value;
  }
  return null;
};
