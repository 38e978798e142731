/** Pictures and files in, elements out. The bot's own are shown; those of other hosts are named, never fetched. */
import { h, icon } from './dom.js';

/** The path of one of the sandbox's own attachments, or undefined for anything else. */
function ownPath(url) {
  const path = URL.parse(url)?.pathname;
  return path?.startsWith('/attachments/') ? path : undefined;
}

const isPicture = (name) => /\.(png|jpe?g|gif|webp)$/i.test(name);

/** A picture, or a frame that says where it would come from. */
export function renderPicture(media, description, small = false) {
  const path = ownPath(media.url);
  const className = small ? 'picture small' : 'picture';
  if (path) return h('img', { class: className, src: path, alt: description ?? '' });
  const host = URL.parse(media.url)?.host ?? 'elsewhere';
  const label = description ? `Picture: ${description}` : `Picture from ${host}`;
  return h(
    'span',
    { class: `${className} absent`, role: 'img', 'aria-label': label, title: media.url },
    icon('image'),
    small ? null : host,
  );
}

/** An attachment: a picture, or a box to download it from. */
export function renderFile(file, spoiler = false) {
  if (isPicture(file.filename) && ownPath(file.url)) return renderPicture(file, file.description);
  const link = h('a', { href: ownPath(file.url), download: file.filename }, file.filename);
  const size = h('span', { class: 'file-size' }, sizeWords(file.size));
  return h('div', { class: `file${spoiler ? ' spoilered' : ''}` }, icon('file'), h('span', {}, link, size));
}

function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(2)} KB` : `${(kilobytes / 1024).toFixed(2)} MB`;
}
