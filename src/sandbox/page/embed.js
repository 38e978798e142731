/** An embed in, the card that shows it out. */
import { h } from './dom.js';
import { renderMarkdown } from './markdown.js';
import { renderPicture } from './media.js';
import { names } from './store.js';
import { timeElement } from './timestamps.js';

export function renderEmbed(embed) {
  const markdown = (text, className) =>
    text ? h('div', { class: className }, renderMarkdown(text, names)) : null;
  const title = embed.title ? renderMarkdown(embed.title, names) : null;
  const card = h(
    'article',
    { class: 'embed' },
    h(
      'div',
      { class: 'embed-main' },
      embed.author ? h('div', { class: 'embed-author' }, embed.author.name) : null,
      title ? h('div', { class: 'embed-title' }, embed.url ? linked(embed.url, title) : title) : null,
      markdown(embed.description, 'embed-description'),
      embed.fields?.length
        ? h(
            'div',
            { class: 'embed-fields' },
            embed.fields.map((field) => fieldElement(field, markdown)),
          )
        : null,
      embed.image ? renderPicture(embed.image) : null,
      footer(embed),
    ),
    embed.thumbnail ? renderPicture(embed.thumbnail, undefined, true) : null,
  );
  if (embed.color != null)
    card.style.setProperty('--accent', `#${embed.color.toString(16).padStart(6, '0')}`);
  return card;
}

function linked(url, children) {
  const safe = /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? url : undefined;
  return h('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, children);
}

function fieldElement(field, markdown) {
  return h(
    'div',
    { class: field.inline ? 'embed-field inline' : 'embed-field' },
    h('div', { class: 'embed-field-name' }, field.name),
    markdown(field.value, 'embed-field-value'),
  );
}

function footer(embed) {
  if (!embed.footer && !embed.timestamp) return null;
  const time = embed.timestamp ? timeElement(Date.parse(embed.timestamp) / 1000) : null;
  return h('div', { class: 'embed-footer' }, embed.footer?.text, embed.footer && time ? ' • ' : null, time);
}
