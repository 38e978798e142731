/**
 * What happens around a bot that is killed: articles are added, some of them by a second outlet as well, some go away for a
 * while, events are told by a second outlet in other words, and Discord misbehaves. Out: what the sandbox saw of it in the
 * end: how many digests, and how many matching articles are missing or stand there twice.
 */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { countEvents, createEvents, type EventPosts } from './events.ts';
import { recently } from './recently.ts';

/** What came of it, over all subscriptions. */
export interface WorkloadCounts extends ReturnType<typeof countEvents> {
  /** Digests posted. */
  readonly deliveries: number;
  /** Matching articles that never came. */
  readonly lost: number;
  /** Articles that came more than once. */
  readonly duplicated: number;
  readonly articles: number;
  /** Requests that the sandbox answered with a fault or a rate limit. */
  readonly faults: number;
}

export interface Workload {
  /** Made with `/subscribe`; from then on articles come. */
  begin(): Promise<void>;
  /** Digests in their channels now. */
  posted(): number;
  /** What Discord has taken is no longer found by its nonce, nor in the newest messages. Nothing may be under way. */
  forget(): Promise<void>;
  /** Nothing more comes or fails from now on. */
  finish(): Promise<void>;
  /** Waits until all that came was posted, or nothing was for a while. The bot was started again, `EDITED_BY_THEN_MS` later. */
  finishLater(): Promise<void>;
  counts(): WorkloadCounts;
  /** Ends what is under way, whatever came of it. */
  stop(): void;
}

interface AddedArticle {
  readonly token: string;
  readonly words: readonly string[];
  /** A second outlet carries it as well, sooner or later. */
  readonly isCopied: boolean;
}

interface Subscribed {
  readonly channelId: string;
  readonly matches: (article: AddedArticle) => boolean;
}

/** A cluster that never catches up would post nothing but full digests, and minutes longer than it is killed. */
const MOST_WAITING = 200;
const LONGEST_DELAY_MS = 1_200;
const POST = '/channels/{channel_id}/messages';

/** Every kind of trouble there is, at once, all the time. */
const injectFault = (sandbox: Sandbox): void => {
  const faults = [
    { status: 429, retryAfterMs: 300, probability: 0.06 },
    { status: 500, probability: 0.05 },
    { status: 502, when: 'after', probability: 0.06 },
    { hangUp: true, probability: 0.04 },
    { hangUp: true, when: 'after', probability: 0.06 },
    { delayMs: LONGEST_DELAY_MS, probability: 0.08 },
    { delayMs: 150, probability: 0.3 },
  ] as const;
  for (const fault of faults) {
    sandbox.injectFault({ method: 'POST', route: POST, ...fault });
    sandbox.injectFault({ method: 'POST', route: '/channels/{channel_id}/threads', ...fault });
    sandbox.injectFault({ method: 'POST', route: `${POST}/{message_id}/threads`, ...fault });
  }
  sandbox.injectFault({ method: 'GET', route: POST, status: 503, probability: 0.1 });
  const edit = { method: 'PATCH', route: `${POST}/{message_id}` } as const;
  sandbox.injectFault({ ...edit, status: 429, retryAfterMs: 300, probability: 0.1 });
  sandbox.injectFault({ ...edit, hangUp: true, when: 'after', probability: 0.1 });
  sandbox.injectFault({ ...edit, status: 400, code: 30046, probability: 0.1 });
};

/** How far the clock goes on at the end: past what edits and back-offs wait for. */
export const EDITED_BY_THEN_MS = 21 * 60_000;

