/** A list of suggestions above a text field, moved through with the arrow keys while the field keeps the focus. */
import { h } from './dom.js';

let count = 0;

/**
 * Suggestions are `{ label, hint?, description?, value }`. `pick` gets the chosen one. The caller puts `element` near
 * the field and gives it each keydown first.
 */
export function createSuggestions(input, label, pick) {
  count += 1;
  const id = `suggestions-${count}`;
  const element = h('ul', { class: 'suggestions', id, role: 'listbox', 'aria-label': label, hidden: true });
  const note = h('p', { class: 'suggestions-note', role: 'status', hidden: true });
  let items = [];
  let at = -1;
  // A field of several lines may not be called a combobox; what it controls is said all the same.
  const isCombobox = input.tagName === 'INPUT';
  if (isCombobox) input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', id);
  const expand = (open) => {
    if (isCombobox) input.setAttribute('aria-expanded', String(open));
  };
  expand(false);

  const mark = (index) => {
    at = index;
    [...element.children].forEach((child, i) => {
      child.setAttribute('aria-selected', String(i === at));
    });
    const current = element.children[at];
    if (current) input.setAttribute('aria-activedescendant', current.id);
    else input.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  };
  const hide = () => {
    items = [];
    element.hidden = true;
    note.hidden = true;
    expand(false);
    mark(-1);
  };
  const show = (suggestions, empty = '') => {
    items = suggestions;
    element.replaceChildren(...items.map((one, i) => itemElement(one, `${id}-${i}`)));
    element.hidden = items.length === 0;
    note.textContent = items.length === 0 ? empty : '';
    note.hidden = note.textContent === '';
    expand(items.length > 0);
    mark(items.length > 0 ? 0 : -1);
  };
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', (event) => {
    const index = [...element.children].indexOf(event.target.closest('[role="option"]'));
    if (index >= 0) pick(items[index]);
  });
  /** Returns whether the key was for the list. */
  const handleKey = (event) => {
    if (items.length === 0) return false;
    const moves = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length };
    if (event.key in moves) mark(moves[event.key]);
    else if (event.key === 'Escape') hide();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && at >= 0) pick(items[at]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { element: h('div', { class: 'suggestions-place' }, element, note), show, hide, handleKey };
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
