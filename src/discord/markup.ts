/**
 * In: text from anywhere. Out: Discord markdown in which only our own marks work. `md` is the way to write any text
 * of a card: what stands in the template is markdown, what is put in by `${}` is shown as it is.
 */
import { numberText } from '../language/customs.ts';
import {
  type Counted,
  formatMessage,
  isCounted,
  keyOf,
  type Message,
  spoken,
  tell,
} from '../language/message.ts';
import { currentLanguage } from '../language/speaking.ts';
import { cleanLine } from '../text/clean-text.ts';
import { linkAddress, TEXT_URL_MAX } from './link-address.ts';

/** Markdown that is safe to send. Made by the functions of this file only. */
export interface Markup {
  readonly kind: 'markup';
  readonly markdown: string;
}

type Inlay = Markup | Message | string | number | null | undefined | false;

/** Markdown written by hand, to be used with care: nothing in it may come from outside unescaped. */
export const rawMarkup = (markdown: string): Markup => ({ kind: 'markup', markdown });

/** Every character that can begin markdown anywhere: emphasis, code, spoilers, links, mentions, emoji, addresses. */
const SPECIAL = /[\\*_~`|<>[\]@]|:(?!\s)/g;
/** What begins a heading, a list or small text if nothing but white space stands before it on its line. */
const LINE_START = /(^|\n)([^\S\n]*)([#+-]|\d+(?=[.)]))/g;

/** What Discord would make an invitation, a gift or a template of, without a scheme too: `discord.gg/…` and its kind. */
const INVITING = /(discord(?:app)?)\.(?=gg|gift|new|com)/gi;

/**
 * The text so that Discord shows it character by character: a backslash before everything that could begin markdown.
 * Taking away each backslash that stands before a mark gives the text back. `isLineStart`: nothing stands before the
 * text on its line.
 */
export const escapeMarkdown = (text: string, isLineStart = true): string =>
  text
    .replace(SPECIAL, '\\$&')
    .replace(INVITING, '$1\\.')
    .replace(LINE_START, (whole, line: string, space: string, mark: string, at: number) => {
      if (at === 0 && line === '' && !isLineStart) return whole;
      return /\d/.test(mark) ? `${line}${space}${mark}\\` : `${line}${space}\\${mark}`;
    });

/** What keeps to itself; others may be in it. */
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;

const without = (line: string, apart: RegExp): string => {
  const rest = line.replace(apart, '');
  return rest === line ? line : without(rest, apart);
};

/**
 * Among words from right to left, what is put in keeps to itself (U+2068 … U+2069), however it begins and ends. What consists of
 * such parts goes on in the direction of the line.
 */
const isolate = (text: string): string =>
  currentLanguage().isRightToLeft && HAS_LETTER.test(without(text, ISOLATED)) && !text.includes('\n')
    ? `\u2068${text}\u2069`
    : text;

const HAS_LETTER = /\p{L}/u;

const show = (inlay: Inlay): string => {
  if (inlay === null || inlay === undefined || inlay === false) return '';
  if (typeof inlay === 'number') return numberText(inlay);
  if (typeof inlay !== 'object') return escapeMarkdown(String(inlay));
  return inlay.kind === 'markup' ? inlay.markdown : escapeMarkdown(tell(inlay));
};

const showAmong = (inlay: Inlay): string => (typeof inlay === 'string' ? isolate(show(inlay)) : show(inlay));

/**
 * Tagged template: a sentence in the language that is spoken, see `src/language`. Strings and numbers put in are escaped,
 * markup is taken as it is, null and false are left out.
 */
export const md = (template: TemplateStringsArray, ...inlays: readonly (Inlay | Counted)[]): Markup => {
  const [only] = inlays;
  if (inlays.length === 1 && template.join('') === '' && !isCounted(only)) return rawMarkup(show(only));
  return rawMarkup(formatMessage(keyOf(template, inlays), inlays, showAmong));
};

/** Parts one after another with a separator (markdown) between; what is empty is left out. */
export const joinMarkup = (parts: readonly Inlay[], separator: string): Markup => {
  const shown = parts.map(show).filter((part) => part !== '');
  const apart = separator.includes('\n') || shown.length < 2 ? shown : shown.map(isolate);
  return rawMarkup(apart.join(separator));
};

const LINE = /^((?:#{1,3} |-# |> |- |\d+\. )*)(.*)$/gm;
/** What was put in, where links lead, and what Discord words itself: mentions, commands and times. */
const APART = /\u2068[^\u2068\u2069]*\u2069|\]\([^)]*\)|<(?:[@#/]|t:)[^<>]*>/g;

/** Markdown as it is sent: from right to left, a line of nothing but what was put in begins at the right as well (U+200F). */
export const directed = (markdown: string): string =>
  currentLanguage().isRightToLeft
    ? markdown.replace(LINE, (line: string, marks: string, rest: string) =>
        rest.includes('\u2068') && !HAS_LETTER.test(without(rest, APART)) ? `${marks}\u200f${rest}` : line,
      )
    : markdown;

/** A generous bound of the UTF-16 units of one character with its joiners and accents. */
const LONGEST_CHARACTER = 64;

const CHARACTERS = new Intl.Segmenter();

/** The text at no more than `max` characters, ending in `…` if it was longer; no character is cut in two. */
export const clip = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const cut = CHARACTERS.segment(text.slice(0, max + LONGEST_CHARACTER)).containing(max - 1);
  return `${text.slice(0, cut?.index ?? 0).trimEnd()}…`;
};

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * One line of at most `max` characters that can be seen, without those that hide or reorder others: a title of white
 * space alone becomes “Untitled”.
 */
export const oneLine = (text: string, max: number): string => {
  const line = clip(cleanLine(text.slice(0, max * 4)), max);
  return VISIBLE.test(line) ? line : spoken`Untitled`;
};

/** A link with the label as its text; the label alone if `linkAddress` finds none of at most `max` characters. */
export const link = (label: string, url: string | null, max = TEXT_URL_MAX): Markup => {
  const target = linkAddress(url, max);
  return target === null ? md`${label}` : rawMarkup(`[${escapeMarkdown(label)}](${target})`);
};

/** A moment, which Discord shows in each reader's own time zone: `R` is “in 5 minutes”, `f` date and time. */
export const moment = (ms: number, style: 'R' | 'f' | 'D' | 't' = 'f'): Markup =>
  rawMarkup(`<t:${Math.floor(ms / 1000)}:${style}>`);

/** A command that can be clicked; `name` with its subcommand, such as `feeds add`. */
export const commandMention = (name: string, ids: ReadonlyMap<string, string>): Markup => {
  const id = ids.get(name.split(' ', 1)[0]!);
  return rawMarkup(id === undefined ? `**/${name}**` : `</${name}:${id}>`);
};

/** A member, channel or role by its id, shown by name. Pings nobody: every message forbids mentions. */
export const mention = (kind: 'user' | 'channel' | 'role', id: string): Markup =>
  rawMarkup(`<${{ user: '@', channel: '#', role: '@&' }[kind]}${id.replace(/\D/g, '')}>`);
