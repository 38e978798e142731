import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Person } from '../../src/sandbox/simulated-users/person.ts';
import type { Reply } from '../../src/sandbox/simulated-users/reply.ts';
import type { Channel } from '../../src/sandbox/world/entities.ts';
import { articleDraft } from '../article-draft.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const HOUR = 3_600_000;

let added = 0;
afterEach(() => {
  added = 0;
});

const draft = (title: string): ArticleDraft => {
  added += 1;
  return {
    key: `wire#${added}`,
    givenId: String(added),
    title,
    url: `https://wire.example/${added}`,
    source: 'wire.example',
    author: null,
    published: new Date().toISOString(),
    body: `${title} is what this report is about, and nothing else. Nobody was surprised.`,
    language: 'en',
    tags: [],
    imageUrl: null,
    origin: 'feed:wire',
  };
};

const add = async (journey: Journey, ...titles: string[]): Promise<void> => {
  await journey.bot().app.backend.add(titles.map(draft), 'new');
};

/** As people read it, without the backslashes that keep text from being markdown. */
const textOf = (reply: Reply): string => (reply.message?.text ?? '').replace(/\\(?=[^\w\s])/g, '');
/** The card of the only subscription, with all its buttons. */
const managed = async (owner: Person, channel: Channel): Promise<Reply> =>
  owner.press(await owner.press(await owner.slash(channel, 'subscriptions'), 'Manage'), 'More');

const subscribed = async (options: Record<string, string | number | boolean> = {}, inThreads = false) => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES, inThreads });
  const { owner, channels } = journey.sandbox;
  const reply = await owner.slash(channels.general, 'subscribe', { channel: channels.news.id, ...options });
  return { journey, reply, owner, channels, sandbox: journey.sandbox };
};

const DAY_MS = 86_400_000;

