/** A list of suggestions above a text field, moved through with the arrow keys while the field keeps the focus. */
import { h } from './dom.js';

let count = 0;

/**
 * Suggestions are `{ label, hint?, description?, value }`; `pick` gets the chosen one. The owner puts `element` near
 * the field and offers each keydown to `handleKey` first.
 */
export class Suggestions {
  #input;
  #pick;
  #list;
  #note = h('p', { class: 'suggestions-note', role: 'status', hidden: true });
  #items = [];
  #at = -1;
  // A field of several lines may not be called a combobox; what it controls is said all the same.
  #isCombobox;

  constructor(input, label, pick) {
    count += 1;
    const id = `suggestions-${count}`;
    this.#input = input;
    this.#pick = pick;
    this.#list = h('ul', { class: 'suggestions', id, role: 'listbox', 'aria-label': label, hidden: true });
    this.#isCombobox = input.tagName === 'INPUT';
    this.element = h('div', { class: 'suggestions-place' }, this.#list, this.#note);
    if (this.#isCombobox) input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', id);
    this.#expand(false);
    // The field must keep the focus while the list is clicked.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const index = [...this.#list.children].indexOf(event.target.closest('[role="option"]'));
      if (index >= 0) pick(this.#items[index]);
    });
  }

  /** `empty` is said if there is nothing to suggest. */
  show(suggestions, empty = '') {
    this.#items = suggestions;
    this.#list.replaceChildren(...suggestions.map((one, i) => itemElement(one, `${this.#list.id}-${i}`)));
    this.#list.hidden = suggestions.length === 0;
    this.#note.textContent = suggestions.length === 0 ? empty : '';
    this.#note.hidden = this.#note.textContent === '';
    this.#expand(suggestions.length > 0);
    this.#mark(suggestions.length > 0 ? 0 : -1);
  }

  hide() {
    this.show([]);
  }

  /** Returns whether the key was for the list. */
  handleKey(event) {
    const length = this.#items.length;
    if (length === 0) return false;
    const moves = { ArrowDown: (this.#at + 1) % length, ArrowUp: (this.#at - 1 + length) % length };
    const picks = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey;
    if (event.key in moves) this.#mark(moves[event.key]);
    else if (event.key === 'Escape') this.hide();
    else if (picks) this.#pick(this.#items[this.#at]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #mark(index) {
    this.#at = index;
    [...this.#list.children].forEach((child, i) => {
      child.setAttribute('aria-selected', String(i === index));
    });
    const current = this.#list.children[index];
    if (current) this.#input.setAttribute('aria-activedescendant', current.id);
    else this.#input.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  }

  #expand(open) {
    if (this.#isCombobox) this.#input.setAttribute('aria-expanded', String(open));
  }
}

function itemElement(one, id) {
  return h(
    'li',
    { class: 'suggestion', role: 'option', id, 'aria-selected': 'false' },
    h('span', { class: 'suggestion-label' }, one.label),
    one.hint ? h('span', { class: 'suggestion-hint' }, one.hint) : null,
    one.description ? h('span', { class: 'suggestion-description' }, one.description) : null,
  );
}
