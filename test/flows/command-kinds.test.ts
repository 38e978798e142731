/** What the command type offers, tried through Discord with a command made for it. */
import { describe, expect, it } from 'vitest';
import { type Command, slash, subcommand } from '../../src/discord/command.ts';
import { md, mention } from '../../src/discord/markup.ts';
import { customId, say } from '../../src/discord/reply.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { type Journey, openJourney } from './open-journey.ts';

/** Set by each test: resolves when Discord has the acknowledgement, which is what makes the command slow. */
let acknowledged: () => Promise<unknown>;

const openSlow = async (): Promise<Journey> => {
  const journey = await openJourney({ commands });
  acknowledged = () => journey.sandbox.nextRequest(({ route }) => route.endsWith('/callback'));
  return journey;
};

const slow = slash({
  name: 'slow',
  description: 'Answers late.',
  options: {
    refuse: { kind: 'boolean', description: 'Refuse.' },
    private: { kind: 'boolean', description: 'Private.' },
  },
  async run({ options }) {
    await acknowledged();
    if (options.refuse) throw new DatelineError('invalid', 'That is not possible.');
    return {
      blocks: [
        { kind: 'text', text: md`Late` },
        {
          kind: 'buttons',
          buttons: [{ kind: 'action', label: 'Again', customId: customId('slow', 'again') }],
        },
      ],
    };
  },
  actions: {
    again: {
      async run() {
        await acknowledged();
        return [say(md`Later`, { inPlace: true }), say(md`And more`, { visibility: 'public' })];
      },
    },
  },
});

const plants: Command = {
  kind: 'group',
  name: 'plants',
  description: 'Plants.',
  place: 'servers',
  manage: true,
  subcommands: {
    water: subcommand({
      description: 'Water them.',
      options: {
        room: { kind: 'channel', description: 'Where.', required: true, types: [0] },
        helper: { kind: 'role', description: 'Who.' },
        litres: { kind: 'integer', description: 'How much.', min: 1, max: 9 },
      },
      run: async ({ options: { room, helper, litres }, by }) => ({
        tone: 'done',
        blocks: [
          {
            kind: 'text',
            text: md`${litres} l in ${mention('channel', room.id)} (${room.name}) by ${helper?.name ?? by.name}`,
          },
          {
            kind: 'select',
            customId: customId('plants', 'pick', room.id),
            placeholder: 'Which plant?',
            choices: [
              { name: 'Fern', value: 'fern' },
              { name: 'Moss', value: 'moss' },
            ],
          },
          {
            kind: 'buttons',
            buttons: [{ kind: 'action', label: 'Edit', customId: customId('plants', 'edit') }],
          },
        ],
      }),
    }),
  },
  actions: {
    pick: { run: async ({ chosen, args }) => say(md`${chosen} in ${args[0]}`) },
    edit: {
      form: async () => ({
        title: 'Edit the plants',
        customId: customId('plants', 'save'),
        fields: [
          { kind: 'line', name: 'name', label: 'Name', value: 'Fern', required: true },
          {
            kind: 'choice',
            name: 'when',
            label: 'When',
            value: 'daily',
            choices: [
              { name: 'Daily', value: 'daily' },
              { name: 'Weekly', value: 'weekly' },
            ],
          },
        ],
      }),
    },
    save: { run: async ({ fields }) => say(md`${fields.name} ${fields.when}`, { inPlace: true }) },
  },
};

const commands = [slow, plants];

describe('a slow command', () => {
  it('is acknowledged in time and answered when it is ready', async () => {
    const { sandbox } = await openSlow();
    const reply = await sandbox.owner.slash(sandbox.channels.general, 'slow');
    expect(reply).toMatchObject({ kind: 'message', deferred: true, ephemeral: false });
    expect(reply.message?.text).toBe('Late');
  });

  it('shows a refusal to the person alone, though it was acknowledged for all', async () => {
    const { sandbox } = await openSlow();
    const { owner, member, channels } = sandbox;
    const refusal = await owner.slash(channels.general, 'slow', { refuse: true });
    expect(refusal).toMatchObject({ kind: 'message', deferred: true, ephemeral: true, followUps: [] });
    expect(refusal.message?.text).toBe('That is not possible.');
    expect(member.sees(channels.general)).toEqual([]);
  });

  it('stays private where it was asked in private', async () => {
    const { sandbox } = await openSlow();
    const reply = await sandbox.owner.slash(sandbox.channels.general, 'slow', { private: true });
    expect(reply).toMatchObject({ deferred: true, ephemeral: true });
  });

  it('changes the message of its button, and may add another', async () => {
    const { sandbox } = await openSlow();
    const { owner, channels } = sandbox;
    const reply = await owner.slash(channels.general, 'slow');
    const more = sandbox.nextMessage({ where: ({ text }) => text === 'And more' });
    const changed = await owner.press(reply, 'Again');
    expect(changed).toMatchObject({ kind: 'update', deferred: true });
    expect(changed.message?.text).toBe('Later');
    expect((await more).ephemeral).toBe(false);
  });
});