describe('/subscribe', () => {
  it('says what was set up, shows a sample and names the next digest once', async () => {
    const { reply, channels, journey } = await subscribed({
      topic: 'dam',
      time: '18:30',
      timezone: 'Europe/Berlin',
    });
    expect(reply.ephemeral).toBe(true);
    const last = reply.message!.buttons.slice(-4).map(({ label }) => label);
    expect(last).toEqual(['Undo', 'Trial post', 'Change', 'More']);
    expect(textOf(reply)).toMatch(/Subscribed/);
    expect(textOf(reply)).toContain(`<#${channels.news.id}>`);
    expect(textOf(reply)).toMatch(/daily at 18:30 \(Europe\/Berlin\)/);
    const [setUp] = textOf(reply).split('would look');
    expect(setUp!.match(/next <t:\d+:f>|<t:\d+:f>/g)).toEqual([expect.stringMatching(/^next/)]);
    expect(textOf(reply)).toMatch(/would look like this.*Kessel dam closed/s);
    expect(journey.sandbox.posted()).toHaveLength(0);
  });

  it('is refused a second time, as everything would be posted twice', async () => {
    const { owner, channels } = await subscribed({ topic: 'dam', timezone: 'kyiv' });
    const again = (options: Record<string, string>) =>
      owner.slash(channels.general, 'subscribe', { channel: channels.news.id, topic: 'Dam', ...options });
    expect(textOf(await again({ timezone: 'Europe/Kyiv' }))).toMatch(/already has this subscription/);
    expect(textOf(await again({ time: '18:00' }))).toMatch(/Subscribed.*daily at 18:00 \(Europe\/Kyiv\)/s);
    expect(textOf(await owner.slash(channels.general, 'subscriptions'))).toContain('2 subscriptions');
  });

  it('is one of a hundred at most, listed in pages', async () => {
    const { journey, owner, channels, sandbox } = await subscribed({ topic: 'dam' }, true);
    const { subscriptions } = journey.bot().app;
    const [first] = await subscriptions.ofGuild(sandbox.guild.id);
    for (let n = 1; n < 100; n++)
      await subscriptions.add({ ...first!, id: `more${n}`, topic: `${'topic '.repeat(30)}${n}` });
    const over = await owner.slash(channels.general, 'subscribe', { topic: 'harvest' });
    expect(textOf(over)).toBe('A server can have 100 subscriptions. Remove one in /subscriptions first.');
    const list = await owner.slash(channels.general, 'subscriptions');
    expect(textOf(list)).toContain('100 subscriptions in this server');
    const next = await owner.press(list, 'Next');
    expect(next.message?.buttons.filter(({ label }) => label === 'Manage')).toHaveLength(10);
    await owner.press(
      await owner.slash(channels.general, 'unsubscribe', { subscription: 'more99' }),
      'Remove',
    );
    const posted = sandbox.nextMessage({ in: channels.news });
    const arrivals = { topic: 'Kirk', when: 'arrival', channel: channels.news.id };
    await owner.slash(channels.general, 'subscribe', arrivals);
    await add(journey, 'Report from Kirk');
    await posted;
    const why = textOf(await owner.slash(channels.general, 'why', { article: 'Report from Kirk' }));
    expect(why).toMatch(/\*\*Kirk\*\* in <#\d+>: (?:\*\*posted|being posted)/);
    expect(why).toMatch(/-# \d+ more subscriptions of this server do not fit here\.$/);
  });

  it('says that no article comes from the source so far', async () => {
    const { reply } = await subscribed({ source: 'Orl Curier' });
    expect(textOf(reply)).toContain('No article comes from a source called “Orl Curier” so far');
  });

  it('posts nothing in its quiet hours, and what came meanwhile after them', async () => {
    const hour = new Date().getUTCHours();
    const quiet = `${(hour + 23) % 24}:00-${(hour + 2) % 24}:00`;
    const { journey, reply, owner, channels, sandbox } = await subscribed({ when: 'arrival', quiet });
    expect(textOf(reply)).toMatch(/Nothing is posted from \d\d:00–\d\d:00 \(UTC\)/);
    const { digests } = journey.bot().app;
    const round = async () => {
      await digests.tick();
      await digests.idle();
      return sandbox.posted().length;
    };
    await add(journey, 'News in the night');
    expect(await round()).toBe(0);
    const card = await managed(owner, channels.general);
    expect(textOf(card)).toContain('Nothing is posted from');
    const form = await owner.press(card, 'Quiet hours');
    expect(textOf(await owner.submit(form, { hours: 'at night' }))).toContain(
      'Expected hours such as 22:00-07:00',
    );
    journey.wait(2 * HOUR);
    await add(journey, 'News in the morning');
    expect(await round()).toBe(1);
    expect(sandbox.posted()[0]!.text).toMatch(/News in the night/);
    const again = await managed(owner, channels.general);
    const ended = await owner.submit(await owner.press(again, 'Quiet hours'), { hours: '' });
    expect(textOf(ended)).not.toContain('Nothing is posted from');
  });

  it('notifies who asked for it of a surge of its topic, once', async () => {
    // Its own digest is days away.
    const day = new Date(Date.now() + 4 * DAY_MS).toLocaleDateString('en-US', {
      weekday: 'long',
      timeZone: 'UTC',
    });
    const { journey, owner, channels, sandbox } = await subscribed({
      topic: 'lighthouse',
      when: 'weekly',
      day,
    });
    // What is usual is known after a day of the outlet.
    await add(journey, 'Harbour sold');
    await journey.restart({
      meanwhile: async () => {
        const stored = new DatabaseSync(join(journey.dataDir, 'articles.db'));
        stored.exec(`UPDATE article SET added_at_ms = added_at_ms - ${2 * DAY_MS}`);
        stored.close();
      },
    });
    const card = await managed(owner, channels.general);
    expect(textOf(await owner.press(card, 'Tell me of a surge'))).toContain('I will write to you');
    const round = async () => {
      const { alertRounds, digests } = journey.bot().app;
      journey.wait(11 * 60_000);
      await alertRounds.tick();
      await digests.tick();
      await digests.idle();
      return sandbox.posted().map((message) => message.text.replace(/\\/g, ''));
    };
    await add(journey, ...'ABCD'.split('').map((letter) => `Lighthouse ${letter} sold`), 'A dam is sold');
    expect(await round()).toEqual([]);
    await add(journey, 'Lighthouse E sold');
    const hour = new Date().getUTCHours();
    const quiet = `${(hour + 23) % 24}:00-${(hour + 2) % 24}:00`;
    await owner.slash(channels.general, 'alerts', { quiet });
    expect(await round()).toEqual([]);
    await owner.slash(channels.general, 'alerts', { quiet: 'off' });
    const [told, ...others] = await round();
    expect(others).toEqual([]);
    expect(told).toMatch(
      /Many more articles than usual on “lighthouse”: 5 within an hour, against 0 per hour/,
    );
    await journey.restart();
    expect(await round()).toHaveLength(1);
    const ended = await owner.press(await managed(owner, channels.general), 'Tell me of a surge');
    expect(textOf(ended)).toContain('Ended');
    await owner.press(ended, 'Tell me of a surge');
    const privacy = await owner.slash(channels.general, 'privacy');
    expect(textOf(privacy)).toContain('1 topic watched for surges');
    const deleted = await owner.press(privacy, 'Delete my questions, votes and alerts');
    expect(textOf(deleted)).not.toContain('watched for surges');
    expect(textOf(await owner.press(ended, 'Tell me of a surge'))).toContain('I will write to you');
  });

  it('takes several topics, one per line with its role, and mentions those it has stories on', async () => {
    const { journey, owner, channels, sandbox } = await subscribed({ topic: 'lighthouse', when: 'arrival' });
    const card = await managed(owner, channels.general);
    const change = async (topic: string) =>
      textOf(await owner.submit(await owner.press(card, 'Change'), { topic }));
    expect(await change('lighthouse\nferry <@&123456789012345678>')).toContain('Expected a role of this');
    expect(await change('lighthouse\nposts by @MarrowFerry')).toContain('lighthouse · posts by @MarrowFerry');
    expect(await change('a\n'.repeat(11))).toContain('Expected at most 10 topics, one per line; got 11');
    expect(await change('lighthouse\nferry OR (')).toContain('lighthouse · ferry OR (');
    const { name, id } = sandbox.digestRole;
    const changed = await change(`lighthouse\n\n ferry OR boat @${name}`);
    expect(changed).toMatch(/Changed.*lighthouse · ferry OR boat\*\* in <#\d+>/s);
    expect(changed).toContain(`mentions <@&${id}> for ferry OR boat`);
    const form = await owner.press(card, 'Change');
    expect(JSON.stringify(form)).toContain(`lighthouse\\nferry OR boat <@&${id}>`);
    const round = async (...titles: string[]) => {
      await add(journey, ...titles);
      const { digests } = journey.bot().app;
      await digests.tick();
      await digests.idle();
      return sandbox.posted().at(-1)!;
    };
    const first = await round('A lighthouse is sold', 'Apples are red');
    expect(first.text).not.toContain('Apples');
    expect(first.pings.roleIds).toEqual([]);
    const both = await round('The boat has gone', 'Museum opens in a lighthouse');
    expect(both.text).toMatch(
      /\*\*lighthouse\*\*.*Museum opens.*\*\*ferry OR boat\*\*.*The boat has gone.*lighthouse · ferry OR boat/s,
    );
    expect(both.pings.roleIds).toEqual([id]);
    expect(sandbox.posted()).toHaveLength(2);
    const why = textOf(await owner.slash(channels.general, 'why', { article: 'Apples are red' }));
    expect(why).toContain('it does not hold “lighthouse”; it does not match “ferry OR boat”');
  });

  it('offers a time zone by the name of its city', async () => {
    const { owner, channels } = await subscribed();
    const offered = await owner.autocomplete(channels.general, 'subscribe', 'timezone', 'kyiv');
    expect(offered?.map(({ value }) => value)).toContain('Europe/Kyiv');
  });

  it('posts new articles as they arrive, with pages behind "+N more" and what it is about', async () => {
    const { journey, sandbox, channels, owner } = await subscribed({ when: 'arrival', max: 25 });
    const posted = sandbox.nextMessage({ in: channels.news });
    const places = 'Orl,Kessel,Ellis,Tarn,Brae,Moss,Firth,Glen,Holm,Inver,Kirk,Loch,Mull,Ness,Oban'.split(
      ',',
    );
    await add(
      journey,
      ...places.map((place) => `Report from ${place} ${'about a very long matter '.repeat(4)}`),
    );
    const message = await posted;
    const more = message.buttons.find(({ label }) => /^\+\d+ more$/.test(label))!;
    const hidden = await sandbox.member.press(message, more.label);
    expect(hidden.ephemeral).toBe(true);
    const shown = places.filter((place) => message.text.includes(`Report from ${place} `));
    const rest = places.filter((place) => textOf(hidden).includes(`Report from ${place} `));
    expect([...shown, ...rest].toSorted()).toEqual(places.toSorted());
    const about = await sandbox.member.press(message, 'About this digest');
    expect(textOf(about)).toMatch(/New articles.*as they arrive/s);
    expect(about.message?.buttons).toHaveLength(0);
    expect((await owner.press(message, 'About this digest')).message?.buttons.length).toBeGreaterThan(3);
  });

  it('tells in the thread of a post what another outlet adds, and how that is corrected, where that was chosen', async () => {
    const { journey, sandbox, channels } = await subscribed({ when: 'arrival', later: 'thread' });
    const dam =
      'The Kessel dam was closed after cracks were found in its northern wall, the river authority said.';
    const news = 'Some 340 people had to leave the valley below the Kessel dam, the river authority said.';
    const { app } = journey.bot();
    const tell = async (source: string, title: string, body: string): Promise<ArticleDraft> => {
      const told = { ...draft(title), source, body };
      await app.backend.add([told], 'new');
      return told;
    };
    const posted = sandbox.nextMessage({ in: channels.news });
    await tell('east.example', 'Kessel dam closed after cracks found in wall', dam);
    const card = await posted;
    const later = await tell('west.example', 'Cracks found in wall: Kessel dam closed', `${dam} ${news}`);
    await expect.poll(() => sandbox.messages({ id: card.id }).length).toBe(1);
    const [told] = sandbox.messages({ id: card.id });
    expect(told!.text).toContain(`> ${news}`);
    expect(told!.text).not.toContain(dam);
    expect(sandbox.message(card.id).text).toContain('2 outlets');
    expect(sandbox.messages(channels.news)).toHaveLength(1);
    expect(textOf(await sandbox.member.press(told!, 'About this digest'))).toContain('as they arrive');
    expect(textOf(await sandbox.member.press(told!, 'Read'))).toContain('340 people');
    await app.backend.add([{ ...later, body: later.body.replace('340', '430') }], 'new');
    await expect
      .poll(() => sandbox.message(told!.id).text)
      .toMatch(/340 people[\s\S]*Before[\s\S]*340 people[\s\S]*Now[\s\S]*430 people/);
    expect(sandbox.messages({ id: card.id })).toHaveLength(1);
  });

  describe('where another outlet tells what was posted', () => {
    const DAM =
      'The Kessel dam was closed after cracks were found in its northern wall, the river authority said.';
    const TITLES = [
      'Kessel dam closed after cracks found in wall',
      'Cracks found in wall: Kessel dam closed',
    ];

    /** What stands in the channel after both tellings, with pictures. */
    const tellTwice = async (options: Record<string, string>) => {
      const { journey, sandbox, channels } = await subscribed({ when: 'arrival', ...options });
      const { app } = journey.bot();
      for (const [at, title] of TITLES.entries()) {
        const imageUrl = `https://pictures.example/${at}.jpg`;
        await app.backend.add([{ ...draft(title), source: `${at}.example`, body: DAM, imageUrl }], 'new');
        for (const _ of [1, 2]) {
          await app.digests.tick();
          await app.digests.idle();
        }
      }
      return { journey, sandbox, channels };
    };

    it('edits the post, whose picture stays, where nothing else was chosen', async () => {
      const { sandbox, channels } = await tellTwice({});
      const [card, ...others] = sandbox.messages(channels.news);
      expect(others).toEqual([]);
      expect(card!.text).toMatch(/^### \[Kessel dam closed[\s\S]*2 outlets[\s\S]*also in: 1.{1,3}example/);
      expect(JSON.stringify(card!.raw.components)).toContain('https://pictures.example/0.jpg');
    });

    it('posts it as well, where every article was chosen', async () => {
      const { sandbox, channels } = await tellTwice({ later: 'post' });
      const texts = sandbox.messages(channels.news).map(({ text }) => text);
      expect(texts).toEqual(TITLES.map((title) => expect.stringContaining(title)));
      expect(texts.join()).not.toContain('outlets');
    });
  });

  it('needs Create Public Threads only where threads were chosen', async () => {
    const journey = await openJourney();
    const { owner, channels, deny } = journey.sandbox;
    deny(channels.news, 'CreatePublicThreads', 'SendMessagesInThreads');
    const subscribe = (options: Record<string, string>) =>
      owner.slash(channels.general, 'subscribe', { channel: channels.news.id, ...options });
    await expect
      .poll(async () => textOf(await subscribe({ later: 'thread' })))
      .toMatch(/Create Public Threads, Send Messages in Threads in #news/);
    expect(textOf(await subscribe({ later: 'edit' }))).toContain('Subscribed:');
  });

  it('names every permission it lacks, and asks for the tag a forum needs', async () => {
    const journey = await openJourney();
    const { owner, channels, deny } = journey.sandbox;
    deny(channels.news, 'SendMessages', 'ReadMessageHistory');
    await expect
      .poll(async () =>
        textOf(await owner.slash(channels.general, 'subscribe', { channel: channels.news.id })),
      )
      .toMatch(/Send Messages, Read Message History in #news/);
    const asked = await owner.slash(channels.general, 'subscribe', {
      channel: channels.forum.id,
      topic: 'harbour',
      when: 'weekly',
      day: 'Friday',
    });
    expect(asked.message!.selects[0]!.options.map(({ label }) => label)).toEqual(['Daily', 'Breaking']);
    const [daily] = asked.message!.selects[0]!.options;
    const forum = await owner.select(asked, 'Choose a tag', [daily!.value]);
    expect(forum.kind).toBe('update');
    expect(textOf(forum)).toMatch(/Subscribed:.*harbour.*weekly on Friday at 09:00/s);
    const tags = await owner.autocomplete(channels.general, 'subscribe', 'tag', 'da', {
      channel: channels.forum.id,
    });
    expect(tags?.map(({ value }) => value)).toEqual(['Daily']);
  });

  it('undoes a subscription with one button', async () => {
    const journey = await openJourney();
    const { owner, channels, guild } = journey.sandbox;
    const reply = await owner.slash(channels.general, 'subscribe', { channel: channels.news.id });
    expect(textOf(reply)).toMatch(/The next digest holds what is new/);
    const undone = await owner.press(reply, 'Undo');
    expect(undone.kind).toBe('update');
    expect(textOf(undone)).toContain('**Undone.** Nothing is posted.');
    expect(await journey.bot().app.subscriptions.ofGuild(guild.id)).toEqual([]);
    expect(undone.message?.buttons).toEqual([]);
  });

  it('offers time zones and keeps the server’s last choice', async () => {
    const { owner, channels } = await subscribed({ timezone: 'asia/tokyo' });
    const zones = await owner.autocomplete(channels.general, 'subscribe', 'timezone', 'new york');
    expect(zones?.map(({ value }) => value)).toContain('America/New_York');
    for (const typed of ['zür', 'Zurich', 'ZÜRICH']) {
      const [zurich] = (await owner.autocomplete(channels.general, 'subscribe', 'timezone', typed)) ?? [];
      expect(zurich?.value).toBe('Europe/Zurich');
    }
    const meant = await owner.autocomplete(channels.general, 'subscribe', 'timezone', 'EST');
    expect(meant?.slice(0, 2).map(({ value }) => value)).toEqual(['America/New_York', 'America/Toronto']);
    const first = await owner.autocomplete(channels.general, 'subscribe', 'timezone', '');
    expect(first?.[0]?.value).toBe('Asia/Tokyo');
    expect(textOf(await owner.slash(channels.general, 'subscribe', {}))).toMatch(
      /daily at 09:00 \(Asia\/Tokyo\)/,
    );
  });

  it.each([
    [{ time: '25:00' }, /time of day such as 09:00.*25:00/],
    [{ timezone: 'Mars/Olympus' }, /time zone such as Europe\/Berlin.*Mars/],
    [{ timezone: 'BST' }, /got “BST”, which does not name one place. Choose Europe\/London or Asia\/Dhaka/],
    [{ topic: 'after:nonsense' }, /after: expects a day/],
  ])('says what is wrong with %o', async (options, message) => {
    const { reply } = await subscribed(options);
    expect(textOf(reply)).toMatch(message);
  });

  it('is not offered to members without Manage Server', async () => {
    const journey = await openJourney();
    const { member, channels } = journey.sandbox;
    expect(member.commands(channels.general).map(({ name }) => name)).not.toContain('subscribe');
  });
});

describe('/subscriptions', () => {
  it('lists, previews, pauses and resumes, and resuming catches up', async () => {
    const { journey, owner, channels, sandbox } = await subscribed({ when: 'arrival' });
    const list = await owner.slash(channels.general, 'subscriptions');
    expect(textOf(list)).toMatch(
      /1 subscription.*New articles.*as they arrive · active · nothing posted yet/s,
    );
    const short = await owner.press(list, 'Manage');
    const labels = short.message!.buttons.map(({ label }) => label);
    expect(labels).toEqual(['Pause', 'Preview', 'Change', 'More', 'Remove', 'Show all']);
    const card = await owner.press(short, 'More');
    expect(textOf(await owner.press(card, 'Preview'))).toMatch(/sample.*Kessel dam/s);
    const paused = await owner.press(card, 'Pause');
    expect(textOf(paused)).toMatch(/Paused/);
    await add(journey, 'One while paused', 'Two while paused');
    const posted = sandbox.nextMessage({ in: channels.news });
    await owner.press(paused, 'Resume');
    expect((await posted).text).toMatch(
      /One while paused.*Two while paused|Two while paused.*One while paused/s,
    );
    expect(textOf(await owner.slash(channels.general, 'subscriptions'))).toMatch(
      /1 digest with 2 articles so far/,
    );
  });

  it('changes topic and schedule by a form, and channel and role by another', async () => {
    const { owner, channels, sandbox } = await subscribed();
    const card = await managed(owner, channels.general);
    const changed = await owner.submit(await owner.press(card, 'Change'), {
      topic: 'harvest',
      when: ['weekly Friday'],
      time: '7pm',
      timezone: 'UTC',
    });
    expect(textOf(changed)).toMatch(/Changed.*harvest.*weekly on Friday at 19:00 \(UTC\)/s);
    const moved = await owner.submit(
      await owner.press(await owner.press(changed, 'More'), 'Channel and role'),
      {
        channel: [channels.general.id],
        role: [sandbox.digestRole.id],
        max: '3',
        silent: ['yes'],
      },
    );
    expect(textOf(moved)).toContain(`<#${channels.general.id}>`);
    expect(textOf(moved)).toMatch(/at most 3 stories.*without a notification/s);
  });

  it('has channel and role chosen by Discord’s pickers, filled in, and refuses those of elsewhere', async () => {
    const { owner, channels } = await subscribed();
    const card = await managed(owner, channels.general);
    const form = await owner.press(card, 'Channel and role');
    const fields = form.modal!.fields;
    expect(fields.map(({ component }) => component.type)).toEqual([8, 6, 4, 3]);
    const same = await owner.submit(form);
    expect(textOf(same)).toContain(`<#${channels.news.id}>`);
    const again = await owner.press(same, 'More');
    const noRole = await owner.submit(await owner.press(again, 'Channel and role'), {
      role: ['123456789012345678'],
    });
    expect(textOf(noRole)).toContain('Expected a role of this server');
    const elsewhere = await owner.submit(await owner.press(again, 'Channel and role'), {
      channel: ['123456789012345678'],
    });
    expect(textOf(elsewhere)).toMatch(/channel or a thread that I can see/);
  });

  it('moves to a forum with a tag, which it asks for where the forum needs one', async () => {
    const { journey, owner, channels, sandbox } = await subscribed();
    const card = await managed(owner, channels.general);
    const asked = await owner.submit(await owner.press(card, 'Channel and role'), {
      channel: [channels.forum.id],
    });
    expect(textOf(asked)).toMatch(/Posts in .* need a tag\. Which one\?/);
    const tag = asked.message!.selects[0]!.options[1]!;
    expect(tag.label).toBe('Breaking');
    const moved = await owner.select(asked, 'Choose a tag', [tag.value]);
    expect(textOf(moved)).toMatch(new RegExp(`Changed[\\s\\S]*<#${channels.forum.id}>`));
    const [subscription] = await journey.bot().app.subscriptions.ofGuild(sandbox.guild.id);
    expect(subscription).toMatchObject({ channelId: channels.forum.id, tagIds: [tag.value] });
    const form = await owner.press(await owner.press(moved, 'More'), 'Channel and role');
    expect(textOf(await owner.submit(form))).toContain('Changed');
  });

  it('shows in its preview what is carried over', async () => {
    const { journey, owner, channels } = await subscribed({ when: 'hourly', max: 1 });
    await add(journey, 'First news');
    await add(journey, 'Second news');
    const { app } = journey.bot();
    const [subscription] = await app.subscriptions.ofGuild(journey.sandbox.guild.id);
    const { lastSeq } = await app.articles.position();
    const nextRunMs = subscription!.nextRunMs;
    await app.subscriptions.pass([
      { id: subscription!.id, dueMs: nextRunMs, cursor: lastSeq, carried: [lastSeq], nextRunMs },
    ]);
    const card = await managed(owner, channels.general);
    const preview = textOf(await owner.press(card, 'Preview'));
    expect(preview).toContain('Second news');
    expect(preview).not.toMatch(/First news|sample/);
  });

  it('posts a trial that is marked as one and pings nobody', async () => {
    const { owner, channels, sandbox } = await subscribed({ role: '' });
    const card = await managed(owner, channels.general);
    const posted = sandbox.nextMessage({ in: channels.news });
    expect(textOf(await owner.press(card, 'Trial post'))).toMatch(/Posted/);
    expect((await posted).text).toMatch(/This is a trial/);
  });

  it('posts one trial, however often the button is pressed', async () => {
    const { owner, channels, sandbox } = await subscribed();
    const card = await managed(owner, channels.general);
    const presses = await Promise.all([owner.press(card, 'Trial post'), owner.press(card, 'Trial post')]);
    expect(presses.map(textOf).join()).toMatch(/Already posted/);
    expect(sandbox.posted().filter(({ text }) => text.includes('This is a trial'))).toHaveLength(1);
  });

  it('leads from one subscription back to all', async () => {
    const { owner, channels } = await subscribed();
    const card = await managed(owner, channels.general);
    const back = await owner.press(card, 'Show all');
    expect(back.kind).toBe('update');
    expect(textOf(back)).toMatch(/1 subscription in this server/);
  });

  it('removes after asking, and /unsubscribe does the same', async () => {
    const { owner, channels, journey } = await subscribed();
    await owner.slash(channels.general, 'subscribe', { topic: 'harvest' });
    const [choice] = (await owner.autocomplete(channels.general, 'unsubscribe', 'subscription', 'harvest'))!;
    expect(choice?.name).toMatch(/harvest · #general · daily/);
    const ask = await owner.slash(channels.general, 'unsubscribe', { subscription: String(choice?.value) });
    expect(textOf(ask)).toMatch(/Remove this subscription\?/);
    expect(textOf(await owner.press(ask, 'Remove'))).toMatch(/Removed/);
    const card = await managed(owner, channels.general);
    await owner.press(await owner.press(card, 'Remove'), 'Remove');
    expect(await journey.bot().app.subscriptions.ofGuild(journey.sandbox.guild.id)).toEqual([]);
  });

  it.each([
    ['It arrived', 0],
    ['Post it again', 1],
  ])('asks about a digest nobody can confirm: “%s” settles it', async (button, posts) => {
    const { journey, owner, channels, sandbox } = await subscribed({ when: 'hourly' });
    const { app } = journey.bot();
    const [subscription] = await app.subscriptions.ofGuild(sandbox.guild.id);
    await add(journey, 'Uncertain news');
    const { lastSeq } = await app.articles.position();
    const { id: subscriptionId, guildId, channelId, channelKind } = subscription!;
    const stories = [{ lead: lastSeq, others: [], print: '' }];
    const claim = {
      subscriptionId,
      guildId,
      channelId,
      channelKind,
      claimedAtMs: app.now(),
      throughSeq: lastSeq,
      heading: { title: 'New articles', schedule: 'hourly at :00', roleId: null },
      stories,
      rolled: [],
    };
    // Else the bot might find the delivery between the two, and send it.
    await app.digests.tick();
    await app.ledger.claim({ ...claim, id: 'uncertain' }, subscription!);
    await app.ledger.hold('uncertain', { kind: 'history-hidden' });
    const list = await owner.slash(channels.general, 'subscriptions');
    expect(textOf(list)).toMatch(/waits for you/);
    const card = await owner.press(list, 'Manage');
    expect(textOf(card)).toMatch(/may not read the history of the channel/);
    await owner.press(card, button);
    const state = async () => (await app.subscriptions.get(subscriptionId))?.state;
    await expect.poll(state).toBe('active');
    expect(sandbox.posted().filter(({ text }) => text.includes('Uncertain news'))).toHaveLength(posts);
  });

  it('checks at every button who may press it', async () => {
    const { journey, channels, sandbox } = await subscribed({ when: 'arrival' });
    const posted = sandbox.nextMessage({ in: channels.news });
    await add(journey, 'Something new');
    const message = await posted;
    const manager = sandbox.addPerson('Nia', ['ManageGuild']);
    const card = await manager.press(message, 'About this digest');
    sandbox.world.guilds.get(sandbox.guild.id)!.members.get(manager.id)!.roleIds = [];
    expect(textOf(await manager.press(card, 'Pause'))).toMatch(/Manage Server/);
    const [subscription] = await journey.bot().app.subscriptions.ofGuild(sandbox.guild.id);
    expect(subscription?.state).toBe('active');
  });
});

describe('under an answer', () => {
  it('"Subscribe" opens the form filled in, for those who may', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, member, channels } = journey.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: 'Why was the Kessel dam closed?' });
    const form = await owner.press(answer, 'Subscribe');
    expect(form.kind).toBe('modal');
    expect(JSON.stringify(form.modal)).toContain('Kessel dam closed');
    const done = await owner.submit(form);
    expect(textOf(done)).toMatch(/Subscribed.*Kessel dam closed/s);
    expect(textOf(await member.press(answer, 'Subscribe'))).toMatch(/Manage Server permission/);
  });

  it('that is unsure, a better one can be waited for instead', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    const question = 'What did zeppelins say happened when the Kessel dam closed after cracks?';
    const answer = await owner.slash(channels.general, 'ask', { question });
    const labels = answer.message!.buttons.map(({ label }) => label);
    expect(labels).toContain('Alert me');
    expect(labels).not.toContain('Subscribe');
  });

  it('"Subscribe" under a miss does the same', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: 'zeppelin xylophone' });
    const done = await owner.submit(await owner.press(answer, 'Subscribe'), { when: ['arrival'] });
    expect(textOf(done)).toMatch(/Subscribed.*zeppelin xylophone.*as they arrive/s);
  });
});

