/** A message in, the element that shows it out: head, text, embeds, components, files and what is said beneath. */
import { renderComponents } from './components.js';
import { h, hiddenText, icon } from './dom.js';
import { renderEmbed } from './embed.js';
import { attempt } from './failures.js';
import { renderMarkdown } from './markdown.js';
import { renderFile } from './media.js';
import { openMessageMenu } from './message-menu.js';
import { direction, dismiss, findMessage, names, store, userName } from './store.js';
import { postedAt } from './timestamps.js';

const V2 = 1 << 15;
const LOADING = 1 << 7;
const CROSSPOSTED = 1 << 0;
/** A deferred answer can come no later than this. */
const TOKEN_LIFETIME_MS = 15 * 60_000;
/** Messages of one author closer than this share a head. */
const GROUP_MS = 7 * 60_000;

/** `previous`: the message above it, which decides whether the author is named again. */
export function renderMessage(message, previous) {
  const grouped = continues(message, previous);
  const element = h(
    'li',
    {
      class: `message${message.ephemeral ? ' ephemeral' : ''}${grouped ? ' grouped' : ''}${mentionsYou(message) ? ' mentions-you' : ''}`,
      id: `m-${message.id}`,
      tabindex: '-1',
      oncontextmenu: (event) => openMenuAt(event, message, element),
      onkeydown: (event) => menuByKey(event, message, element),
    },
    origin(message),
    h('div', { class: 'avatar-place' }, grouped ? null : avatar(message.author)),
    h('div', { class: 'message-body' }, head(message, grouped), body(message), notes(message)),
    tools(message, () => element),
  );
  byLongPress(element, message);
  return element;
}

function continues(message, previous) {
  if (!previous || message.interaction || message.referenced_message || message.ephemeral) return false;
  const apart = Date.parse(message.timestamp) - Date.parse(previous.timestamp);
  return previous.author.id === message.author.id && apart < GROUP_MS && !previous.ephemeral;
}

function mentionsYou(message) {
  return message.mentions.some((user) => user.id === store.state.you);
}

export function avatar(user) {
  const name = user.global_name ?? user.username ?? user.name;
  const kind = user.bot ? 'bot' : `tint-${Number(user.id.slice(-2)) % 4}`;
  return h('span', { class: `avatar ${kind}`, 'aria-hidden': 'true' }, user.bot ? 'D' : name.slice(0, 1));
}

/** The line above: which command or message it answers. */
function origin(message) {
  if (message.interaction) {
    const { user, name } = message.interaction;
    return h(
      'div',
      { class: 'origin' },
      h('strong', {}, user.global_name ?? user.username),
      ' used ',
      h('span', { class: 'origin-command' }, name),
    );
  }
  if (!message.message_reference) return null;
  const earlier = message.referenced_message;
  if (!earlier) return h('div', { class: 'origin' }, 'Original message was deleted');
  const known = findMessage(earlier.id) ?? earlier;
  return h(
    'div',
    { class: 'origin' },
    h('strong', {}, userName(known.author.id)),
    ' ',
    h('span', { class: 'origin-text' }, plainText(known) || 'a card'),
  );
}

/** The first words of a message without its markup. */
function plainText(message) {
  const text = message.content || firstText(message.components) || '';
  return text
    .replace(/<@!?(\d+)>/g, (_, id) => `@${userName(id)}`)
    .replace(/[*_`>#~|\\]/g, '')
    .slice(0, 120);
}

function firstText(components = []) {
  for (const one of components) {
    const text = one.content ?? firstText(one.components);
    if (text) return text;
  }
  return undefined;
}

function head(message, grouped) {
  const { author } = message;
  const name = h(
    'span',
    { class: `author${author.bot ? ' author-bot' : ''}` },
    userName(author.id) ?? author.username,
  );
  const line = [
    name,
    author.bot ? h('span', { class: 'app-tag' }, 'APP') : null,
    ' ',
    postedAt(message.timestamp),
  ];
  return h('div', { class: grouped ? 'hidden-text' : 'head' }, line);
}

function body(message) {
  if (message.flags & LOADING && Date.now() - Date.parse(message.timestamp) > TOKEN_LIFETIME_MS) {
    return h('div', { class: 'failure' }, 'The application did not respond');
  }
  if (message.flags & LOADING) {
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    return h('div', { class: 'thinking' }, dots, `${userName(message.author.id)} is thinking…`);
  }
  if (message.failure) return h('div', { class: 'failure', role: 'alert' }, message.failure);
  const isV2 = message.flags & V2;
  const content = message.content ? renderMarkdown(message.content, names) : [];
  const files = isV2 ? [] : message.attachments.map((file) => renderFile(file));
  const edited = message.edited_timestamp ? h('span', { class: 'edited' }, '(edited)') : null;
  const published = message.flags & CROSSPOSTED ? h('span', { class: 'edited' }, 'Published') : null;
  const shown = [
    content.length > 0 ? h('div', { class: 'content' }, content, edited) : null,
    message.embeds.map((embed) => renderEmbed(embed)),
    files,
    renderComponents(message),
    content.length === 0 ? edited : null,
    published,
    reactions(message),
  ];
  return h('div', { dir: direction() }, shown);
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return h(
    'div',
    { class: 'reactions' },
    message.reactions.map((one) => h('span', { class: 'reaction' }, `${one.emoji.name} ${one.count}`)),
  );
}

/** What only its reader sees, and what went wrong with one of its components. */
function notes(message) {
  const failure = store.failures.get(message.id);
  return [
    failure ? h('div', { class: 'failure', role: 'alert' }, failure) : null,
    message.ephemeral
      ? h(
          'div',
          { class: 'ephemeral-note' },
          icon('eye'),
          'Only you can see this · ',
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              onclick: () => attempt('Dismiss message', () => dismiss(message)),
            },
            'Dismiss message',
          ),
        )
      : null,
  ];
}

function tools(message, element) {
  if (message.flags & LOADING) return null;
  const label = `More for the message of ${userName(message.author.id)}`;
  return h(
    'div',
    { class: 'tools' },
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-haspopup': 'menu',
        title: 'More',
        onclick: (event) => openMessageMenu(message, event.currentTarget.getBoundingClientRect(), element()),
      },
      icon('more'),
      hiddenText(label),
    ),
  );
}

function openMenuAt(event, message, element) {
  // Links, and text one has marked, keep the browser's own menu.
  if (event.target.closest('a') || String(getSelection())) return;
  event.preventDefault();
  openMessageMenu(message, { left: event.clientX, bottom: event.clientY, top: event.clientY }, element);
}

function menuByKey(event, message, element) {
  const asked = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
  if (!asked || event.target !== element) return;
  event.preventDefault();
  openMessageMenu(message, element.getBoundingClientRect(), element);
}

const LONG_PRESS_MS = 500;

function byLongPress(element, message) {
  let timer;
  const stop = () => clearTimeout(timer);
  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' || event.target.closest('button, a')) return;
    const place = { left: event.clientX, bottom: event.clientY, top: event.clientY };
    timer = setTimeout(() => openMessageMenu(message, place, element), LONG_PRESS_MS);
  });
  for (const name of ['pointerup', 'pointercancel', 'pointermove']) element.addEventListener(name, stop);
}