/** Each subscription has a channel of its own, so that the record shows whose digest it is. Made with `/subscribe`. */
const subscribeAll = async (sandbox: Sandbox, events: { readonly id: string }): Promise<Subscribed[]> => {
  const { owner, channels } = sandbox;
  const base = { when: 'arrival', max: 8 };
  const wanted = [
    {
      channel: sandbox.addChannel('second'),
      options: { source: 'second.example' },
      matches: ({ isCopied }: AddedArticle) => isCopied,
    },
    { channel: channels.general, options: { later: 'thread' }, matches: () => true },
    // By itself: behind all that waits to be posted in a channel that gets everything, both outlets would come at once.
    { channel: events, options: { topic: '"gave way"', later: 'thread' }, matches: () => false },
    {
      channel: channels.news,
      options: { topic: 'harbour' },
      matches: ({ words }: AddedArticle) => words.includes('harbour'),
    },
    {
      channel: sandbox.addChannel('quiet-harbour'),
      options: { topic: 'harbour -strike', max: 3 },
      matches: ({ words }: AddedArticle) => words.includes('harbour') && !words.includes('strike'),
    },
    {
      channel: channels.announcements,
      options: { topic: 'strike', publish: true },
      matches: ({ words }: AddedArticle) => words.includes('strike'),
    },
    {
      channel: sandbox.addChannel('side', { type: 11, parent: channels.general }),
      options: { topic: 'court' },
      matches: ({ words }: AddedArticle) => words.includes('court'),
    },
    {
      channel: channels.forum,
      options: { topic: 'election', tag: 'Daily' },
      matches: ({ words }: AddedArticle) => words.includes('election'),
    },
  ];
  for (const { channel, options } of wanted) {
    const reply = await owner.slash(channels.general, 'subscribe', {
      ...base,
      channel: channel.id,
      ...options,
    });
    if (!reply.message?.text.includes('Subscribed:'))
      throw new Error(`/subscribe said: ${reply.message?.text}`);
  }
  return wanted.map(({ channel, matches }) => ({ channelId: channel.id, matches }));
};

/** A few articles in a file, as an operator would drop it. */
const addArticles = async (
  corpusDir: string,
  from: number,
  random: () => number,
): Promise<{ readonly added: AddedArticle[]; readonly file: string; readonly copy: string | null }> => {
  const topics = ['harbour', 'strike', 'court', 'election'];
  const added = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index): AddedArticle => {
    const words = topics.filter(() => random() < 0.35);
    return { token: `Item${String(from + index).padStart(6, '0')}`, words, isCopied: random() < 0.3 };
  });
  const told = (source: string) => (article: AddedArticle) => recordOf(article, source);
  const copied = added.filter(({ isCopied }) => isCopied);
  const file = join(corpusDir, `${added[0]!.token}.jsonl`);
  await writeFile(file, added.map(told('wire.example')).join('\n'));
  return { added, file, copy: copied.length === 0 ? null : copied.map(told('second.example')).join('\n') };
};

const recordOf = ({ token, words }: AddedArticle, source: string): string =>
  JSON.stringify({
    id: token,
    title: token,
    url: `https://${source}/${token}`,
    source,
    published: new Date().toISOString(),
    body: `${token} tells of ${['something', ...words].join(' and ')} at no great length, and that is all there is to it.`,
  });

/** Takes a file out of the corpus for a while, some time after it came. */
const takeAway = async (file: string, random: () => number): Promise<void> => {
  await delay(random() * 2_500);
  // A name that the corpus does not read.
  await rename(file, `${file}.away`);
  await delay(random() * 6_000);
  await rename(`${file}.away`, file);
};

/** Puts a second outlet's telling beside the file, some time after it came; it may go away for a while as well. */
const tellAgain = async (file: string, copy: string, random: () => number): Promise<void> => {
  await delay(random() * 5_000);
  const beside = file.replace('.jsonl', '-second.jsonl');
  await writeFile(beside, copy);
  if (random() < 0.7) await takeAway(beside, random);
};

const textsIn = (sandbox: Sandbox, channelId: string, posted = sandbox.posted()): string[] =>
  posted
    .filter((message) => {
      const isPost = sandbox.world.channels.get(message.channelId)?.parentId === channelId;
      const isThread = sandbox.world.channels.get(channelId)?.type === 15;
      return !message.deleted && (message.channelId === channelId || (isThread && isPost));
    })
    .map(({ text }) => text);

const digestsIn = (sandbox: Sandbox, channelId: string): string[] =>
  textsIn(sandbox, channelId).filter((text) => text.includes('[Item'));
/** Every text in a body that was sent. */
const textsOf = (body: unknown): string[] => {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : [];
};

/** What became of the events in a channel. */
const eventPosts = (sandbox: Sandbox, channelId: string): EventPosts => {
  const { channels, messages } = sandbox.world;
  const isOfPost = (id: string): boolean => channels.get(id)?.parentId === channelId && messages.has(id);
  return {
    posts: textsIn(sandbox, channelId),
    sent: sandbox
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith(`/channels/${channelId}/messages`))
      .flatMap(({ body }) => textsOf(body)),
    threads: sandbox
      .posted()
      .filter((message) => !message.deleted && isOfPost(message.channelId))
      .map(({ text }) => text),
  };
};

