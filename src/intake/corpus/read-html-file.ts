/** In: a page saved as a file. Out: its article. */
import { cleanLine } from '../../text/clean-text.ts';
import { decodeBytes } from '../feed-formats/decode-bytes.ts';
import { htmlToText } from '../html/html-to-text.ts';
import { walkHtml } from '../html/walk-html.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { type FileReader, MAX_ARTICLE_BYTES, problem, readBytes, recordItems } from './file-reader.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { withParser } from './with-parser.ts';

/** Where the page was saved from: what it says itself, or what browsers note at its top. */
const addressOf = (html: string): string | null => {
  const links: (string | undefined)[] = [];
  walkHtml(html, {
    onOpen(name, { rel, href, property, content }) {
      if (name === 'link' && rel?.toLowerCase() === 'canonical') links.unshift(href);
      if (name === 'meta' && property === 'og:url') links.push(content);
    },
    onText: () => {},
    onClose: () => {},
  });
  const saved = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s)(\S{1,2000})/.exec(
    html.slice(0, 4_000),
  );
  return [...links, saved?.[1]].find((url) => /^https?:/i.test(url ?? '')) ?? null;
};

/** The whole text of a page in which no article can be distinguished from what is around it. */
const readAll = (html: string): { title: string | null; body: string } => {
  const title = /<title[^>]{0,200}>([^<]{1,1000})<\/title/i.exec(html)?.[1];
  return {
    title: title === undefined ? null : cleanLine(htmlToText(title).text) || null,
    body: htmlToText(html).text,
  };
};

/** Generators of sites put front matter above pages, too. */
const withFrontMatter = (html: string): FrontMatter =>
  /^\s{0,99}(?:---|\+\+\+)\s*\n/.test(html)
    ? readFrontMatter(html)
    : { fields: {}, body: html, problems: [] };

/** The titles of what comes in the place of an article, whole: an error, or a check whether the reader is a person. */
const NOTICES = [
  String.raw`(?:error )?(?:4\d\d|50\d)`,
  String.raw`(?:error )?(?:(?:4\d\d|50\d)[\s–—:-]{1,3})?(?:error|(?:this )?(?:page )?(?:(?:was|could) )?not (?:be )?found|forbidden|bad gateway|internal server error|service (?:temporarily )?unavailable)`,
  'seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|страница не найдена',
  'access (?:to this page has been )?denied|just a moment|attention required|pardon our interruption|before you continue(?: to .{1,20})?|are you a (?:human|robot)|robot or human|verify (?:that )?you are (?:a )?human|security check(?: required)?',
];
/** The name of the outlet may stand before or behind. */
const NO_ARTICLE = new RegExp(
  String.raw`^(?:[^-–—|]{1,40}\s[-–—|]\s)?(?:${NOTICES.join('|')})[.!?…]{0,3}\s*(?:$|[-–—|])`,
  'i',
);
/** Errors say little else. */
const MAX_NOTICE = 1_500;

export const readHtmlFile: FileReader = async function* (file, onBytes) {
  const limit = { maxBytes: MAX_ARTICLE_BYTES, advice: 'one-article' } as const;
  const bytes = await readBytes(file, limit, onBytes);
  const written = decodeBytes(bytes, null);
  if (written.trim() === '') return yield problem(file, null, { kind: 'empty' });
  const { fields: front, body: html, problems } = withFrontMatter(written);
  const url = addressOf(html);
  // What lies in the future now is as it is dated all the same.
  const document = {
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    address: url ?? '',
    nowMs: Number.MAX_SAFE_INTEGER,
  };
  try {
    const article = await withParser((pages) => pages.parse('article', document));
    const fields =
      article === null
        ? readAll(html)
        : { ...article, body: article.text, image: article.imageUrl, source: article.siteName };
    if (NO_ARTICLE.test(fields.title ?? '') && fields.body.length < MAX_NOTICE)
      yield problem(file, null, { kind: 'unreadable-page', problem: { kind: 'no-article' } });
    else yield* recordItems(file, null, { ...fields, url, ...front }, 'file', false);
    for (const { line, reason } of problems) yield problem(file, line, reason);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    yield problem(file, null, { kind: 'unreadable-page', problem: error.problem });
  }
};