describe('a command of subcommands', () => {
  const water = async () => {
    const { sandbox } = await openJourney({ commands });
    const { owner, channels, digestRole } = sandbox;
    const reply = await owner.slash(channels.general, 'plants water', {
      room: channels.news.id,
      helper: digestRole.id,
      litres: 3,
    });
    return { sandbox, reply, ...sandbox };
  };

  it('gets numbers, channels and roles as they were chosen', async () => {
    const { reply, channels } = await water();
    expect(reply.message?.text).toBe(`3 l in <#${channels.news.id}> (news) by News readers`);
  });

  it('gets what was picked from its menu and filled into its form', async () => {
    const { reply, owner, channels } = await water();
    const picked = await owner.select(reply, 'Which plant?', ['moss']);
    expect(picked.message?.text).toBe(`moss in ${channels.news.id}`);
    const form = await owner.press(reply, 'Edit');
    const saved = await owner.submit(form, { name: 'Ivy', when: ['weekly'] });
    expect(saved).toMatchObject({ kind: 'update' });
    expect(saved.message?.text).toBe('Ivy weekly');
  });

  it('shows its form to each of many who press at once', async () => {
    const { sandbox, reply } = await water();
    const crowd = Array.from({ length: 60 }, (_, at) => sandbox.addPerson(`Gardener ${at}`, ['ManageGuild']));
    const forms = await Promise.all(crowd.map((person) => person.press(reply, 'Edit')));
    expect(forms.filter(({ kind }) => kind !== 'modal')).toEqual([]);
  });

  it('is offered to those with Manage Server, and its buttons refuse everyone else', async () => {
    const { reply, owner, member, channels } = await water();
    const names = (person: typeof owner) => person.commands(channels.general).map(({ name }) => name);
    expect(names(owner)).toContain('plants');
    expect(names(member)).not.toContain('plants');
    const refused = await member.press(reply, 'Edit');
    expect(refused.ephemeral).toBe(true);
    expect(refused.message?.text).toBe('This is for members with the Manage Server permission.');
  });
});

const who = slash({
  name: 'who',
  description: 'Says who asks.',
  run: async ({ by }) => say(md`${by.name} ${by.ownsApp && 'owns'} ${by.canManage && 'manages'}`),
});

it('knows who owns the application, and who manages the server', async () => {
  const { sandbox } = await openJourney({ commands: [who] });
  const { owner, member, channels } = sandbox;
  const manager = sandbox.addPerson('Max', ['ManageGuild']);
  const said = async (person: typeof owner) =>
    (await person.slash(channels.general, 'who')).message?.text.trim();
  expect(await said(owner)).toBe(`${owner.name} owns manages`);
  expect(await said(manager)).toBe('Max  manages');
  expect(await said(member)).toBe(member.name);
});

it('learns who owns the application though Discord did not say at the start, and when it has a new owner', async () => {
  const { sandbox, restart, wait } = await openJourney({ commands: [who] });
  const { owner, member, channels } = sandbox;
  const owns = async (person: typeof owner) =>
    (await person.slash(channels.general, 'who')).message?.text.includes('owns');
  const stop = sandbox.injectFault({ method: 'GET', route: '/applications/@me', status: 403 });
  await restart();
  stop();
  expect(await owns(owner)).toBe(false);
  wait(10_000);
  await expect.poll(() => owns(owner)).toBe(true);
  sandbox.world.guilds.get(sandbox.guild.id)!.ownerId = member.id;
  expect(await owns(owner)).toBe(true);
  wait(5 * 60_000);
  await expect.poll(() => owns(member)).toBe(true);
  expect(await owns(owner)).toBe(false);
});

it('answers someone who presses a button of a command that is gone', async () => {
  const { sandbox, restart } = await openSlow();
  const { owner, channels } = sandbox;
  const reply = await owner.slash(channels.general, 'slow');
  await restart({ commands: [plants] });
  const late = await owner.press(reply, 'Again');
  expect(late.message?.text).toContain('This comes from an older version of the bot');
});
