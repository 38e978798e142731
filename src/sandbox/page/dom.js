/** Small ways to make elements. Text only ever becomes a text node, never markup. */

/**
 * Makes an element. Props: `class`, `on…` listeners as functions, anything else an attribute; undefined, null and
 * false are left out. Children: nodes, strings, arrays of them, or nothing.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(Number.POSITIVE_INFINITY).filter((child) => child != null && child !== false),
  );
  return element;
}

const paths = {
  hash: 'M9 3 7 21M17 3l-2 18M4 8h17M3 16h17',
  announcement: 'M3 10v4l4 1 10 4V5L7 9zM7 15v5h3v-4M20 10v4',
  forum: 'M4 4h16v11H10l-4 4v-4H4zM8 8h8M8 11h5',
  thread: 'M6 3v9a3 3 0 0 0 3 3h9M15 12l3 3-3 3',
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-4 16-5-6zM11 14l9-10',
  link: 'M14 4h6v6M20 4l-9 9M17 14v6H4V7h6',
  file: 'M6 2h8l4 4v16H6zM14 2v4h4',
  image: 'M3 4h18v16H3zM3 16l5-5 5 5 3-3 5 5M15 9h.01',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  reply: 'M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v1',
  search: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1 1M18 18l1 1M5 19l1-1M18 6l1-1',
  bolt: 'M13 2 4 14h7l-1 8 9-12h-7z',
  down: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
};

/** A line drawing, hidden from screen readers: what it means is said in words beside it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** Words for screen readers alone. */
export function hiddenText(text) {
  return h('span', { class: 'hidden-text' }, text);
}

/** Says something to screen readers. */
export function announce(text) {
  document.querySelector('#announcer').textContent = text;
}
