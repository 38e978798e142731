import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const DAY_MS = 86_400_000;
/** The "Read on" under the excerpt of that article. */
const readOn = (reply: { message: { raw: unknown } | undefined }, title: string): string => {
  const json = JSON.stringify(reply.message?.raw);
  return /article:read:\d+:\d+/.exec(json.slice(json.indexOf(title)))![0];
};
/** As people read it, without the backslashes that keep text from being markdown. */
const textOf = (reply: { message: { text: string } | undefined }): string =>
  (reply.message?.text ?? '').replace(/\\(?=[^\w\s])/g, '');
const labels = (reply: { message: { buttons: { label: string }[] } | undefined }) =>
  reply.message?.buttons.map(({ label }) => label) ?? [];

it('answers a question with quotes, reads on, turns pages and follows up', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', {
    question: 'Why did inspectors close the Kessel dam?',
  });
  expect(answer).toMatchObject({ kind: 'message', ephemeral: false });
  expect(answer.message?.text).toContain('### Why did inspectors close the Kessel dam?');
  expect(answer.message?.text).toContain('found cracks in its northern wall.');
  expect(answer.message?.text).toContain(
    'Orl Courier · 12 Mar 2024 · [Kessel dam closed after cracks appear](https://courier.example/dam)',
  );

  const article = await owner.press(answer, readOn(answer, 'Kessel dam closed'));
  expect(article.ephemeral).toBe(true);
  const second = await owner.press(article, 'Next');
  expect(second.kind).toBe('update');
  expect(second.message?.text).toContain('Page 2 of');

  const form = await owner.press(answer, 'Follow up');
  expect(form.modal?.fields.map(({ label }) => label)).toEqual(['What else do you want to know?']);
  const further = await owner.submit(form, { question: 'and how long will it last?' });
  expect(further.message?.text).toContain('### and how long will it last?');
  expect(further.message?.text).toContain(
    'Continues “Why did inspectors close the Kessel dam?”, searched with Kessel',
  );
});

it('shows a private answer to the asker alone, who can share it once', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  expect(answer.ephemeral).toBe(true);
  expect(member.sees(channels.general)).toEqual([]);
  const posted = sandbox.nextMessage({ where: ({ ephemeral }) => !ephemeral });
  const own = await owner.press(answer, 'Share');
  expect(labels(own)).not.toContain('Share');
  expect((await posted).text).toContain(`Shared by <@${owner.id}>`);
  expect((await posted).pings).toEqual({ userIds: [], roleIds: [], everyone: false });
  expect(member.sees(channels.general)).toHaveLength(1);
});

it('is shared once, however often *Share* is pressed at a time', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  const posted = sandbox.nextMessage({ where: ({ ephemeral }) => !ephemeral });
  const pressed = await Promise.all([1, 2, 3].map(() => owner.press(answer, 'Share')));
  await posted;
  await owner.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  for (const own of pressed) expect(labels(own)).not.toContain('Share');
  expect(member.sees(channels.general)).toHaveLength(1);
});

it('can be shared again if Discord refused it', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  const route = '/webhooks/{webhook_id}/{webhook_token}';
  sandbox.injectFault({ method: 'POST', route, status: 403, code: 50013, times: 1 });
  await owner.press(answer, 'Share');
  expect(member.sees(channels.general)).toHaveLength(0);
  expect(labels({ message: owner.sees(channels.general)[0] })).toContain('Share');
  const own = await owner.press(answer, 'Share');
  expect(member.sees(channels.general)).toHaveLength(1);
  expect(labels(own)).not.toContain('Share');
});

it('offers no second sharing on the other pages of a private answer', async () => {
  const articles = Array.from({ length: 5 }, (_, n) => ({
    ...SAMPLE_ARTICLES[0]!,
    id: `d${n}`,
    url: `https://courier.example/${n}`,
    body: `Inspectors found crack number ${n} in the Kessel dam. ${SAMPLE_ARTICLES[0]!.body}`,
  }));
  const { sandbox } = await openJourney({ articles });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  const own = await owner.press(answer, 'Share');
  const next = await owner.press(own, 'More');
  expect(labels(next)).not.toContain('Share');
  expect(await owner.press(next, 'Follow up')).toMatchObject({ kind: 'modal' });
});

