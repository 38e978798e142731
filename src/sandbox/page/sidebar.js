/** The list of the server's channels and direct messages, and at its foot who one is. */
import { h, hiddenText, icon } from './dom.js';
import { attempt } from './failures.js';
import { avatar } from './message.js';
import { post, store, userName } from './store.js';
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
  const { you, users } = store.state;
  return h(
    'div',
    { class: 'you' },
    avatar(users.find((user) => user.id === you)),
    personSelect(become),
    toolButton('troubles', 'bolt', 'Make Discord misbehave', openTroubles),
    toolButton('theme', 'sun', `Theme: ${themeName()}. Change it`, (button) => {
      nextTheme();
      button.querySelector('.hidden-text').textContent = `Theme: ${themeName()}. Change it`;
    }),
    languageSelect(),
  );
}

function personSelect(become) {
  const { people, you } = store.state;
  const options = people.map((one) => {
    return h('option', { value: one.id, selected: one.id === you }, `${userName(one.id)} (${one.note})`);
  });
  const onchange = () => become(select.value);
  const select = h(
    'select',
    { class: 'person', 'data-key': 'person', 'aria-label': 'You are', onchange },
    options,
  );
  return select;
}

/** A language as those who speak it call it. */
const languageName = (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(locale);

/** What this person has set Discord to: commands, cards and buttons come in it. */
function languageSelect() {
  const { locale, locales } = store.state;
  const options = locales
    .toSorted()
    .map((one) => h('option', { value: one, selected: one === locale, lang: one }, languageName(one)));
  const speak = () =>
    post('language', { locale: select.value }).catch((error) => {
      select.value = store.state.locale;
      throw error;
    });
  const select = h(
    'select',
    {
      class: 'person language',
      'data-key': 'language',
      'aria-label': 'Your language',
      onchange: () => attempt('Your language', speak),
    },
    options,
  );
  return select;
}

function toolButton(key, drawing, words, act) {
  const onclick = (event) => act(event.currentTarget);
  const props = { type: 'button', class: 'tool', 'data-key': key, title: words, onclick };
  return h('button', props, icon(drawing), hiddenText(words));
}
