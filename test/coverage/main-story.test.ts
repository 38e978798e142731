/** Which of many articles on a topic report what it names. */
import { expect, it } from 'vitest';
import { asOfMs, openTold, told } from './open-told.ts';

const FILLER = [
  told(
    'Orl Post',
    '2024-05-02',
    'Council speaks of lamps',
    'The council spoke of lamps and trees for two hours.',
  ),
  told('Orl Post', '2024-05-03', 'Tram drivers get new coats', 'Drivers of the trams in Orl get new coats.'),
];

const titleOf = async (topic: string, drafts: Parameters<typeof openTold>[0]) => {
  const backend = await openTold([...drafts, ...FILLER]);
  const story = await backend.topicStory(topic, { asOfMs });
  await backend.close();
  return story?.article.title;
};

it('tells the event, not a visit to its place that was written on later', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-10',
      'Marrow school shooting: What we know',
      'A gunman killed nine pupils and a teacher at the Kelder school in Marrow on Friday, the police said.',
    ),
    told(
      'Orl Post',
      '2024-05-14',
      'President in Marrow: "Do something", parents shout',
      'The president met the parents of the pupils killed in the shooting at the Kelder school in Marrow.',
    ),
    told(
      'Orl Post',
      '2024-05-14',
      'Marrow school: anger grows over slow police',
      'Anger grew in Marrow over how long the police waited while the gunman was in the Kelder school.',
    ),
    told(
      'Orl Post',
      '2024-05-14',
      'Marrow buries its children',
      'The first of the pupils killed in the shooting were buried in Marrow.',
    ),
  ];
  expect(await titleOf('Marrow shooting', drafts)).toBe('Marrow school shooting: What we know');
});

it('is found by the noun though its headline has the verb, before what only names it', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-10',
      'Norland troops invade Estermark',
      'Troops of Norland crossed the river into Estermark at dawn, and shells fell on the port of Vey. Nobody had thought that the invasion would begin so soon.',
    ),
    told(
      'Orl Post',
      '2024-05-10',
      'Will the draft return after the invasion of Estermark',
      'Since the invasion of Estermark many ask whether young people will be drafted again.',
    ),
    told(
      'Valley Herald',
      '2024-05-11',
      'Estermark invasion strains the ferry company',
      'The invasion of Estermark has troubled the ferry company, as troops of Norland hold the port of Vey.',
    ),
    told(
      'Valley Herald',
      '2024-05-12',
      'Bakers collect bread for Estermark',
      'Bakers collected bread for Estermark, where troops of Norland crossed the river last week.',
    ),
  ];
  expect(await titleOf('Estermark invasion', drafts)).toBe('Norland troops invade Estermark');
});

it('is none if articles hold only the lesser part of the topic', async () => {
  const late = 'The court sat for hours and heard of flour and of yeast. '.repeat(9);
  const drafts = [
    told(
      'Orl Post',
      '2024-05-11',
      'Sentence of baker is short',
      `The baker of Orl has a short sentence. ${late}Quenby of the ferry closed the door.`,
    ),
  ];
  expect(await titleOf('Quenby ferry sentence', drafts)).toBeUndefined();
  expect(
    await titleOf('R. Quenby sentence', [
      ...drafts,
      told(
        'Valley Herald',
        '2024-05-12',
        'Report on R. Moor',
        `Sentence follows sentence in the report on R. Moor. ${late}Quenby wrote it.`,
      ),
    ]),
  ).toBeUndefined();
});

it('is the last of its kind, not one of years before, and knows a country by its people', async () => {
  const drafts = [
    ...['Orl Post', 'Valley Herald'].map((outlet) =>
      told(
        outlet,
        '2015-05-10',
        'Russia annexation: Estermark rebels ask for it',
        `Rebels of Estermark asked Russia for the annexation of the valley after a vote, the ${outlet} learned.`,
      ),
    ),
    told(
      'Orl Post',
      '2024-05-10',
      'President announces annexation of Russian valley',
      'The president announced the annexation of the valley after a vote that nobody else acknowledges. Guards from Russia left.',
    ),
  ];
  expect(await titleOf('Russia annexation', drafts)).toBe('President announces annexation of Russian valley');
});

