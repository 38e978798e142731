/** Managers limit how many public answers a channel gets in a minute; what only the asker sees is not limited. */
import { expect, it } from 'vitest';
import { openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const FULL = /This channel gets/;
const OFF = /Public answers are turned off/;

const open = async () => {
  const journey = await openJourney({ articles: SAMPLE_ARTICLES });
  const { sandbox } = journey;
  const { member, owner, channels } = sandbox;
  const limit = async (options: Record<string, string | number | boolean>) =>
    (await owner.slash(channels.general, 'limits', options)).message!.text;
  const ask = async (person = member, channel: { id: string } = channels.general, isPrivate = false) =>
    (await person.slash(channel, 'ask', { question: 'Kessel dam', private: isPrivate })).message!;
  return { journey, sandbox, member, owner, channels, limit, ask };
};

it('answers as often as a channel may be answered in a minute, and privately as often as anyone asks', async () => {
  const { journey, member, owner, channels, limit, ask } = await open();
  expect(await limit({})).toContain('Nothing is limited here');
  expect(await limit({ questions: 2 })).toContain('Every other channel: 2 public answers a minute');
  for (const _ of [1, 2]) expect((await ask()).text).not.toMatch(FULL);
  const refused = await ask();
  expect(refused.text).toMatch(/gets 2 public answers a minute\. Try again in \d+ seconds/);
  expect(refused.ephemeral).toBe(true);
  expect((await ask(member, channels.general, true)).text).not.toMatch(FULL);
  expect((await ask(owner)).text).not.toMatch(FULL);
  expect((await ask(member, channels.news)).text).not.toMatch(FULL);
  journey.wait(60_000);
  expect((await ask()).text).not.toMatch(FULL);
});

it('answers in private alone where the limit is 0, and shares nothing there', async () => {
  const { member, channels, limit, ask } = await open();
  expect(await limit({ channel: channels.general.id, questions: 0 })).toContain('no public answers');
  expect((await ask()).text).toMatch(OFF);
  const answer = await member.slash(channels.general, 'ask', { question: 'Kessel dam', private: true });
  expect(answer.message?.text).not.toMatch(OFF);
  expect((await member.press(answer, 'Share')).message?.text).toMatch(OFF);
  expect((await ask(member, channels.news)).text).not.toMatch(OFF);
  expect(await limit({ channel: channels.general.id, remove: true })).toContain('Nothing is limited here');
  expect((await ask()).text).not.toMatch(OFF);
});

it('tells of a full channel once to those who mention the bot, and counts threads by themselves', async () => {
  const { journey, sandbox, member, channels, limit, ask } = await open();
  await limit({ channel: channels.general.id, questions: 1 });
  const thread = sandbox.addChannel('a thread', { parent: channels.general });
  const mention = () => member.say(channels.general, `<@${sandbox.bot.id}> Kessel dam?`);
  const told = () => sandbox.messages(channels.general).filter(({ text }) => FULL.test(text));
  await ask();
  for (const _ of [1, 2, 3]) mention();
  await expect.poll(() => told().length).toBe(1);
  expect((await ask(member, thread)).text).not.toMatch(FULL);
  expect((await ask(member, thread)).text).toMatch(FULL);
  journey.wait(60_000);
  const answered = sandbox.nextMessage({ in: channels.general });
  mention();
  expect((await answered).text).not.toMatch(FULL);
  expect(told()).toHaveLength(1);
});

it('tells who mentions the bot of a full channel although someone was told so in private', async () => {
  const { sandbox, member, channels, limit, ask } = await open();
  await limit({ questions: 0 });
  expect((await ask()).text).toMatch(OFF);
  const told = sandbox.nextMessage({ in: channels.general });
  member.say(channels.general, `<@${sandbox.bot.id}> Kessel dam?`);
  expect((await told).text).toMatch(OFF);
});

it('changes and ends limits where there are as many as may be, and takes no more than that', async () => {
  const { journey, sandbox, channels, limit } = await open();
  const { answerLimits } = journey.bot().app;
  const { id: guildId } = sandbox.guild;
  const role = [...sandbox.world.guilds.get(guildId)!.roles.values()].find(
    ({ name }) => name !== '@everyone',
  )!;
  const channel = channels.general.id;
  for (let n = 0; n < 39; n++) await answerLimits.set(guildId, { kind: 'channel', id: `${1000 + n}` }, 1);
  expect(await limit({ channel, questions: 3, role: role.id })).toContain('This server has 40 limits');
  expect(await limit({ channel, questions: 3 })).toContain(`<#${channel}>: 3 public answers`);
  expect(await limit({ channel, questions: 4 })).toContain(`<#${channel}>: 4 public answers`);
  expect(await limit({ channel, questions: 5, role: role.id })).toContain('This server has 40 limits');
  expect(await limit({ role: role.id })).toContain('This server has 40 limits');
  await answerLimits.remove(guildId, { kind: 'channel', id: '1000' });
  await limit({ role: role.id });
  const left = await limit({ channel, role: role.id, remove: true });
  expect(left).not.toContain(channel);
  expect(left).not.toContain(role.id);
});

it('does not limit members of a role that is exempt', async () => {
  const { sandbox, channels, limit, ask } = await open();
  const mod = sandbox.addPerson('Mod', ['ManageMessages']);
  const role = [...sandbox.world.guilds.get(sandbox.guild.id)!.roles.values()].find(
    ({ name }) => name === 'Mod',
  )!;
  expect(await limit({ questions: 0, role: role.id })).toContain('not limited');
  expect((await ask(mod)).text).not.toMatch(OFF);
  expect((await ask()).text).toMatch(OFF);
  await limit({ role: role.id, remove: true });
  expect((await ask(mod, channels.general)).text).toMatch(OFF);
});
