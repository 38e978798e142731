/** What a visitor did on the page in; the deed done in the sandbox, and what the page shows of it at once, out. */
import type { Gateway } from '../gateway/open-gateway.ts';
import { Actions } from '../people/actions.ts';
import type { OptionInput } from '../people/commands.ts';
import type { FieldInput } from '../people/modal-fields.ts';
import { dismiss } from '../people/person.ts';
import { acknowledged } from '../people/reply.ts';
import type { Misbehaviour } from '../rest/misbehaviour.ts';
import type { Stage } from '../stage.ts';
import type { StoredInteraction } from '../world/entities.ts';
import type { World } from '../world/world.ts';

export interface PageTools {
  world: World;
  stage: Stage;
  gateway: Gateway;
  misbehaviour: Misbehaviour;
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
  'fail-next': ({ misbehaviour }: PageTools) => void misbehaviour.add({ status: 500, times: 1 }),
  'limit-next': ({ misbehaviour }: PageTools) => {
    misbehaviour.add({ status: 429, retryAfterMs: 2000, times: 1 });
  },
  slow: ({ misbehaviour }: PageTools) => void misbehaviour.add({ delayMs: 2000, times: 5 }),
  'too-slow': ({ misbehaviour }: PageTools) => void misbehaviour.add({ delayMs: 3500, times: 1 }),
  drop: ({ gateway }: PageTools) => gateway.drop(),
  invalidate: ({ gateway }: PageTools) => gateway.invalidate(false),
  mute: ({ stage }: PageTools, { channel }: Deed) => stage.deny(channel, 'SendMessages'),
  unmute: ({ stage }: PageTools, { channel }: Deed) => stage.allow(channel, 'SendMessages'),
  'delete-channel': ({ stage }: PageTools, { channel }: Deed) => stage.deleteChannel(channel),
  kick: ({ stage }: PageTools) => stage.kickBot(),
  invite: ({ stage }: PageTools) => stage.inviteBot(),
  'forget-nonces': ({ stage }: PageTools) => stage.forgetNonces(),
  clear: ({ misbehaviour }: PageTools) => misbehaviour.clear(),
};
