/**
 * In: everything people do with the bot. Out: each gets an answer from its command. The only place on the way of a
 * reply where errors are caught.
 */

import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  Interaction,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { App } from '../app.ts';
import { DatelineError } from '../domain/errors.ts';
import { currentLanguage, speaking } from '../language/speaking.ts';
import { createFairQueue } from '../scheduling/fair-queue.ts';
import type { ChannelLimits } from './channel-limits.ts';
import type { Action, ActionInput, Command, Person, Replies } from './command.ts';
import { type FailureLog, failureReply } from './failure.ts';
import { formFields, formPayload } from './form-payload.ts';
import { hearApp } from './hear-app.ts';
import { loggable } from './loggable.ts';
import { clip } from './markup.ts';
import { addressesBot, messageText, readMessage, replyTo } from './mentions.ts';
import { MAX_CHOICES } from './messages.ts';
import { channelIsFull, mayUse, notManager, outdated, requireMayUse, tooFast } from './not-allowed.ts';
import { authorOf, localeOf, personOf } from './person.ts';
import type { PersonLimits } from './person-limits.ts';
import { ownValue, readOptions, readTyped, routineOf } from './read-options.ts';
import { type Choice, parseCustomId, type Reply } from './reply.ts';
import { acknowledge, type OnPosted, type Repliable, respond, type ShareOnce } from './respond.ts';
import { readWaitingAlerts, type WaitingAlerts } from './waiting-alerts.ts';

export interface DispatchOptions {
  /** The list that was registered. */
  readonly commands: readonly Command[];
  readonly app: App;
  readonly log: FailureLog;
  readonly rateLimit: PersonLimits;
  readonly channelLimits: ChannelLimits;
  /** Ids of those who own the bot's application, as far as known. */
  owners(): ReadonlySet<string>;
  /** Discord's ids of the commands, by name; filled once they are known. */
  readonly commandIds: ReadonlyMap<string, string>;
  /** A short id, new each time, for failures. */
  newReference(): string;
  /** Called after every answer, with the name of its command. */
  readonly onAnswered?: OnAnswered | undefined;
}

/** `refused`: with a message that says why; `failed`: by an error of ours. */
type Outcome = 'answered' | 'refused' | 'failed';

export type OnAnswered = (command: string, outcome: Outcome, tookMs: number) => void;

const list = (replies: Replies): readonly Reply[] => (Array.isArray(replies) ? replies : [replies as Reply]);

const TYPING_AFTER_MS = 500;
/** With more than this many under way, the next are acknowledged before anything else: they will not be answered in time. */
const RUSH = 25;

type Work = () => Promise<Replies>;

/** Hands what people do to the commands. Its public methods never reject. */
export class Dispatch {
  readonly #options: DispatchOptions;
  readonly #pending = new Set<Promise<void>>();
  readonly #queue = createFairQueue();

  constructor(options: DispatchOptions) {
    this.#options = options;
  }

  interaction(interaction: Interaction): Promise<void> {
    return this.#track(speaking(interaction.locale, () => this.#route(interaction)));
  }

  /** Passes over messages that are not for the bot. */
  message(message: Message): Promise<void> {
    return this.#track(speaking(localeOf(message), () => this.#answerMessage(message)));
  }

  /** Resolves when everything accepted so far is answered. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#pending]);
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#pending.add(work);
    await work.catch((error) =>
      this.#options.log.error({ err: loggable(error) }, 'an interaction could not be handled'),
    );
    this.#pending.delete(work);
  }

  async #route(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) await this.#suggest(interaction);
    else if (interaction.isChatInputCommand()) await this.#runSlash(interaction);
    else if (interaction.isMessageContextMenuCommand()) await this.#runOnMessage(interaction);
    else if (interaction.isMessageComponent() || interaction.isModalSubmit())
      await this.#runAction(interaction);
  }

  #find(name: string | undefined): Command | undefined {
    return this.#options.commands.find((command) => command.name === name);
  }

  #person(from: BaseInteraction): Person {
    return personOf(from, this.#options.owners());
  }

  /** What a command is handed: nothing else of the app reaches it. */
  #heard(by: Person): Promise<App> {
    return hearApp(this.#options.app, by);
  }

