import { describe, expect, it } from 'vitest';
import type { Arrival, ArticleDraft } from '../../src/domain/article.ts';
import type { MessageView } from '../../src/sandbox/simulated-users/message-view.ts';
import type { Reply } from '../../src/sandbox/simulated-users/reply.ts';
import { articleDraft } from '../article-draft.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const WAIT = 'Alert me';
const QUESTION = 'Who won the regatta of Marrow Point?';
const DAY_MS = 86_400_000;
const MESSAGES = '/channels/{channel_id}/messages';

const draft = (key: string, title: string, body: string): ArticleDraft =>
  articleDraft({ key, title, body, published: new Date().toISOString(), source: 'Coast News' });

const ANSWER = draft(
  'regatta',
  'Ines Valder wins the regatta of Marrow Point',
  'Ines Valder won the regatta of Marrow Point on Sunday. It was her third win there.',
);
const OTHER = draft('harvest', 'Apples at Marrow Point', 'Growers say that the harvest is a week away.');

const textOf = (reply: Reply | MessageView): string =>
  ('text' in reply ? reply.text : (reply.message?.text ?? '')).replace(/\\(?=[^\w\s])/g, '');

const add = (journey: Journey, article: ArticleDraft, arrival: Arrival = 'new') =>
  journey.bot().app.backend.add([article], arrival);

/** One round, and what it sends. */
const round = async ({ bot }: Journey): Promise<void> => {
  await bot().app.alertRounds.tick();
  await bot().app.alertRounds.idle();
};

/** Answers to what waited, wherever they were sent. */
const answers = ({ sandbox }: Journey): MessageView[] =>
  sandbox.posted().filter(({ text }) => text.includes('An article answers this now'));

const asked = async (options: Record<string, boolean | string> = {}) => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES });
  const { member, channels } = journey.sandbox;
  const answer = await member.slash(channels.general, 'ask', { question: QUESTION, ...options });
  return { journey, member, channels, sandbox: journey.sandbox, answer };
};

