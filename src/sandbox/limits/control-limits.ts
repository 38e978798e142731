/** Buttons and menus in; their faults noted. Used in messages and, the menus, in forms. */
import { ButtonStyle, ComponentType as Type } from 'discord.js';
import type { Path, Problems } from './problems.ts';
import type { RawComponent } from './raw-component.ts';
import { checkUrl } from './url-limits.ts';

export const selectComponentTypes = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
];

const MAX_BUTTON_URL = 512;

export function checkButton(problems: Problems, path: Path, button: RawComponent): void {
  const style = button.style as ButtonStyle;
  problems.text([...path, 'label'], button.label, { max: 80 });
  if (!button.label && !button.emoji && style !== ButtonStyle.Premium) {
    problems.add(path, 'BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL', 'A button must have a label or an emoji.');
  }
  if (!(style >= ButtonStyle.Primary && style <= ButtonStyle.Premium)) {
    problems.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6).');
  } else if (style === ButtonStyle.Link) {
    if (button.url === undefined) problems.required([...path, 'url']);
    checkUrl(problems, [...path, 'url'], button.url, ['discord:'], MAX_BUTTON_URL);
    if (button.custom_id != null) exclusive(problems, path);
  } else if (style !== ButtonStyle.Premium) {
    checkCustomId(problems, path, button.custom_id);
    if (button.url != null) exclusive(problems, path);
  }
}

function exclusive(problems: Problems, path: Path): void {
  problems.add(
    path,
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
  );
}

export function checkCustomId(problems: Problems, path: Path, customId: unknown): void {
  problems.text([...path, 'custom_id'], customId, { min: 1, max: 100 });
}

interface RawOption {
  label?: unknown;
  value?: unknown;
  description?: unknown;
  default?: unknown;
}

export function checkSelect(problems: Problems, path: Path, select: RawComponent): void {
  checkCustomId(problems, path, select.custom_id);
  problems.text([...path, 'placeholder'], select.placeholder, { max: 150 });
  const [min, max] = [Number(select.min_values ?? 1), Number(select.max_values ?? 1)];
  if (!(min >= 0 && min <= 25))
    problems.add([...path, 'min_values'], 'NUMBER_TYPE_MAX', 'Must be between 0 and 25.');
  if (!(max >= 1 && max <= 25))
    problems.add([...path, 'max_values'], 'NUMBER_TYPE_MAX', 'Must be between 1 and 25.');
  if (min > max) problems.add(path, 'SELECT_COMPONENT_MAX_VALUES', 'The minimum exceeds the maximum.');
  if (select.type === Type.StringSelect) checkOptions(problems, [...path, 'options'], select.options, max);
}

function checkOptions(problems: Problems, path: Path, given: unknown, max: number): void {
  const options = Array.isArray(given) ? (given as RawOption[]) : [];
  problems.count(path, options.length, { min: 1, max: 25 });
  options.forEach((option, index) => {
    problems.text([...path, index, 'label'], option.label, { min: 1, max: 100 });
    problems.text([...path, index, 'value'], option.value, { min: 1, max: 100 });
    problems.text([...path, index, 'description'], option.description, { max: 100 });
    if (options.findIndex((one) => one.value === option.value) < index) {
      const message = 'The specified option value is already used';
      problems.add([...path, index, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    }
  });
  if (options.filter((option) => option.default).length > max) {
    problems.add(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS', 'More options are chosen than may be.');
  }
}
