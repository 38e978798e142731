/** One suite for the backend in this thread and the backend in a worker: callers cannot see which it is. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend, BackendOptions } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { openBackendThreads } from '../../src/backend/open-backend-threads.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { createLog } from '../../src/log.ts';

const NOW = Date.parse('2024-03-21T12:00:00Z');
const ASKED = { asOfMs: NOW };

/** Goes on from `NOW`: by its clock the backend takes turns between files. */
const clock = () => NOW + performance.now();

const openers = {
  openBackend: (options: BackendOptions): Promise<Backend> =>
    openBackend(options, { clock, log: createLog({ level: 'silent' }) }),
  openBackendThreads: (options: BackendOptions): Promise<Backend> =>
    openBackendThreads({ ...options, log: createLog({ level: 'silent' }), logOptions: { level: 'silent' } }),
};

const story = (fields: Record<string, string>, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}\n`;

const draft = (id: string, body: string, fields: Partial<ArticleDraft> = {}): ArticleDraft => ({
  key: `feed:1#${id}`,
  givenId: id,
  title: `Story ${id}`,
  url: null,
  source: 'Kyiv Wire',
  author: null,
  published: '2024-03-20',
  body,
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'feed:1',
  ...fields,
});

/** A folder with a corpus of two articles. */
const makeFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-backend-'));
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(
    join(corpus, 'raid.md'),
    story(
      {
        title: 'Militias cross the border',
        source: 'Border Post',
        date: '2024-03-12',
        url: 'https://example.org/raid',
      },
      'On Tuesday the militias captured the village of Tyotkino. Residents of the region were told to leave.',
    ),
  );
  await writeFile(
    join(corpus, 'order.md'),
    story(
      { title: 'An order to the security service', source: 'Kyiv Wire', date: '2024-03-19' },
      'Putin told the FSB to hunt down those who fight on the other side. He spoke at a meeting of its board.',
    ),
  );
  return { folder, corpus };
};

let folder: string;
let corpus: string;
let backends: Backend[];
beforeEach(async () => {
  ({ folder, corpus } = await makeFolder());
  backends = [];
});
afterEach(async () => {
  for (const backend of backends) await backend.close();
  await rm(folder, { recursive: true });
});

/** Opens backends in the folder of the test, closed after it. */
const openersOf = (openAny: (options: BackendOptions) => Promise<Backend>) => {
  const open = async (options: Partial<BackendOptions> = {}): Promise<Backend> => {
    const backend = await openAny({
      corpus: [corpus],
      dataDir: join(folder, 'data'),
      watch: null,
      ...options,
    });
    backends.push(backend);
    return backend;
  };
  const openLoaded = async (options: Partial<BackendOptions> = {}): Promise<Backend> => {
    const backend = await open(options);
    await backend.loaded();
    return backend;
  };
  return { open, openLoaded };
};