describe('a question that found no answer', () => {
  it('is answered where it was asked, once, when an article answers it', async () => {
    const { journey, member, channels, answer } = await asked();
    const told = await member.press(answer, WAIT);
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toContain(`**I will answer here, once**, when a new article answers “${QUESTION}”`);
    await add(journey, OTHER);
    await round(journey);
    expect(answers(journey)).toEqual([]);
    await add(journey, ANSWER);
    await round(journey);
    const [found, ...others] = answers(journey);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ channelId: channels.general.id });
    expect(textOf(found!)).toContain('Ines Valder won the regatta of Marrow Point on Sunday.');
    expect(found!.pings).toEqual({ userIds: [], roleIds: [], everyone: false });
    await add(journey, { ...ANSWER, key: 'again', body: `${ANSWER.body} More is told on Monday.` });
    await round(journey);
    expect(answers(journey)).toHaveLength(1);
    expect(textOf(await member.press(found!, 'Follow up'))).toBe('');
    expect(textOf(await member.slash(channels.general, 'alerts'))).toContain('You have no alerts');
  });

  it('is answered directly where it was asked in private, and at the next command where that is refused', async () => {
    const { journey, member, channels, sandbox, answer } = await asked({ private: true });
    expect(textOf(await member.press(answer, WAIT))).toContain('**I will write to you directly, once**');
    sandbox.acceptDms(member, false);
    await add(journey, ANSWER);
    await round(journey);
    await round(journey);
    expect(answers(journey)).toEqual([]);
    const before = member.sees(channels.general).length;
    const seen = () => member.sees(channels.general).slice(before);
    await member.slash(channels.general, 'help');
    await expect.poll(() => seen().length).toBe(3);
    const [help, , late] = seen();
    expect(textOf(help!)).toContain('What I can do');
    expect(textOf(late!)).toContain('Discord did not let me write to you directly');
    expect(textOf(late!)).toContain('Ines Valder won');
    expect(late!.ephemeral).toBe(true);
    await expect.poll(() => journey.bot().app.alerts.ofPerson(member.id)).toEqual([]);
    await member.slash(channels.general, 'help');
    await member.slash(channels.general, 'help');
    expect(seen().filter((message) => textOf(message).includes('Ines Valder'))).toHaveLength(1);
  });

  it('waits on where its answer is gone before the next command', async () => {
    const { journey, member, channels, sandbox, answer } = await asked({ private: true });
    await member.press(answer, WAIT);
    sandbox.acceptDms(member, false);
    await add(journey, ANSWER);
    await round(journey);
    await add(journey, { ...ANSWER, title: 'Nothing to see', body: 'This report was withdrawn.' });
    const list = await member.slash(channels.general, 'alerts');
    expect(textOf(list)).toContain('1 of 20');
    expect(member.sees(channels.general).filter((seen) => textOf(seen).includes('Ines Valder'))).toEqual([]);
    expect(await journey.bot().app.alerts.ofPerson(member.id)).toMatchObject([{ state: 'open' }]);
  });

  it('is not asked of what a first load or an import brings, nor of what was there', async () => {
    const { journey, member, answer } = await asked();
    await member.press(answer, WAIT);
    await add(journey, ANSWER, 'backfill');
    await round(journey);
    expect(answers(journey)).toEqual([]);
  });

  it('is answered at once where an article came since', async () => {
    const { journey, member, channels, answer } = await asked();
    await add(journey, ANSWER);
    expect(textOf(await member.press(answer, WAIT))).toContain('Ines Valder won');
    expect(textOf(await member.slash(channels.general, 'alerts'))).toContain('You have no alerts');
  });

  it('goes to the person where the channel can no longer be posted in', async () => {
    const { journey, member, channels, sandbox, answer } = await asked();
    await member.press(answer, WAIT);
    sandbox.deny(channels.general, 'SendMessages');
    await add(journey, ANSWER);
    await round(journey);
    await round(journey);
    expect(answers(journey).map(({ channelId }) => channelId)).toEqual([channels.memberDm.id]);
  });

  it('is looked for in the days that were meant when it was asked, and holds up no other', async () => {
    const { journey, member, channels, answer } = await asked();
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const prize = `Who won the harvest prize? after:yesterday before:${inDays(2)}`;
    await member.slash(channels.general, 'alerts', { question: prize });
    // As earlier builds kept it.
    const kept = {
      id: 'old',
      language: 'en',
      userId: member.id,
      place: null,
      question: prize,
      also: [],
      startSeq: 0,
    };
    await journey.bot().app.alerts.add({ ...kept, text: prize });
    await member.press(answer, WAIT);
    journey.wait(5 * DAY_MS);
    const body = 'Mira Oldham won the harvest prize with pears from Marrow Point. It was her first.';
    await add(journey, draft('prize', 'Mira Oldham wins the harvest prize', body));
    await add(journey, ANSWER);
    await round(journey);
    expect(answers(journey).map(({ channelId }) => channelId)).toContain(channels.general.id);
    expect(answers(journey).map(textOf).join()).toContain('Mira Oldham');
    const left = await journey.bot().app.alerts.ofPerson(member.id);
    expect(left).toMatchObject([{ id: 'old', state: 'open' }]);
    expect(journey.logged()).not.toContain('alerts could not be looked through');
  });

  it('is answered by the source alone that was chosen with it, whatever the question leaves open', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { member, channels } = journey.sandbox;
    const chosen = {
      question: 'who won the regatta of “Marrow Point',
      source: 'Kestral',
      after: 'yesterday',
    };
    await add(journey, { ...OTHER, source: 'Kestral Times' });
    const answer = await member.slash(channels.general, 'ask', chosen);
    await member.press(answer, WAIT);
    await add(journey, ANSWER);
    await round(journey);
    expect(answers(journey)).toEqual([]);
    await add(journey, {
      ...ANSWER,
      key: 'kestral',
      source: 'Kestral Times',
      body: `${ANSWER.body} Crowds came.`,
    });
    await round(journey);
    expect(answers(journey).map(textOf)).toEqual([expect.stringContaining('Kestral Times')]);
  });

  it('offers nothing of that under an answer that is sure', async () => {
    const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
    const { member, channels } = sandbox;
    const sure = await member.slash(channels.general, 'ask', { question: 'why was the Kessel dam closed?' });
    expect(sure.message!.buttons.map(({ label }) => label)).not.toContain(WAIT);
  });
});

