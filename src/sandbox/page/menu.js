/** A pop-up menu at a place on the page, by mouse, keyboard and touch; focus comes back to where it was. */
import { h } from './dom.js';

let closeOpen = () => {};

/**
 * Entries: `{ label, hint?, danger?, act }`, or `{ heading }` for the ones below it. `place` has left, top and bottom
 * in pixels of the window.
 */
export function openMenu(label, entries, place, opener) {
  closeOpen();
  const close = (refocus = true) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside);
    closeOpen = () => {};
    if (refocus) opener?.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target)) close(false);
  };
  const nodes = entries.map((entry) => entryElement(entry, close));
  const onkeydown = (event) => handleKey(event, menu, close);
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label, onkeydown }, nodes);
  document.querySelector('#overlays').append(menu);
  placeWithin(menu, place);
  document.addEventListener('pointerdown', outside);
  closeOpen = () => close(false);
  menu.querySelector('[role="menuitem"]')?.focus();
}

function entryElement(entry, close) {
  if (entry.heading) return h('div', { class: 'menu-heading', role: 'presentation' }, entry.heading);
  const onclick = () => {
    close();
    entry.act();
  };
  return h(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      tabindex: '-1',
      class: `menu-item${entry.danger ? ' danger' : ''}`,
      onclick,
    },
    h('span', {}, entry.label),
    entry.hint ? h('span', { class: 'menu-hint' }, entry.hint) : null,
  );
}

function handleKey(event, menu, close) {
  const items = [...menu.querySelectorAll('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement);
  const count = items.length;
  const moves = { ArrowDown: (at + 1) % count, ArrowUp: (at - 1 + count) % count, Home: 0, End: count - 1 };
  if (event.key in moves) items[moves[event.key]].focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
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
