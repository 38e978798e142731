/** Commands to be registered in; Discord's refusal thrown where they pass its limits. */
import type { APIApplicationCommand } from 'discord.js';
import { Problems } from './problems.ts';

type Wanted = Partial<APIApplicationCommand>;

export function checkCommand(command: Wanted): void {
  checkCommandList([command]);
}

export function checkCommandList(commands: Wanted[]): void {
  const problems = new Problems();
  commands.forEach((command, index) => {
    problems.text([index, 'name'], command.name, { min: 1, max: 32 });
  });
  problems.refuse();
}
