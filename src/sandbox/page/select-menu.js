/** A select menu in, a button with a list of options out; choosing tells the bot. */
import { h, icon } from './dom.js';
import { use } from './interact.js';
import { optionsOf } from './select-options.js';

export function renderSelect(select, message) {
  return new SelectMenu(select, message).element;
}

class SelectMenu {
  #select;
  #message;
  #max;
  #chosen;
  #button;
  #items;
  #list;

  constructor(select, message) {
    const options = optionsOf(select);
    this.#select = select;
    this.#message = message;
    this.#max = select.max_values ?? 1;
    this.#chosen = options.filter((one) => one.default).map((one) => one.value);
    this.#button = this.#createButton(options);
    this.#items = options.map((option) => optionElement(option, this.#chosen.includes(option.value)));
    this.#list = this.#createList();
    this.element = h('div', { class: 'select-wrap' }, this.#button, this.#list);
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget)) this.#leave();
    });
  }

  #createButton(options) {
    const labels = options.filter((one) => this.#chosen.includes(one.value)).map((one) => one.label);
    const text = labels.join(', ') || this.#select.placeholder || 'Make a selection';
    return h(
      'button',
      {
        type: 'button',
        class: 'select',
        disabled: this.#select.disabled,
        'aria-haspopup': 'listbox',
        'aria-expanded': 'false',
        'data-key': this.#select.custom_id,
        onclick: () => (this.#list.hidden ? this.#open() : this.#leave()),
      },
      h('span', { class: labels.length > 0 ? 'chosen' : 'placeholder' }, text),
      icon('down'),
    );
  }

  #createList() {
    const props = {
      class: 'select-list',
      role: 'listbox',
      'aria-label': this.#select.placeholder || 'Options',
      'aria-multiselectable': this.#max > 1 ? 'true' : undefined,
      hidden: true,
      onkeydown: (event) => this.#handleKey(event),
      onclick: (event) => {
        const item = event.target.closest('[role="option"]');
        if (item) this.#pick(item);
      },
    };
    return h('ul', props, this.#items);
  }

  #open() {
    this.#show(true);
    this.#list.scrollIntoView({ block: 'nearest' });
    (this.#items.find(isSelected) ?? this.#items[0])?.focus();
  }

  #show(open) {
    this.#list.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
  }

  /** What was ticked in a list of several is sent when one leaves it. */
  #leave() {
    if (this.#list.hidden) return;
    this.#show(false);
    if (this.#max === 1) return;
    const values = this.#items.filter(isSelected).map((item) => item.dataset.value);
    const changed =
      values.length !== this.#chosen.length || values.some((value) => !this.#chosen.includes(value));
    if (changed && values.length >= (this.#select.min_values ?? 1)) this.#send(values);
  }

  #pick(item) {
    if (this.#max > 1) {
      const isFull = this.#items.filter(isSelected).length >= this.#max;
      if (isSelected(item) || !isFull) item.setAttribute('aria-selected', String(!isSelected(item)));
      return;
    }
    for (const other of this.#items) other.setAttribute('aria-selected', String(other === item));
    this.#button.focus();
    this.#show(false);
    this.#send([item.dataset.value]);
  }

  #send(values) {
    use(this.#message, this.#button, 'select', { menu: this.#select.custom_id, values });
  }

  #handleKey(event) {
    const items = this.#items;
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in moves) items[Math.max(0, Math.min(items.length - 1, moves[event.key]))]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.#pick(items[at]);
    else if (event.key === 'Escape') {
      this.#show(false);
      this.#button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function isSelected(item) {
  return item.getAttribute('aria-selected') === 'true';
}

function optionElement(option, chosen) {
  const props = {
    role: 'option',
    tabindex: '-1',
    'data-value': option.value,
    'aria-selected': String(chosen),
    class: 'select-option',
  };
  return h(
    'li',
    props,
    option.emoji?.name ? h('span', {}, option.emoji.name) : null,
    h(
      'span',
      {},
      h('span', { class: 'option-label' }, option.label),
      option.description ? h('span', { class: 'option-description' }, option.description) : null,
    ),
  );
}
