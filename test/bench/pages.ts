/**
 * `npm run bench:pages -- FILE`: what extraction makes of pages whose right text is known. FILE is JSON lines, or the
 * same gzipped: `html`, `url`, `with` (pieces to be read), `without` (pieces not to be), `date` (`YYYY-MM-DD` or null).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { extractArticle, type PageArticle } from '../../src/intake/html/extract-article.ts';

const USAGE = `Measures what is extracted of pages: precision, recall and F1 over pieces of text, and dates.

  npm run bench:pages -- FILE

  --misses           prints each piece and date that came out wrong
  --half N           measures every second page only, from the first (1) or the second (2)
  --help             prints this
`;

interface KnownPage {
  readonly url: string;
  readonly html: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly date: string | null;
}

const readArguments = () => {
  const options = {
    misses: { type: 'boolean' },
    half: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
};

const { values, positionals } = readArguments();
const [file] = positionals;
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (file === undefined || (values.half !== undefined && !/^[12]$/.test(values.half))) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const all = text
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): KnownPage => JSON.parse(line));
const pages = all.filter((_, at) => values.half === undefined || (at % 2) + 1 === Number(values.half));

/** White space of any kind is one blank: where lines break is not what is measured. */
const flat = (piece: string): string => piece.replace(/\s+/g, ' ').trim();

const extract = ({ url, html }: KnownPage): PageArticle | null => {
  try {
    const contentType = 'text/html; charset=utf-8';
    return extractArticle({ bytes: Buffer.from(html), contentType, address: url, nowMs: Date.now() });
  } catch {
    return null;
  }
};

const counts = { read: 0, missed: 0, dragged: 0, dates: 0, rightDates: 0, empty: 0 };
let slowest = { ms: 0, url: '' };
let totalMs = 0;
for (const page of pages) {
  const start = performance.now();
  const article = extract(page);
  const ms = performance.now() - start;
  totalMs += ms;
  if (ms > slowest.ms) slowest = { ms, url: page.url };
  const body = flat(article?.text ?? '');
  const missed = page.with.filter((piece) => !body.includes(flat(piece)));
  const dragged = page.without.filter((piece) => body.includes(flat(piece)));
  const isRightDate = !page.date || article?.published?.slice(0, 10) === page.date;
  if (article === null) counts.empty++;
  counts.read += page.with.length - missed.length;
  counts.missed += missed.length;
  counts.dragged += dragged.length;
  if (page.date) counts.dates++;
  if (page.date && isRightDate) counts.rightDates++;
  if (!values.misses || (missed.length === 0 && dragged.length === 0 && isRightDate)) continue;
  console.log(page.url);
  for (const piece of missed) console.log(`  missed  ${flat(piece)}`);
  for (const piece of dragged) console.log(`  dragged ${flat(piece)}`);
  if (!isRightDate) console.log(`  date    ${article?.published ?? 'none'}, right is ${page.date}`);
}

const precision = counts.read / (counts.read + counts.dragged);
const recall = counts.read / (counts.read + counts.missed);
const f1 = (2 * precision * recall) / (precision + recall);
console.log(`pages      ${pages.length}, ${counts.empty} without an article`);
console.log(`precision  ${precision.toFixed(3)} (${counts.dragged} pieces dragged in)`);
console.log(`recall     ${recall.toFixed(3)} (${counts.missed} pieces missed)`);
console.log(`F1         ${f1.toFixed(3)}`);
console.log(`dates      ${counts.rightDates} of ${counts.dates}`);
console.log(
  `time       ${(totalMs / pages.length).toFixed(0)} ms a page, slowest ${slowest.ms.toFixed(0)} ms: ${slowest.url}`,
);
