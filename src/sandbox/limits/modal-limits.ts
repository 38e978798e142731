/** Forms and autocomplete choices in; Discord's refusal thrown if they pass its limits. */
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  ComponentType as Type,
} from 'discord.js';
import { checkCustomId, checkSelect, selectComponentTypes } from './control-limits.ts';
import { type Path, Problems } from './problems.ts';
import type { RawComponent } from './raw-component.ts';

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

/** A form holds up to five fields, each in a label (or, as before, in a row of its own), and texts between them. */
export function checkModal(modal: APIModalInteractionResponseCallbackData): void {
  const problems = new Problems();
  const path: Path = ['data', 'components'];
  problems.text(['data', 'title'], modal.title, { min: 1, max: 45 });
  problems.text(['data', 'custom_id'], modal.custom_id, { min: 1, max: 100 });
  const parts = Array.isArray(modal.components) ? (modal.components as unknown as RawComponent[]) : [];
  problems.count(path, parts.length, { min: 1, max: 5 });
  parts.forEach((part, index) => {
    checkPart(problems, [...path, index], part);
  });
  const ids = parts
    .flatMap((part) => [part.component, ...(part.components ?? [])])
    .map((one) => customIdOf(one));
  const named = ids.filter((id) => id !== undefined);
  if (new Set(named).size < named.length) {
    problems.add(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  problems.refuse();
}

function customIdOf(one: unknown): string | undefined {
  return (one as RawComponent | undefined)?.custom_id;
}

function checkPart(problems: Problems, path: Path, part: RawComponent): void {
  if (part.type === Type.TextDisplay)
    problems.text([...path, 'content'], part.content, { min: 1, max: 4000 });
  else if (part.type === Type.ActionRow) {
    const [input] = part.components ?? [];
    problems.count([...path, 'components'], part.components?.length ?? 0, { min: 1, max: 1 });
    problems.text([...path, 'components', 0, 'label'], input?.label, { min: 1, max: 45 });
    checkField(problems, [...path, 'components', 0], input);
  } else if (part.type === Type.Label) {
    problems.text([...path, 'label'], part.label, { min: 1, max: 45 });
    problems.text([...path, 'description'], part.description, { max: 100 });
    checkField(problems, [...path, 'component'], part.component as RawComponent | undefined);
  } else
    problems.add(
      [...path, 'type'],
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (1, 10, 18).',
    );
}

/** Radio buttons and ticks came later than text and menus; all need a custom id. */
const fieldTypes = [
  Type.TextInput,
  ...selectComponentTypes,
  Type.FileUpload,
  Type.RadioGroup,
  Type.CheckboxGroup,
  Type.Checkbox,
];

function checkField(problems: Problems, path: Path, field: RawComponent | undefined): void {
  if (!field) return void problems.required(path);
  if (!fieldTypes.includes(field.type as Type)) {
    return void problems.add(
      [...path, 'type'],
      'UNION_TYPE_CHOICES',
      `Value of field "type" must be one of (${fieldTypes}).`,
    );
  }
  if (selectComponentTypes.includes(field.type as Type)) return void checkSelect(problems, path, field);
  checkCustomId(problems, path, field.custom_id);
  if (field.type === Type.TextInput) checkTextInput(problems, path, field);
}

function checkTextInput(problems: Problems, path: Path, field: RawComponent): void {
  const [min, max] = [Number(field.min_length ?? 0), Number(field.max_length ?? 4000)];
  problems.text([...path, 'placeholder'], field.placeholder, { max: 100 });
  problems.text([...path, 'value'], field.value, { max: Math.min(max, 4000) });
  if (field.style !== 1 && field.style !== 2) {
    problems.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2).');
  }
  if (!(min >= 0 && min <= max && max >= 1 && max <= 4000)) {
    problems.add(
      [...path, 'max_length'],
      'NUMBER_TYPE_MAX',
      'Lengths run from 0 to 4000, the least below the most.',
    );
  }
}
