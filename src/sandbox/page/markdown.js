/** Discord's markdown in, elements out. Everything else stays text; links lead to http and https only. */
import { h } from './dom.js';
import { timeElement } from './timestamps.js';

/** Elements of a whole message: headings, quotes, lists, code blocks and lines. `names` words mentions. */
export function renderMarkdown(source, names, quoted = false) {
  const out = [];
  const lines = source.split('\n');
  let text = [];
  const flush = () => {
    if (text.length > 0) out.push(h('div', { class: 'line' }, inline(text.join('\n'), names)));
    text = [];
  };
  for (let i = 0; i < lines.length; ) {
    const block = blockAt(lines, i, names, quoted);
    if (block) {
      flush();
      out.push(block.element);
      i = block.next;
    } else {
      text.push(lines[i]);
      i += 1;
    }
  }
  flush();
  return out;
}

/** A quote holds no further quotes. */
function blockAt(lines, i, names, quoted) {
  const found = codeBlock(lines, i) ?? heading(lines, i, names) ?? list(lines, i, names);
  return found ?? (quoted ? undefined : quote(lines, i, names));
}

function codeBlock(lines, i) {
  if (!lines[i].startsWith('```')) return undefined;
  const whole = lines.slice(i).join('\n');
  const end = whole.indexOf('```', 3);
  if (end < 0) return undefined;
  const code = whole
    .slice(3, end)
    .replace(/^[a-z0-9+-]*\n/i, '')
    .replace(/\n$/, '');
  const after = whole.slice(end + 3);
  if (after !== '' && !after.startsWith('\n')) return undefined;
  const element = h('pre', { tabindex: '0', role: 'region', 'aria-label': 'Code' }, h('code', {}, code));
  return { element, next: i + whole.slice(0, end + 3).split('\n').length };
}

