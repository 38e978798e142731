/** In: a `Form`. Out: the modal Discord opens for it, and later the answers by field name. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { clip } from './markup.ts';
import { selectComponent } from './messages.ts';
import type { Form, FormField } from './reply.ts';

const MAX_TITLE = 45;
const MAX_PLACEHOLDER = 100;
const MAX_VALUE = 4000;

const MAX_CHOSEN = 25;

/** A menu that Discord fills with the server's channels or roles. */
const picker = ({
  name,
  kind,
  value = '',
  placeholder = '',
  required = false,
  types,
}: FormField): object => ({
  type: kind === 'channel' ? ComponentType.ChannelSelect : ComponentType.RoleSelect,
  custom_id: name,
  required,
  min_values: required ? 1 : 0,
  ...(placeholder && { placeholder: clip(placeholder, MAX_PLACEHOLDER) }),
  ...(types && { channel_types: types }),
  ...(value && { default_values: [{ id: value, type: kind }] }),
});

const menu = ({
  name,
  kind,
  value = '',
  placeholder = '',
  required = false,
  choices = [],
}: FormField): object => ({
  ...selectComponent({ customId: name, placeholder, choices, chosen: value }),
  required,
  ...(kind === 'choices' && {
    min_values: Number(required),
    max_values: Math.min(MAX_CHOSEN, choices.length),
  }),
});

const textInput = (field: FormField): object => {
  const { name, kind, value = '', placeholder = '', required = false, maxLength = MAX_VALUE } = field;
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required,
    max_length: maxLength,
    ...(value && { value: value.slice(0, maxLength) }),
    ...(placeholder && { placeholder: clip(placeholder, MAX_PLACEHOLDER) }),
  };
};

const input = (field: FormField): object => {
  if (field.kind === 'channel' || field.kind === 'role') return picker(field);
  return field.kind === 'choice' || field.kind === 'choices' ? menu(field) : textInput(field);
};

/** Discord's modal: each field under its label. */
export const formPayload = (form: Form): APIModalInteractionResponseCallbackData =>
  ({
    custom_id: form.customId,
    title: clip(form.title, MAX_TITLE),
    components: form.fields.map((field) => ({
      type: ComponentType.Label,
      label: clip(field.label, MAX_TITLE),
      ...(field.hint && { description: clip(field.hint, 100) }),
      component: input(field),
    })),
  }) as APIModalInteractionResponseCallbackData;

const answer = (field: object): string => {
  if ('value' in field && typeof field.value === 'string') return field.value;
  return 'values' in field && Array.isArray(field.values) ? field.values.join(',') : '';
};

/** What was filled in, by field name; for a choice its value, for several those separated by commas, for a picker the id. */
export const formFields = (submitted: ModalSubmitInteraction): Record<string, string> =>
  Object.fromEntries(submitted.fields.fields.map((field) => [field.customId, answer(field)]));
