import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loopbackNetwork } from '../intake/loopback-server.ts';
import { openNewsSite, type SiteEntry } from './news-site.ts';
import { type Journey, type JourneyOptions, openJourney } from './open-journey.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const FILLER =
  'The harbour master said that work would begin in spring, and that the ferry would run as usual until then.';

const OLD: SiteEntry = {
  slug: 'ferry',
  title: 'Ferry to Port Ellis runs again',
  summary: 'The ferry is back.',
  paragraphs: [
    'The ferry between Orl and Port Ellis runs again after a repair of its rudder that took three weeks.',
    ...Array.from({ length: 6 }, (_, index) => `${FILLER} It was report number ${index + 1}.`),
  ],
};
const NEW: SiteEntry = {
  slug: 'lighthouse',
  title: 'Lighthouse at Marrow Point sold',
  summary: 'It has a new owner.',
  paragraphs: [
    'The lighthouse at Marrow Point was sold to the painter Ines Valder for 300,000 crowns on Monday.',
    ...Array.from({ length: 6 }, (_, index) => `${FILLER} It was notice number ${index + 1}.`),
  ],
};

const open = (options: JourneyOptions = {}): Promise<Journey> =>
  openJourney({ network: loopbackNetwork, ...options });

/** Moves the clock on and polls what is due then. */
const pollLater = async ({ wait, bot }: Journey, ms: number): Promise<void> => {
  wait(ms);
  await bot().app.feeds.poller.pollDue();
};