it('gives another member who turns a page a copy of their own', async () => {
  const articles = Array.from({ length: 25 }, (_, index) => ({
    ...SAMPLE_ARTICLES[0]!,
    id: `d${index}`,
    url: `https://courier.example/${index}`,
    body: `${SAMPLE_ARTICLES[0]!.body} ${index}`,
  }));
  const { sandbox } = await openJourney({ articles });
  const { owner, member, channels } = sandbox;
  const list = await owner.slash(channels.general, 'search', { query: 'Kessel dam', sort: 'newest' });
  expect(list.message?.text).toContain('25 articles matched, newest first, page 1 of 3.');
  const own = await member.press(list, 'Next');
  expect(own).toMatchObject({ kind: 'message', ephemeral: true });
  const turned = await owner.press(list, 'Next');
  expect(turned).toMatchObject({ kind: 'update' });
  expect(turned.message?.text).toContain('page 2 of 3');
  expect(turned.message?.text).toContain('**11.**');
  expect(turned.message?.text).toBe(own.message?.text);
});

it('says what was not found, and where it looked', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const miss = await owner.slash(channels.general, 'ask', { question: 'zeppelin licence' });
  expect(miss.message?.text).toContain('Nothing found.** No article holds “zeppelin”, “licence”.');
  expect(miss.message?.text).toMatch(/Searched \d+ articles from \d+ sources/);
  expect(miss.message?.buttons.map(({ label }) => label)).toEqual(['Alert me', 'Subscribe', 'Not helpful']);
});

it('offers no subscription to words that name nothing', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'the of and' });
  await expect((async () => owner.press(answer, 'Subscribe'))()).rejects.toThrow('Subscribe');
});

it('says of keywords whether they were found, and of days and filters what came last', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const ask = async (question: string) =>
    (await owner.slash(channels.general, 'ask', { question })).message?.text;
  expect(await ask('Kessel')).toMatch(/^### Kessel\n?> [\s\S]*2 of 3 articles mention this\./);
  expect(await ask('Kessel cyclists')).toContain('These come nearest; the first does not hold “');
  expect(await ask('the of and')).toContain('These words are too general to search for.');
  expect(await ask('source:herald')).toMatch(
    /source herald · newest first\n?> ## Growers in the valley[\s\S]*1 article in all\./,
  );
  expect(await ask('news of 12 March 2024')).toMatch(/12 Mar 2024 · newest first\n?> ## The Kessel dam/);
  expect(await ask('what happened in 2018?')).toContain(
    '**No articles from that period.** The newest is from 2 Apr 2024.',
  );
});

it('names no title near whose article holds a word that was to be left out', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const near = await owner.slash(channels.general, 'ask', { question: '"zeppelin dam" Kessel closed' });
  expect(near.message?.text).toContain('Kessel dam closed after cracks appear');
  const none = await owner.slash(channels.general, 'ask', { question: 'Kessel -dam' });
  expect(none.message?.text).toContain('Nothing found');
  expect(none.message?.text).not.toContain('Kessel dam closed after cracks appear');
});

it('says that no article is here yet, and where they come from', async () => {
  const { sandbox } = await openJourney();
  const { owner, channels } = sandbox;
  const none = '**No article is here yet.** They come from the corpus folder and from feeds (`/feeds add`).';
  for (const question of ['What happened?', 'Kessel', 'Who closed the dam?'])
    expect(textOf(await owner.slash(channels.general, 'ask', { question }))).toBe(`### ${question}\n${none}`);
  expect(textOf(await owner.slash(channels.general, 'search', { query: 'Kessel' }))).toContain(none);
});

it('says of an article from the future why no answer holds it', async () => {
  const future = { ...SAMPLE_ARTICLES[0]!, published: '2099-01-01' };
  const { sandbox } = await openJourney({ articles: [future] });
  const { owner, channels } = sandbox;
  const why = textOf(await owner.slash(channels.general, 'why', { article: future.title }));
  expect(why).toContain('Its date is in the future: it is not shown until then.');
});

