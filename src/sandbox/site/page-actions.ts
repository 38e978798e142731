/** What a visitor did on the page in; the deed done in the sandbox, and what the page shows of it at once, out. */
import type { Gateway } from '../gateway/open-gateway.ts';
import { LOCALES } from '../limits/locale-limits.ts';
import type { FaultInjection } from '../rest/fault-injection.ts';
import { Actions } from '../simulated-users/actions.ts';
import type { OptionInput } from '../simulated-users/commands.ts';
import type { FieldInput } from '../simulated-users/modal-fields.ts';
import { dismiss } from '../simulated-users/person.ts';
import { acknowledged } from '../simulated-users/reply.ts';
import type { TestControls } from '../test-controls.ts';
import type { StoredInteraction } from '../world/entities.ts';
import { setLanguage, type World } from '../world/world.ts';

export interface PageTools {
  world: World;
  controls: TestControls;
  gateway: Gateway;
  faults: FaultInjection;
}

/** The fields of a request's body, each used by some deeds only. */
interface Deed {
  as: string;
  channel: string;
  message: string;
  command: string;
  option: string;
  typed: string;
  options: Record<string, OptionInput>;
  button: string;
  menu: string;
  form: string;
  values: string[] & Record<string, FieldInput>;
  content: string;
  locale: string;
  replyTo?: string;
  trouble: keyof typeof troubles;
}

/** `failed`: nobody acknowledged it in time. */
interface Outcome {
  state: StoredInteraction['state'];
  id: string;
  modal?: unknown;
  choices?: unknown;
}

type Act = (tools: PageTools, deed: Deed) => unknown;

/** By the last part of the address that the page posts to. Each may throw an Error whose message the page shows. */
export const pageActions: Record<string, Act> = {
  slash: (tools, deed) => outcome(tools, as(tools, deed).slash(deed.channel, deed.command, deed.options)),
  autocomplete: (tools, { channel, command, option, typed, options, ...deed }) =>
    outcome(tools, as(tools, deed).autocomplete(channel, command, option, typed, options)),
  'context-menu': (tools, deed) => outcome(tools, as(tools, deed).contextMenu(deed.message, deed.command)),
  press: (tools, deed) => outcome(tools, as(tools, deed).press(deed.message, deed.button)),
  select: (tools, deed) => outcome(tools, as(tools, deed).select(deed.message, deed.menu, deed.values)),
  submit: (tools, deed) => outcome(tools, as(tools, deed).submit(deed.form, deed.values)),
  say: (tools, deed) => void as(tools, deed).say(deed.channel, deed.content, deed.replyTo),
  dismiss: (tools, deed) => dismiss(tools.world, deed.as, as(tools, deed).message(deed.message)),
  language: ({ world }, { as: person, locale }) => {
    if (!LOCALES.has(locale)) throw new Error('Discord has no such language.');
    setLanguage(world, person, locale);
  },
  trouble: (tools, deed) => {
    if (!Object.hasOwn(troubles, deed.trouble)) throw new Error('There is no such trouble.');
    return troubles[deed.trouble](tools, deed);
  },
};

function as({ world }: PageTools, deed: Pick<Deed, 'as'>) {
  if (!world.users.has(deed.as) || deed.as === world.bot.id) throw new Error('There is no such person.');
  return new Actions(world, deed.as);
}

async function outcome({ world }: PageTools, interaction: StoredInteraction): Promise<Outcome> {
  await acknowledged(world, interaction);
  const { state, id, modal, choices } = interaction;
  return { state, id, ...(modal && { modal }), ...(choices && { choices }) };
}

/** What the panel can make go wrong, each named as the page names it. */
const troubles = {
  'fail-next': ({ faults }: PageTools) => void faults.add({ status: 500, times: 1 }),
  'limit-next': ({ faults }: PageTools) => {
    faults.add({ status: 429, retryAfterMs: 2000, times: 1 });
  },
  slow: ({ faults }: PageTools) => void faults.add({ delayMs: 2000, times: 5 }),
  'too-slow': ({ faults }: PageTools) => void faults.add({ delayMs: 3500, times: 1 }),
  drop: ({ gateway }: PageTools) => gateway.drop(),
  invalidate: ({ gateway }: PageTools) => gateway.invalidate(false),
  mute: ({ controls }: PageTools, { channel }: Deed) => controls.deny(channel, 'SendMessages'),
  unmute: ({ controls }: PageTools, { channel }: Deed) => controls.allow(channel, 'SendMessages'),
  'delete-channel': ({ controls }: PageTools, { channel }: Deed) => controls.deleteChannel(channel),
  kick: ({ controls }: PageTools) => controls.kickBot(),
  invite: ({ controls }: PageTools) => controls.inviteBot(),
  'forget-nonces': ({ controls }: PageTools) => controls.forgetNonces(),
  clear: ({ faults }: PageTools) => faults.clear(),
};
