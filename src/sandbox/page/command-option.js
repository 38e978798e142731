/** One option of a slash command in, the pill to fill it in out: its text, its choices, and the value it stands for. */
import { h } from './dom.js';
import { post, store } from './store.js';
import { Suggestions } from './suggestions.js';

const AUTOCOMPLETE_AFTER_MS = 200;
/** If the command sets no limit of its own. */
const MAX_CHARS = 6000;

export class CommandOption {
  #form;
  #input;
  #about;
  #suggestions;
  #fixed;
  #picked;
  #upload;
  #timer;
  #asked = 0;

  /** `form` is the CommandForm it stands in. */
  constructor(form, option, text) {
    this.#form = form;
    this.option = option;
    this.#fixed = fixedChoices(option);
    const id = `option-${option.name}`;
    this.#about = h(
      'p',
      { class: 'option-about', id: `${id}-about` },
      h('strong', {}, option.name),
      ' ',
      h('bdi', {}, option.description),
    );
    this.#input = this.#createInput(id, text);
    this.#suggestions = new Suggestions(this.#input, `Choices for ${option.name}`, (one) => this.#take(one));
    this.element = h(
      'div',
      { class: 'option' },
      h('label', { for: id }, option.name),
      this.#input,
      this.#about,
    );
    this.#grow();
  }

  get text() {
    return this.#input.value.trim();
  }

  /** Whoever adds a yes or no means one of them: left blank it would be taken for a no. */
  get #isNeeded() {
    return this.option.required || this.option.type === BOOLEAN;
  }

  focus() {
    this.#input.focus();
  }

  /** `{ value }`, `{}` if it was left empty, or `{ problem }`. */
  read() {
    const { option, text } = this;
    if (text === '') return this.#isNeeded ? { problem: `${option.name} is required. Give it a value.` } : {};
    if (option.type === FILE)
      return this.#upload ? { value: this.#upload } : { problem: 'The file is being read.' };
    if (this.#picked) return { value: this.#picked.value };
    const maxChars = option.max_length ?? MAX_CHARS;
    if (text.length > maxChars)
      return { problem: `${option.name} takes at most ${maxChars} characters; these are ${text.length}.` };
    if (this.#fixed) {
      const plain = (words) => words.toLowerCase().replace('#', '');
      const found = this.#fixed.find((one) => plain(one.label) === plain(text));
      return found ? { value: found.value } : { problem: `Choose ${option.name} from its list.` };
    }
    return option.type === INTEGER || option.type === NUMBER ? readNumber(option, text) : { value: text };
  }

  #createFileInput(id) {
    const input = h('input', {
      id,
      class: 'option-file',
      type: 'file',
      'aria-required': this.option.required ? 'true' : undefined,
      'aria-describedby': `${id}-about`,
      onchange: async () => {
        this.#upload = undefined;
        const [file] = input.files;
        if (file) this.#upload = { name: file.name, base64: await toBase64(file) };
      },
    });
    return input;
  }

  #createInput(id, text) {
    if (this.option.type === FILE) return this.#createFileInput(id);
    const isNumber = this.option.type === INTEGER || this.option.type === NUMBER;
    const input = h('input', {
      id,
      class: 'option-input',
      type: 'text',
      autocomplete: 'off',
      inputmode: isNumber ? 'numeric' : undefined,
      'aria-required': this.option.required ? 'true' : undefined,
      'aria-describedby': `${id}-about`,
      oninput: () => {
        this.#picked = undefined;
        this.#grow();
        this.#suggest();
      },
      onfocus: () => {
        this.#form.showAbove(this.#suggestions.element, this.#about);
        this.#suggest();
      },
      onblur: () => {
        this.#suggestions.hide();
        this.element.append(this.#about);
      },
      onkeydown: (event) => this.#handleKey(event),
    });
    input.value = text;
    return input;
  }

  #handleKey(event) {
    if (this.#suggestions.handleKey(event)) return;
    if (event.key === 'Enter') this.#form.submit();
    else if (event.key === 'Backspace' && this.#input.value === '') this.#form.leave(this);
    else return;
    event.preventDefault();
  }

  #take(choice) {
    this.#picked = choice;
    this.#input.value = choice.label;
    this.#grow();
    this.#suggestions.hide();
    this.#form.focusNextEmpty(this);
  }

  #grow() {
    if (this.option.type === FILE) return;
    this.#input.style.setProperty('width', `${Math.min(46, Math.max(4, this.#input.value.length + 1))}ch`);
  }

  #suggest() {
    if (this.#fixed) {
      const typed = this.text.toLowerCase();
      const fitting = this.#fixed.filter((one) => one.label.toLowerCase().includes(typed));
      this.#suggestions.show(fitting, 'No options match your search.');
    } else if (this.option.autocomplete) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), AUTOCOMPLETE_AFTER_MS);
    }
  }

  /** Asks the bot; an answer that was overtaken by further typing is dropped. */
  async #ask() {
    this.#asked += 1;
    const mine = this.#asked;
    this.#suggestions.show([], 'Loading options…');
    const fields = { command: this.#form.name, option: this.option.name, typed: this.#input.value };
    const options = this.#form.valuesBut(this.option.name);
    const outcome = await post('autocomplete', { ...fields, options }).catch(() => undefined);
    if (mine !== this.#asked || document.activeElement !== this.#input) return;
    const choices = outcome?.choices?.map((one) => ({ label: one.name, value: one.value }));
    this.#suggestions.show(
      choices ?? [],
      choices ? 'No options match your search.' : 'Loading options failed.',
    );
  }
}

const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const FILE = 11;

/** The choices that need no question to the bot; undefined for free text and numbers. */
function fixedChoices(option) {
  const named = (list) => list.map((one) => ({ label: one.name, value: one.id }));
  const { users, roles, channels } = store.state;
  if (option.choices?.length)
    return option.choices.map((one) => ({ label: one.name_localized, value: one.value }));
  const kinds = {
    5: () => [
      { label: 'True', value: true },
      { label: 'False', value: false },
    ],
    6: () => named(users),
    7: () =>
      named(
        channels.filter((one) => one.kind !== 'direct').map((one) => ({ id: one.id, name: `#${one.name}` })),
      ),
    8: () => named(roles),
    9: () => [...named(users), ...named(roles)],
  };
  return kinds[option.type]?.();
}

function readNumber(option, text) {
  const number = Number(text);
  const { min_value: min, max_value: max } = option;
  const inRange = number >= (min ?? Number.NEGATIVE_INFINITY) && number <= (max ?? Number.POSITIVE_INFINITY);
  const fits = Number.isFinite(number) && inRange && (option.type === NUMBER || Number.isInteger(number));
  if (fits) return { value: number };
  const range = min !== undefined && max !== undefined ? ` from ${min} to ${max}` : '';
  return { problem: `${option.name} takes a number${range}.` };
}

/** Its content. */
function toBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
