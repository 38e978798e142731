/** The list of the server's channels and direct messages, and at its foot who one is. */
import { h, hiddenText, icon } from './dom.js';
import { avatar } from './message.js';
import { store } from './store.js';
import { nextTheme, themeName } from './theme.js';
import { openTroubles } from './troubles.js';

const place = document.querySelector('#sidebar');

/** `open(channelId)` shows a channel, `become(userId)` changes who one is. */
export function renderSidebar(open, become) {
  const focused = document.activeElement?.closest('#sidebar')
    ? document.activeElement.dataset.key
    : undefined;
  const { guild, channels } = store.state;
  const own = channels.filter((one) => one.kind !== 'direct' && one.kind !== 'thread');
  const direct = channels.filter((one) => one.kind === 'direct');
  place.replaceChildren(
    h(
      'div',
      { class: 'guild-name' },
      h('span', { class: 'guild-icon', 'aria-hidden': 'true' }, 'N'),
      h('h2', {}, guild.name),
    ),
    h(
      'div',
      { class: 'channel-lists' },
      section('Channels', own, open),
      section('Direct messages', direct, open),
    ),
    footer(become),
  );
  if (focused) place.querySelector(`[data-key="${focused}"]`)?.focus();
}

function section(title, channels, open) {
  const id = `section-${title.split(' ')[0].toLowerCase()}`;
  const items = channels.flatMap((one) => {
    const threads = store.state.channels.filter((thread) => thread.parentId === one.id && !thread.archived);
    return [item(one, open), ...threads.map((thread) => item(thread, open))];
  });
  return h('section', { 'aria-labelledby': id }, h('h3', { id }, title), h('ul', {}, items));
}

const icons = { text: 'hash', announcement: 'announcement', forum: 'forum', thread: 'thread' };
const kindWords = { announcement: 'announcement channel', forum: 'forum', thread: 'thread' };

function item(one, open) {
  const isOpen = one.id === store.channelId;
  const user = store.state.users.find((other) => other.name === one.name);
  return h(
    'li',
    { class: one.kind === 'thread' ? 'channel-thread' : undefined },
    h(
      'button',
      {
        type: 'button',
        class: `channel${isOpen ? ' open' : ''}`,
        'aria-current': isOpen ? 'page' : undefined,
        'data-key': `channel-${one.id}`,
        onclick: () => open(one.id),
      },
      one.kind === 'direct' ? avatar(user) : icon(icons[one.kind]),
      h('span', { class: 'channel-name' }, one.name),
      kindWords[one.kind] ? hiddenText(`, ${kindWords[one.kind]}`) : null,
      one.kind === 'direct' && !one.withBot ? h('span', { class: 'channel-note' }, 'without the bot') : null,
      one.botMuted ? h('span', { class: 'channel-note' }, 'bot muted') : null,
    ),
  );
}

function footer(become) {
  const { people, you, users } = store.state;
  const options = people.map((one) => {
    const name = users.find((user) => user.id === one.id).name;
    return h('option', { value: one.id, selected: one.id === you }, `${name} (${one.note})`);
  });
  const select = h(
    'select',
    { class: 'person', 'data-key': 'person', 'aria-label': 'You are', onchange: () => become(select.value) },
    options,
  );
  return h(
    'div',
    { class: 'you' },
    avatar(users.find((user) => user.id === you)),
    select,
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'data-key': 'troubles',
        title: 'Make Discord misbehave',
        onclick: (event) => openTroubles(event.currentTarget),
      },
      icon('bolt'),
      hiddenText('Make Discord misbehave'),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'data-key': 'theme',
        title: 'Light or dark',
        onclick: (event) => {
          nextTheme();
          event.currentTarget.querySelector('.hidden-text').textContent = `Theme: ${themeName()}. Change it`;
        },
      },
      icon('sun'),
      hiddenText(`Theme: ${themeName()}. Change it`),
    ),
  );
}
