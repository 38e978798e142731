import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/text/clean-text.ts';

test('keeps words, line breaks and tabs as they are', () => {
  expect(cleanText('Zürich\t日本\r\n\n  👩‍👩‍👧 العربية ')).toBe('Zürich\t日本\r\n\n  👩‍👩‍👧 العربية ');
});

test('drops control characters and bidirectional overrides', () => {
  expect(cleanText('a\u0000b\u001b[31mc\u0085d\u202ee\u2066f\u2069')).toBe('ab[31mcdef');
});

test('drops soft hyphens, which would split words', () => {
  expect(cleanText('Donau\u00addampf\u00adschiff')).toBe('Donaudampfschiff');
});

test('replaces half a character', () => {
  expect(cleanText('x\ud83dy')).toBe('x\ufffdy');
});

test('makes one line of many', () => {
  expect(cleanLine('  A\n\theadline\u0007 \r\n here ')).toBe('A headline here');
});
