/**
 * A message's components in; their faults noted: which may stand where, how long each text is, and what all of them
 * together come to. Numbers are Discord's documented ones.
 */
import { ComponentType as Type } from 'discord.js';
import { checkButton, checkSelect, selectComponentTypes } from './control-limits.ts';
import type { Path, Problems } from './problems.ts';
import type { RawComponent } from './raw-component.ts';
import { checkUrl } from './url-limits.ts';

interface ComponentContext {
  isV2: boolean;
  /** What `attachment://` may refer to. */
  fileNames: string[];
}

const MAX_NESTED = 40;
const MAX_TEXT = 4000;
const MAX_ROWS = 5;

const inContainer = [
  Type.ActionRow,
  Type.TextDisplay,
  Type.Section,
  Type.MediaGallery,
  Type.Separator,
  Type.File,
];

export function checkComponents(problems: Problems, given: unknown, context: ComponentContext): void {
  if (!Array.isArray(given))
    return void problems.add(['components'], 'LIST_TYPE_CONVERT', 'Only iterables may be used here.');
  const components = given as RawComponent[];
  const allowed = context.isV2 ? [...inContainer, Type.Container] : [Type.ActionRow];
  if (!context.isV2) problems.count(['components'], components.length, { max: MAX_ROWS });
  checkChildren({ problems, context }, ['components'], components, allowed);
  const all = flattenComponents(components);
  checkTotals(problems, all, context.isV2);
  checkUnique(problems, all);
}

/** Every component of a tree with its path, depth first. */
function flattenComponents(components: RawComponent[], path: Path = ['components']): [Path, RawComponent][] {
  return components.flatMap((one, index): [Path, RawComponent][] => {
    const here = [...path, index];
    const nested = Array.isArray(one?.components)
      ? flattenComponents(one.components, [...here, 'components'])
      : [];
    const accessory: [Path, RawComponent][] = one?.accessory ? [[[...here, 'accessory'], one.accessory]] : [];
    return [[here, one], ...nested, ...accessory];
  });
}

