/** In: a body as editors keep it, blocks that hold blocks (ProseMirror, Slate, Lexical, Draft.js, Editor.js, Quill, Portable Text). Out: its text. */
import { htmlToText } from '../html/html-to-text.ts';
import { isObject } from './record-fields.ts';

/** Where a block keeps what is in it. */
const INSIDE = ['children', 'content', 'blocks', 'root', 'document', 'data', 'items', 'nodes', 'paragraphs'];

/** Deeper blocks are left out; lists in tables take half of it. */
const MAX_DEPTH = 24;

const kindOf = ({ type, _type, nodeType }: Readonly<Record<string, unknown>>): unknown =>
  type ?? _type ?? nodeType;

/** A piece of a line rather than a block: what stands in bold, a link, the text between. */
const isPiece = (part: unknown): boolean =>
  isObject(part) && [undefined, 'text', 'span', 'link', 'a'].includes(kindOf(part) as undefined);

const LINE_BREAKS: readonly unknown[] = ['hardBreak', 'hard_break', 'linebreak', 'break', 'br'];

/** Editor.js keeps bold, links and the like of a block as HTML. */
const HTML = /<\/?[a-z]|&(?:#\d|[a-z])\w*;/i;

interface Place {
  readonly isInBlock?: boolean;
  readonly isHtml?: boolean;
}

/** Null if there is none. */
export const readBlocks = (value: unknown, place: Place = {}, depth = 0): string | null => {
  const { isInBlock = false, isHtml = false } = place;
  if (typeof value === 'string') return isHtml && HTML.test(value) ? htmlToText(value).text : value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    const parts = value.map((part) => readBlocks(part, place, depth + 1)).filter((part) => part !== null);
    return parts.join(isInBlock && value.some(isPiece) ? '' : '\n\n') || null;
  }
  if (!isObject(value)) return null;
  const kind = kindOf(value);
  if (LINE_BREAKS.includes(kind)) return '\n';
  // Quill's: a list of what was typed, line ends included.
  if (Array.isArray(value.ops))
    return value.ops.map((op) => (typeof op?.insert === 'string' ? op.insert : '')).join('') || null;
  const own = value.text ?? (kind === 'text' ? value.value : undefined);
  if (typeof own === 'string') return readBlocks(own, place, depth + 1);
  for (const name of INSIDE) {
    const isRead = typeof value[name] === 'object' || name === 'content';
    // Slate's paragraphs have no kind.
    const within = {
      isInBlock: kind !== undefined || name === 'children',
      isHtml: isHtml || name === 'data',
    };
    const inside = isRead ? readBlocks(value[name], within, depth + 1) : null;
    if (inside !== null) return inside;
  }
  return null;
};
