/** Which sentences are steps of a topic, and which only touch it. */
import { expect, it } from 'vitest';
import { asOfMs, openTold, told } from './open-told.ts';

const stepsOf = async (topic: string, drafts: Parameters<typeof openTold>[0]): Promise<string[]> => {
  const backend = await openTold(drafts);
  const { steps } = await backend.timeline(topic, { asOfMs, after: 0 });
  await backend.close();
  return steps.map(({ quotation }) => quotation.text);
};

const FLOOD = [
  told(
    'Orl Post',
    '2024-05-10',
    'Vorle valley flooding washes bridges away',
    'Flooding in the Vorle valley washed two bridges away on Friday, and cut four villages off.',
  ),
  told(
    'Orl Post',
    '2024-05-12',
    'Vorle flooding: soldiers bring bread by boat',
    'Soldiers brought bread and water by boat to villages cut off by the flooding in the Vorle valley.',
  ),
  told(
    'Valley Herald',
    '2024-05-13',
    'Flooding in the Vorle valley recedes',
    'The flooding in the Vorle valley receded on Monday, and the first cows came back to the meadows.',
  ),
];
/** What has the word nowhere near its top, but further down. */
const NAMED_LATE = `${'The council sat in the old hall and spoke of trees, lamps and roads for hours. '.repeat(9)}Someone asked about flooding.`;

it('leaves out what was written years before on a part of the topic', async () => {
  const before = told(
    'Orl Post',
    '2019-02-03',
    'Vorle valley gets a new school',
    `The Vorle valley gets a school of its own after forty years of waiting. ${NAMED_LATE}`,
  );
  const steps = await stepsOf('Vorle flooding', [...FLOOD, before]);
  expect(steps).toHaveLength(3);
  expect(steps.join(' ')).not.toContain('school');
});

it('keeps what came of it in the weeks after, though it names only a part of the topic', async () => {
  const after = told(
    'Orl Post',
    '2024-05-25',
    'Vorle valley gets nine million for bridges',
    `The Vorle valley gets nine million crowns for its bridges from the state, parliament said. ${NAMED_LATE}`,
  );
  expect((await stepsOf('Vorle flooding', [...FLOOD, after])).at(-1)).toContain('nine million crowns');
});

it('leaves out an article on something else that names the topic in passing', async () => {
  const passing = told(
    'Orl Post',
    '2024-06-20',
    'Glaciers of Estermark may be gone within thirty years',
    [
      'Glaciers of the high Estermark may be gone within thirty years, a study of the university says.',
      'Researchers weighed the ice of ninety glaciers from the air for six summers.',
      'Hotels at the foot of the ice fear for their guests and sell umbrellas instead of skis.',
      'Guides lead their guests to caves, and teach them to milk goats at dawn.',
      'Among the places that will have less water in summer is the Vorle valley, which saw flooding this spring.',
    ].join('\n\n'),
  );
  const steps = await stepsOf('Vorle flooding', [...FLOOD, passing]);
  expect(steps.join(' ')).not.toContain('less water in summer');
});

it('is told by reports before explainers, and by sentences that stand alone', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-10',
      'Why the Marrow ferry sank, explained',
      'The Marrow ferry sank on Friday with nine cars on board, and divers look for the captain.',
    ),
    told(
      'Valley Herald',
      '2024-05-10',
      'Marrow ferry sinks with nine cars',
      'It was the second accident of the Marrow ferry that sinks this year, fishermen of the port say. The Marrow ferry sank off the port on Friday morning with nine cars on board.',
    ),
  ];
  expect((await stepsOf('Marrow ferry sinks', drafts))[0]).toBe(
    'The Marrow ferry sank off the port on Friday morning with nine cars on board.',
  );
});

it('tells what was added to a page when it was added, not under the date of the page', async () => {
  const page = (...added: string[]) =>
    told(
      'Orl Post',
      '2024-05-10',
      'Kelder mine fire: miners wait',
      ['A fire broke out in the Kelder mine on Friday, and 40 miners wait below the ground.', ...added].join(
        '\n\n',
      ),
    );
  let nowMs = Date.parse('2024-05-10T12:00:00Z');
  const backend = await openTold([page()], () => nowMs);
  nowMs = Date.parse('2024-05-12T12:00:00Z');
  const found = 'Rescuers reached nine of the miners of the Kelder mine and brought them up through a shaft.';
  await backend.add([page(found)], 'new');
  nowMs = Date.parse('2024-05-15T12:00:00Z');
  const out =
    'The last of the men trapped by the fire in the Kelder mine came up alive and were met by their families.';
  await backend.add([page(found, out)], 'new');
  const { steps } = await backend.timeline('Kelder mine', { asOfMs, after: 0 });
  await backend.close();
  expect(steps.map(({ day, quotation }) => [day, quotation.text])).toEqual([
    ['2024-05-10', expect.stringContaining('broke out')],
    ['2024-05-12', found],
    ['2024-05-15', out],
  ]);
});

it('orders an article without a date by when it came in, and says that its date is not known', async () => {
  const backend = await openTold(
    [
      told(
        'Orl Post',
        null,
        'Tarn bridge falls',
        'The Tarn bridge fell into the river in the night, and nobody was on it.',
      ),
      told(
        'Valley Herald',
        '2024-05-02',
        'Tarn bridge closed',
        'Crews closed the Tarn bridge, whose piers have cracks.',
      ),
    ],
    () => Date.parse('2024-05-10T12:00:00Z'),
  );
  const { steps } = await backend.timeline('Tarn bridge', { asOfMs, after: 0 });
  await backend.close();
  expect(steps.map(({ day }) => day)).toEqual(['2024-05-02', null]);
});

it('tells what is new rather than what lies years behind', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-10',
      'Map of the Vorle caves is complete',
      'In 2003, the map of the Vorle caves was drawn for nine tenths of the Vorle caves. Now, researchers say, the map of the Vorle caves is complete.',
    ),
  ];
  expect(await stepsOf('Vorle caves map', drafts)).toEqual([expect.stringContaining('is complete')]);
});

it('has the event that the topic names as a step, however much else was written of it', async () => {
  const begun = 'This is an invasion of Estermark, ministers said.';
  const event = told(
    'Orl Post',
    '2024-05-02',
    'Troops of Norland invade Estermark',
    `Shells fell on the port of Vey at dawn. Nobody slept in the towns by the river. Guards of Norland stood on every bridge. Bakers closed their doors. Bells rang for hours. ${begun}`,
  );
  const towns = 'Orl Vey Tarn Marrow Kessel Arnow Lund Pell Quay Sorn Teel Uln Wick'.split(' ');
  const around = [...towns, ...towns.map((town) => `New${town}`)].map((town, n) =>
    told(
      n % 2 === 0 ? 'Orl Post' : 'Valley Herald',
      `2024-05-${String(n + 3).padStart(2, '0')}`,
      `Estermark invasion: ${town} dearer`,
      `Since troops of Norland began the invasion of Estermark, bread is dear in ${town}ford, ${town}mouth, ${town}dale and ${town}wick.`,
    ),
  );
  expect(await stepsOf('Estermark invasion', [event, ...around])).toContain(begun);
});