it('says in a list what the words were taken for, and why nothing matches', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const list = async (options: Record<string, string>) =>
    textOf(await owner.slash(channels.general, 'search', options));
  expect(await list({ query: 'inspektors' })).toContain(
    '1 article matched, best first. No article holds “inspektors”. Searched for “inspectors” instead.',
  );
  expect(await list({ query: 'zeppelin' })).toMatch(
    /\*\*No article matches\.\*\* No article holds “zeppelin”\.\n-# Searched 3 articles from 2 sources, the newest of 2 Apr 2024\./,
  );
  expect(await list({ query: 'dam', before: '2020' })).toContain(
    '-# until 31 Dec 2020\n**No articles from that period.** The newest is from 2 Apr 2024.',
  );
  expect(await list({ query: 'dam -Kessel' })).toContain('without “Kessel”\n**No article matches.**');
});

it('says from when the newest article is where /digest finds nothing, and that /latest shows one', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const empty = textOf(await owner.slash(channels.general, 'digest', { topic: 'zeppelins' }));
  expect(empty).toMatch(
    /Nothing on “zeppelins” since 1 Apr 2024.* The newest article is from 2 Apr 2024\. Try an earlier/,
  );
  expect(textOf(await owner.slash(channels.general, 'latest', { count: 1 }))).toContain(
    '### The latest article\n',
  );
});

it('reads a message as its words: small talk, links, emoji and typed commands', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, bot, channels } = sandbox;
  const dm = channels.botDm;
  const said = async (text: string) => {
    const answered = sandbox.nextMessage({ in: dm });
    owner.say(dm, text);
    return textOf({ message: await answered });
  };
  for (const talk of ['hi', 'Hello!', 'help', 'Thank you :)', 'lol ok', 'tell me a joke', 'ur the best!!'])
    expect(await said(talk)).toContain('Ask me anything about the news');
  expect(await said('https://courier.example/2024/kessel-dam-closed.html')).toMatch(
    /^### kessel dam closed\n/,
  );
  expect(await said('https://youtu.be/abc123')).toContain('I open no links, pictures or emoji');
  expect(await said('/ask Kessel dam <:wave:123456789012345678>')).toMatch(/^### Kessel dam\n/);
  expect(await said(`Kessel \`\`\`js\ndam\`\`\` <@${bot.id}>`)).toMatch(/^### Kessel dam\n/);
});

it('searches for what a misspelt word was taken for', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const slip = await owner.slash(channels.general, 'ask', { question: 'inspektors cracks' });
  expect(slip.message?.text).toContain('Did you mean “inspectors”?');
  const right = await owner.press(slip, 'Search for “inspectors”');
  expect(right.message?.text).toContain('### inspectors cracks');
  expect(right.message?.text).toContain('northern wall');
});

it('leaves a word alone that a misspelt one is but a part of', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const question = 'inspektorshire inspektors cracks';
  const slip = await owner.slash(channels.general, 'ask', { question });
  const right = await owner.press(slip, 'Search for “inspectors”');
  expect(right.message?.text).toContain('### inspektorshire inspectors cracks');
});

it('keeps buttons working over a restart, until they expire and say so', async () => {
  const { sandbox, restart } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam' });
  await restart();
  const form = await owner.press(answer, 'Follow up');
  const further = await owner.submit(form, { question: 'and the orchards?' });
  expect(further.message?.text).toContain('Continues “Kessel dam”');
  await restart({ laterMs: 8 * DAY_MS });
  const late = await owner.press(answer, 'Follow up');
  expect(late).toMatchObject({ kind: 'message', ephemeral: true });
  expect(late.message?.text).toContain('This button has expired: what was asked is kept for 7 days.');
  const article = await owner.press(answer, readOn(answer, 'Kessel dam closed'));
  expect(article.message?.text).toContain('Kessel dam');
});

it('answers mentions and direct messages, and goes on where one replies to an answer', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const answered = sandbox.nextMessage({ in: channels.general });
  const question = owner.say(channels.general, `<@${sandbox.bot.id}> why was the Kessel dam closed?`);
  const answer = await answered;
  expect(answer).toMatchObject({ replyToId: question.id, pings: { userIds: [] } });
  expect(answer.text).toContain('### why was the Kessel dam closed?');

  const continued = sandbox.nextMessage({ in: channels.general });
  member.say(channels.general, `<@${sandbox.bot.id}> and what about the orchards?`, { replyTo: answer });
  expect((await continued).text).toContain(
    'Continues “why was the Kessel dam closed?”, searched with Kessel',
  );

  const direct = sandbox.nextMessage({ in: channels.memberDm });
  member.say(channels.memberDm, 'Who rode across the bridge at Port Ellis?');
  expect((await direct).text).toContain('Orl Courier · date unknown · Old bridge opens to cyclists');

  const greeted = sandbox.nextMessage({ in: channels.general });
  owner.say(channels.general, `<@${sandbox.bot.id}>`);
  expect((await greeted).text).toContain('Ask me anything about the news');
});

