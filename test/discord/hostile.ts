/** Texts that try everything an article could hold to break or forge a card, for property tests. */
import fc from 'fast-check';

const PIECES = [
  '**', '*', '__', '_', '~~', '||', '`', '```', '\\', '> ', '>>> ', '# ', '### ', '-# ', '- ', '* ', '+ ', '1. ', '12) ',
  '\n', '\n\n', ' ', '\t', '\u00a0', '\ufeff', '\u200b', '\u200d', '\u2028', '\u202e', '\u2066', '\u0000',
  '@everyone', '@here', '<@123456789012345678>', '<@&1>', '<#2>', '</ask:3>', '<t:1:R>', '<a:x:4>', ':smile:',
  '[Free gift](https://evil.example)', '[', ']', '(', ')', 'https://evil.example/a_b_c', '<https://evil.example>',
  'discord.gg/x', 'مرحبا بالعالم', 'שלום', '🙂', '👩‍👩‍👧', 'e\u0301', '日本語。', 'word', 'The', '…', '\ud800',
]; // biome-ignore format: a list of pieces reads best in rows
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 }));

/** Up to about `maxPieces` pieces of markup, mentions, addresses, odd spaces, emoji and scripts. */
export const hostileText = (maxPieces: number): fc.Arbitrary<string> =>
  fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''));
