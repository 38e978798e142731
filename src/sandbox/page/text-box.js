/** A box for plain messages: mentions and commands are suggested while one types, replies named above it. */
import { spellOut } from './command-form.js';
import { h, hiddenText, icon } from './dom.js';
import { commandsHere, post, store, userName } from './store.js';
import { Suggestions } from './suggestions.js';

const MAX_HEIGHT_PX = 240;
const MAX_CHARS = 2000;
/** The type of options that take text, as Discord numbers them. */
const TEXT = 3;
const TOO_LONG = 'A message holds at most 2,000 characters. Shorten it to send it.';

export class TextBox {
  #openCommand;
  #commands = spellOut(commandsHere(1));
  #input;
  #suggestions;
  #problem = h('p', { class: 'composer-problem', role: 'alert' });
  #replyBar = h('div');
  /** How many characters are too many, as a negative number; empty if none is. */
  #excess = h('span', { class: 'composer-excess', 'aria-hidden': 'true' });

  /** `openCommand(name, filled)` turns the box into a command's fields, some of them filled in. */
  constructor(here, openCommand) {
    this.#openCommand = openCommand;
    this.#input = this.#createInput(here);
    this.#suggestions = new Suggestions(this.#input, 'Suggestions', (one) => one.act());
    const slot = h('div', { class: 'suggestions-slot' }, this.#suggestions.element);
    this.element = h('div', {}, slot, this.#problem, this.#replyBar, this.#createForm(here));
    this.renderReplyBar();
  }

  get text() {
    return this.#input.value;
  }

  write(text) {
    this.#input.value = text;
    this.#grow();
    this.#checkLength();
  }

  renderReplyBar() {
    if (!store.replyTo) return this.#replyBar.replaceChildren();
    const words = h('span', {}, 'Replying to ', h('strong', {}, userName(store.replyTo.author.id)));
    const stop = { type: 'button', class: 'tool', onclick: () => setReply(null) };
    const button = h('button', stop, icon('close'), hiddenText('Do not reply'));
    this.#replyBar.replaceChildren(h('div', { class: 'reply-bar' }, words, button));
  }

  #createInput(here) {
    const target = here.kind === 'direct' ? `@${here.name}` : `#${here.name}`;
    return h('textarea', {
      id: 'composer-input',
      rows: '1',
      placeholder: here.writable
        ? `Message ${target}`
        : 'You do not have permission to send messages in this channel.',
      'aria-label': `Message ${target}`,
      disabled: !here.writable,
      oninput: () => {
        this.#grow();
        this.#checkLength();
        this.#suggest();
      },
      onfocus: () => this.#suggest(),
      onblur: () => this.#suggestions.hide(),
      onkeydown: (event) => this.#handleKey(event),
    });
  }

  #createForm(here) {
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const send = { type: 'submit', class: 'send', disabled: !here.writable };
    return h(
      'form',
      { class: 'composer', onsubmit: submit },
      this.#commands.length > 0 && here.writable ? this.#slashButton() : null,
      this.#input,
      this.#excess,
      h('button', send, icon('send'), hiddenText('Send message')),
    );
  }

  /** For those who do not know that `/` opens the list. */
  #slashButton() {
    const act = () => {
      const isFree = ['', '/'].includes(this.#input.value.trim());
      if (isFree) this.#input.value = '/';
      else this.#problem.textContent = 'Send or clear your message first: a command stands alone.';
      this.#input.focus();
    };
    const props = { type: 'button', class: 'slash-button', title: 'Commands', onclick: act };
    return h('button', props, h('span', { 'aria-hidden': 'true' }, '/'), hiddenText('Show commands'));
  }

  #handleKey(event) {
    if (this.#suggestions.handleKey(event) || event.isComposing) return;
    if (event.key === 'Escape') setReply(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.#submit();
  }

  async #submit() {
    const text = this.#input.value.trim();
    const command = this.#commands.find((one) => text === `/${one.name}`);
    if (command) return this.#openCommand(command.name);
    if (text === '' || this.#checkLength() > 0) return;
    try {
      await post('say', { content: withMentions(text), replyTo: store.replyTo?.id });
      this.write('');
      this.#problem.textContent = '';
      setReply(null);
    } catch (error) {
      this.#problem.textContent = error.message;
    }
  }

  /** Tells by how many characters the message is too long, and returns that; nothing is cut. */
  #checkLength() {
    const excess = withMentions(this.#input.value.trim()).length - MAX_CHARS;
    this.#excess.textContent = excess > 0 ? `-${excess.toLocaleString('en')}` : '';
    const wasTold = this.#problem.textContent === TOO_LONG;
    if (excess > 0 !== wasTold) this.#problem.textContent = excess > 0 ? TOO_LONG : '';
    return excess;
  }

  #grow() {
    this.#input.style.setProperty('height', 'auto');
    this.#input.style.setProperty('height', `${Math.min(this.#input.scrollHeight, MAX_HEIGHT_PX)}px`);
  }

  #suggest() {
    const chosen = this.#commands.find((one) => this.#input.value.startsWith(`/${one.name} `));
    if (chosen) return this.#openChosen(chosen);
    const slash = /^\/([\w -]*)$/.exec(this.#input.value);
    const at = /(?:^|\s)@(\w*)$/.exec(this.#input.value.slice(0, this.#input.selectionStart));
    if (slash) this.#suggestCommands(slash[1]);
    else if (at) this.#suggestPeople(at[1]);
    else this.#suggestions.hide();
  }

  /** What stands behind the command's name is its first option, if that takes text, named or not. */
  #openChosen({ name, leaf: [first] }) {
    const behind = this.#input.value.slice(name.length + 2).trim();
    const rest = behind.startsWith(`${first?.name}:`) ? behind.slice(first.name.length + 1).trim() : behind;
    this.#openCommand(name, rest !== '' && first?.type === TEXT ? { [first.name]: rest } : {});
  }

  #suggestCommands(typed) {
    const fitting = this.#commands.filter((one) => one.name.includes(typed.trim()));
    fitting.sort((a, b) => Number(b.name.startsWith(typed)) - Number(a.name.startsWith(typed)));
    const items = fitting.map((one) => {
      const hint = one.leaf.filter((option) => option.required).map((option) => option.name);
      const act = () => this.#openCommand(one.name);
      return { label: `/${one.name}`, hint: hint.join(' '), description: one.description, act };
    });
    const empty = this.#commands.length > 0 ? 'No command matches.' : 'The bot has no commands here.';
    this.#suggestions.show(items, empty);
  }

  #suggestPeople(typed) {
    const people = store.state.users.filter((one) => one.name.toLowerCase().startsWith(typed.toLowerCase()));
    const items = people.map((one) => {
      const description = one.bot ? 'the bot: mention it with your question' : '';
      return { label: `@${one.name}`, description, act: () => this.#mention(one.name) };
    });
    this.#suggestions.show(items);
  }

  #mention(name) {
    const { value, selectionStart } = this.#input;
    const before = value.slice(0, selectionStart).replace(/@\w*$/, `@${name} `);
    this.#input.value = before + value.slice(selectionStart);
    this.#input.setSelectionRange(before.length, before.length);
    this.#suggestions.hide();
  }
}

/** `@Name` as typed becomes the mention that Discord knows. */
function withMentions(text) {
  const people = [...store.state.users].sort((a, b) => b.name.length - a.name.length);
  return people.reduce((words, one) => words.replaceAll(`@${one.name}`, `<@${one.id}>`), text);
}

function setReply(message) {
  if (store.replyTo === message) return;
  store.replyTo = message;
  document.dispatchEvent(new CustomEvent('reply-changed'));
}
