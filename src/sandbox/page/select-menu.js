/** A select menu in, a button with a list of options out; choosing tells the bot. */
import { h, icon } from './dom.js';
import { use } from './interact.js';
import { optionsOf } from './select-options.js';

export function renderSelect(select, message) {
  const options = optionsOf(select);
  const max = select.max_values ?? 1;
  const chosen = new Set(options.filter((one) => one.default).map((one) => one.value));
  const shown = options.filter((one) => chosen.has(one.value)).map((one) => one.label);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'select',
      disabled: select.disabled,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'data-key': select.custom_id,
      onclick: () => (list.hidden ? open() : close()),
    },
    h(
      'span',
      { class: shown.length > 0 ? 'chosen' : 'placeholder' },
      shown.join(', ') || select.placeholder || 'Make a selection',
    ),
    icon('down'),
  );
  const items = options.map((option) => optionElement(option, chosen.has(option.value)));
  const label = select.placeholder || 'Options';
  const list = h(
    'ul',
    {
      class: 'select-list',
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': max > 1 ? 'true' : undefined,
      hidden: true,
    },
    items,
  );
  const wrap = h('div', { class: 'select-wrap' }, button, list);

  const open = () => {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    (items.find((item) => item.getAttribute('aria-selected') === 'true') ?? items[0])?.focus();
  };
  const close = (send = max > 1) => {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    const values = items
      .filter((item) => item.getAttribute('aria-selected') === 'true')
      .map((item) => item.dataset.value);
    const changed = values.length !== chosen.size || values.some((value) => !chosen.has(value));
    if (send && changed && values.length >= (select.min_values ?? 1)) {
      use(message, button, 'select', { menu: select.custom_id, values });
    }
  };
  const pick = (item) => {
    if (max === 1) {
      for (const other of items) other.setAttribute('aria-selected', String(other === item));
      button.focus();
      list.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      use(message, button, 'select', { menu: select.custom_id, values: [item.dataset.value] });
      return;
    }
    const count = items.filter((one) => one.getAttribute('aria-selected') === 'true').length;
    const on = item.getAttribute('aria-selected') !== 'true';
    if (!on || count < max) item.setAttribute('aria-selected', String(on));
  };
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role="option"]');
    if (item) pick(item);
  });
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in moves) items[Math.max(0, Math.min(items.length - 1, moves[event.key]))]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') pick(items[at]);
    else if (event.key === 'Escape') {
      close(false);
      button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  wrap.addEventListener('focusout', (event) => {
    if (!wrap.contains(event.relatedTarget)) close();
  });
  return wrap;
}

function optionElement(option, chosen) {
  return h(
    'li',
    {
      role: 'option',
      tabindex: '-1',
      'data-value': option.value,
      'aria-selected': String(chosen),
      class: 'select-option',
    },
    option.emoji?.name ? h('span', { class: 'option-emoji' }, option.emoji.name) : null,
    h(
      'span',
      {},
      h('span', { class: 'option-label' }, option.label),
      option.description ? h('span', { class: 'option-description' }, option.description) : null,
    ),
  );
}
