/** Starts the page: follows the server's live stream and draws channel, messages and message box. */
import { focusComposer, openCommand, refreshComposer, renderComposer } from './composer.js';
import { announce, h, hiddenText, icon } from './dom.js';
import { renderMessage } from './message.js';
import { renderSidebar } from './sidebar.js';
import { channel, findMessage, messagesOf, store, userName } from './store.js';
import { refreshTimes } from './timestamps.js';
import './theme.js';
import { renderWelcome } from './welcome.js';

const log = document.querySelector('#log');
const head = document.querySelector('#channel-head');
const typing = document.querySelector('#typing');
// Whoever has no mouse scrolls through the messages with the keyboard.
log.tabIndex = 0;
let stream;

const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 120;
// As the message box grows and takes room from the log, what was in view at its end stays there.
let wasAtEnd = true;
log.addEventListener('scroll', () => {
  wasAtEnd = isAtEnd();
});
new ResizeObserver(() => {
  if (wasAtEnd) log.scrollTop = log.scrollHeight;
}).observe(log);

/** Follows the live stream as one person; without one, as the server's first. */
function connect(userId) {
  stream?.close();
  stream = new EventSource(`/page/live?as=${userId}`);
  stream.addEventListener('state', (event) => takeState(JSON.parse(event.data)));
  stream.addEventListener('messages', (event) => {
    store.messages.clear();
    for (const message of JSON.parse(event.data)) messagesOf(message.channel_id).set(message.id, message);
    renderLog();
  });
  stream.addEventListener('message', (event) => takeMessage(JSON.parse(event.data)));
  stream.addEventListener('gone', (event) => removeMessage(JSON.parse(event.data).id));
  stream.addEventListener('typing', (event) => showTyping(JSON.parse(event.data)));
  stream.addEventListener('open', () => document.body.classList.remove('offline'));
  stream.addEventListener('error', () => document.body.classList.add('offline'));
}

function takeState(state) {
  const before = store.state;
  store.state = state;
  const fromAddress = location.hash.slice(1);
  const wanted = [store.channelId, fromAddress].find((id) => channel(id));
  const moved = wanted !== store.channelId || !before;
  store.channelId = wanted ?? (state.channels.find((one) => one.kind === 'text') ?? state.channels[0]).id;
  renderSidebar(openChannel, connect);
  renderHead();
  if (moved) renderComposer();
  else if (boxChanged(before, state)) refreshComposer();
  const isRedrawn = moved || before.locale !== state.locale;
  if (isRedrawn || channel().kind === 'forum' || messagesOf(store.channelId).size === 0) renderLog();
}

/** Whether other things may be typed now. */
function boxChanged(before, state) {
  const of = ({ channels, commands }) =>
    JSON.stringify([channels.find((one) => one.id === store.channelId), commands]);
  return of(before) !== of(state);
}

function openChannel(id) {
  store.channelId = id;
  store.replyTo = null;
  history.replaceState(null, '', `#${id}`);
  typing.textContent = '';
  document.body.classList.remove('sidebar-open');
  renderSidebar(openChannel, connect);
  renderHead();
  renderLog();
  renderComposer();
  announce(`Opened ${channel().name}`);
}

const icons = { text: 'hash', announcement: 'announcement', forum: 'forum', thread: 'thread', direct: null };

function renderHead() {
  const here = channel();
  document.title = `${here.kind === 'direct' ? '@' : '#'}${here.name} – Dateline sandbox`;
  log.setAttribute('aria-label', `Messages in ${here.name}`);
  const online = store.state.bot.online;
  head.replaceChildren(
    h(
      'button',
      {
        type: 'button',
        class: 'tool menu-button',
        'aria-expanded': String(document.body.classList.contains('sidebar-open')),
        onclick: toggleSidebar,
      },
      icon('menu'),
      hiddenText('Channels'),
    ),
    icons[here.kind] ? icon(icons[here.kind]) : h('span', { class: 'at', 'aria-hidden': 'true' }, '@'),
    h('h1', {}, here.name),
    ...(here.topic ? [h('p', { class: 'topic' }, here.topic)] : []),
    h(
      'span',
      { class: `bot-state ${online ? 'on' : 'off'}`, role: 'status' },
      h('span', { class: 'bot-name' }, `${userName(store.state.bot.id)} is `),
      h('span', { class: 'bot-word' }, online ? 'online' : 'offline'),
    ),
  );
}

function toggleSidebar(event) {
  const open = document.body.classList.toggle('sidebar-open');
  event.currentTarget.setAttribute('aria-expanded', String(open));
  if (open) document.querySelector('#sidebar button')?.focus();
}

function renderLog() {
  if (!store.state) return;
  const messages = [...messagesOf(store.channelId).values()];
  const list = h('ol', { class: 'messages' });
  messages.forEach((message, i) => {
    list.append(renderMessage(message, messages[i - 1]));
  });
  log.replaceChildren(renderWelcome(messages.length === 0, { openCommand, openChannel }), list);
  log.scrollTop = log.scrollHeight;
}

function takeMessage(message) {
  messagesOf(message.channel_id).set(message.id, message);
  if (message.channel_id !== store.channelId) return;
  typing.textContent = '';
  drawMessage(message);
}

/**
 * Draws a new message at the end or one that changed at its place, keeping focus. The view goes with the end if it was
 * there, and to what is new of or for the visitor.
 */
function drawMessage(message) {
  const list = log.querySelector('.messages');
  const atEnd = isAtEnd();
  const known = document.querySelector(`#m-${message.id}`);
  const all = [...messagesOf(message.channel_id).values()];
  const element = renderMessage(message, all[all.findIndex((one) => one.id === message.id) - 1]);
  if (known) {
    const key = known.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const wasFocused = known.contains(document.activeElement);
    known.replaceWith(element);
    const again = key && element.querySelector(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
    if (wasFocused) (again ?? element).focus();
  } else {
    if (all.length === 1) renderLog();
    else list.append(element);
  }
  const isOwn = store.state.you === (message.interaction?.user.id ?? message.author.id);
  if (atEnd || (isOwn && !known)) log.scrollTop = log.scrollHeight;
}

function removeMessage(id) {
  for (const list of store.messages.values()) list.delete(id);
  const element = document.querySelector(`#m-${id}`);
  if (!element) return;
  const hadFocus = element.contains(document.activeElement);
  element.remove();
  if (hadFocus) document.querySelector('#composer-input')?.focus();
}

function showTyping({ channelId, userId }) {
  if (channelId !== store.channelId) return;
  typing.textContent = `${userName(userId)} is typing…`;
}

document.addEventListener('message-changed', (event) => {
  const message = findMessage(event.detail);
  if (message) drawMessage(message);
  else removeMessage(event.detail);
});

log.addEventListener('keydown', (event) => {
  const moves = { ArrowUp: -1, ArrowDown: 1 };
  const messages = [...log.querySelectorAll('.message')];
  const at = messages.indexOf(document.activeElement);
  if (!(event.key in moves) || (at < 0 && event.target !== log)) return;
  event.preventDefault();
  const next = at < 0 ? messages.length - 1 : at + moves[event.key];
  messages[Math.max(0, Math.min(messages.length - 1, next))]?.focus();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.body.classList.remove('sidebar-open');
});

document.querySelector('.chat').addEventListener('pointerdown', (event) => {
  if (!event.target.closest('.menu-button')) document.body.classList.remove('sidebar-open');
});

// As in Discord: a slash typed anywhere that takes no text begins a command.
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, [role="dialog"], [role="menu"]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  focusComposer();
});

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  focusComposer();
});

setInterval(refreshTimes, 30_000);
connect('');
