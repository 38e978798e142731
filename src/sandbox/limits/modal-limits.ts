/** Forms and autocomplete choices in; Discord's refusal thrown where they pass its limits. */
import type { APIApplicationCommandOptionChoice, APIModalInteractionResponseCallbackData } from 'discord.js';
import { Problems } from './problems.ts';

export function checkChoices(choices: APIApplicationCommandOptionChoice[] | undefined): void {
  const problems = new Problems();
  problems.count(['data', 'choices'], choices?.length ?? 0, { max: 25 });
  choices?.forEach((choice, index) => {
    const path = ['data', 'choices', index];
    problems.text([...path, 'name'], choice.name, { min: 1, max: 100 });
    if (typeof choice.value === 'string')
      problems.text([...path, 'value'], choice.value, { min: 1, max: 100 });
  });
  problems.refuse();
}

export function checkModal(modal: APIModalInteractionResponseCallbackData): void {
  const problems = new Problems();
  problems.text(['data', 'title'], modal.title, { min: 1, max: 45 });
  problems.text(['data', 'custom_id'], modal.custom_id, { min: 1, max: 100 });
  problems.count(['data', 'components'], modal.components?.length ?? 0, { min: 1, max: 40 });
  problems.refuse();
}