const count = (sandbox: Sandbox, subscribed: readonly Subscribed[], articles: readonly AddedArticle[]) => {
  const posted = sandbox.posted();
  let lost = 0;
  let duplicated = 0;
  let deliveries = 0;
  for (const { channelId, matches } of subscribed) {
    const texts = textsIn(sandbox, channelId, posted).filter((text) => text.includes('[Item'));
    deliveries += texts.length;
    const tokens = texts.flatMap((text) => [...text.matchAll(/\[(Item\d+)\]/g)].map(([, token]) => token));
    const shown = Map.groupBy(tokens, (token) => token);
    for (const article of articles) {
      const times = shown.get(article.token)?.length ?? 0;
      if (matches(article) && times === 0) lost += 1;
      if (times > (matches(article) ? 1 : 0)) duplicated += 1;
    }
  }
  return { deliveries, lost, duplicated };
};

/** Longer than the longest back-off: what is not posted by then never will be. */
const PATIENCE_MS = 6 * 60_000;

/** Waits for what is still missing, as long as some of it comes. */
const untilNothingComes = async (missing: () => number): Promise<void> => {
  let least = missing();
  for (let since = Date.now(); least > 0 && Date.now() - since < PATIENCE_MS; await delay(1_000)) {
    const now = missing();
    if (now < least) since = Date.now();
    least = Math.min(least, now);
  }
};

export const createWorkload = (sandbox: Sandbox, corpusDir: string, random: () => number): Workload => {
  const articles: AddedArticle[] = [];
  const eventsChannel = sandbox.addChannel('events');
  const eventTexts = recently(() => textsIn(sandbox, eventsChannel.id));
  const isPosted = (token: string): boolean => eventTexts().some((text) => text.includes(token));
  const events = createEvents(corpusDir, random, isPosted);
  let subscribed: readonly Subscribed[] = [];
  let feeding: Promise<void> = Promise.resolve();
  let isOver = false;
  let faults = 0;
  const feed = async (): Promise<void> => {
    const away: Promise<void>[] = [];
    while (!isOver) {
      const { added, file, copy } = await addArticles(corpusDir, articles.length, random);
      articles.push(...added);
      if (random() < 0.7) away.push(takeAway(file, random));
      if (copy !== null) away.push(tellAgain(file, copy, random));
      if (random() < 0.4) away.push(events.add());
      await delay(400 + random() * 800);
      while (!isOver && waiting() > MOST_WAITING) await delay(500);
    }
    await Promise.all(away);
  };
  /** Articles times the channels they have not come to yet. */
  const waiting = recently(() => lost());
  const lost = () => count(sandbox, subscribed, articles).lost;
  const told = () => countEvents(eventPosts(sandbox, eventsChannel.id), events.tokens());
  return {
    async begin() {
      subscribed = await subscribeAll(sandbox, eventsChannel);
      injectFault(sandbox);
      feeding = feed();
    },
    posted: () => subscribed.flatMap(({ channelId }) => digestsIn(sandbox, channelId)).length,
    async forget() {
      // What is still being carried out is through before nonces are forgotten, as it is long before on Discord.
      await delay(LONGEST_DELAY_MS + 100);
      sandbox.forgetNonces();
      for (const { channelId } of subscribed)
        if (channelId !== sandbox.channels.forum.id)
          sandbox.chatter(channelId, 101 + Math.floor(random() * 60));
    },
    async finish() {
      isOver = true;
      await feeding;
      faults = sandbox.requests().filter(({ status }) => status === 0 || status >= 429).length;
      sandbox.clearFaults();
    },
    async finishLater() {
      await untilNothingComes(() => lost() + told().eventsUntold + told().developmentsLost);
      await delay(2_000);
    },
    counts: () => ({
      ...count(sandbox, subscribed, articles),
      ...told(),
      articles: articles.length,
      faults,
    }),
    stop: () => {
      isOver = true;
    },
  };
};

/** What went wrong: 0 where everything was done exactly once. */
export const countWrong = (counts: WorkloadCounts): number =>
  counts.lost +
  counts.duplicated +
  counts.eventsUntold +
  counts.eventsNotOnce +
  counts.developmentsLost +
  counts.developmentsTwice;

export const describeCounts = (counts: WorkloadCounts): readonly [digests: string, events: string] => {
  const { deliveries, lost, duplicated, events, eventsNotOnce, eventsUntold } = counts;
  const { developments, developmentsLost, developmentsTwice } = counts;
  return [
    `deliveries ${deliveries}, lost ${lost}, duplicated ${duplicated}`,
    `events ${events}, lost ${eventsUntold}, duplicated ${eventsNotOnce}; developments ${developments}, lost ${developmentsLost}, duplicated ${developmentsTwice}`,
  ];
};