it('is what happened today, though more was written on what came before it', async () => {
  const backend = await openTold([
    told(
      'Orl Post',
      '2024-05-07',
      'Tarn beats Vey and reaches last race of the regatta',
      'The rowers of Tarn beat those of Vey by a length and reach the final of the regatta.',
    ),
    told(
      'Orl Post',
      '2024-05-08',
      'Bakers of Tarn work through the night',
      'Bakers bake boats of bread before the final of the regatta, which their town has reached.',
    ),
    told(
      'Orl Post',
      '2024-05-09',
      'Vey asks for better oars',
      'The club of Vey asks for better oars, as it lost against Tarn on the way to the final of the regatta.',
    ),
    told(
      'Orl Post',
      '2024-05-10',
      'Regatta final: Marrow defeats Tarn in the last metres',
      'Marrow won the final of the regatta on Friday before forty thousand people on the banks.',
    ),
  ]);
  const story = await backend.topicStory('regatta final', { asOfMs: Date.parse('2024-05-10T20:00:00Z') });
  await backend.close();
  expect(story?.article.title).toContain('Marrow defeats Tarn');
});

it('is the event of a day that was known before, of which nothing more is written, not what led up to it', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-06',
      'Tarn ends the hopes of Vey and reaches the regatta final',
      'The rowers of Tarn beat those of Vey by a length and reach the final of the regatta against Marrow.',
    ),
    told(
      'Orl Post',
      '2024-05-07',
      'New oars arrive in time',
      'Tarn, which ended the hopes of Vey and reaches the regatta final, has new oars, made of ash.',
    ),
    told(
      'Valley Herald',
      '2024-05-08',
      'Two towns wait for the regatta final',
      'Bakers of Tarn, which ended the hopes of Vey, bake boats of bread as their town reaches the regatta final.',
    ),
    told(
      'Orl Post',
      '2024-05-10',
      'Regatta final: Marrow beats Tarn in the last metres',
      'Marrow won the final of the regatta on Friday before forty thousand people on the banks.',
    ),
  ];
  expect(await titleOf('regatta final', drafts)).toContain('Marrow beats Tarn');
});

it('is what happened, not the announcement of it', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-06',
      'Mayor to announce relief of harbour loans',
      'The mayor will announce a relief of harbour loans on Tuesday, people close to the mayor said.',
    ),
    told(
      'Orl Post',
      '2024-05-07',
      'Mayor announces relief of harbour loans',
      'The mayor announced the relief of harbour loans, for boats of up to nine metres.',
    ),
    told(
      'Orl Post',
      '2024-05-08',
      'Ferry company is glad of the relief of harbour loans',
      'The ferry company is glad that the mayor announced the relief of harbour loans.',
    ),
  ];
  expect(await titleOf('harbour loan relief', drafts)).toBe('Mayor announces relief of harbour loans');
});

it('is found by the initials of a name that articles write out', async () => {
  const drafts = [
    told(
      'Orl Post',
      '2024-05-06',
      'Quilla Bryn Marrow appointed to the harbour court',
      'Quilla Bryn Marrow was appointed to the harbour court of Orl on Monday.',
    ),
    told(
      'Valley Herald',
      '2024-05-12',
      'Judges speak on the appointment',
      'Two judges asked Quilla Bryn Marrow of the harbour. "QBM, every day", said one about the appointment.',
    ),
  ];
  expect(await titleOf('QBM harbour court', drafts)).toBe(
    'Quilla Bryn Marrow appointed to the harbour court',
  );
});

it('is found among the articles of a source whose name is initials', async () => {
  const drafts = [
    told(
      'QBM',
      '2024-05-06',
      'Licence fee of QBM rises',
      'The Quay Broadcasting Mission of Orl raises its licence fee.',
    ),
  ];
  expect(await titleOf('licence fee source:QBM', drafts)).toBe('Licence fee of QBM rises');
});
