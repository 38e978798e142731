/** What stands above the messages of a channel: where one is, and what to type first. */
import { spellOut } from './command-form.js';
import { h, icon } from './dom.js';
import { channel, commandsHere, messagesOf, store, userName } from './store.js';

/** `empty`: nothing was said yet, so the examples are shown. */
export function renderWelcome(empty, { openCommand, openChannel }) {
  const here = channel();
  if (here.kind === 'forum') return forum(here, openChannel);
  const title = here.kind === 'direct' ? here.name : `Welcome to #${here.name}!`;
  return h(
    'div',
    { class: 'welcome' },
    h('h2', {}, title),
    h('p', {}, about(here)),
    empty ? hints(here, openCommand) : null,
  );
}

function about(here) {
  if (here.kind === 'direct' && here.withBot)
    return 'A direct message with the bot: every message is a question.';
  if (here.kind === 'direct')
    return `Between you and ${here.name}. The bot is not in here, but as an app of yours its commands are.`;
  if (here.kind === 'thread') return 'A thread.';
  return 'This is a Discord of your own, on this machine. Nothing you type leaves it, and messages are kept when Dateline is restarted.';
}

function hints(here, openCommand) {
  const commands = commandsHere(1);
  if (commands.length === 0) {
    const words = store.state.bot.online
      ? 'The bot offers no commands here.'
      : 'The bot is not connected yet.';
    return h('p', { class: 'hint' }, words);
  }
  const examples = store.state.examples.flatMap((one) => {
    const command = spellOut(commands).find(({ name }) => name === one.command);
    if (command === undefined) return [];
    const isBare = Object.keys(one.options).length === 0;
    return [isBare ? { ...one, about: command.description } : one];
  });
  const bot = userName(store.state.bot.id);
  return h(
    'div',
    { class: 'hint' },
    h(
      'p',
      { class: 'hint-title' },
      'Type ',
      h('kbd', {}, '/'),
      ' to see what ',
      bot,
      ' can do, or start with one of these:',
    ),
    h(
      'ul',
      { class: 'examples' },
      (examples.length > 0 ? examples : fallback(commands)).map((one) => exampleItem(one, openCommand)),
    ),
    here.kind === 'direct'
      ? null
      : h('p', { class: 'hint-more' }, `You can also write @${bot} and your question.`),
  );
}

function fallback(commands) {
  return commands
    .slice(0, 4)
    .map((command) => ({ command: command.name, options: {}, about: command.description }));
}

function exampleItem(example, openCommand) {
  const values = Object.entries(example.options).map(([name, value]) => [
    h('span', { class: 'example-option' }, name),
    h('span', { class: 'example-value' }, String(value)),
  ]);
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'example', onclick: () => openCommand(example.command, example.options) },
      h('span', { class: 'example-command' }, `/${example.command}`),
      values,
      example.about ? h('span', { class: 'example-about' }, example.about) : null,
    ),
  );
}

function forum(here, openChannel) {
  const posts = store.state.channels.filter((one) => one.parentId === here.id);
  const items = posts.map((post) => {
    const count = messagesOf(post.id).size;
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'post', onclick: () => openChannel(post.id) },
        h(
          'span',
          { class: 'post-tags' },
          post.tags.map((tag) => h('span', { class: 'tag' }, tag)),
        ),
        h('span', { class: 'post-title' }, post.name),
        h('span', { class: 'post-count' }, `${count} ${count === 1 ? 'message' : 'messages'}`),
      ),
    );
  });
  return h(
    'div',
    { class: 'welcome' },
    h('h2', {}, icon('forum'), ` ${here.name}`),
    h(
      'p',
      {},
      posts.length > 0
        ? 'Posts of this forum:'
        : 'A forum: each digest sent here becomes a post of its own. There are none yet.',
    ),
    h('ul', { class: 'posts' }, items),
  );
}