  /** The reply stands: what fails here only costs its corrections. */
  readonly #notePosted: OnPosted = async ({ answer }, { id: messageId, channelId }) => {
    if (answer === undefined) return;
    const { app, log } = this.#options;
    const posted = { id: answer.id, channelId, messageId, language: currentLanguage().code };
    await app.postedAnswers
      .add(posted, answer.quoted)
      .catch((error) => log.error({ err: loggable(error) }, 'where an answer stands could not be noted'));
  };

  readonly #shareOnce: ShareOnce = (id, post) => this.#options.app.interactions.once(id, 'isShared', post);

  #failure(error: unknown, command: string, guildId: string | null): Reply {
    const { log, newReference } = this.#options;
    return failureReply(error, { command, guildId }, log, newReference);
  }

  /** Runs the work; what it throws becomes the reply that says so. Never rejects. */
  async #settle(work: Work, command: string, by: Person): Promise<readonly Reply[]> {
    const startMs = performance.now();
    const note = (outcome: Outcome): void =>
      this.#options.onAnswered?.(command.split(':', 1)[0]!, outcome, performance.now() - startMs);
    try {
      const replies = list(await work());
      note('answered');
      return replies;
    } catch (error) {
      note(error instanceof DatelineError ? 'refused' : 'failed');
      return [this.#failure(error, command, by.guildId)];
    }
  }

  /** Throws `limit` if the channel has had as many answers as its server lets it have. */
  async #requireRoom(by: Person, isPrivate: boolean): Promise<void> {
    const permit = isPrivate ? null : await this.#options.channelLimits.take(by);
    if (permit !== null && !permit.allowed) throw channelIsFull(permit);
  }

  /** Answers; if Discord refuses the answer, says that it failed, and returns false. */
  async #deliver(
    to: Repliable,
    command: string,
    isPrivate: boolean,
    work: Work,
    showsForm = false,
  ): Promise<boolean> {
    const by = this.#person(to);
    const permitted: Work = async () => {
      const permit = await this.#options.rateLimit.take(by.id);
      if (!permit.allowed) throw tooFast(permit.retryInMs);
      await this.#queue.take();
      return work();
    };
    try {
      if (this.#pending.size > RUSH && !showsForm) await this.#queue.ahead(acknowledge(to, isPrivate));
      const options = { showsForm, onPosted: this.#notePosted, shareOnce: this.#shareOnce };
      await respond(to, this.#settle(permitted, command, by), isPrivate, options);
      return true;
    } catch (error) {
      await respond(to, Promise.resolve([this.#failure(error, command, by.guildId)]), true);
      return false;
    }
  }

  async #runSlash(to: ChatInputCommandInteraction): Promise<void> {
    const command = this.#find(to.commandName);
    const chosen = to.options.get('private')?.value;
    const isPrivate = typeof chosen === 'boolean' ? chosen : (command?.private ?? false);
    let waiting: WaitingAlerts | null = null;
    const isSent = await this.#deliver(to, to.commandName, isPrivate, async () => {
      const routine = command && routineOf(command, to);
      if (!routine) throw outdated();
      requireMayUse(command, this.#person(to));
      const options = readOptions(routine.options ?? {}, to.options);
      const by = this.#person(to);
      await this.#requireRoom(by, isPrivate);
      const app = await this.#heard(by);
      const { commandIds } = this.#options;
      const replies = list(await routine.run({ by, options, commandIds }, app));
      waiting = await this.#readWaiting(by, app);
      return [...replies, ...(waiting?.replies ?? [])];
    });
    if (isSent) await (waiting as WaitingAlerts | null)?.markShown();
  }

  /** The command's own answer does not fail for them. */
  async #readWaiting(by: Person, app: App): Promise<WaitingAlerts | null> {
    const { log } = this.#options;
    return readWaitingAlerts(app, by).catch((error: unknown) => {
      log.error({ err: loggable(error) }, 'alerts that wait could not be read');
      return null;
    });
  }

  async #runOnMessage(to: MessageContextMenuCommandInteraction): Promise<void> {
    const command = this.#find(to.commandName);
    const isPrivate = command?.private ?? false;
    await this.#deliver(to, to.commandName, isPrivate, async () => {
      if (command?.kind !== 'message') throw outdated();
      const by = this.#person(to);
      requireMayUse(command, by);
      await this.#requireRoom(by, isPrivate);
      const input = { by, text: messageText(to.targetMessage), repliedTo: [] };
      return command.run(input, await this.#heard(by));
    });
  }

  #actionOf(id: string): Action | undefined {
    const route = parseCustomId(id);
    return ownValue(this.#find(route?.command)?.actions ?? {}, route?.action ?? '');
  }

  /** The action a custom_id names. Throws `not_found`, or `forbidden` for those who may not. */
  #findAction(id: string, by: Person): { action: Action; args: readonly string[] } {
    const route = parseCustomId(id);
    const command = this.#find(route?.command);
    const action = this.#actionOf(id);
    if (!route || !command || !action) throw outdated();
    if ((action.manage ?? command.manage ?? false) && !by.canManage) throw notManager();
    return { action, args: route.args };
  }

  async #runAction(to: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> {
    const by = this.#person(to);
    const named = this.#actionOf(to.customId);
    const showsForm = named !== undefined && 'form' in named && !to.isModalSubmit();
    const work: Work = async () => {
      const { action, args } = this.#findAction(to.customId, by);
      const chosen = to.isStringSelectMenu() ? (to.values[0] ?? null) : null;
      const input: ActionInput = { by, args, chosen, fields: to.isModalSubmit() ? formFields(to) : {} };
      const app = await this.#heard(by);
      if ('run' in action) {
        const replies = list(await action.run(input, app));
        await this.#requireRoom(by, !replies.some(({ visibility }) => visibility === 'public'));
        return replies;
      }
      if (to.isModalSubmit()) throw outdated();
      await to.showModal(formPayload(await action.form(input, app)));
      return [];
    };
    await this.#deliver(to, to.customId.split(':', 2).join(':'), true, work, showsForm);
  }

  async #suggest(to: AutocompleteInteraction): Promise<void> {
    const { log } = this.#options;
    const { name, value } = to.options.getFocused(true);
    const command = this.#find(to.commandName);
    const by = this.#person(to);
    const option = command && ownValue(routineOf(command, to)?.options ?? {}, name);
    const context = { by, typed: readTyped(to) };
    const suggest = async (): Promise<readonly Choice[] | undefined> =>
      option?.kind === 'string' && mayUse(command!, by)
        ? option.suggest?.(value, await this.#heard(by), context)
        : undefined;
    const choices = await suggest().catch((error) => {
      log.error({ command: to.commandName, option: name, err: loggable(error) }, 'suggestions failed');
      return [];
    });
    const fitting = (choices ?? []).filter((choice) => choice.value.length <= 100);
    await to.respond(
      fitting.slice(0, MAX_CHOICES).map((choice) => ({ ...choice, name: clip(choice.name, 100) })),
    );
  }

  async #answerMessage(message: Message): Promise<void> {
    const command = this.#options.commands.find((each) => each.kind === 'slash' && each.onMessage);
    if (command?.kind !== 'slash' || !addressesBot(message)) return;
    const by = authorOf(message, this.#options.owners());
    const permit = await this.#options.rateLimit.take(by.id);
    if (!permit.allowed && permit.told) return;
    const room = permit.allowed ? await this.#options.channelLimits.take(by, true) : null;
    if (room !== null && !room.allowed && room.told) return;
    const typing = setTimeout(() => {
      if (message.channel.isSendable()) message.channel.sendTyping().catch(() => {});
    }, TYPING_AFTER_MS);
    const work: Work = async () => {
      if (!permit.allowed) throw tooFast(permit.retryInMs);
      if (room !== null && !room.allowed) throw channelIsFull(room);
      await this.#queue.take();
      return command.onMessage!(await readMessage(message, by), await this.#heard(by));
    };
    const replies = await this.#settle(work, command.name, by);
    clearTimeout(typing);
    await replyTo(message, replies, this.#notePosted);
  }
}