describe('/digest', () => {
  it('shows stories since a day, privately, or says that there are none', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { member, channels } = journey.sandbox;
    const reply = await member.slash(channels.general, 'digest', { since: '2024-03-01' });
    expect(reply.ephemeral).toBe(true);
    expect(textOf(reply)).toMatch(
      /Everything published.*since 1 Mar 2024.*Orchards expect.*Kessel dam closed/s,
    );
    expect(textOf(reply)).not.toContain('<t:');
    const dam = await member.slash(channels.general, 'digest', { topic: 'cracks', since: '2024-03-01' });
    expect(textOf(dam)).not.toMatch(/Orchards/);
    // Nothing arrives any more: yesterday is the day before the newest article's.
    expect(textOf(await member.slash(channels.general, 'digest'))).toMatch(
      /Everything published.*since 1 Apr 2024.*Orchards expect/s,
    );
    expect(textOf(await member.slash(channels.general, 'digest', { topic: 'zeppelins' }))).toMatch(
      /Nothing on “zeppelins” since \d{1,2} \w{3,4} \d{4}/,
    );
  });

  it('finds what is buried under a thousand newer articles, as previews and samples of subscriptions do', async () => {
    const report = (number: number, title: string, day: string) => ({
      ...articleDraft({ key: `${number}`, title, body: `${title}, the council said (${number}).` }),
      published: day,
    });
    const reports = Array.from({ length: 1_100 }, (_, at) => report(at, `Report ${at}`, '2024-03-19'));
    const journey = await openJourney();
    const { owner, channels } = journey.sandbox;
    const { backend } = journey.bot().app;
    await backend.add([report(2_000, 'Talks on Tyotkino', '2024-03-18'), ...reports], 'backfill');
    const options = { topic: 'Tyotkino', since: '2024-03-01' };
    expect(textOf(await owner.slash(channels.general, 'digest', options))).toContain('Talks on Tyotkino');
    const { topic } = options;
    const set = await owner.slash(channels.general, 'subscribe', { topic, channel: channels.news.id });
    expect(textOf(set)).toMatch(/would look like this:.*Talks on Tyotkino/s);
    const news = reports.slice(0, 310).map((_, at) => report(3_000 + at, `News ${at}`, '2024-03-20'));
    await backend.add([...news, report(4_000, 'Truce at Tyotkino', '2024-03-20')], 'new');
    const preview = await owner.press(await owner.press(set, 'More'), 'Preview');
    expect(textOf(preview)).toMatch(/Truce at Tyotkino/);
    expect(textOf(preview)).not.toContain('Nothing is new');
  });
});

