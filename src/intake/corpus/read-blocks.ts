/** In: a body as editors keep it, blocks that hold blocks (ProseMirror, Slate, Lexical, Draft.js, Editor.js, Portable Text). Out: its text. */
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

/** Null if there is none. */
export const readBlocks = (value: unknown, isInBlock = false, depth = 0): string | null => {
  if (typeof value === 'string') return value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    const parts = value.map((part) => readBlocks(part, isInBlock, depth + 1)).filter((part) => part !== null);
    return parts.join(isInBlock && value.some(isPiece) ? '' : '\n\n') || null;
  }
  if (!isObject(value)) return null;
  const own = value.text ?? (kindOf(value) === 'text' ? value.value : undefined);
  if (typeof own === 'string') return own;
  for (const name of INSIDE) {
    const inside =
      typeof value[name] === 'object'
        ? readBlocks(value[name], kindOf(value) !== undefined, depth + 1)
        : null;
    if (inside !== null) return inside;
  }
  return null;
};
