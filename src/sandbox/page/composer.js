/** The message box: plain messages, mentions, replies, and `/` for commands. */
import { createCommandForm, spellOut } from './command-form.js';
import { h, hiddenText, icon } from './dom.js';
import { showLocalFailure } from './failures.js';
import { openModal } from './modal.js';
import { channel, commandsHere, post, store, userName } from './store.js';
import { createSuggestions } from './suggestions.js';

const place = document.querySelector('#composer');

/** Draws the box for the open channel anew, empty. */
export function renderComposer() {
  const here = channel();
  if (!here || here.kind === 'forum') return place.replaceChildren();
  const words = here.archived
    ? 'This thread is archived.'
    : 'You do not have permission to send messages in this channel.';
  place.replaceChildren(textComposer(here, here.writable || here.kind === 'announcement' ? '' : words));
  renderReplyBar();
}

/** Opens a command's fields, some of them filled in. */
export function openCommand(name, filled = {}) {
  const command = spellOut(commandsHere(1)).find((one) => one.name === name);
  if (!command) return;
  const back = () => {
    renderComposer();
    focusComposer();
  };
  const form = createCommandForm(command, filled, runCommand, back);
  place.replaceChildren(form.element);
  form.focus();
}

export function focusComposer() {
  place.querySelector('textarea, input')?.focus();
}

async function runCommand(name, options) {
  renderComposer();
  focusComposer();
  try {
    const outcome = await post('slash', { command: name, options });
    if (outcome.modal) openModal(outcome.id, outcome.modal);
    if (outcome.state === 'failed') showLocalFailure(`/${name}`, 'The application did not respond');
  } catch (error) {
    showLocalFailure(`/${name}`, error.message);
  }
}

function textComposer(here, refusal) {
  const target = here.kind === 'direct' ? `@${here.name}` : `#${here.name}`;
  const canRun = commandsHere(1).length > 0;
  const placeholder = refusal || (canRun ? `Message ${target} or type / for commands` : `Message ${target}`);
  const input = h('textarea', {
    id: 'composer-input',
    rows: '1',
    maxlength: '2000',
    placeholder,
    'aria-label': `Message ${target}`,
    disabled: refusal !== '',
  });
  const problem = h('p', { class: 'composer-problem', role: 'alert' });
  const suggestions = createSuggestions(input, 'Suggestions', (one) => one.act());
  const submit = async () => {
    const text = input.value.trim();
    if (text === '') return;
    if (/^\/[\w-]/.test(text) && spellOut(commandsHere(1)).some((one) => text === `/${one.name}`)) {
      return openCommand(text.slice(1));
    }
    try {
      await post('say', { content: withMentions(text), replyTo: store.replyTo?.id });
      input.value = '';
      problem.textContent = '';
      setReply(null);
      grow(input);
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  input.addEventListener('input', () => {
    grow(input);
    suggestFor(input, suggestions);
  });
  input.addEventListener('blur', () => suggestions.hide());
  input.addEventListener('focus', () => suggestFor(input, suggestions));
  input.addEventListener('keydown', (event) => {
    if (suggestions.handleKey(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') setReply(null);
  });
  const form = h(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    canRun && !refusal ? slashButton(input) : null,
    input,
    h(
      'button',
      { type: 'submit', class: 'send', disabled: refusal !== '' },
      icon('send'),
      hiddenText('Send message'),
    ),
  );
  return h(
    'div',
    {},
    h('div', { class: 'suggestions-slot' }, suggestions.element),
    problem,
    h('div', { id: 'reply-bar' }),
    form,
  );
}

/** For those who do not know that `/` opens the list. */
function slashButton(input) {
  const act = () => {
    input.value = '/';
    input.focus();
    input.dispatchEvent(new Event('input'));
  };
  return h(
    'button',
    { type: 'button', class: 'slash-button', title: 'Commands', onclick: act },
    h('span', { 'aria-hidden': 'true' }, '/'),
    hiddenText('Show commands'),
  );
}

function grow(input) {
  input.style.setProperty('height', 'auto');
  input.style.setProperty('height', `${Math.min(input.scrollHeight, 240)}px`);
}

function suggestFor(input, suggestions) {
  const slash = /^\/([\w -]*)$/.exec(input.value);
  if (slash) return suggestCommands(suggestions, slash[1]);
  const at = /(?:^|\s)@(\w*)$/.exec(input.value.slice(0, input.selectionStart));
  if (at) return suggestPeople(input, suggestions, at[1]);
  suggestions.hide();
}

function suggestCommands(suggestions, typed) {
  const commands = spellOut(commandsHere(1));
  const chosen = commands.find((one) => typed.startsWith(`${one.name} `));
  if (chosen) return openCommand(chosen.name);
  const fitting = commands.filter((one) => one.name.includes(typed.trim()));
  const sorted = fitting.sort((a, b) => Number(b.name.startsWith(typed)) - Number(a.name.startsWith(typed)));
  const empty = commands.length > 0 ? 'No command matches.' : 'The bot has no commands here.';
  suggestions.show(
    sorted.map((one) => {
      const required = one.leaf.filter((option) => option.required).map((option) => option.name);
      return {
        label: `/${one.name}`,
        hint: required.join(' '),
        description: one.description,
        act: () => openCommand(one.name),
      };
    }),
    empty,
  );
}

function suggestPeople(input, suggestions, typed) {
  const people = store.state.users.filter((one) => one.name.toLowerCase().startsWith(typed.toLowerCase()));
  suggestions.show(
    people.map((one) => ({
      label: `@${one.name}`,
      description: one.bot ? 'the bot: mention it with your question' : '',
      act: () => {
        const before = input.value.slice(0, input.selectionStart).replace(/@\w*$/, `@${one.name} `);
        input.value = before + input.value.slice(input.selectionStart);
        input.setSelectionRange(before.length, before.length);
        suggestions.hide();
      },
    })),
  );
}

/** `@Name` as typed becomes the mention that Discord knows. */
function withMentions(text) {
  const people = [...store.state.users].sort((a, b) => b.name.length - a.name.length);
  return people.reduce((words, one) => words.replaceAll(`@${one.name}`, `<@${one.id}>`), text);
}

function setReply(message) {
  store.replyTo = message;
  renderReplyBar();
}

function renderReplyBar() {
  const bar = document.querySelector('#reply-bar');
  if (!bar) return;
  if (!store.replyTo) return bar.replaceChildren();
  bar.replaceChildren(
    h(
      'div',
      { class: 'reply-bar' },
      h('span', {}, 'Replying to ', h('strong', {}, userName(store.replyTo.author.id))),
      h(
        'button',
        { type: 'button', class: 'tool', onclick: () => setReply(null) },
        icon('close'),
        hiddenText('Do not reply'),
      ),
    ),
  );
}

document.addEventListener('reply-changed', () => {
  renderReplyBar();
  focusComposer();
});
