/** A slash command in, the row of fields to fill it in out, as Discord's message box has it. */
import { CommandOption } from './command-option.js';
import { announce, h, hiddenText, icon } from './dom.js';

/**
 * The slash commands offered with their subcommands spelt out: `{ name, description, leaf }`, where `leaf` holds the
 * options to fill in.
 */
export function spellOut(commands) {
  const expand = (name, description, options) => {
    const nested = (options ?? []).filter((one) => one.type === 1 || one.type === 2);
    if (nested.length === 0) return [{ name, description, leaf: options ?? [] }];
    return nested.flatMap((one) => expand(`${name} ${one.name}`, one.description, one.options));
  };
  return commands.flatMap((command) => expand(command.name, command.description, command.options));
}

export class CommandForm {
  #command;
  #send;
  #cancel;
  #fields = [];
  #above = h('div', { class: 'suggestions-slot' });
  #problem = h('p', { class: 'composer-problem', role: 'alert' });
  #row = h('div', { class: 'command-fields' });
  #extras = h('div', { class: 'command-extras' });

  /** `filled` are texts by option name; `send(name, values)` runs it, `cancel()` goes back to plain text. */
  constructor(command, filled, send, cancel) {
    this.#command = command;
    this.#send = send;
    this.#cancel = cancel;
    for (const option of command.leaf) {
      if (option.required || filled[option.name] !== undefined) this.#add(option, filled[option.name]);
    }
    this.#offerExtras();
    this.element = h('div', {}, this.#above, this.#problem, this.#createForm());
    announce(`${command.name}: ${command.description}`);
  }

  get name() {
    return this.#command.name;
  }

  focus() {
    const empty = this.#fields.find((field) => field.text === '');
    (empty ?? this.#fields.at(-1) ?? this.element.querySelector('.send')).focus();
  }

  /** To the next required field that is empty; if there is none, stays. */
  focusNextEmpty(from) {
    (this.#fields.find((field) => field.option.required && field.text === '') ?? from).focus();
  }

  showAbove(...elements) {
    this.#above.replaceChildren(...elements);
  }

  /** What is filled in so far, without one option. */
  valuesBut(name) {
    const others = this.#fields.filter((field) => field.option.name !== name);
    const read = others.map((field) => [field.option.name, field.read().value]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  }

  /** Takes an optional field away; from a required one it leads back to plain text. */
  leave(field) {
    if (field.option.required) return this.#cancel();
    this.#fields = this.#fields.filter((one) => one !== field);
    field.element.remove();
    this.#offerExtras();
    this.focus();
  }

  submit() {
    for (const field of this.#fields) {
      const { problem } = field.read();
      field.element.classList.toggle('wrong', problem !== undefined);
      this.#problem.textContent = problem ?? '';
      if (problem) return field.focus();
    }
    this.#send(this.name, this.valuesBut());
  }

  #createForm() {
    const props = {
      class: 'composer command',
      'aria-label': `Command ${this.name}`,
      onsubmit: (event) => {
        event.preventDefault();
        this.submit();
      },
      onkeydown: (event) => {
        if (event.key === 'Escape') this.#cancel();
      },
    };
    const leave = { type: 'button', class: 'tool', onclick: this.#cancel };
    return h(
      'form',
      props,
      h('button', leave, icon('close'), hiddenText(`Leave /${this.name}`)),
      h('span', { class: 'command-name' }, `/${this.name}`),
      this.#row,
      this.#extras,
      h('button', { type: 'submit', class: 'send' }, icon('send'), hiddenText(`Send /${this.name}`)),
    );
  }

  #add(option, text = '') {
    const field = new CommandOption(this, option, text);
    this.#fields.push(field);
    this.#row.append(field.element);
    return field;
  }

  #offerExtras() {
    const used = new Set(this.#fields.map((field) => field.option.name));
    const left = this.#command.leaf.filter((one) => !used.has(one.name));
    this.#extras.replaceChildren(...left.map((option) => this.#extra(option)));
  }

  #extra(option) {
    const act = () => {
      const field = this.#add(option);
      this.#offerExtras();
      field.focus();
    };
    const props = { type: 'button', class: 'extra', title: option.description, onclick: act };
    return h('button', props, icon('plus'), option.name, hiddenText(`: ${option.description}`));
  }
}
