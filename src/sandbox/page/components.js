/** A message's components in, the elements that show them out; pressing and choosing reach the bot. */
import { h, icon } from './dom.js';
import { use } from './interact.js';
import { renderMarkdown } from './markdown.js';
import { renderFile, renderPicture } from './media.js';
import { renderSelect } from './select-menu.js';
import { names } from './store.js';

export function renderComponents(message) {
  if (!message.components?.length) return null;
  return h(
    'div',
    { class: 'components' },
    message.components.map((one) => renderComponent(one, message)),
  );
}

const renderers = {
  1: (row, message) =>
    h(
      'div',
      { class: 'row' },
      row.components.map((one) => renderComponent(one, message)),
    ),
  2: renderButton,
  3: renderSelect,
  5: renderSelect,
  6: renderSelect,
  7: renderSelect,
  8: renderSelect,
  9: renderSection,
  10: (text) => h('div', { class: 'text-display' }, renderMarkdown(text.content, names)),
  11: (thumbnail) => renderPicture(thumbnail.media, thumbnail.description, true),
  12: (gallery) =>
    h(
      'div',
      { class: 'gallery' },
      gallery.items.map((item) => renderPicture(item.media, item.description)),
    ),
  13: renderFileComponent,
  14: renderSeparator,
  17: renderContainer,
};

function renderComponent(one, message) {
  return renderers[one.type]?.(one, message) ?? h('div', { class: 'unknown' }, `Component ${one.type}`);
}

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary', 6: 'primary' };

function renderButton(button, message) {
  const emoji = button.emoji?.name
    ? h('span', { 'aria-hidden': button.label ? 'true' : undefined }, button.emoji.name)
    : null;
  const className = `button ${styles[button.style]}`;
  if (button.style === 5) {
    const props = { class: className, href: button.url, target: '_blank', rel: 'noopener noreferrer' };
    return h('a', props, emoji, button.label, icon('link'));
  }
  const element = h(
    'button',
    {
      type: 'button',
      class: className,
      disabled: button.disabled,
      'data-key': button.custom_id,
      onclick: () => use(message, element, 'press', { button: button.custom_id }),
    },
    emoji,
    button.label,
  );
  return element;
}

function renderSection(section, message) {
  const texts = section.components.map((one) => renderComponent(one, message));
  const accessory = section.accessory ? renderComponent(section.accessory, message) : null;
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-texts' }, texts),
    h('div', { class: 'accessory' }, accessory),
  );
}

function renderFileComponent(component, message) {
  const path = URL.parse(component.file.url)?.pathname;
  const file = message.attachments.find((one) => URL.parse(one.url)?.pathname === path);
  return file ? renderFile(file, component.spoiler) : null;
}

function renderSeparator(separator) {
  const size = separator.spacing === 2 ? 'large' : 'small';
  return separator.divider === false
    ? h('div', { class: `gap ${size}` })
    : h('hr', { class: `separator ${size}` });
}

function renderContainer(container, message) {
  const children = container.components.map((one) => renderComponent(one, message));
  const element = h(
    'div',
    { class: `container${container.accent_color == null ? '' : ' accented'}` },
    children,
  );
  if (container.accent_color != null) {
    element.style.setProperty('--accent', `#${container.accent_color.toString(16).padStart(6, '0')}`);
  }
  if (!container.spoiler) return element;
  const cover = h(
    'button',
    { type: 'button', class: 'cover', onclick: () => cover.remove() },
    'Spoiler: show',
  );
  return h('div', { class: 'covered' }, element, cover);
}