describe('/why', () => {
  it('shows when an article came, as what, and what became of it in each subscription', async () => {
    const { journey, owner, channels, sandbox } = await subscribed({ when: 'arrival', topic: 'harbour' });
    await owner.slash(channels.general, 'subscribe', { topic: 'strike', when: 'daily' });
    await owner.slash(channels.general, 'subscribe', { topic: 'court', when: 'daily' });
    const posted = sandbox.nextMessage({ in: channels.news });
    await add(journey, 'Harbour strike begins');
    const { id } = await posted;
    await expect
      .poll(async () =>
        textOf(await owner.slash(channels.general, 'why', { article: 'https://wire.example/1' })),
      )
      .toMatch(/\*\*posted\*\*/);
    const why = textOf(await owner.slash(channels.general, 'why', { article: 'harbour strike begins' }));
    expect(why).toMatch(/Came in <t:\d+:f> from a feed, as new/);
    expect(why).toContain(`https://discord.com/channels/${sandbox.guild.id}/${channels.news.id}/${id}`);
    expect(why).toMatch(/\*\*strike\*\* in .*: matches; waits for the digest of <t:/);
    expect(why).toMatch(/\*\*court\*\* in .*: not posted: it does not hold “court”/);
    expect(
      textOf(
        await owner.slash(channels.general, 'why', { article: 'Kessel dam closed after cracks appear' }),
      ),
    ).toMatch(/first loaded or imported.*not posted: it came with a first load/s);
    expect(
      textOf(await owner.slash(channels.general, 'why', { article: 'https://nowhere.example/x' })),
    ).toMatch(/no article with this/);
  });

  it('tells of the others where the topic of one cannot be read', async () => {
    const { journey, owner, channels } = await subscribed({ when: 'daily', topic: 'harbour' });
    await owner.slash(channels.general, 'subscribe', { topic: 'strike', when: 'daily' });
    const { app } = journey.bot();
    const [first] = await app.subscriptions.ofGuild(journey.sandbox.guild.id);
    await app.subscriptions.change(first!.id, { ...first!, topic: '???' }, first!.nextRunMs, app.now());
    await add(journey, 'Harbour strike begins');
    const why = textOf(await owner.slash(channels.general, 'why', { article: 'https://wire.example/1' }));
    expect(why).toMatch(/\*\*\\?\?.*not posted: the topic cannot be read/);
    expect(why).toMatch(/\*\*strike\*\* in .*: matches; waits/);
  });
});