/** What the engine finds, whatever is between it and who asks. */
describe('a search', () => {
  const { openLoaded } = openersOf(openers.openBackend);

  it('counts and lists all that match, however many, and says where it does not know', async () => {
    const backend = await openLoaded();
    const drafts = Array.from({ length: 1_205 }, (_, n) => draft(`${n}`, `Report ${n} tells of a harvest.`));
    await backend.add(drafts, 'backfill');
    const first = await backend.search('harvest', { asOfMs: NOW });
    expect(first).toMatchObject({ total: 1_205, isPartial: false });
    const last = await backend.search('harvest', { asOfMs: NOW, offset: 1_200 });
    expect(last).toMatchObject({ total: 1_205, articles: { length: 5 } });
    expect(first.articles.map(({ seq }) => seq)).not.toContain(last.articles[0]!.seq);
    const phrase = await backend.search('"a harvest"', { asOfMs: NOW, sort: 'newest' });
    expect(phrase).toMatchObject({ total: 1_000, isPartial: true });
    const answer = await backend.answer('"a harvest"', ASKED);
    expect(answer).toMatchObject({ matchedArticles: 100, isPartial: true });
    const few = await backend.answer('"report 12 tells"', ASKED);
    expect(few).toMatchObject({ matchedArticles: 1, isPartial: false });
  });

  it('counts the articles that hold each of a few words, and of many says how many there are at least', async () => {
    const backend = await openLoaded();
    const body = 'The minister opened the harvest fair of the northern valley.';
    await backend.add(
      Array.from({ length: 100 }, (_, n) => draft(`${n}`, `${body} Visitor ${n} came.`)),
      'backfill',
    );
    const few = await backend.answer('who opened the harvest fair', ASKED);
    expect(few).toMatchObject({ matchedArticles: 100, isPartial: false });
    const many = await backend.answer('which minister opened the harvest fair of the northern valley', ASKED);
    expect(many).toMatchObject({ matchedArticles: 40, isPartial: true });
  });

  it('finds the one text that holds a phrase to the letter, however many hold its words in other forms', async () => {
    const backend = await openLoaded();
    const drafts = Array.from({ length: 2_205 }, (_, n) => draft(`${n}`, `The harvests report ${n} came.`));
    const body = `Everyone waits for harvest reports. ${'Nothing else is told here. '.repeat(50)}`;
    await backend.add([...drafts, draft('last', body, { published: '2020-01-01' })], 'backfill');
    for (const sort of ['relevance', 'newest', 'oldest'] as const)
      expect(await backend.search('"harvest reports"', { asOfMs: NOW, sort })).toMatchObject({
        total: 1,
        isPartial: false,
        articles: [{ title: 'Story last' }],
      });
    expect(await backend.search('"harvests reported"', { asOfMs: NOW })).toMatchObject({
      total: 0,
      isPartial: false,
    });
    expect(await backend.search('"harvest reports" came', { asOfMs: NOW })).toMatchObject({ total: 1 });
  });

  it('lists the newest of all that hold a phrase, page by page to the last', async () => {
    const backend = await openLoaded();
    const drafts = Array.from({ length: 1_205 }, (_, n) => draft(`${n}`, `A harvest, number ${n}.`));
    const body = `A harvest. ${'Nothing else is told here. '.repeat(50)}`;
    await backend.add([...drafts, draft('latest', body, { published: '2024-03-21' })], 'backfill');
    const newest = await backend.search('"a harvest"', { asOfMs: NOW, sort: 'newest' });
    expect(newest.articles[0]).toMatchObject({ title: 'Story latest' });
    const last = await backend.search('"a harvest"', { asOfMs: NOW, offset: 1_200 });
    expect(last).toMatchObject({ total: 1_206, isPartial: false, articles: { length: 6 } });
  });

  it('finds a phrase of a time as it stands', async () => {
    const backend = await openLoaded();
    await backend.add([draft('a', 'It rained last week.'), draft('b', 'The last weeks were dry.')], 'new');
    const page = await backend.search('"last week"', { asOfMs: NOW });
    expect(page).toMatchObject({ total: 1, articles: [{ title: 'Story a' }] });
  });

  it('answers from the text that holds a phrase, where the best hold its words in other forms', async () => {
    const backend = await openLoaded();
    const drafts = Array.from({ length: 100 }, (_, n) => draft(`${n}`, `The harvests report ${n} came.`));
    await backend.add(
      [...drafts, draft('last', 'We wait for harvest reports.', { published: '2020-01-01' })],
      'new',
    );
    const { excerpts, ...counted } = await backend.answer('"harvest reports"', ASKED);
    expect(excerpts.map(({ title }) => title)).toEqual(['Story last']);
    expect(counted).toMatchObject({ matchedArticles: 1, isPartial: false });
  });
});

