/** Helpful or not: votes under an answer, what becomes of them, and what /privacy shows and deletes. */
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';
import type { Reply } from '../../src/sandbox/simulated-users/reply.ts';
import { runProgram } from '../run-program.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const DAY_MS = 86_400_000;
const QUESTION = 'Why did inspectors close the Kessel dam?';

const textOf = (reply: { message: { text: string } | undefined }): string =>
  (reply.message?.text ?? '').replace(/\\(?=[^\w\s])/g, '');
const labels = (reply: Reply): string[] => reply.message?.buttons.map(({ label }) => label) ?? [];
const idOf = (reply: Reply): string =>
  reply.message!.buttons.find(({ label }) => label === 'Follow up')!.customId.split(':')[2]!;

/** Puts the buttons of one answer under another, as a tampered client could send them. */
const forge = (sandbox: Sandbox, onto: Reply, from: Reply): void => {
  const { message } = sandbox.world.messages.get(onto.message!.id)!;
  const components = JSON.stringify(message.components).replaceAll(idOf(onto), idOf(from));
  message.components = JSON.parse(components);
};

const exportOf = async ({ dataDir }: Journey): Promise<object[]> => {
  const { code, stdout } = await runProgram('src/cli/ask.ts', ['--feedback'], { env: { DATA_DIR: dataDir } });
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

const statusOf = async ({ sandbox }: Journey): Promise<string> =>
  textOf(await sandbox.owner.slash(sandbox.channels.general, 'status'));

describe('votes under an answer', () => {
  it('count one a person, change, are taken back, and are exported with question and sentence', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, member, channels } = journey.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: QUESTION });
    const thanks = await owner.press(answer, 'Helpful');
    expect(thanks).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(thanks)).toContain('Helpful**, thank you. It is kept for 90 days');
    await member.press(answer, 'Not helpful');
    expect(await statusOf(journey)).toContain('**Votes in 90 days** 1 helpful, 1 not helpful');
    await journey.restart();
    await member.press(answer, 'Helpful');
    expect(await statusOf(journey)).toContain('2 helpful, 0 not helpful');
    expect(textOf(await owner.press(answer, 'Helpful'))).toContain('Your vote was removed.');
    const lines = await exportOf(journey);
    expect(lines).toEqual([
      {
        question: QUESTION,
        excerpt: expect.stringContaining('found cracks in its northern wall.'),
        vote: 'helpful',
        day: new Date().toISOString().slice(0, 10),
      },
    ]);
    expect(SAMPLE_ARTICLES[0]!.body).toContain((lines[0] as { excerpt: string }).excerpt);
  });

  it('are taken of a miss as well, which has no sentence', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    await owner.press(
      await owner.slash(channels.general, 'ask', { question: 'zeppelin licence' }),
      'Not helpful',
    );
    expect(await exportOf(journey)).toMatchObject([
      { question: 'zeppelin licence', excerpt: null, vote: 'unhelpful' },
    ]);
  });

  it('are not asked for where the setting is off, and a button from before says so', async () => {
    const on = await openJourney({ articles: SAMPLE_ARTICLES });
    const asked = await on.sandbox.owner.slash(on.sandbox.channels.general, 'ask', { question: QUESTION });
    const off = await openJourney({ articles: SAMPLE_ARTICLES, settings: { FEEDBACK: 'false' } });
    const { owner, channels } = off.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: QUESTION });
    expect(labels(asked)).toContain('Helpful');
    expect(labels(answer)).not.toContain('Helpful');
    expect(await statusOf(off)).not.toContain('Votes');
    const { message } = off.sandbox.world.messages.get(answer.message!.id)!;
    const old = JSON.stringify(message.components).replace(
      `ask:followup:${idOf(answer)}`,
      `ask:helpful:${idOf(answer)}`,
    );
    message.components = JSON.parse(old);
    expect(textOf(await owner.press(answer, `ask:helpful:${idOf(answer)}`))).toContain('turned off here');
  });

  it('expire with the buttons, and stay without their voter until 90 days are over', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: QUESTION });
    await owner.press(answer, 'Helpful');
    await journey.restart({ laterMs: 8 * DAY_MS });
    expect(textOf(await owner.press(answer, 'Not helpful'))).toContain('This button has expired');
    expect(textOf(await owner.slash(channels.general, 'privacy'))).toContain(
      '### What is kept of you\nNothing.',
    );
    expect(await statusOf(journey)).toContain('1 helpful, 0 not helpful');
    await journey.restart({ laterMs: 83 * DAY_MS });
    expect(await statusOf(journey)).toContain('0 helpful, 0 not helpful');
  });
});

