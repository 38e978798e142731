/** `/help`: every command in a line, and what is stored. */

import { type Command, slash } from '../src/discord/command.ts';
import { commandMention, joinMarkup, type Markup, md } from '../src/discord/markup.ts';
import { type Reply, say } from '../src/discord/reply.ts';
import { counted, tell } from '../src/language/message.ts';
import { BUTTON_DAYS } from '../src/store/interaction-store.ts';

const lines = (command: Command, ids: ReadonlyMap<string, string>): Markup[] => {
  if (command.kind === 'group')
    return Object.entries(command.subcommands).map(
      ([name, { description }]) =>
        md`${commandMention(`${command.name} ${name}`, ids)} · ${tell(description)}`,
    );
  if (command.kind === 'message')
    return [md`**Apps → ${tell(command.name)}** on a message · ${tell(command.description)}`];
  return [md`${commandMention(command.name, ids)} · ${tell(command.description)}`];
};

const asking = (): Markup =>
  md`You can also ask without a command: mention me with a question, or write to me directly. To continue on the same subject, press **Follow up** or reply to the answer (mention me if it came from a command).`;
const queries = (): Markup =>
  md`**In a question**\n- \`"exact words"\` must stand like that: \`"floods"\` does not find flooding\n- \`-word\` must not appear\n- \`Kyiv OR Odesa\` finds either; parentheses put words together: \`(grain deal) OR wheat\`, \`-(snow OR rain)\`\n- \`source:name\`, \`after:2024-03-12\` and \`before:yesterday\` narrow it down\n- \`title:dam\` must be in the title; \`author:name\` is who wrote it`;
const stored = (): Markup =>
  md`-# Questions are stored for ${counted(BUTTON_DAYS, 'day')}, so that their buttons work, and then deleted; \`/privacy\` shows all that is stored about you, and what of it you can delete. I read no other messages.`;

/** `list` gives all commands, this one included. */
export const createHelp = (list: () => readonly Command[]) =>
  slash({
    name: 'help',
    description: 'List what this bot can do.',
    private: true,
    async run({ by, commandIds }) {
      const linesOf = (command: Command) => lines(command, commandIds);
      const offered = list().filter((command) => by.guildId !== null || command.place !== 'servers');
      const forAll = offered.filter(({ manage }) => !manage).flatMap(linesOf);
      const forManagers = offered.filter(({ manage }) => manage).flatMap(linesOf);
      const setUp = md`**For those who manage this server or the bot**\n${joinMarkup(forManagers, '\n')}`;
      const everyCommand: Reply = {
        blocks: [
          { kind: 'text', text: md`### What I can do\n${joinMarkup(forAll, '\n')}` },
          ...(forManagers.length > 0 ? [{ kind: 'text' as const, text: setUp }] : []),
        ],
      };
      // A card of its own: in some languages all of it together is longer than one may be.
      return [everyCommand, say(joinMarkup([asking(), queries(), stored()], '\n\n'))];
    },
  });
