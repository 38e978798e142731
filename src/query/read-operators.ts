/**
 * In: a query as typed. Out: its pieces in order: plain text, phrases, excluded words, filters, and groups that `OR`,
 * parentheses and `title:` make. What a person leaves unfinished (a parenthesis open, an `OR` behind nothing) is read as
 * far as it goes. Takes linear time, and no more levels of parentheses than `DEPTH_LIMIT`.
 */

import { DatelineError } from '../domain/errors.ts';
import type { Clause, FilterName, QueryPiece } from '../domain/query.ts';
import { sentence } from '../language/message.ts';

/** Nobody needs more, and engines have room for no more than some thirty. */
const DEPTH_LIMIT = 10;

/**
 * `)`, `OR`; `(`, `"…"` in the quotation marks of several languages or `title:word`, with a minus or `title:` before;
 * `name:value`; `-word`.
 */
export const OPERATOR =
  /(?<close>\))|(?<or>(?<![^\s)])OR(?![^\s(]))|(?<![\p{L}\p{N}])(?:(?<minus>-)?(?<title>title:\s*)?(?:(?<open>\()|"(?<straight>[^"]+)"|“(?<curly>[^”]+)”|„(?<low>[^“”]+)[“”]|«(?<angle>[^»]+)»)|(?<without>-)?title:\s*(?<titled>[^\s()]*[\p{L}\p{N}][^\s()]*)|(?<name>-?(?:source|author)|after|before):\s*(?:"(?<quoted>[^"]*)"|(?<value>[^\s()]*))|-(?<excluded>[\p{L}\p{N}][^\s)]*))/giu;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** A part of the query, and where it stands in it. */
type Node = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'words' | 'phrase'; readonly text: string }
  | { readonly kind: 'filter'; readonly name: FilterName; readonly value: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'title' | 'not'; readonly of: Node }
);

/** What stands before a parenthesis. */
interface Sign {
  readonly isMinus: boolean;
  readonly isTitle: boolean;
}

interface Opening extends Sign {
  readonly kind: 'open';
  readonly from: number;
  readonly to: number;
}

type Operand = Node | Opening;
type Token =
  | Operand
  | { readonly kind: 'close'; readonly to: number }
  | { readonly kind: 'or'; readonly to: number };

const signed = (node: Node, { isMinus, isTitle }: Partial<Sign>, from: number): Node => {
  const { to } = node;
  const titled: Node = isTitle ? { kind: 'title', of: node, from, to } : node;
  return isMinus ? { kind: 'not', of: titled, from, to } : titled;
};

type Groups = Readonly<Record<string, string | undefined>>;

const tokenOf = (groups: Groups, from: number, to: number): Token => {
  const { close, or, open, name, titled, excluded } = groups;
  if (close !== undefined) return { kind: 'close', to };
  if (or !== undefined) return { kind: 'or', to };
  const sign = { isMinus: groups.minus !== undefined, isTitle: groups.title !== undefined };
  if (open !== undefined) return { kind: 'open', from, to, ...sign };
  if (name !== undefined)
    return {
      kind: 'filter',
      name: name.toLowerCase() as FilterName,
      value: groups.quoted ?? groups.value ?? '',
      from,
      to,
    };
  if (titled !== undefined) {
    const isMinus = groups.without !== undefined;
    return signed(
      { kind: isMinus ? 'phrase' : 'words', text: titled, from, to },
      { isMinus, isTitle: true },
      from,
    );
  }
  if (excluded !== undefined)
    return signed({ kind: 'phrase', text: excluded, from, to }, { isMinus: true }, from);
  const quoted = groups.straight ?? groups.curly ?? groups.low ?? groups.angle ?? '';
  return signed({ kind: 'phrase', text: quoted.trim(), from, to }, sign, from);
};

