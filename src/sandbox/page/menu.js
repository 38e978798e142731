/** A pop-up menu at a place on the page, by mouse, keyboard and touch; focus comes back to where it was. */
import { h } from './dom.js';

let closeOpen = () => {};

/**
 * Entries: `{ label, hint?, icon?, danger?, act }`, or `{ heading }` for the ones below it. `place` has left, top and
 * bottom in pixels of the window.
 */
export function openMenu(label, entries, place, opener) {
  closeOpen();
  const items = [];
  const nodes = entries.map((entry) => {
    if (entry.heading) return h('div', { class: 'menu-heading', role: 'presentation' }, entry.heading);
    const item = h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        class: entry.danger ? 'menu-item danger' : 'menu-item',
        onclick: () => {
          close();
          entry.act();
        },
      },
      h('span', {}, entry.label),
      entry.hint ? h('span', { class: 'menu-hint' }, entry.hint) : null,
      entry.icon,
    );
    items.push(item);
    return item;
  });
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label }, nodes);
  const outside = (event) => {
    if (!menu.contains(event.target)) close(false);
  };
  const close = (refocus = true) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside);
    closeOpen = () => {};
    if (refocus) opener?.focus();
  };
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const count = items.length;
    const moves = { ArrowDown: (at + 1) % count, ArrowUp: (at - 1 + count) % count, Home: 0, End: count - 1 };
    if (event.key in moves) items[moves[event.key]].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  document.querySelector('#overlays').append(menu);
  placeWithin(menu, place);
  document.addEventListener('pointerdown', outside);
  closeOpen = () => close(false);
  items[0]?.focus();
}

const EDGE = 8;

function placeWithin(menu, place) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(place.left, innerWidth - width - EDGE));
  const below = place.bottom + height + EDGE <= innerHeight;
  const top = below ? place.bottom : Math.max(EDGE, place.top - height);
  menu.style.setProperty('left', `${left}px`);
  menu.style.setProperty('top', `${top}px`);
}
