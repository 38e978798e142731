/** `/help`: every command in a line, and what is stored. */
import { type Command, slash } from '../src/discord/command.ts';
import { joinMarkup, type Markup, md } from '../src/discord/markup.ts';
import { BUTTON_DAYS } from '../src/store/interaction-store.ts';

const lines = (command: Command): Markup[] => {
  if (command.kind === 'group')
    return Object.entries(command.subcommands).map(
      ([name, { description }]) => md`**/${command.name} ${name}** · ${description}`,
    );
  if (command.kind === 'message')
    return [md`**Apps → ${command.name}** on a message · ${command.description}`];
  return [md`**/${command.name}** · ${command.description}`];
};

const ASKING = md`You can also ask without a command: mention me with a question, or write to me directly. Reply to an answer, and mention me where it answers a command; or press **Follow up**: I go on with its subject.`;
const QUERIES = md`In a question, **"exact words"** must stand like that, **-word** must not appear, and **source:name**, **-source:name**, **after:2024-03-12**, **before:yesterday** narrow it down.`;
const STORED = md`-# Questions are stored for ${BUTTON_DAYS} days, so that their buttons work, and then deleted; \`/privacy\` shows what is kept of you and deletes it at once. I read no other messages.`;

/** `list` gives all commands, this one included. */
export const createHelp = (list: () => readonly Command[]) =>
  slash({
    name: 'help',
    description: 'List what this bot can do.',
    private: true,
    async run({ by }) {
      const offered = list().filter((command) => by.guildId !== null || command.place !== 'servers');
      const forAll = offered.filter(({ manage }) => !manage).flatMap(lines);
      const forManagers = offered.filter(({ manage }) => manage).flatMap(lines);
      const setUp = md`**For those who manage this server or the bot**\n${joinMarkup(forManagers, '\n')}`;
      return {
        blocks: [
          { kind: 'text', text: md`### What I can do\n${joinMarkup(forAll, '\n')}` },
          ...(forManagers.length > 0 ? [{ kind: 'text' as const, text: setUp }] : []),
          { kind: 'divider' },
          { kind: 'text', text: joinMarkup([ASKING, QUERIES, STORED], '\n') },
        ],
      };
    },
  });