const wordTokens = (text: string, from: number, to: number): Token[] =>
  Array.from(text.slice(from, to).matchAll(/\S+/g), ({ 0: run, index }) => ({
    kind: 'words',
    text: run,
    from: from + index,
    to: from + index + run.length,
  }));

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  let depth = 0;
  for (const { groups = {}, index, 0: found } of text.matchAll(OPERATOR)) {
    const isWord = groups.or !== undefined && groups.or !== 'OR';
    // A smiley closes nothing.
    if (isWord || (groups.close !== undefined && depth === 0)) continue;
    if (groups.open !== undefined) depth += 1;
    if (groups.close !== undefined) depth -= 1;
    tokens.push(...wordTokens(text, at, index), tokenOf(groups, index, index + found.length));
    at = index + found.length;
  }
  return [...tokens, ...wordTokens(text, at, text.length)];
};

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  /** Up to the parenthesis that closes, or to the end. `OR` binds its neighbours more tightly than standing side by side. */
  sequence(depth = 0): Node[] {
    const parts: Node[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.kind === 'close') break;
      if (token.kind === 'or') continue;
      const of = [this.#operand(token, depth)];
      for (let next = this.#alternative(); next !== null; next = this.#alternative())
        of.push(this.#operand(next, depth));
      parts.push(of.length === 1 ? of[0]! : { kind: 'any', of, from: of[0]!.from, to: of.at(-1)!.to });
    }
    return parts;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** What stands behind an `OR`, null if none comes or nothing stands there. */
  #alternative(): Operand | null {
    let at = this.#at;
    while (this.#tokens[at]?.kind === 'or') at += 1;
    const next = this.#tokens[at];
    if (at === this.#at || next === undefined || next.kind === 'or' || next.kind === 'close') return null;
    this.#at = at + 1;
    return next;
  }

  #operand(token: Operand, depth: number): Node {
    return token.kind === 'open' ? this.#group(token, depth + 1) : token;
  }

  #group({ from, to: inside, ...sign }: Opening, depth: number): Node {
    if (depth > DEPTH_LIMIT)
      throw new DatelineError(
        'invalid',
        sentence`Expected at most ${DEPTH_LIMIT} parentheses inside one another; got more. Please write it with fewer.`,
      );
    const of = this.sequence(depth);
    const to = this.#tokens[this.#at - 1]?.to ?? this.#text.length;
    const isPlain = of.every(({ kind }) => kind === 'words');
    return signed(
      isPlain
        ? { kind: 'words', text: this.#text.slice(inside, to), from, to }
        : { kind: 'all', of, from, to },
      sign,
      from,
    );
  }
}

const hasFilter = (node: Node): boolean => {
  if (node.kind === 'filter') return true;
  return 'of' in node && [node.of].flat().some(hasFilter);
};

/** Null if no word is in it. */
const clauseOf = (node: Node): Clause | null => {
  switch (node.kind) {
    case 'filter':
      return null;
    case 'words':
    case 'phrase':
      return HAS_WORD.test(node.text) ? { kind: node.kind, text: node.text } : null;
    case 'title':
    case 'not': {
      const of = clauseOf(node.of);
      return of && { kind: node.kind, of };
    }
    default: {
      const of = node.of.map(clauseOf).filter((part) => part !== null);
      return of.length > 1 ? { kind: node.kind, of } : (of[0] ?? null);
    }
  }
};

/** Those that an article may hold for it. */
export const wordsOfClause = (clause: Clause): string[] => {
  switch (clause.kind) {
    case 'not':
      return [];
    case 'title':
      return wordsOfClause(clause.of);
    case 'all':
    case 'any':
      return clause.of.flatMap(wordsOfClause);
    default:
      return [clause.text];
  }
};

const groupOf = (node: Node, text: string): QueryPiece[] => {
  if (hasFilter(node))
    throw new DatelineError(
      'invalid',
      sentence`Expected source:, author:, after: and before: outside of OR, title:(…) and -(…), since they hold for the whole query; got one inside.`,
    );
  const clause = clauseOf(node);
  if (clause === null) return [];
  return [{ kind: 'group', text: text.slice(node.from, node.to), clause }];
};

/** What stands side by side has to hold together, whether in parentheses or not. */
const dissolve = (node: Node): Node[] => {
  if (node.kind === 'all') return node.of.flatMap(dissolve);
  // Filters of one name mean any of them anyway.
  const names =
    node.kind === 'any' ? node.of.map((part) => (part.kind === 'filter' ? part.name : null)) : [null];
  const isOneFilter = names[0] !== null && new Set(names).size === 1;
  return isOneFilter && node.kind === 'any' ? [...node.of] : [node];
};

const pieceOf = (node: Node, text: string): QueryPiece[] => {
  switch (node.kind) {
    case 'phrase':
      return [{ kind: 'phrase', text: node.text }];
    case 'filter':
      return [node];
    case 'not':
      if (node.of.kind === 'phrase') return [{ kind: 'excluded', text: node.of.text }];
      return groupOf(node, text);
    default:
      return groupOf(node, text);
  }
};

/** Most texts have none of these. */
const MAY_HOLD_OPERATORS = /[-:()"“„«]|OR/;

/** @throws DatelineError `invalid` if parentheses are too deep, or a filter stands where it cannot hold. */
export const readOperators = (text: string): QueryPiece[] => {
  if (!MAY_HOLD_OPERATORS.test(text)) return text.trim() === '' ? [] : [{ kind: 'text', text: text.trim() }];
  const pieces: QueryPiece[] = [];
  const nodes = new Reader(text).sequence().flatMap(dissolve);
  for (let at = 0; at < nodes.length; at++) {
    const { kind, from } = nodes[at]!;
    if (kind !== 'words') {
      pieces.push(...pieceOf(nodes[at]!, text));
      continue;
    }
    // Words that follow one another stay as they were typed.
    while (nodes[at + 1]?.kind === 'words') at += 1;
    pieces.push({ kind: 'text', text: text.slice(from, nodes[at]!.to) });
  }
  return pieces;
};