describe('/alerts', () => {
  it('takes a question, lists what waits, moves it to direct messages and ends it', async () => {
    const { journey, member, channels, answer } = await asked();
    const told = await member.press(answer, WAIT);
    await member.slash(channels.general, 'alerts', { question: 'Who runs the lighthouse?' });
    const list = await member.slash(channels.general, 'alerts');
    expect(list.ephemeral).toBe(true);
    expect(textOf(list)).toMatch(/2 of 20.*regatta.*in <#\d+>.*lighthouse.*by direct message/s);
    expect(textOf(await member.press(answer, WAIT))).toContain('waits for an answer already');
    const direct = await member.press(told, 'By direct message instead');
    expect(textOf(direct)).not.toContain('<#');
    const [, second] = await journey.bot().app.alerts.ofPerson(member.id);
    expect(textOf(await member.select(list, undefined, [second!.id]))).toMatch(/Ended.*1 of 20/s);
    const stranger = journey.sandbox.owner;
    expect(textOf(await stranger.slash(channels.general, 'alerts'))).toContain('You have no alerts');
    await add(journey, ANSWER);
    await round(journey);
    expect(answers(journey).map(({ channelId }) => channelId)).toEqual([channels.memberDm.id]);
  });

  it('has room for twenty, and says what to do then', async () => {
    const { journey, member, channels, answer } = await asked();
    const { alerts } = journey.bot().app;
    for (let n = 0; n < 20; n++)
      await alerts.add({
        id: `n${n}`,
        language: 'en',
        userId: member.id,
        place: null,
        question: `q${n}`,
        text: `q${n}`,
        also: [],
        startSeq: 0,
      });
    expect(textOf(await member.press(answer, WAIT))).toContain('You have 20 alerts');
    const list = await member.slash(channels.general, 'alerts');
    expect(textOf(list)).toContain('20 of 20');
  });

  it('moves the quiet hours there are to another time zone, and asks for hours where there are none', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { member, channels } = journey.sandbox;
    const alerts = async (options: Record<string, string>) =>
      textOf(await member.slash(channels.general, 'alerts', options));
    expect(await alerts({ timezone: 'Europe/Kyiv' })).toContain('Expected the hours as well');
    await alerts({ quiet: '22:00-07:00' });
    expect(await alerts({ timezone: 'Europe/Kyiv' })).toMatch(/22:00.*07:00.*Kyiv/);
    expect(await alerts({ timezone: 'Nowhere' })).toMatch(/Expected a time zone|time zone/);
    expect(await alerts({})).toMatch(/22:00.*07:00.*Kyiv/);
    expect(await alerts({ quiet: '23:00-06:00' })).toMatch(/23:00.*06:00.*Kyiv/);
  });

  it('ends where a new article answers, though an older one comes first by then', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { member, channels } = journey.sandbox;
    const rumour =
      'Ines Valder may win the regatta of Marrow Point, sailors say. Who will win the regatta is open.';
    await add(journey, draft('rumour', 'Who will win the regatta of Marrow Point?', rumour));
    await member.slash(channels.general, 'alerts', { question: QUESTION });
    await add(journey, ANSWER);
    await round(journey);
    expect(textOf(await member.slash(channels.general, 'alerts'))).toContain('You have no alerts');
  });

  it('refuses what names nothing to look for', async () => {
    const { member, channels } = await asked();
    const reply = await member.slash(channels.general, 'alerts', { question: 'hello' });
    expect(textOf(reply)).toContain('words that tell what to look for');
  });

  it('are deleted with /privacy, and after 90 days unused', async () => {
    const { journey, member, channels, answer } = await asked();
    await member.press(answer, WAIT);
    const privacy = await member.slash(channels.general, 'privacy');
    expect(textOf(privacy)).toMatch(/1 alert.*regatta/s);
    await member.press(privacy, 'Delete my questions, votes and alerts');
    const { alerts } = journey.bot().app;
    expect(await alerts.ofPerson(member.id)).toEqual([]);
    await member.slash(channels.general, 'alerts', { question: 'Who runs the lighthouse?' });
    journey.wait(89 * DAY_MS);
    await alerts.purge();
    expect(await alerts.ofPerson(member.id)).toHaveLength(1);
    await member.slash(channels.general, 'alerts');
    journey.wait(89 * DAY_MS);
    await alerts.purge();
    expect(await alerts.ofPerson(member.id)).toHaveLength(1);
    journey.wait(2 * DAY_MS);
    await alerts.purge();
    expect(await alerts.ofPerson(member.id)).toEqual([]);
  });
});

