/** A form and what was filled in; the `components` of the submission out. */
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';

/** Text, chosen values, or a tick. */
export type FieldInput = string | string[] | boolean;

interface Part {
  type: ComponentType;
  id?: number;
  custom_id?: string;
  label?: string;
  required?: boolean;
  value?: string;
  min_length?: number;
  max_length?: number;
  options?: { value: string; default?: boolean }[];
  default_values?: { id: string }[];
  min_values?: number;
  default?: boolean;
  component?: Part;
  components?: Part[];
}

/** Throws if Discord's form would not let the person submit. Untouched fields keep what the bot filled in. */
export function submittedFields(
  modal: APIModalInteractionResponseCallbackData,
  input: Record<string, FieldInput>,
): object[] {
  const left = new Map(Object.entries(input));
  const parts = modal.components as unknown as Part[];
  const sent = parts.map((part, index) => ({
    id: index * 2 + 1,
    ...submitPart(part, part.label, left, index),
  }));
  if (left.size > 0) throw new Error(`The form has no field "${[...left.keys()].join('", "')}".`);
  return sent;
}

function submitPart(
  part: Part,
  label: string | undefined,
  left: Map<string, FieldInput>,
  index: number,
): object {
  const id = index * 2 + 2;
  if (part.component)
    return { type: part.type, component: { id, ...submitField(part.component, label, left) } };
  if (part.components) {
    return {
      type: part.type,
      components: part.components.map((one) => ({ id, ...submitField(one, one.label, left) })),
    };
  }
  return { type: part.type };
}

function submitField(field: Part, label: string | undefined, left: Map<string, FieldInput>): object {
  const key = [field.custom_id, label].find((one) => one !== undefined && left.has(one));
  const given = key === undefined ? undefined : left.get(key);
  if (key !== undefined) left.delete(key);
  const shared = { type: field.type, custom_id: field.custom_id };
  switch (field.type) {
    case ComponentType.TextInput:
      return { ...shared, value: checkedText(field, (given as string) ?? field.value ?? '', label) };
    case ComponentType.Checkbox:
      return { ...shared, value: given ?? field.default ?? false };
    case ComponentType.RadioGroup:
      return { ...shared, value: given ?? defaults(field)[0] ?? null };
    default:
      return { ...shared, values: checkedValues(field, (given as string[]) ?? defaults(field), label) };
  }
}

function checkedText(field: Part, value: string, label: string | undefined): string {
  const required = field.required ?? true;
  if (required && value.length === 0) throw new Error(`The field "${label}" is required.`);
  const [min, max] = [field.min_length ?? 0, field.max_length ?? 4000];
  if (value.length > max || (value.length < min && value.length > 0)) {
    throw new Error(`The field "${label}" takes ${min} to ${max} characters, not ${value.length}.`);
  }
  return value;
}

function checkedValues(field: Part, given: string | string[], label: string | undefined): string[] {
  const values = [given].flat();
  if ((field.required ?? true) && values.length < (field.min_values ?? 1))
    throw new Error(`The field "${label}" is required.`);
  const unknown = values.find((value) => field.options?.every((one) => one.value !== value));
  if (unknown !== undefined) throw new Error(`The field "${label}" has no option "${unknown}".`);
  return values;
}

function defaults(field: Part): string[] {
  const chosen = (field.options ?? []).filter((one) => one.default).map((one) => one.value);
  return [...chosen, ...(field.default_values ?? []).map(({ id }) => id)];
}

/** The values of all menus in a submission: ids, in those that Discord fills. */
export function chosenIds(components: object[]): string[] {
  const fields = (components as { component?: { values?: string[] } }[]).map((one) => one.component);
  return fields.flatMap((field) => field?.values ?? []);
}
