import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { Routine } from '../src/discord/command.ts';
import { parseQuery } from '../src/query/parse-query.ts';

const routines: [string, Routine][] = commands.flatMap((command): [string, Routine][] => {
  if (command.kind === 'slash') return [[command.name, command]];
  if (command.kind === 'message') return [];
  return Object.entries(command.subcommands).map(([name, routine]) => [`${command.name} ${name}`, routine]);
});

describe('the list of commands', () => {
  it('has each name once', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes mentions and direct messages with one of them', () => {
    expect(
      commands.filter((each) => each.kind === 'slash' && each.onMessage).map(({ name }) => name),
    ).toEqual(['ask']);
  });

  it.each(routines)(
    '/%s describes itself and each of its options in a sentence',
    (_, { description, options = {} }) => {
      for (const text of [description, ...Object.values(options).map((option) => option.description)])
        expect(text).toMatch(/^[A-Z].{8,97}\.$/);
    },
  );

  it.each(
    routines.flatMap(([name, { options = {} }]) =>
      ['question', 'topic', 'title', 'article']
        .filter((option) => option in options)
        .map((option) => [name, option]),
    ),
  )('is left out of a question that is typed as a message: /%s %s:', (name, option) => {
    for (const typed of [`/${name} the ferry strike`, `/${name} ${option}: the ferry strike`]) {
      const { words } = parseQuery(typed, Date.UTC(2024, 2, 12));
      expect(words).toMatch(new RegExp(`^(?:${name} )?the ferry strike$`));
    }
  });

  it('is in the README whole', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const { kind, name } of commands)
      expect(readme).toMatch(kind === 'message' ? `Apps → ${name}` : new RegExp(`\\| \`/${name}[ \`]`));
  });
});