describe('an answer that was found', () => {
  it('is written to the person after their quiet hours', async () => {
    const { journey, member, channels, answer } = await asked({ private: true });
    const hour = new Date().getUTCHours();
    const quiet = `${(hour + 23) % 24}:00-${(hour + 2) % 24}:00`;
    expect(textOf(await member.slash(channels.general, 'alerts', { quiet }))).toContain('Quiet hours');
    await member.press(answer, WAIT);
    await add(journey, ANSWER);
    await round(journey);
    expect(answers(journey)).toEqual([]);
    journey.wait(2 * 3_600_000);
    await round(journey);
    expect(answers(journey).map(({ channelId }) => channelId)).toEqual([channels.memberDm.id]);
    const privacy = await member.slash(channels.general, 'privacy');
    expect(textOf(privacy)).toContain(`Quiet hours`);
    const wrong = await member.slash(channels.general, 'alerts', { quiet: 'at night' });
    expect(textOf(wrong)).toContain('Expected hours such as 22:00-07:00');
  });

  it('is sent once though the connection is lost, the nonce forgotten and the bot ended', async () => {
    const { journey, member, sandbox, answer } = await asked();
    await member.press(answer, WAIT);
    await add(journey, ANSWER);
    sandbox.injectFault({ method: 'POST', route: MESSAGES, hangUp: true, when: 'after', times: 1 });
    await round(journey);
    expect(answers(journey)).toHaveLength(1);
    sandbox.forgetNonces();
    await journey.restart({ laterMs: 60_000 });
    await round(journey);
    expect(answers(journey)).toHaveLength(1);
    const { app } = journey.bot();
    expect(await app.alerts.ofPerson(member.id)).toEqual([]);
    // What it quotes is followed as if Discord's word had been heard.
    await app.digests.tick();
    await add(journey, { ...ANSWER, body: ANSWER.body.replace('on Sunday', 'on Saturday') });
    await expect
      .poll(async () => {
        await app.digests.tick();
        await app.digests.idle();
        journey.wait(30_000);
        return textOf(answers(journey)[0]!);
      })
      .toMatch(/on Sunday[\s\S]*Before[\s\S]*Now[\s\S]*on Saturday/);
    expect(answers(journey)).toHaveLength(1);
  });

  it('is sent after all where Discord failed at first', async () => {
    const { journey, member, sandbox, answer } = await asked();
    await member.press(answer, WAIT);
    await add(journey, ANSWER);
    sandbox.injectFault({ method: 'POST', route: MESSAGES, status: 503, times: 1 });
    await round(journey);
    expect(answers(journey)).toEqual([]);
    journey.wait(60_000);
    await round(journey);
    expect(answers(journey)).toHaveLength(1);
  });

  it('is edited under its head once a sentence it quotes is corrected, and keeps it while its pages are turned', async () => {
    const { journey, member, answer } = await asked();
    await member.press(answer, WAIT);
    const { app } = journey.bot();
    await app.digests.tick();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) {
      const body = `The regatta of Marrow Point was spoken of on ${day}. Ines Valder won races before.`;
      await add(journey, draft(day, `${day} before the regatta of Marrow Point`, body));
    }
    await add(journey, ANSWER);
    await round(journey);
    await member.press(answers(journey)[0]!, 'More');
    expect(textOf(answers(journey)[0]!)).toContain('Page 2');
    await add(journey, { ...ANSWER, body: ANSWER.body.replace('on Sunday', 'on Saturday') });
    const now = (): string => textOf(answers(journey)[0]!);
    await expect
      .poll(async () => {
        await app.digests.tick();
        await app.digests.idle();
        journey.wait(30_000);
        return now();
      })
      .toMatch(/An article answers this now[\s\S]*on Sunday[\s\S]*Before[\s\S]*Now[\s\S]*on Saturday/);
    expect(answers(journey)).toHaveLength(1);
    expect(answers(journey)[0]!.buttons.map(({ label }) => label)).toContain('My alerts');
  });
});