function checkTotals(problems: Problems, all: [Path, RawComponent][], isV2: boolean): void {
  if (isV2 && all.length > MAX_NESTED) {
    const message = `The total number of components cannot exceed ${MAX_NESTED}, got ${all.length}.`;
    problems.add(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  const texts = all.filter(([, one]) => one?.type === Type.TextDisplay);
  const characters = texts.reduce((sum, [, one]) => sum + String(one.content ?? '').length, 0);
  if (characters > MAX_TEXT) {
    const message = `Total displayable text size exceeds maximum size of ${MAX_TEXT}`;
    problems.add(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}

function checkUnique(problems: Problems, all: [Path, RawComponent][]): void {
  const seen = { custom_id: new Set<unknown>(), id: new Set<unknown>() };
  for (const [path, one] of all) {
    for (const key of ['custom_id', 'id'] as const) {
      const value = one?.[key];
      // Discord numbers components whose id is 0 itself.
      if (value === undefined || value === null || value === 0) continue;
      if (seen[key].has(value)) {
        const [code, name] =
          key === 'id' ? ['COMPONENT_ID_DUPLICATED', 'id'] : ['COMPONENT_CUSTOM_ID_DUPLICATED', 'custom id'];
        problems.add([...path, key], code!, `Component ${name} cannot be duplicated`);
      }
      seen[key].add(value);
    }
  }
}

interface Check {
  problems: Problems;
  context: ComponentContext;
}

function checkChildren(check: Check, path: Path, children: RawComponent[], allowed: Type[]): void {
  children.forEach((child, index) => {
    checkOne(check, [...path, index], child, allowed);
  });
}

function checkOne(check: Check, path: Path, one: RawComponent, allowed: Type[]): void {
  const { problems } = check;
  if (!allowed.includes(one?.type as Type)) {
    const message = `Value of field "type" must be one of (${allowed.join(', ')}).`;
    return void problems.add([...path, 'type'], 'UNION_TYPE_CHOICES', message);
  }
  checkers[one.type as keyof typeof checkers](check, path, one);
}

const checkers = {
  [Type.ActionRow]: checkRow,
  [Type.Button]: ({ problems }: Check, path: Path, one: RawComponent) => checkButton(problems, path, one),
  [Type.Section]: checkSection,
  [Type.TextDisplay]: checkText,
  [Type.Thumbnail]: checkThumbnail,
  [Type.MediaGallery]: checkGallery,
  [Type.File]: checkFile,
  [Type.Separator]: checkSeparator,
  [Type.Container]: checkContainer,
};

/** Up to five buttons, or one menu. */
function checkRow({ problems }: Check, path: Path, row: RawComponent): void {
  const children = childrenOf(row);
  const here = [...path, 'components'];
  problems.count(here, children.length, { min: 1, max: 5 });
  const isMenu = (one: RawComponent) => selectComponentTypes.includes(one?.type as Type);
  if (children.some(isMenu) && children.length > 1) {
    problems.add(
      here,
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The width of the layout exceeds the maximum of 5.',
    );
  }
  children.forEach((child, index) => {
    if (child?.type === Type.Button) checkButton(problems, [...here, index], child);
    else if (isMenu(child)) checkSelect(problems, [...here, index], child);
    else {
      const message = 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).';
      problems.add([...here, index, 'type'], 'UNION_TYPE_CHOICES', message);
    }
  });
}

function checkSection(check: Check, path: Path, section: RawComponent): void {
  const children = childrenOf(section);
  check.problems.count([...path, 'components'], children.length, { min: 1, max: 3 });
  checkChildren(check, [...path, 'components'], children, [Type.TextDisplay]);
  if (!section.accessory) check.problems.required([...path, 'accessory']);
  else checkOne(check, [...path, 'accessory'], section.accessory, [Type.Button, Type.Thumbnail]);
}

function checkText({ problems }: Check, path: Path, text: RawComponent): void {
  problems.text([...path, 'content'], text.content, { min: 1, max: MAX_TEXT });
}

function checkThumbnail(check: Check, path: Path, thumbnail: RawComponent): void {
  checkMedia(check, [...path, 'media'], thumbnail.media);
  check.problems.text([...path, 'description'], thumbnail.description, { max: 1024 });
}

function checkGallery(check: Check, path: Path, gallery: RawComponent): void {
  const items = Array.isArray(gallery.items)
    ? (gallery.items as { media?: unknown; description?: unknown }[])
    : [];
  check.problems.count([...path, 'items'], items.length, { min: 1, max: 10 });
  items.forEach((item, index) => {
    checkMedia(check, [...path, 'items', index, 'media'], item.media);
    check.problems.text([...path, 'items', index, 'description'], item.description, { max: 1024 });
  });
}

/** A file is always one of the message's own attachments. */
function checkFile(check: Check, path: Path, file: RawComponent): void {
  const url = (file.file as { url?: string } | undefined)?.url;
  if (url !== undefined && !isAttachment(url)) {
    const message = 'Only attachment://<filename> references are allowed.';
    return void check.problems.add([...path, 'file', 'url'], 'URL_TYPE_INVALID_SCHEME', message);
  }
  checkMedia(check, [...path, 'file'], file.file);
}

/** Already sent files come back with the address Discord gave them. */
function isAttachment(url: string): boolean {
  return url.startsWith('attachment://') || /^https?:\/\/[^/]+\/attachments\//.test(url);
}

function checkSeparator({ problems }: Check, path: Path, separator: RawComponent): void {
  if (separator.spacing == null || separator.spacing === 1 || separator.spacing === 2) return;
  problems.add([...path, 'spacing'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2).');
}

function checkContainer(check: Check, path: Path, container: RawComponent): void {
  const children = childrenOf(container);
  const color = container.accent_color as number | null | undefined;
  check.problems.count([...path, 'components'], children.length, { min: 1, max: MAX_NESTED });
  if (color != null && !(Number.isInteger(color) && color >= 0 && color <= 0xffffff)) {
    check.problems.add([...path, 'accent_color'], 'NUMBER_TYPE_MAX', 'int value should be at most 16777215.');
  }
  checkChildren(check, [...path, 'components'], children, inContainer);
}

function checkMedia({ problems, context }: Check, path: Path, media: unknown): void {
  const url = (media as { url?: unknown } | undefined)?.url;
  if (url === undefined) return void problems.required([...path, 'url']);
  checkUrl(problems, [...path, 'url'], url, ['attachment:']);
  const name = String(url).startsWith('attachment://')
    ? String(url).slice('attachment://'.length)
    : undefined;
  if (name !== undefined && !context.fileNames.includes(name)) {
    const message = 'The referenced attachment was not found in this request.';
    problems.add([...path, 'url'], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
  }
}

function childrenOf(one: RawComponent): RawComponent[] {
  return Array.isArray(one.components) ? one.components : [];
}
