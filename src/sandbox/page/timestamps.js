/** Times in, as Discord words them out, in the visitor's own zone and the language they set. */
import { h } from './dom.js';
import { store } from './store.js';

const formats = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const steps = [
  ['year', 31_536_000],
  ['month', 2_628_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function relativeTime(timeMs, nowMs = Date.now()) {
  const seconds = Math.round((timeMs - nowMs) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(customs(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** `<t:seconds:style>` as an element; relative ones are kept up to date by `refreshTimes`. */
export function timeElement(seconds, style = 'f') {
  const timeMs = seconds * 1000;
  const date = new Date(timeMs);
  if (Number.isNaN(date.getTime())) return h('span', {}, `<t:${seconds}:${style}>`);
  const text = style === 'R' ? relativeTime(timeMs) : format(date, formats[style] ?? formats.f);
  const title = format(date, formats.F);
  return h(
    'time',
    { class: 'stamp', datetime: date.toISOString(), title, 'data-relative': style === 'R' },
    text,
  );
}

export function refreshTimes() {
  for (const element of document.querySelectorAll('time[data-relative]')) {
    element.textContent = relativeTime(Date.parse(element.dateTime));
  }
}

/** When a message was posted, as Discord's message heads have it. */
export function postedAt(iso) {
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  const text = today
    ? format(date, { timeStyle: 'short' })
    : format(date, { dateStyle: 'short', timeStyle: 'short' });
  return h('time', { class: 'posted', datetime: date.toISOString(), title: format(date, formats.F) }, text);
}

function format(date, options) {
  return new Intl.DateTimeFormat(customs(), options).format(date);
}

/** With the digits that cards have. */
function customs() {
  return `${store.state.locale}-u-nu-latn`;
}