describe.each(Object.entries(openers))('%s', (_, openAny) => {
  const { open, openLoaded } = openersOf(openAny);

  /** To start threads takes longer than most tests: one for all that change nothing, one for all that only add articles. */
  let read: Backend;
  let added: Backend;
  const folders: string[] = [];
  const openShared = async (): Promise<Backend> => {
    const made = await makeFolder();
    folders.push(made.folder);
    const backend = await openAny({ corpus: [made.corpus], dataDir: join(made.folder, 'data'), watch: null });
    await backend.loaded();
    return backend;
  };
  beforeAll(async () => {
    read = await openShared();
    added = await openShared();
  });
  afterAll(async () => {
    for (const backend of [read, added]) await backend.close();
    for (const each of folders) await rm(each, { recursive: true });
  });

  it('answers with the sentence that answers, quoted exactly and with its source', async () => {
    const { verdict, excerpts } = await read.answer('Which village did the militias capture?', ASKED);
    const [first] = excerpts;
    expect(verdict).not.toBe('none');
    expect(first).toMatchObject({
      source: 'Border Post',
      url: 'https://example.org/raid',
      published: '2024-03-12',
    });
    const body = (await readFile(join(corpus, 'raid.md'), 'utf8')).split('---\n')[2]!.trim();
    expect(first!.text).toBe(body.slice(first!.start, first!.end));
    expect(body.slice(first!.best.start, first!.best.end)).toBe(
      'On Tuesday the militias captured the village of Tyotkino.',
    );
    expect(first!.matches.map(({ start, end }) => body.slice(start, end))).toEqual(
      expect.arrayContaining(['militias', 'captured', 'village']),
    );
  });

  it('says what it looked through and what it did not find', async () => {
    const answer = await read.answer('Who won the football championship in Brazil?', ASKED);
    expect(answer.verdict).toBe('none');
    expect(answer.missing).toEqual(expect.arrayContaining(['football', 'championship', 'Brazil']));
    expect(answer.searched).toEqual({ articles: 2, sources: 2, newest: '2024-03-19' });
    expect(answer.progress).toBeNull();
  });

  it('forgives a slip of the pen and says so', async () => {
    const { excerpts, corrections } = await read.answer('Tyotkno', ASKED);
    expect(corrections).toEqual([{ word: 'Tyotkno', suggestion: 'Tyotkino' }]);
    expect(excerpts[0]!.text).toContain('Tyotkino');
  });

  it('refuses a question it cannot read, and says why', async () => {
    const asking = read.answer('raids after:soonish', ASKED);
    await expect(asking).rejects.toThrow(DatelineError);
    await expect(asking).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('soonish'),
    });
  });

  it('refuses a source it does not have, and says where the sources are listed', async () => {
    await expect(read.answer('militias source:nonsuch', ASKED)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('nonsuch'),
    });
  });

  it('calls an answer weak where no article holds the name that was asked about', async () => {
    const answer = await read.answer('Which village did the militias capture near Avdiivka?', ASKED);
    expect(answer.verdict).not.toBe('answered');
    expect(answer.missing).toContain('Avdiivka');
    expect(answer.nearest.map(({ seq }) => seq)).not.toContain(answer.excerpts[0]?.seq);
  });

  it('finds articles by words, newest first where asked, and page by page', async () => {
    await added.add([draft('again', 'The militias met again.')], 'new');
    const newest = await added.search('militias', { asOfMs: NOW, sort: 'newest' });
    expect(newest.articles.map(({ title }) => title)).toEqual(['Story again', 'Militias cross the border']);
    const second = await added.search('militias', { asOfMs: NOW, sort: 'newest', offset: 1, limit: 1 });
    expect(second).toMatchObject({ total: 2, offset: 1, articles: [{ title: 'Militias cross the border' }] });
  });

  it('lists what a filter alone lets through', async () => {
    const page = await read.search('source:kyiv', { asOfMs: NOW });
    expect(page.articles.map(({ source }) => source)).toEqual(['Kyiv Wire']);
  });

  it('suggests titles from their first letters', async () => {
    expect((await read.suggestTitles('mili', 5)).map(({ title }) => title)).toEqual([
      'Militias cross the border',
    ]);
  });

  it('has an added article in its answers at once, and a changed one with its new text alone', async () => {
    expect(await added.add([draft('seen', 'A comet was seen over Kursk.')], 'new')).toMatchObject([
      { outcome: 'added' },
    ]);
    expect((await added.answer('comet over Kursk', ASKED)).excerpts[0]!.articleId).toBe('seen');
    expect(await added.add([draft('seen', 'A meteor was seen over Kursk.')], 'new')).toMatchObject([
      { outcome: 'changed' },
    ]);
    expect((await added.answer('meteor over Kursk', ASKED)).excerpts[0]!.text).toBe(
      'A meteor was seen over Kursk.',
    );
    expect((await added.answer('comet', ASKED)).excerpts).toEqual([]);
  });

  it('quotes copies once and names them', async () => {
    const text = 'The governor opened a bridge over the Seim.';
    const title = 'A bridge opens';
    await added.add(
      [draft('first', text, { title }), draft('copy', text, { title, source: 'Border Post' })],
      'new',
    );
    const { excerpts } = await added.answer('Who opened a bridge over the Seim?', ASKED);
    expect(excerpts.map(({ articleId, alsoIn }) => [articleId, alsoIn.map((copy) => copy.source)])).toEqual([
      ['first', ['Border Post']],
    ]);
  });

  it('shows nothing from after the clock it is given', async () => {
    await added.add(
      [draft('late', 'The tunnel under the Desna fell in.', { published: '2024-03-25' })],
      'new',
    );
    expect((await added.answer('tunnel under the Desna', ASKED)).excerpts).toEqual([]);
    expect((await added.answer('tunnel under the Desna', { ...ASKED, graceDays: 7 })).excerpts).toHaveLength(
      1,
    );
  });

  it('needs quoted phrases to the letter', async () => {
    expect((await read.answer('"captured the village"', ASKED)).excerpts).toHaveLength(1);
    expect((await read.answer('"capture the villages"', ASKED)).excerpts).toEqual([]);
  });

  it('has a file that is added, changed or removed in its answers without a restart', async () => {
    const backend = await openLoaded({ watch: 'auto' });
    const found = (words: string) => async () => (await backend.answer(words, ASKED)).excerpts.length;
    await writeFile(join(corpus, 'new.txt'), 'Beekeepers met in Sumy on Friday. They talked about honey.');
    await expect.poll(found('beekeepers in Sumy')).toBe(1);
    await writeFile(join(corpus, 'new.txt'), 'Anglers met in Sumy on Friday. They talked about carp.');
    await expect.poll(found('anglers')).toBe(1);
    expect(await found('beekeepers')()).toBe(0);
    await rm(join(corpus, 'new.txt'));
    await expect.poll(found('anglers')).toBe(0);
  });

  it('has a small file in its answers though a large one is still being read', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) =>
      JSON.stringify({
        title: `Report ${n}`,
        body: `Report number ${n} tells of the harvest in the fields.`,
        // To find out would take most of the time.
        language: 'en',
      }),
    );
    await writeFile(join(corpus, 'large.jsonl'), lines.join('\n'));
    const backend = await open({ watch: 'auto' });
    await expect.poll(async () => (await backend.status()).indexed).toBeGreaterThan(100);
    await writeFile(join(corpus, 'new.txt'), 'Beekeepers met in Sumy on Friday. They talked about honey.');
    const found = async () => (await backend.answer('beekeepers in Sumy', ASKED)).excerpts.length;
    await expect.poll(found).toBe(1);
    expect(backend.progress()).toBeLessThan(1);
  });

  it('brings the search index into one piece, though it was ended while it did', async () => {
    const lines = Array.from({ length: 1200 }, (_, n) => {
      const words = Array.from({ length: 150 }, (_, at) => `harvest${(n * 150 + at) % 20_011}`);
      // Of English it would be found out whether it is.
      return JSON.stringify({ title: `Report ${n}`, body: words.join(' '), language: 'de' });
    });
    await writeFile(join(corpus, 'large.jsonl'), lines.join('\n'));
    const dataDir = join(folder, 'data');
    const pieces = (): number => {
      const db = new DatabaseSync(join(dataDir, 'articles.db'), { readOnly: true });
      const row = db.prepare('SELECT count(DISTINCT segid) AS pieces FROM article_fts_idx').get();
      db.close();
      return Number(row!.pieces);
    };
    const ended = await open({ dataDir });
    await ended.loaded();
    await ended.close();
    expect(pieces()).toBeGreaterThan(1);
    const backend = await open({ dataDir });
    await backend.loaded();
    await expect.poll(pieces, { timeout: 20_000 }).toBe(1);
  });

  it('reports by file and line what could not be read, and loads the rest', async () => {
    await writeFile(
      join(corpus, 'bad.jsonl'),
      '{"title":"Fine","body":"A fine story about storks."}\n{"title": oops\n',
    );
    const backend = await openLoaded();
    const status = await backend.status();
    expect(status).toMatchObject({ articles: 3, indexed: 3, problemCount: 1 });
    expect(status.problems[0]).toMatchObject({ file: 'bad.jsonl', line: 2 });
  });

  it('knows everything again after a restart, what was added by feeds included', async () => {
    const first = await openLoaded();
    await first.add([draft('a', 'A comet was seen over Kursk.')], 'new');
    await first.close();
    const second = await openLoaded();
    expect(await second.status()).toMatchObject({ articles: 3, indexed: 3 });
    expect((await second.answer('comet over Kursk', ASKED)).excerpts[0]!.articleId).toBe('a');
    expect((await second.suggestTitles('story', 5)).map(({ title }) => title)).toEqual(['Story a']);
  });

  it('refuses a damaged database, says what to do and leaves it as it is', async () => {
    await (await openLoaded()).close();
    const path = join(folder, 'data', 'articles.db');
    await writeFile(path, 'this is not a database, but it is somebody’s file');
    await expect(open()).rejects.toThrow(/articles\.db/);
    expect(await readFile(path, 'utf8')).toContain('somebody’s file');
  });

  it('keeps everything in memory where there is no folder to keep it in', async () => {
    const backend = await openLoaded({ dataDir: null });
    expect((await backend.answer('Which village did the militias capture?', ASKED)).excerpts).not.toEqual([]);
  });

  it('answers an audience from what it hears, with nothing of others’ in counts, words and titles', async () => {
    const { searched } = await added.answer('Where did the zeppelin land?', ASKED);
    const body =
      'The zeppelin of Tyotkino landed at noon, said the mayor. It carried forty guests of the town.';
    const [own] = await added.add(
      [draft('z', body, { title: 'A zeppelin in Tyotkino', source: 'North Post' })],
      'new',
      ['north'],
    );
    const north = added.hearing({ guildId: 'north', sources: null });
    expect((await north.answer('Where did the zeppelin land?', ASKED)).excerpts[0]?.source).toBe(
      'North Post',
    );
    expect((await north.suggestTitles('zepp', 5)).map(({ source }) => source)).toEqual(['North Post']);
    expect((await north.checkQuote('It carried forty guests of the town', ASKED)).kind).toBe('verbatim');
    for (const other of [added, added.hearing({ guildId: 'south', sources: null })]) {
      const answer = await other.answer('Where did the zeppelin land?', ASKED);
      expect(answer).toMatchObject({
        missing: ['zeppelin', 'land'],
        corrections: [],
        searched,
      });
      expect((await other.answer('zepelin', ASKED)).corrections).toEqual([]);
      expect((await other.search('tyotkino', ASKED)).total).toBe(1);
      expect(await other.suggestTitles('zepp', 5)).toEqual([]);
      expect((await other.checkQuote('It carried forty guests of the town', ASKED)).kind).toBe('absent');
      expect(await other.story(own!.seq, ASKED)).toBeNull();
      // In languages other than English a word counts as held where another begins with it.
      const { missing } = await other.answer('Wer hat das Zeppel gestern gesehen?', ASKED);
      expect(missing).toContain('Zeppel');
      await expect(other.search('source:"north post" town', ASKED)).rejects.toThrow('No article comes from');
    }
  });
});

it('logs what is wrong with the folder once, though it goes on looking at it', async () => {
  await symlink('gone.md', join(corpus, 'dangling.md'));
  await writeFile(join(corpus, 'report.pdf'), 'A report.');
  const logged: string[] = [];
  const log = createLog({ level: 'warn', write: (line) => logged.push(line) });
  const backend = await openBackend({ corpus: [corpus], dataDir: null, watch: 'auto' }, { clock, log });
  backends.push(backend);
  await backend.loaded();
  await writeFile(join(corpus, 'new.txt'), 'Beekeepers met in Sumy on Friday. They talked about honey.');
  const found = async () => (await backend.answer('beekeepers in Sumy', ASKED)).excerpts.length;
  await expect.poll(found).toBe(1);
  expect(logged.map((line) => JSON.parse(line).file)).toEqual(['dangling.md', 'report.pdf']);
});