it('brings a feed’s articles into answers and digests, and shows in /why what became of the feed', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { sandbox, bot } = journey;
  const { owner, channels } = sandbox;
  const added = await owner.slash(channels.general, 'feeds add', { url: `${site.origin}/feed` });
  expect(added.ephemeral).toBe(true);
  expect(added.message?.text).toContain('**Added.** It holds 1 entry');
  expect(added.message?.text).toContain('**The Loopback Post**');
  await bot().app.feeds.poller.pollDue();
  await owner.slash(channels.general, 'subscribe', { channel: channels.news, when: 'arrival' });

  site.entries = [NEW, OLD];
  const digest = sandbox.nextMessage({ in: channels.news });
  await pollLater(journey, HOUR_MS);
  expect((await digest).text).toContain('Lighthouse at Marrow Point sold');
  expect((await digest).text).not.toContain('Ferry');
  const answer = await owner.slash(channels.general, 'ask', { question: 'Who bought the lighthouse?' });
  expect(answer.message?.text).toContain('was sold to the painter Ines Valder for 300,000 crowns');
  expect(answer.message?.text).not.toContain('Imprint');

  const why = async () =>
    (await owner.slash(channels.general, 'why', { article: `${site.origin}/lighthouse` })).message!.text;
  expect(await why()).toMatch(/from a feed, as new/);
  expect(await why()).toMatch(
    /Came from The Loopback Post \(feed 1\); its page was fetched \([\d,]+ characters/,
  );
  expect(await why()).toMatch(/\*\*posted\*\*/);

  const corrected = { ...NEW, title: 'Lighthouse at Marrow Point sold to a painter' };
  site.entries = [corrected, OLD];
  await pollLater(journey, HOUR_MS);
  expect(await why()).toContain('sold to a painter');
  expect(await why()).toContain('Last changed');

  site.trouble = 503;
  const told = sandbox.nextMessage({ in: channels.botDm });
  for (let failures = 0; failures < 4; failures += 1) await pollLater(journey, DAY_MS);
  expect((await told).text).toMatch(
    /feed “The Loopback Post” \(number 1\) could not be read 3 times in a row/,
  );
  expect(sandbox.messages(channels.botDm)).toHaveLength(1);
  expect(journey.logged()).toContain('a feed keeps failing');
  expect((await owner.slash(channels.general, 'feeds list')).message?.text).toMatch(
    /failing, 4 in a row[\s\S]*Last problem: the server answered with HTTP status 503/,
  );

  site.trouble = null;
  site.feedPath = '/moved/feed';
  await pollLater(journey, 2 * DAY_MS);
  const story = await why();
  const steps = [
    'Polling failed: the server answered with HTTP status 503',
    'It moved permanently to',
    'It can be read again',
  ];
  const places = steps.map((step) => story.indexOf(step));
  expect(places.every((at) => at > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(story).not.toContain('/moved/feed');
  expect((await owner.slash(channels.general, 'feeds list')).message?.text).toMatch(/feed 1 · active/);
  await pollLater(journey, DAY_MS);
  expect(site.asked().at(-1)).toBe('/moved/feed');
  expect(sandbox.messages(channels.news)).toHaveLength(1);
});

it('pauses, resumes and removes a feed, by command and by button, with the feeds suggested', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { owner, channels } = journey.sandbox;
  await owner.slash(channels.general, 'feeds add', { url: site.origin, name: 'Post' });
  const suggested = await owner.autocomplete(channels.general, 'feeds pause', 'feed', 'po');
  expect(suggested).toEqual([{ name: 'Post · feed 1 · active', value: '#1' }]);
  expect(await owner.autocomplete(channels.general, 'feeds resume', 'feed', '')).toEqual([]);

  const paused = await owner.slash(channels.general, 'feeds pause', { feed: '#1' });
  expect(paused.message?.text).toMatch(/\*\*Paused\.\*\*[\s\S]*feed 1 · paused/);
  await journey.bot().app.feeds.poller.pollDue();
  const before = site.asked().length;
  await pollLater(journey, DAY_MS);
  expect(site.asked()).toHaveLength(before);
  const resumed = await owner.slash(channels.general, 'feeds resume', { feed: 'post' });
  expect(resumed.message?.text).toMatch(/\*\*Resumed\.\*\*[\s\S]*feed 1 · active/);
  await journey.bot().app.feeds.poller.pollDue();
  expect(site.asked().length).toBeGreaterThan(before);

  const list = await owner.slash(channels.general, 'feeds list');
  expect(list.message?.text).toMatch(
    /### 1 feed\n\*\*Post\*\*\n-# feed 1 · active · last read <t:\d+:R> · next <t:\d+:R> · 1 article/,
  );
  const card = await owner.press(list, 'Manage');
  expect(card.kind).toBe('update');
  expect(card.message?.text).toMatch(/Resumed[\s\S]*Paused[\s\S]*Added: /);
  const off = await owner.press(card, 'Do not fetch pages');
  expect(off.message?.text).toContain('Its pages are not fetched');
  const checked = await owner.press(off, 'Check');
  expect(checked.message?.text).toContain('This can be polled');
  const asks = await owner.press(off, 'Remove');
  expect(asks.message?.text).toContain('Remove this feed?');
  const removed = await owner.press(asks, 'Remove');
  expect(removed.message?.text).toContain('**Removed Post.** The articles it brought stay.');
  const found = await owner.slash(channels.general, 'ask', { question: 'ferry rudder repair' });
  expect(found.message?.text).toContain('Ferry to Port Ellis runs again');
  const empty = await owner.slash(channels.general, 'feeds list');
  expect(empty.message?.text).toContain('No feeds yet.');
  const missing = await owner.slash(channels.general, 'feeds remove', { feed: 'Post' });
  expect(missing.message?.text).toContain('There is no feed');
});

it('checks an address step by step, and says why it cannot be polled', async () => {
  const site = await openNewsSite([OLD]);
  const { sandbox } = await open();
  const { owner, channels } = sandbox;
  const good = await owner.slash(channels.general, 'feeds check', { url: site.origin });
  expect(good.message?.text).toMatch(
    /This can be polled[\s\S]*1\. [\s\S]*the page names 1 feed[\s\S]*It is a feed \(rss\): The Loopback Post[\s\S]*its page was fetched[\s\S]*“Ferry to Port Ellis runs again”/,
  );
  site.trouble = 500;
  const bad = await owner.slash(channels.general, 'feeds check', { url: `${site.origin}/feed` });
  expect(bad.message?.text).toMatch(/This cannot be polled[\s\S]*HTTP status 500/);
  const metadata = await owner.slash(channels.general, 'feeds check', { url: 'http://169.254.169.254/' });
  expect(metadata.message?.text).toContain('a link-local address, not a public one');
  const refused = await owner.slash(channels.general, 'feeds add', { url: 'http://[::1]/feed' });
  expect(refused.message?.text).toContain('leads to an address that is not public');
  expect((await owner.slash(channels.general, 'feeds list')).message?.text).toContain('No feeds yet.');
});

it('imports a list, says what it refused, and exports what other readers import', async () => {
  const site = await openNewsSite([OLD]);
  const { sandbox } = await open();
  const { owner, channels } = sandbox;
  const imported = await owner.slash(channels.general, 'feeds import', { url: `${site.origin}/feeds.opml` });
  expect(imported.message?.text).toMatch(/\*\*1 feed added\*\*, 0 known already/);
  const again = await owner.slash(channels.general, 'feeds import', { url: `${site.origin}/feeds.opml` });
  expect(again.message?.text).toMatch(/\*\*0 feeds added\*\*, 1 known already/);
  const wrong = await owner.slash(channels.general, 'feeds import', { url: `${site.origin}/ferry` });
  expect(wrong.message?.text).toContain('expected a list of feeds in OPML');
  const exported = await owner.slash(channels.general, 'feeds export');
  const [file] = exported.message!.files;
  expect(file?.name).toBe('feeds.opml');
  expect(await (await fetch(file!.url)).text()).toContain(`xmlUrl="${site.origin}/feed"`);
});

it('refuses those who may not manage feeds, in words, and suggests them nothing', async () => {
  const site = await openNewsSite([OLD]);
  const { sandbox } = await open();
  const { owner, member, channels } = sandbox;
  await owner.slash(channels.general, 'feeds add', { url: site.origin });
  const card = await owner.slash(channels.general, 'feeds list');
  const admin = sandbox.addPerson('Ola', ['ManageGuild']);
  expect(member.commands(channels.general).map(({ name }) => name)).not.toContain('feeds');
  const places = [
    [member, channels.memberDm],
    [admin, channels.general],
  ] as const;
  for (const [person, channel] of places) {
    const refused = await person.slash(channel, 'feeds add', { url: 'example.com' });
    expect(refused.ephemeral).toBe(true);
    expect(refused.message?.text).toContain('managed by the owner of this bot alone');
    expect(await person.autocomplete(channel, 'feeds remove', 'feed', '')).toEqual([]);
  }
  expect(card.ephemeral).toBe(true);
  expect((await owner.slash(channels.botDm, 'feeds list')).message?.text).toContain('### 1 feed');
});

it('lets those with Manage Server manage feeds where FEED_MANAGERS says so', async () => {
  const { sandbox } = await open({ settings: { FEED_MANAGERS: 'admins' } });
  const admin = sandbox.addPerson('Ola', ['ManageGuild']);
  const listed = await admin.slash(sandbox.channels.general, 'feeds list');
  expect(listed.message?.text).toContain('No feeds yet.');
  const refused = await sandbox.member.slash(sandbox.channels.memberDm, 'feeds list');
  expect(refused.message?.text).toContain('needs the Manage Server permission');
});

it('takes in FEEDS_FILE at start, each feed once, and does not start with one that cannot be read', async () => {
  const site = await openNewsSite([OLD]);
  const dir = await mkdtemp(join(tmpdir(), 'dateline-opml-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = join(dir, 'feeds.opml');
  await writeFile(
    file,
    `<opml version="2.0"><body><outline xmlUrl="${site.origin}/feed" text="Post"/></body></opml>`,
  );
  const journey = await open({ settings: { FEEDS_FILE: file } });
  const { owner, channels } = journey.sandbox;
  await journey.restart();
  expect((await owner.slash(channels.general, 'feeds list')).message?.text).toContain('### 1 feed\n**Post**');
  await writeFile(file, 'not a list');
  await expect(journey.restart()).rejects.toThrow(/^FEEDS_FILE: .*expected a list of feeds in OPML/);
});

it('acknowledges a check of a slow site, answers others meanwhile, and can be ended amid it', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { owner, member, channels } = journey.sandbox;
  site.slow = true;
  const checking = owner.slash(channels.general, 'feeds check', { url: `${site.origin}/feed` });
  const other = await member.slash(channels.general, 'help');
  expect(other.kind).toBe('message');
  await journey.bot().close();
  expect(await checking).toMatchObject({ kind: 'message', deferred: true });
});

it('shows many feeds in pages, those that fail first', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { owner, channels } = journey.sandbox;
  const outlines = Array.from({ length: 12 }, (_, index) => `<outline xmlUrl="${site.origin}/${index}"/>`);
  const { list } = journey.bot().app.feeds;
  await owner.slash(channels.general, 'feeds add', { url: site.origin, name: 'Fine' });
  await list.importList(Buffer.from(`<opml><body>${outlines.join('')}</body></opml>`));
  await journey.bot().app.feeds.poller.pollDue();
  const first = await owner.slash(channels.general, 'feeds list');
  expect(first.message?.text).toMatch(/^### 13 feeds\n12 of them cannot be read at the moment\./);
  expect(first.message?.text).not.toContain('Fine');
  const second = await owner.press(first, 'Next');
  expect(second.kind).toBe('update');
  expect(second.message?.text).toContain('**Fine**\n-# feed 1 · active');
});

it('imports a list that was uploaded, and says what else it takes', async () => {
  const { sandbox, bot } = await open();
  const { owner, channels } = sandbox;
  await bot().app.feeds.poller.close();
  const upload = async (content: string) => {
    const file = { name: 'my feeds.opml', base64: Buffer.from(content).toString('base64') };
    return (await owner.slash(channels.general, 'feeds import', { file })).message!.text;
  };
  const opml = '<opml><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>';
  expect(await upload(opml)).toContain('**1 feed added**, 0 known already');
  expect(await upload('no list')).toMatch(/Expected|expected/);
  expect(await upload(`<opml>${' '.repeat(11 * 1024 ** 2)}`)).toContain('at most 10 MB');
  const nothing = await owner.slash(channels.general, 'feeds import');
  expect(nothing.message?.text).toContain('Expected an OPML file');
});

it('offers feeds to start with where there is no article, to those who manage feeds, and adds them with one button', async () => {
  const { sandbox, bot } = await open();
  const { owner, member, channels } = sandbox;
  const empty = await owner.slash(channels.general, 'latest');
  expect((await member.slash(channels.general, 'latest')).message?.buttons).toEqual([]);
  const list = await owner.slash(channels.general, 'feeds list');
  expect(list.message?.buttons.map(({ label }) => label)).toEqual(['Add starter feeds']);
  const card = await owner.press(empty, 'Add starter feeds');
  expect(card.message?.text).toMatch(/### Public news feeds to start with[\s\S]*BBC News · news/);
  const german = await owner.select(card, 'Language', ['de']);
  const science = await owner.select(german, 'Subject', ['technology']);
  expect(science.message?.text).toMatch(/Heise$/m);
  await bot().app.feeds.poller.close();
  const added = await owner.press(science, 'Add 1 feed');
  expect(added.message?.text).toMatch(/\*\*1 feed added\*\*[\s\S]*Heise[\s\S]*which cannot be reached/);
  const found = await owner.autocomplete(channels.general, 'feeds starter', 'feed', 'nasa');
  expect(found).toEqual([{ name: 'NASA · English · science', value: 'https://www.nasa.gov/feed/' }]);
  const unclear = await owner.slash(channels.general, 'feeds starter', { feed: 'bbc' });
  expect(unclear.message?.text).toMatch(/“bbc” matches \d+ of them/);
});

it('reads a feed at the press of a button, but not again within a minute', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { owner, channels } = journey.sandbox;
  const added = await owner.slash(channels.general, 'feeds add', { url: `${site.origin}/feed` });
  await journey.bot().app.feeds.poller.pollDue();
  expect((await owner.press(added, 'Read now')).message?.text).toContain('less than a minute ago');
  journey.wait(5 * 60_000);
  const before = site.asked().length;
  expect((await owner.press(added, 'Read now')).message?.text).toContain('**It is read now.**');
  await journey.bot().app.feeds.poller.pollDue();
  expect(site.asked().length).toBeGreaterThan(before);
});

it('links commands in /help so that they can be clicked', async () => {
  const { sandbox } = await open();
  const help = await sandbox.owner.slash(sandbox.channels.general, 'help');
  const ids = new Map([...sandbox.world.commands.values()].flat().map(({ name, id }) => [name, id]));
  expect(help.message?.text).toContain(`</ask:${ids.get('ask')}> · `);
  expect(help.message?.text).toContain(`</feeds add:${ids.get('feeds')}>`);
});
