import { describe, expect, test } from 'vitest';
import { parseAskArguments, parseAsOf } from '../../src/cli/ask-arguments.ts';

const parse = (...args: string[]) => parseAskArguments(args);

describe('the command line of ask', () => {
  test('a question, quoted or not', () => {
    expect(parse('Who won?')).toEqual({
      mode: { kind: 'question', question: 'Who won?', json: false },
      corpus: [],
      asOfMs: null,
      graceDays: 0,
      limit: 5,
    });
    expect(parse('who', 'won', '--json').mode).toEqual({ kind: 'question', question: 'who won', json: true });
  });

  test('everything at once', () => {
    expect(
      parse(
        '--corpus',
        'a',
        '--corpus=b',
        '--as-of',
        '2024-03-12',
        '--grace-days=7',
        '--limit',
        '3',
        '--batch',
        '-',
      ),
    ).toEqual({
      mode: { kind: 'batch', file: '-' },
      corpus: ['a', 'b'],
      asOfMs: Date.parse('2024-03-12T23:59:59.999Z'),
      graceDays: 7,
      limit: 3,
    });
  });

  test('nothing opens the prompt; --help wins', () => {
    expect(parse().mode.kind).toBe('prompt');
    expect(parse('x', '--help').mode.kind).toBe('help');
  });

  test.each([
    [['--limit', '6', 'x'], '--limit expects a whole number from 1 to 5; got "6".'],
    [['--limit', 'two', 'x'], '--limit expects a whole number from 1 to 5; got "two".'],
    [['--grace-days', '1.5', 'x'], '--grace-days expects a whole number from 0 to 36500; got "1.5".'],
    [['--as-of', '12 March', 'x'], '--as-of expects a day such as 2024-03-12'],
    [['--batch', 'f', 'x'], 'Give a question or --batch, not both.'],
    [['--json'], '--json expects a question.'],
    [['--colour', 'x'], 'There is no option --colour.'],
    [['--colour', 'x'], 'npm run -s ask -- --help'],
    [['--corpus'], 'npm run -s ask -- --help'],
  ])('%j is refused', (args, message) => expect(() => parse(...args)).toThrow(message));
});

test('a clock is a day at its end, or an instant', () => {
  expect(parseAsOf('2024-02-29')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59, 999));
  expect(parseAsOf('2024-03-12T09:30:00+02:00')).toBe(Date.UTC(2024, 2, 12, 7, 30));
  expect(parseAsOf('2023-02-29')).toBeNull();
  expect(parseAsOf('2024-13-01')).toBeNull();
  expect(parseAsOf('2024-03-12T99:00:00Z')).toBeNull();
});
