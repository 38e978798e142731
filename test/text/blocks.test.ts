import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/text/blocks.ts';

const read = (body: string) => blocks(body).map(({ kind, start, end }) => [kind, body.slice(start, end)]);

describe('blocks', () => {
  it('knows a heading from a paragraph', () => {
    expect(read('Ground Realities and Responses\n\nThe fighting goes on near the border.')).toEqual([
      ['heading', 'Ground Realities and Responses'],
      ['paragraph', 'The fighting goes on near the border.'],
    ]);
  });

  it('takes short lines that head nothing for text', () => {
    expect(read('Alabama\n\nAlaska\n\nArizona').map(([kind]) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('takes no list entry and no finished sentence for a heading', () => {
    expect(read('1. Squid Game\n\nIt is back. We saw it all.')[0]![0]).toBe('paragraph');
    expect(read('It is over.\n\nThe fighting goes on near the border.')[0]![0]).toBe('paragraph');
  });

  it('reads every line of a text without blank lines as a paragraph of its own', () => {
    expect(read('First story of the day ends here.\nSecond story begins here.')).toHaveLength(2);
  });

  it('joins lines that a margin wrapped', () => {
    const body = 'The militias said that they had captured the village and\nwould go on to the next one.';
    expect(read(body)).toEqual([['paragraph', body]]);
  });
});