it('posts the one article that was put into a list above others, and leaves alone what it posted of them', async () => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES, settings: { CORPUS_WATCH: 'auto' } });
  const { sandbox, corpusDir } = journey;
  const { owner, channels } = sandbox;
  await owner.slash(channels.general, 'subscribe', { channel: channels.news.id, when: 'arrival' });
  const list = (...titles: string[]) => {
    const articles = titles.map((title) => ({ title, body: `${title} is told here, and nothing else is.` }));
    return writeFile(join(corpusDir, 'list.json'), JSON.stringify({ articles }));
  };
  const posts = () => sandbox.posted().filter(({ channelId }) => channelId === channels.news.id);
  const told = (title: string) => posts().filter(({ text }) => text.includes(title)).length;
  await list('Ferries stop', 'Markets open');
  await expect.poll(() => told('Markets open')).toBe(1);
  const before = posts().map(({ text }) => text);
  await list('Trams collide', 'Ferries stop', 'Markets open');
  await expect.poll(() => told('Trams collide')).toBe(1);
  await list('Ferries stop', 'Markets open', 'Zoo reopens');
  await expect.poll(() => told('Zoo reopens')).toBe(1);
  expect([told('Ferries stop'), told('Markets open')]).toEqual([1, 1]);
  expect(
    posts()
      .map(({ text }) => text)
      .slice(0, before.length),
  ).toEqual(before);
  expect(posts().map(({ edited }) => edited)).not.toContain(true);
});

it('a digest that was due while the bot was off comes once it is back', async () => {
  const { journey, sandbox, channels } = await subscribed();
  await add(journey, 'Morning matters');
  const posted = sandbox.nextMessage({ in: channels.news });
  await journey.restart({ laterMs: 50 * HOUR });
  expect((await posted).text).toMatch(/Morning matters/);
});
