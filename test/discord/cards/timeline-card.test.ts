import { expect, it } from 'vitest';
import { fitsScreen } from '../../../src/discord/cards/phone-screen.ts';
import { timelineCard } from '../../../src/discord/cards/timeline-card.ts';
import { rawMarkup } from '../../../src/discord/markup.ts';
import { articleRef } from '../articles.ts';

it('quotes each step over the whole width, with the button beside where it stands', () => {
  const text =
    'The council of Harrowgate closed the old stone bridge after divers found cracks in two of its piers.';
  const steps = [1, 2, 3].map((seq) => ({
    quotation: { article: articleRef({ seq }), text, start: 0, end: text.length, marks: [] },
    day: `2024-03-1${seq}`,
    outlets: 2,
  }));
  const { blocks } = timelineCard(
    { steps, articles: 3, through: 3 },
    {
      topic: 'bridge',
      note: rawMarkup('x'),
      buttons: [],
      page: 0,
      pageId: (page) => `timeline:page:${page}`,
    },
  );
  const [step] = blocks.flatMap((block) => (block.kind === 'item' ? [block.blocks] : []));
  expect(step!.map((block) => [block.kind, JSON.stringify(block).includes('> ')])).toEqual([
    ['text', true],
    ['section', false],
  ]);
  expect(fitsScreen(blocks)).toBe(true);
});