/** Whatever their size, headings of messages are one level below the channel's own, so that the page's order holds. */
function heading(lines, i, names) {
  const match = /^(#{1,3}|-#) +(.+)$/.exec(lines[i]);
  if (!match) return undefined;
  const [, mark, rest] = match;
  const children = inline(rest.trim(), names);
  if (mark === '-#') return { element: h('div', { class: 'subtext' }, children), next: i + 1 };
  const props = { class: `heading-${mark.length}`, role: 'heading', 'aria-level': 3 };
  return { element: h('div', props, children), next: i + 1 };
}

function quote(lines, i, names) {
  if (lines[i].startsWith('>>> ')) {
    const rest = [lines[i].slice(4), ...lines.slice(i + 1)].join('\n');
    return { element: h('blockquote', {}, renderMarkdown(rest, names, true)), next: lines.length };
  }
  let end = i;
  while (end < lines.length && /^> ?/.test(lines[end]) && !lines[end].startsWith('>>>')) end += 1;
  if (end === i || !lines[i].startsWith('> ')) return undefined;
  const inner = lines.slice(i, end).map((line) => line.replace(/^> ?/, ''));
  return { element: h('blockquote', {}, renderMarkdown(inner.join('\n'), names, true)), next: end };
}

const listItem = /^( *)([-*]|\d+\.) +(.+)$/;

function list(lines, i, names) {
  const first = listItem.exec(lines[i]);
  if (!first) return undefined;
  const ordered = /\d/.test(first[2]);
  const items = [];
  let next = i;
  for (; next < lines.length; next += 1) {
    const match = listItem.exec(lines[next]);
    if (!match || /\d/.test(match[2]) !== ordered) break;
    items.push(h('li', { class: match[1].length > 0 ? 'deeper' : undefined }, inline(match[3], names)));
  }
  const start = ordered ? Number.parseInt(first[2], 10) : undefined;
  return { element: h(ordered ? 'ol' : 'ul', { class: 'list', start }, items), next };
}

/** Patterns in the order they are tried at each place; each is sticky. Lengths are bounded by Discord's own limits. */
const rules = [
  [/\\([\\`*_~|#>\-[\]().!<@:/+&])/y, (m) => m[1]],
  [/(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/y, (m) => h('code', {}, m[2].trim())],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, (m) => timeElement(Number(m[1]), m[2])],
  [/<@!?(\d+)>/y, (m, names) => mention(`@${names.user(m[1]) ?? 'unknown-user'}`)],
  [/<@&(\d+)>/y, (m, names) => mention(`@${names.role(m[1]) ?? 'unknown-role'}`)],
  [/<#(\d+)>/y, (m, names) => mention(`#${names.channel(m[1]) ?? 'unknown'}`)],
  [/<\/([^:>]{1,98}):\d+>/y, (m) => mention(`/${m[1]}`)],
  [/<a?:(\w{2,32}):\d+>/y, (m) => `:${m[1]}:`],
  [/@(?:everyone|here)\b/y, (m) => mention(m[0])],
  [
    /\[((?:\\.|[^\]\\\n])+)\]\(<?((?:https?:\/\/)(?:\\.|[^\s()<>\\]|\([^\s()<>]*\))+)>?(?: +"[^"]*")?\)/y,
    (m, names) => link(m[2].replace(/\\(.)/g, '$1'), inline(m[1], names)),
  ],
  [/<(https?:\/\/[^\s<>]+)>/y, (m) => link(m[1], m[1])],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*_~|!?]/y, (m) => link(m[0], m[0])],
  [/\*\*\*((?:\\.|[^\\])+?)\*\*\*/y, (m, names) => h('strong', {}, h('em', {}, inline(m[1], names)))],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, (m, names) => h('strong', {}, inline(m[1], names))],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, (m, names) => h('u', {}, inline(m[1], names))],
  [/~~((?:\\[\s\S]|[^\\])+?)~~/y, (m, names) => h('s', {}, inline(m[1], names))],
  [/\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, (m, names) => spoiler(inline(m[1], names))],
  [/\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y, (m, names) => h('em', {}, inline(m[1], names))],
  [/_(?=\S)((?:\\[\s\S]|[^\\_])+?)_(?![\w_])/y, (m, names) => h('em', {}, inline(m[1], names))],
];

const special = /[\\`<@[h*_~|]/g;

function inline(source, names) {
  const out = [];
  let text = '';
  for (let at = 0; at < source.length; ) {
    const found = ruleAt(source, at, names);
    if (found) {
      if (typeof found.value === 'string') text += found.value;
      else {
        if (text) out.push(text);
        text = '';
        out.push(found.value);
      }
      at += found.length;
      continue;
    }
    special.lastIndex = at + 1;
    const next = special.exec(source)?.index ?? source.length;
    text += source.slice(at, next);
    at = next;
  }
  if (text) out.push(text);
  return out;
}

function ruleAt(source, at, names) {
  // An underscore inside a word is a letter like any other.
  if (source[at] === '_' && at > 0 && /\w/.test(source[at - 1])) return undefined;
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { value: make(match, names), length: match[0].length };
  }
  return undefined;
}

function mention(text) {
  return h('span', { class: 'mention' }, text);
}

/** Anything but http and https stays text. */
function link(url, children) {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return h('span', {}, children);
  return h(
    'a',
    { href: parsed.href, target: '_blank', rel: 'noopener noreferrer', title: parsed.href },
    children,
  );
}

function spoiler(children) {
  const button = h('button', {
    type: 'button',
    class: 'spoiler',
    'aria-expanded': 'false',
    'aria-label': 'Spoiler',
  });
  const content = h('span', { class: 'spoiler-text', 'aria-hidden': 'true' }, children);
  button.append(content);
  button.addEventListener('click', () => {
    button.setAttribute('aria-expanded', 'true');
    button.removeAttribute('aria-label');
    content.removeAttribute('aria-hidden');
  });
  return button;
}
