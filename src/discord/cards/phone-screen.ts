/**
 * In: blocks. Out: about how high they stand on a phone 390 pixels wide, so that an answer can be made to fit its screen.
 * Discord does not say how it lays text out: the measures are those of its client as the sandbox's page has them.
 */
import type { Block, Button } from '../reply.ts';

/** A screen of 800 pixels, less 54 for the lines above a card, and what the reckoning was seen to err by. */
const SCREEN = 690;
const INNER_WIDTH = 290;
const PADDING = 26;
const GAP = 8;
const QUOTE_WIDTH = 26;
const QUOTE_MARGIN = 8;
const BUTTON_HEIGHT = 40;
const BUTTON_PADDING = 28;
const BUTTON_FONT = 14.5;
const HEADING_MARGIN = 4;

/** Size and line height of what begins with a mark; anything else is body text. */
const STYLES: readonly { readonly mark: string; readonly font: number; readonly line: number }[] = [
  { mark: '-# ', font: 13, line: 18 },
  { mark: '### ', font: 17.8, line: 22 },
  { mark: '## ', font: 21, line: 26 },
];
const BODY = { mark: '', font: 16, line: 22 };

const NARROW = /[iljtfrI.,:;'’!|()[\]\s]/;
const WIDE = /[mwMW@%—]|[A-Z]/;

/** Width of a character as a share of the font's size: that of a common sans-serif, and a whole one for what is not Latin. */
const emOf = (character: string): number => {
  if (character > '\u1100' && character !== '—' && character !== '’') return 1;
  if (NARROW.test(character)) return 0.33;
  return WIDE.test(character) ? 0.72 : 0.57;
};

const widthOf = (text: string, font: number): number => {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * font;
};

/** What is read of markdown: labels of links, and nothing of marks and backslashes. */
const shown = (markdown: string): string =>
  markdown
    .replace(/\]\([^\s()]*\)/g, ']')
    .replace(/\\([^\w\s])|\*\*|__|[[\]]/g, (_, escaped: string | undefined) => escaped ?? '');

/** How many lines the words take; one that is wider than a line is broken. */
const linesOf = (text: string, font: number, width: number): number => {
  let lines = 1;
  let at = 0;
  for (const [word] of text.matchAll(/[^ ]+ */g)) {
    const wide = widthOf(word.trimEnd(), font);
    if (at > 0 && at + wide > width) {
      lines += 1;
      at = 0;
    }
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    at += wide > width ? wide % width : widthOf(word, font);
  }
  return lines;
};

const lineHeight = (markdown: string, width: number): number => {
  const isQuote = markdown.startsWith('> ');
  const line = isQuote ? markdown.slice(2) : markdown;
  const { mark, font, line: height } = STYLES.find((style) => line.startsWith(style.mark)) ?? BODY;
  const lines = linesOf(shown(line.slice(mark.length)), font, isQuote ? width - QUOTE_WIDTH : width);
  return lines * height + (mark.startsWith('##') ? HEADING_MARGIN : 0);
};

const textHeight = (markdown: string, width = INNER_WIDTH): number =>
  markdown.split('\n').reduce((sum, line) => sum + lineHeight(line, width), 0) +
  (markdown.startsWith('> ') ? QUOTE_MARGIN : 0);

const buttonWidth = ({ label }: Button): number => widthOf(label, BUTTON_FONT) + BUTTON_PADDING;

const buttonsHeight = (buttons: readonly Button[]): number => {
  let rows = buttons.length > 0 ? 1 : 0;
  let at = 0;
  for (const [index, button] of buttons.entries()) {
    const width = buttonWidth(button);
    const isFull = index % 5 === 0 || at + GAP + width > INNER_WIDTH;
    if (index > 0 && isFull) rows += 1;
    at = isFull ? width : at + GAP + width;
  }
  return rows * (BUTTON_HEIGHT + GAP) - GAP;
};

const heightOf = (block: Block): number => {
  switch (block.kind) {
    case 'text':
      return block.text.markdown.trim() === '' ? -GAP : textHeight(block.text.markdown);
    case 'section': {
      const aside = block.button === undefined ? 0 : buttonWidth(block.button) + GAP;
      return Math.max(BUTTON_HEIGHT, textHeight(block.text.markdown, INNER_WIDTH - aside));
    }
    case 'buttons':
      return buttonsHeight(block.buttons);
    case 'item':
      return stackHeight(block.blocks);
    case 'divider':
      return 1;
    default:
      return BUTTON_HEIGHT;
  }
};

const stackHeight = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + heightOf(block) + GAP, -GAP);

/** Pixels that a card of these blocks is high on a phone, within a tenth or so. */
export const phoneHeight = (blocks: readonly Block[]): number => stackHeight(blocks) + PADDING;

export const fitsScreen = (blocks: readonly Block[]): boolean => phoneHeight(blocks) <= SCREEN;