describe('a forged press', () => {
  it('of an answer from another place is refused, whatever the button', async () => {
    const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = sandbox;
    const there = await owner.slash(channels.general, 'ask', { question: QUESTION });
    const secret = await owner.slash(channels.botDm, 'ask', { question: QUESTION });
    for (const [at, from] of [
      [channels.botDm, there],
      [channels.general, secret],
    ] as const) {
      const here = await owner.slash(at, 'ask', { question: 'Kessel dam' });
      forge(sandbox, here, from);
      for (const button of ['Helpful', 'Not helpful', 'Follow up', 'More']) {
        const refused = await owner.press(here, button);
        expect(textOf(refused), button).toMatch(/is from another channel|has expired/);
      }
    }
    expect(textOf(await owner.slash(channels.general, 'status'))).toContain('0 helpful, 0 not helpful');
  });

  it('of somebody else’s private answer is refused, and shows nothing of it', async () => {
    const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, member, channels } = sandbox;
    const secret = await owner.slash(channels.general, 'ask', { question: QUESTION, private: true });
    const own = await member.slash(channels.general, 'ask', { question: 'harvest orchards', private: true });
    forge(sandbox, own, secret);
    for (const button of ['Helpful', 'Follow up', 'Share']) {
      const refused = await member.press(own, button);
      expect(refused.kind).toBe('message');
      expect(textOf(refused), button).toContain('from someone else’s private answer');
      expect(textOf(refused)).not.toContain('inspectors');
    }
  });

  it('that names a sentence there is none of keeps no text of it', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    const answer = await owner.slash(channels.general, 'ask', { question: QUESTION });
    const { message } = journey.sandbox.world.messages.get(answer.message!.id)!;
    const spans = ['1:0:5000', '1:-1:9', '999999:0:9', 'x:y:z', '1:9:0', '1e3:0:9', ''];
    for (const [index, span] of spans.entries()) {
      const id = `ask:${index % 2 ? 'unhelpful' : 'helpful'}:${idOf(answer)}${span && ':'}${span}`;
      const forged = JSON.stringify(message.components).replace(/ask:(?:un)?helpful:[^"]*/, () => id);
      message.components = JSON.parse(forged);
      await owner.press(answer, id);
      const kept: (string | null)[] = [];
      for await (const { excerpt } of journey.bot().app.feedback.all()) kept.push(excerpt);
      expect(kept, id).toEqual([null]);
    }
  });
});

describe('/privacy', () => {
  it('shows a member what is kept of them alone, and deletes it at the press of a button', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, member, channels } = journey.sandbox;
    const mine = await owner.slash(channels.general, 'ask', { question: QUESTION });
    const theirs = await member.slash(channels.general, 'ask', { question: 'Who rode over the *bridge*?' });
    await owner.slash(channels.botDm, 'search', { query: 'orchards' });
    await owner.press(theirs, 'Not helpful');
    await member.press(mine, 'Helpful');
    const shown = await owner.slash(channels.general, 'privacy');
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown)).toMatch(
      /\*\*2 questions and searches\*\*\n- “orchards” .*\n- “Why did inspectors close/,
    );
    expect(textOf(shown)).toContain('**1 vote**\n- Not helpful: “Who rode over the *bridge*?”');
    const seen = () => owner.sees(channels.general).map(({ text }) => text);
    await expect.poll(() => seen().at(-1)).toContain('deleted 7 days after they were asked');
    const done = await owner.press(shown, 'Delete my questions, votes and alerts');
    expect(done.kind).toBe('update');
    expect(textOf(done)).toMatch(/Deleted[\s\S]*What is kept of you\nNothing\./);
    expect(textOf(await owner.press(mine, 'Follow up'))).toContain('This button has expired');
    expect(await exportOf(journey)).toEqual([]);
    expect(textOf(await member.slash(channels.general, 'privacy'))).toContain('**1 question or search**');
    expect((await member.press(theirs, 'Follow up')).kind).toBe('modal');
  });

  it('tells who set up subscriptions how many, and is listed by /help', async () => {
    const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, member, channels } = sandbox;
    await owner.slash(channels.general, 'subscribe', { topic: 'dam' });
    expect(textOf(await owner.slash(channels.general, 'privacy'))).toContain(
      '**1 subscription** set up by you',
    );
    expect(textOf(await member.slash(channels.general, 'privacy'))).toContain('Nothing.');
    expect(textOf(await member.slash(channels.general, 'help'))).toMatch(
      /privacy:\d+> · Show what is kept of you, and delete it\./,
    );
    const seen = () => member.sees(channels.general).map(({ text }) => text);
    await expect.poll(() => seen().at(-1)).toContain('`/privacy` shows all that is stored about you');
  });
});