it('says what to do where a reply to a command’s answer comes without its words, and reads one that names the bot', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const { message } = await owner.slash(channels.general, 'ask', {
    question: 'why was the Kessel dam closed?',
  });
  const replied = async (text: string) => {
    const answered = sandbox.nextMessage({ in: channels.general });
    member.say(channels.general, text, { replyTo: message! });
    return (await answered).text;
  };
  expect(await replied('and what about the orchards?')).toContain(
    'Press **Follow up** under it, or mention me',
  );
  expect(await replied(`<@${sandbox.bot.id}> and what about the orchards?`)).toContain(
    'Continues “why was the Kessel dam closed?”, searched with Kessel',
  );
});

it('shows an answer again as it was given, and says which of its articles have changed or gone since', async () => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = journey.sandbox;
  const asked = { question: 'Why was the Kessel dam closed?', private: true };
  const answer = await owner.slash(channels.general, 'ask', asked);
  const [dam, ...others] = SAMPLE_ARTICLES;
  const rewritten = { ...dam, body: 'The Kessel dam is open again. Nobody says why it was closed.' };
  const write = (articles: readonly object[]) =>
    writeFile(join(journey.corpusDir, 'news.jsonl'), articles.map((each) => JSON.stringify(each)).join('\n'));
  await journey.restart({ meanwhile: () => write([rewritten, ...others]) });
  const shared = journey.sandbox.nextMessage({ where: ({ ephemeral }) => !ephemeral });
  await owner.press(answer, 'Share');
  expect((await shared).text).toContain('found cracks in its northern wall');
  expect((await shared).text).toMatch(
    /Quoted as it stood <t:\d+:f>\. Since then 1 of these articles has changed\./,
  );
  await journey.restart({ meanwhile: () => write(others) });
  const again = await owner.press(answer, 'More');
  expect(textOf(again)).toContain('Since then 1 of these articles is gone.');
});

it('goes on from the last question in a direct message, for some minutes', async () => {
  const { sandbox, restart } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const said = async (text: string) => {
    const answered = sandbox.nextMessage({ in: channels.botDm });
    owner.say(channels.botDm, text);
    return textOf({ message: await answered });
  };
  await said('Who rode across the bridge at Port Ellis?');
  expect(await said('why did they do it?')).toContain(
    'Continues “Who rode across the bridge at Port Ellis?”',
  );
  expect(await said('Kessel dam')).not.toContain('Continues');
  await restart({ laterMs: 3_600_000 });
  expect(await said('why did they do it?')).not.toContain('Continues');
});

it('shows what can be asked instead of excerpts where nothing is asked', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: 'tell me a joke' });
  expect(textOf(answer)).toContain('I answer questions about the news');
  expect(labels(answer)).not.toContain('Subscribe');
});

it('says nothing to messages that are not for it', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  owner.say(channels.general, 'Why was the Kessel dam closed?');
  owner.say(channels.general, '@everyone the Kessel dam is closed');
  const first = sandbox.nextMessage();
  const last = owner.say(channels.general, `<@${sandbox.bot.id}> bridge Port Ellis`);
  expect((await first).replyToId).toBe(last.id);
});

it('finds coverage of what a message says, for the one who looks alone', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  const message = owner.say(
    channels.general,
    'Have you heard: "Kessel" -dam is closed! https://x.example/a?b=c',
  );
  const found = await member.contextMenu(message, 'Find coverage');
  expect(found).toMatchObject({ kind: 'message', ephemeral: true });
  expect(found.message?.text).toContain('### Have you heard: Kessel dam is closed!');
  expect(found.message?.text).toContain('northern wall');
  const empty = await member.contextMenu(owner.say(channels.general, 'https://x.example/a'), 'Find coverage');
  expect(empty.message?.text).toContain('This message has no words to look for');
});

it('suggests sources, titles and days, and takes other text as well', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  expect(await owner.autocomplete(channels.general, 'ask', 'source', 'her')).toEqual([
    { name: 'Valley Herald (1)', value: 'Valley Herald' },
  ]);
  const titles = await owner.autocomplete(channels.general, 'article', 'title', 'orchards');
  expect(titles).toEqual([
    {
      name: 'Orchards expect the best harvest in years · Valley Herald · 2\u00A0Apr\u00A02024',
      value: expect.stringMatching(/^#\d+$/),
    },
  ]);
  const chosen = await owner.slash(channels.general, 'article', { title: titles![0]!.value as string });
  expect(chosen.message?.text).toContain('best apple harvest since 2009');
  const typed = await owner.slash(channels.general, 'article', { title: 'old bridge opens to cyclists' });
  expect(typed.message?.text).toContain('400 people rode across');
  const days = await owner.autocomplete(channels.general, 'ask', 'after', '2024-03');
  expect(days).toContainEqual({ name: '2024-03', value: '2024-03' });
});

it('shows the beginning and the link alone where READ_LIMIT says so', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES, settings: { READ_LIMIT: '100' } });
  const { owner, channels } = sandbox;
  const { message } = await owner.slash(channels.general, 'article', {
    title: 'Kessel dam closed after cracks appear',
  });
  expect(message?.text).toContain('The Kessel dam was closed on Tuesday');
  expect(message?.text).not.toContain('river authority');
  expect(message?.text).toMatch(
    /The first [\d,]+ characters of [\d,]+ are shown here; follow the link for the rest\./,
  );
  expect(message?.buttons).toContainEqual(
    expect.objectContaining({ label: 'Open the article', url: 'https://courier.example/dam' }),
  );
});

it('lists articles without a date as the latest where none has one', async () => {
  const undated = SAMPLE_ARTICLES.map(({ published: _, ...article }) => article);
  const { sandbox } = await openJourney({ articles: undated });
  const { owner, channels } = sandbox;
  const latest = await owner.slash(channels.general, 'latest', { source: '  ' });
  expect(latest.message?.text).toMatch(/The latest 3 articles\n[\s\S]*date unknown/);
  const none = await owner.slash(channels.general, 'latest', { source: 'nobody' });
  expect(none.message?.text).toContain('No article from “nobody” is here yet.** `/sources` lists');
});

it('shows no invisible characters of a question, and asks for words where there are none', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const answer = await owner.slash(channels.general, 'ask', { question: '\u202eKessel dam\u0000' });
  expect(answer.message?.text).toContain('### Kessel dam\n');
  for (const [command, option] of [
    ['ask', 'question'],
    ['search', 'query'],
    ['digest', 'topic'],
    ['subscribe', 'topic'],
  ] as const) {
    const refused = await owner.slash(channels.general, command, { [option]: '???' });
    expect(refused.message?.text).toContain('words to look for; “???” holds none');
    expect(refused.ephemeral).toBe(true);
  }
});

it('counts an article that two outlets carry for each of them, and says so', async () => {
  const copied = { ...SAMPLE_ARTICLES[0]!, id: 'copy', url: 'https://other.example/copy', source: 'Other' };
  const { sandbox } = await openJourney({ articles: [...SAMPLE_ARTICLES, copied] });
  const { owner, channels } = sandbox;
  const { text } = (await owner.slash(channels.general, 'sources')).message!;
  expect(text).toContain(`sources, ${SAMPLE_ARTICLES.length} articles`);
  expect(text).toContain('**Other** · 1 article');
  expect(text).toContain('An article from several sources counts once for each, but only once in the total.');
  const status = await owner.slash(channels.general, 'status');
  expect(status.message?.text).toContain(`**Articles** ${SAMPLE_ARTICLES.length}`);
});

it('lists what is newest, where it comes from, how it is and what can be done', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  const latest = await owner.slash(channels.general, 'latest', { count: 2 });
  expect(latest.message?.text).toMatch(/The latest 2 articles[\s\S]*Orchards[\s\S]*Kessel dam/);
  const sources = await owner.slash(channels.general, 'sources');
  expect(sources.message?.text).toContain('**Orl Courier** · 2 articles · newest 12 Mar 2024');
  expect(sources.message?.text).not.toContain('counts once for each');
  const status = await owner.slash(channels.general, 'status');
  expect(status.message?.text).toMatch(/\*\*Articles\*\* 3[\s\S]*\*\*Memory\*\* \d+ MB/);
  const help = await owner.slash(channels.general, 'help');
  for (const { name } of owner.commands(channels.general)) expect(help.message?.text).toContain(name);
});
