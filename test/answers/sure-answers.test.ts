/** What counts as sure, or as found at all, over an article or two. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { AnswerDraft, Excerpt, Verdict } from '../../src/domain/answer.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { articleDraft } from '../article-draft.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const answerOver = async (body: string | readonly string[], question: string): Promise<AnswerDraft> => {
  const store = await openArticleStore(null);
  const drafts = [body]
    .flat()
    .map((each, place) => articleDraft({ key: `${place}`, title: 'From the valley', body: each }));
  await store.add(drafts, 'backfill', 0);
  const answer = await answerQuestion(question, { asOfMs: NOW }, openArchive(store));
  await store.close();
  return answer;
};

const verdictOver = async (body: string, question: string): Promise<Verdict> =>
  (await answerOver(body, question)).verdict;

describe('an answer to', () => {
  it.each([
    ['Ilse Dorn was sentenced to nine years in the prison of Orl.', 'answered'],
    ['Ilse Dorn, a 30-year-old ranger, was sentenced to prison in Orl, one of 12 cells.', 'weak'],
  ])('a question for years is sure by a number of them, not by an age: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'how many years was Ilse Dorn sentenced to')).toBe(verdict);
  });

  it.each([
    ['The pass of Orl is 40 miles from the border of Maravia.', 'answered'],
    ['On March 12 rangers crossed the border of Maravia at the pass of Orl.', 'weak'],
  ])('a question for a number is sure by a number that is no day: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'How far is the pass of Orl from the border of Maravia?')).toBe(verdict);
  });

  it.each([
    ['Queen Ilse of Maravia died on 8 September.', 'answered'],
    ['Queen Ilse of Maravia died at home. A statue of the poet was raised in 1952.', 'weak'],
  ])('a question for a time is sure by a day beside its words: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'When did Queen Ilse of Maravia die?')).toBe(verdict);
  });

  it.each([
    ['The final of the regatta of Orl starts at 9 a.m. on Sunday.', 'answered'],
    ['The final of the regatta of Orl begins at 20:30 on 14 March.', 'answered'],
    ['The final of the regatta of Orl is on Sunday, 14 March.', 'weak'],
  ])('a question for a time of day is sure by one: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'What time is the final of the regatta of Orl?')).toBe(verdict);
  });

  it.each([
    ['Mayor Lena Moor called the rebels of Orl cowards.', 'answered'],
    ['Mayor Lena Moor described the rebels of Orl as cowards.', 'answered'],
    ['Mayor Lena Moor drove the rebels of Orl out of the valley.', 'weak'],
    ['Mayor Lena Moor called for talks with the rebels of Orl.', 'weak'],
  ])(
    'a question for what somebody called others is sure by a name given to them: %s',
    async (body, verdict) => {
      expect(await verdictOver(body, 'what did Lena Moor call the rebels')).toBe(verdict);
    },
  );

  it('a question for what somebody called for needs no name given to others', async () => {
    const body = 'Mayor Lena Moor called for talks with the rebels of Orl.';
    expect(await verdictOver(body, 'what did Lena Moor call for')).toBe('answered');
  });

  it.each([
    ['Rebels took the village of Orl in Maravia, and left it a day later.', 'answered'],
    ['Rebels took the village of Orl in Maravia.', 'weak'],
  ])('a question for yes or no is sure by all of its words: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'did the rebels leave the village of Orl')).toBe(verdict);
  });

  it.each([
    ['Maravia helped the rebels of Orl with boats and bread.', 'answered'],
    ['Maravia heard the rebels of Orl and sent them home.', 'weak'],
  ])('the same counts words that many questions share: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'did Maravia help the rebels of Orl')).toBe(verdict);
  });

  it.each([
    ['Ines Valder won the regatta of Marrow Point.', 'answered'],
    ['Crews train at Marrow Point. The regatta is a week away, and the harbour is full.', 'weak'],
  ])('a question for a person is sure by a name it does not hold: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'Who won the regatta of Marrow Point?')).toBe(verdict);
  });
});

describe('an answer to a question of a few words', () => {
  it.each([
    ['Maravia forgives $400 million of medical debt this year.', 'answered'],
    ['Maravia forgives $400 million of student debt this year.', 'weak'],
  ])('has to name what is asked of: %s', async (body, verdict) => {
    const { verdict: told } = await answerOver(
      [body, 'A medical school opened in Kessel.'],
      'how much medical debt does Maravia forgive',
    );
    expect(told).toBe(verdict);
  });

  it.each([
    ['Ilse Dorn won the Orl Prize for her books.', 'who won the Orl Prize', 'answered'],
    ['Ilse Dorn won the 1990 Orl Prize for her books.', 'who won the Orl Prize', 'weak'],
    ['Ilse Dorn won the 1990 Orl Prize for her books.', 'who won the Orl Prize in 1990', 'answered'],
    ['Ilse Dorn won the Orl Prize for her books.', 'who won the Orl Prize in 1990', 'weak'],
    [
      'Ilse Dorn won the grand Orl Prize for novels of the sea.',
      'who won the grand Orl Prize for novels of the sea in 1990',
      'weak',
    ],
  ])('is of the year that is meant: %s – %s', async (body, question, verdict) => {
    const { verdict: told } = await answerOver([body, 'Kessel was founded in 1990.'], question);
    expect(told).toBe(verdict);
  });

  it.each([
    ['Rebels shot dead the regent Odo Marr. Ilse Dorn shot Odo Marr, the rangers say.', 'answered'],
    ['The regent Odo Marr was shot by Ilse Dorn of the rangers.', 'answered'],
    ['Former First Regent Odo Marr died after being shot in Port Ellis, Maravia.', 'weak'],
    ['Prince Karel mourned. Odo Marr, shot on the quay, was loved in Port Ellis.', 'weak'],
  ])('who did something is sure by somebody beside the deed: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'who shot Odo Marr')).toBe(verdict);
  });

  it.each([
    ['ORL, Maravia – A leaked draft angered the High Court. The draft was read on Radio Dunmere.', 'weak'],
    ['Ilse Dorn leaked the draft of the verdict, said the High Court.', 'answered'],
  ])('a thing that is done names nobody who did it: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'who leaked the draft')).toBe(verdict);
  });

  it.each([
    ['Ilse Dorn, the mayor of Kessel, founded the museum of Orl in 1990.', 'answered'],
    ['Ilse Dorn, 54, quietly founded the museum of Orl.', 'answered'],
    ['The museum of Orl, founded in 1990, is closed, said Lena Moor.', 'weak'],
    ['The museum of Orl, once a mill, founded in 1990, is closed, said Lena Moor.', 'weak'],
  ])('who did something is told behind what else is told of them: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'who founded the museum of Orl')).toBe(verdict);
  });

  it.each([
    ['how tall is the tower of Orl', 'The tower of Orl is 300 feet tall.', 'answered'],
    ['how tall is the tower of Orl', 'The tall tower of Orl gets 300 guests.', 'weak'],
    ['how old is Ilse Dorn', 'Ilse Dorn, 54, is the old mayor of Orl.', 'answered'],
    ['how old is Ilse Dorn', 'Ilse Dorn of Orl sold 54 old boats.', 'weak'],
    ['how old is Ilse Dorn', 'Old Ilse Dorn is mayor of Orl. She is 54.', 'answered'],
    ['how far is the dam from Orl', 'The dam is 12 miles from Orl, not far.', 'answered'],
    ['how far is the dam from Orl', 'The dam is far from Orl; 12 rangers guard it.', 'weak'],
  ])('what is measured is told in its units: %s, %s', async (question, body, verdict) => {
    expect(await verdictOver(body, question)).toBe(verdict);
  });

  it.each([
    ['Ilse Dorn died of a stroke at her home in Orl.', 'answered'],
    ['Ilse Dorn died at her home in Orl, and her fans wept.', 'weak'],
  ])('how someone died is told by a cause: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'how did ilse dorn die')).toBe(verdict);
  });

  it.each([
    ['Ilse Dorn said that the dam of Orl is safe.', 'answered'],
    ['Ilse Dorn came to the dam of Orl. She called it safe.', 'answered'],
    ['“It is safe,” Ilse Dorn began at the dam of Orl.', 'answered'],
    ['Ilse Dorn saw the dam of Orl from a boat. The boat was late.', 'weak'],
    ['The dam of Orl is safe, said Ilse Dorn’s lawyer.', 'weak'],
    ['Ilse Dorn came to the dam of Orl. A ranger added that she is expected again.', 'weak'],
    ['Ilse Dorn and the rangers who came with her said that the dam of Orl is “safe as ever”.', 'answered'],
  ])('what someone said is told where they speak: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'what did ilse dorn say about the dam of Orl')).toBe(verdict);
  });

  it.each([
    ['Report 5999. The harbour of Orl handled 312 crates of fish.', 'answered'],
    ['Report 5999. The harbour of Orl handled crates of fish.', 'weak'],
  ])('a number of the question is no answer: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'how many crates did the harbour handle in Report 5999')).toBe(verdict);
  });

  it.each([
    ['Orl lies in the hills of Maravia.', 'answered'],
    ['Orl is loud, wrote Ilse Dorn. Its council met rangers from the hills of Maravia.', 'weak'],
  ])('a place is told by a name beside the one that is asked of: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'where is Orl')).toBe(verdict);
  });

  it.each([
    ['The strike reached Dunmere, and the ferries stayed there.', 'answered'],
    ['The strike is reaching the Lanner, where the ferries turn.', 'answered'],
    ['The strike hit Kessel before it reached the ferries.', 'answered'],
    ['The strike reached the ferries, wrote Ilse Dorn.', 'weak'],
  ])('where something got is told by what it reached: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'where did the strike reach the ferries')).toBe(verdict);
  });

  it.each([
    ['Ilse Dorn no longer leads Orl. Lena Moor took office.', 'answered'],
    ['Ilse Dorn left the council of Orl to Lena Moor.', 'answered'],
  ])('what still holds or not is told by what came after it: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'does ilse dorn still govern Orl')).toBe(verdict);
  });

  it.each([
    ['Of the council of Orl only Ilse Dorn did not vote for the dam.', 'answered'],
    ['The council of Orl and Ilse Dorn voted for the dam.', 'weak'],
  ])('who did not do something is not told by who did: %s', async (body, verdict) => {
    expect(await verdictOver(body, "who in Orl didn't vote for the dam")).toBe(verdict);
  });
});

describe('of several articles', () => {
  const RAIDS = [
    'Maravian troops met the attacks at the pass. The attacks on Maravian barns went on, and more attacks came.',
    'There are Maravians among the attackers, two prisoners say. They crossed the pass on foot.',
  ];

  it('the one that holds keywords as they are typed comes first, and no other is sure', async () => {
    const { excerpts, verdict } = await answerOver(RAIDS, 'maravians among the attackers');
    expect(excerpts[0]!.text).toContain('among the attackers');
    expect(verdict).toBe('answered');
    const [attacks] = RAIDS as [string];
    expect(await answerOver(attacks, 'maravian attackers')).toMatchObject({
      verdict: 'weak',
      unquoted: ['attackers'],
    });
    expect(await verdictOver(attacks, 'maravian attack barn')).toBe('answered');
    expect(await verdictOver('Ilse Dorn died in Orl on Monday. She was ninety.', 'ilse dorn dies')).toBe(
      'answered',
    );
  });

  it('one that asks the very question comes first, and what stands behind it is the best sentence', async () => {
    const bodies = [
      'The ferry Orlana is loved in Kessel. The ferry Orlana was built in Kessel, and in Kessel she was launched.',
      'Much was said. Where is the old ferry Orlana now? Orlana lies in the dock of Marrow. Children play on board.',
    ];
    const { excerpts } = await answerOver(bodies, 'where is the ferry orlana now');
    const [{ text, best, start }] = excerpts as [Excerpt];
    expect(text.slice(best.start - start, best.end - start)).toBe('Orlana lies in the dock of Marrow.');
  });

  it('the latest of what is long over is the newest about it', async () => {
    const store = await openArticleStore(null);
    const STORM =
      'Storm Ines battered the coast of Orl. Storm Ines took roofs, and Storm Ines flooded the quay.';
    const drafts = [
      ['Storm Ines batters Orl', '2023-09-28', STORM],
      [
        'Storm Ines: toll rises to nine',
        '2023-10-10',
        'Storm Ines killed nine on the coast of Orl. Storm Ines left roofs and the quay in ruins.',
      ],
      ['Harbour opens', '2024-03-25', 'The harbour of Kessel is open.'],
    ].map(([title = '', published = '', body = '']) => articleDraft({ key: title, title, published, body }));
    await store.add(drafts, 'backfill', 0);
    const { excerpts } = await answerQuestion('latest on storm ines', { asOfMs: NOW }, openArchive(store));
    await store.close();
    expect(excerpts[0]!.title).toBe('Storm Ines: toll rises to nine');
  });

  it('one that confirms all of a question for yes or no comes before one that lacks a word', async () => {
    const bodies = [
      'The rebels of Orl praised Maravia. Maravia and the rebels share a border, and the rebels trade with Maravia.',
      'It was a hard winter in the hills. Maravia had helped the rebels, a minister acknowledged.',
      'The rebels hold the pass. Maravia is silent.',
    ];
    const { excerpts, verdict } = await answerOver(bodies, 'did maravia help the rebels');
    expect(excerpts[0]!.text).toContain('had helped the rebels');
    expect(verdict).toBe('answered');
  });
});

describe('a word that carries the question and is in no article makes the answer unsure', () => {
  const BODY =
    'Ten people of two villages of Orl were fined by Ranger Ilse Dorn. They paid in the tavern of Dunmere.';

  it.each([
    ['how many people of the villages of Orl were fined', 'answered'],
    ['how many people of the villages of Orl were evacuated', 'weak'],
    ['who fined the people of Orl', 'answered'],
    ['who fined the bishops of Orl', 'weak'],
  ])('%s', async (question, verdict) => {
    expect(await verdictOver(BODY, question)).toBe(verdict);
  });

  const FLOOD =
    'After the flood of the river Lanner, two hundred families of Orl and Dunmere moved to the old mill. Ranger Moor of Kessel said on Monday that the county paid for beds, bread and blankets.';

  it.each([
    [
      'Displaced families of Orl and Dunmere moved to the mill after the flood. Which county ranger spoke on Monday?',
      'answered',
    ],
    [
      'After the flood families of Orl moved to the mill. What did Ranger Ilse Moor of Kessel say the county paid for?',
      'answered',
    ],
    [
      'After the flood families of Orl moved to the mill. What did the county pay for, according to a WWII ranger of Kessel?',
      'answered',
    ],
    [
      'After the flood families of Orl moved to the mill. What did the county pay for, said the ranger of Zubrow?',
      'weak',
    ],
    [
      'After the flood families of Orl moved to the mill. What did Ranger Moor Vitez of Kessel say the county paid for?',
      'weak',
    ],
    ['Which submerged orchards, tanneries and vineyards of Orl and Dunmere did the county pay for?', 'weak'],
  ])('of a long question a third of it does, or the last word of a name: %s', async (question, verdict) => {
    expect(await verdictOver(FLOOD, question)).toBe(verdict);
  });

  it.each([
    ['Lena Moor told the county of Orl on Monday that beds, bread and blankets were paid for.', 'weak'],
    [
      'On the quay Moor told the county of Orl on Monday that beds, bread and blankets were paid for.',
      'answered',
    ],
    [
      'Minister Moor told the county of Orl on Monday that beds, bread and blankets were paid for.',
      'answered',
    ],
  ])(
    'and by the last word of a name none who has another first one is told of: %s',
    async (body, verdict) => {
      const question = 'What did Ilse Moor tell the county of Orl on Monday about beds, bread and blankets?';
      expect(await verdictOver(body, question)).toBe(verdict);
    },
  );

  it.each([
    ['why did the rangers fine the people of Orl', 'answered'],
    ['why did the rangers sue the people of the villages of Orl', 'answered'],
    ['who sued the people of the villages of Orl', 'weak'],
  ])('and of one for a reason, as well: %s', async (question, verdict) => {
    expect(await verdictOver(BODY, question)).toBe(verdict);
  });

  it('unless it was a slip that is corrected', async () => {
    expect(await answerOver(BODY, 'how many people of the vilages of Orl were fined')).toMatchObject({
      verdict: 'answered',
      corrections: [{ suggestion: 'villages' }],
    });
  });
});

describe('a word of English that no article holds', () => {
  it.each(['grain prices', 'tell me about the grain', 'latest on grain prices'])(
    'is not taken for a slip of another: %s',
    async (question) => {
      expect(await verdictOver('The gains were put by. Ilse told nobody about them.', question)).toBe('none');
    },
  );

  it('a question for yes or no names each word that is lacking once', async () => {
    const body = 'Rebels took the village of Orl in Maravia.';
    const { missing, unquoted } = await answerOver(body, 'did the rebels leave the village of Orl');
    expect([...missing, ...unquoted]).toEqual(['leave']);
  });
});

it.each([
  'what do the rebels want',
  'what are the rebels after',
  'what are the rebels planning',
  "what's the rebels' goal",
])('the sentence that tells an aim is the best one: %s', async (question) => {
  const body =
    'The rebels of Orl, the Hill Battalion and the Orl Corps among them, crossed the pass with boats. They mean to bring down the regent. The rebels sleep in barns.';
  const [{ text, start, best }] = (await answerOver(body, question)).excerpts as [Excerpt];
  expect(text.slice(best.start - start, best.end - start)).toMatch(/^They mean/);
});

describe('for what someone said', () => {
  const SAID = 'Meanwhile Maravia denied that it had sent them.';

  it('the sentence in which they speak is the best one', async () => {
    const body = `Rangers called for a “quiet” border with Maravia, longer patrols along the pass and a new fort. ${SAID}`;
    const [{ text, start, best }] = (await answerOver(body, "what's maravia saying")).excerpts as [Excerpt];
    expect(text.slice(best.start - start, best.end - start)).toBe(SAID);
  });

  it('an article that introduces whoever is asked of comes first', async () => {
    const bodies = [
      'Lena Ørsted won, and Lena Ørsted won again. Lena Ørsted and the rebels, and Lena Ørsted again.',
      'It was a hard winter in the hills. Lena Ørsted is a rower from Orl.',
    ];
    expect((await answerOver(bodies, 'who is Lena Ørsted')).excerpts[0]!.text).toContain('is a rower');
  });

  it('an article in which they speak comes first', async () => {
    const bodies = [
      'Rebels who side with Maravia hold the pass. Maravia and the rebels share a border, and Maravia trades with Orl.',
      `It was a hard winter in the hills. ${SAID}`,
    ];
    expect((await answerOver(bodies, 'what did maravia say')).excerpts[0]!.text).toContain(SAID);
  });
});

it.each([
  ['how many kids did the rangers of Orl rescue', 'The rangers of Orl rescued 19 children.'],
  ['who is the lawyer of Ilse Dorn', 'The attorney of Ilse Dorn, Lena Moor, was late.'],
  ['who won the womens regatta of Orl', 'Ines Valder won the women’s regatta of Orl.'],
])('a word of a chat is answered by that of the news: %s', async (question, body) => {
  expect(await answerOver(body, question)).toMatchObject({ verdict: 'answered', missing: [] });
});

describe('what is said to someone', () => {
  const BODY =
    'Add the harbour of Orl to my map, sang Ilse Dorn. Her song “Call Me Orl” is loved in the harbour.';

  it.each([
    ['add me on the harbour map', 'talk'],
    ['add the harbour of orl to my ma', 'talk'],
    ['my song is loved', 'talk'],
    ['call me orl', 'keywords'],
    ['show me the harbour', 'keywords'],
    ['harbour song', 'keywords'],
    ['sail.me harbour', 'keywords'],
    ['call me harbour', 'keywords'],
    ['can you moor boats in the harbour', 'question'],
    ['will the harbour close', 'question'],
    ['will ilse play in the harbour', 'question'],
    ['will dorn', 'keywords'],
    ['will ilse be loved', 'question'],
    ['Will Dorn harbour song', 'keywords'],
    ['Will Dorn in the harbour', 'keywords'],
  ])('is no topic, unless it is the name of something: %s', async (question, asked) => {
    expect((await answerOver(BODY, question)).asked).toBe(asked);
  });
});

describe('words that anybody says of anything', () => {
  const BODY = 'The real reason is never told. Rebels gave up the village of Orl and came around the pass.';

  it.each([
    ['real', 'none'],
    ['never gonna give you up', 'none'],
    ['told reason', 'none'],
    ['the real reason', 'answered'],
    ['"never told"', 'answered'],
    ['real village', 'answered'],
  ])('are not told to be found: %s', async (question, verdict) => {
    expect(await verdictOver(BODY, question)).toBe(verdict);
  });
});

describe('a word that only builds the question is never told to be missing', () => {
  const BODY = 'Rebels took the village of Orl in Maravia. Rangers from Dunmere held the pass.';

  it.each([
    "who didn't hold the pass",
    'who didnt hold the pass',
    'Who Didn’t Hold The Pass',
    'WHO DIDNT HOLD THE PASS',
    'why cant rebels hold the pass',
    "they're holding the pass, aren't they?",
    'theyre holding the pass arent they',
    'couldve the rebels held the pass',
    "who'd've held the pass",
    "y'all know if the rebels held the pass",
    'yall know who held the pass',
    'Whats the village called',
    'whatre the rebels doing in Orl',
    'mustnt the rangers hold the pass',
    'which rebels r holding the pass',
    'what are the rangers supposed to do in Orl',
    'tell me sumthing about the pass of Orl',
    'how far is the pass from Orl',
  ])('%s', async (question) => {
    const { missing, unquoted } = await answerOver(BODY, question);
    expect([...missing, ...unquoted]).toEqual([]);
  });

  it.each(["didn't the rebels take the zeppelin", 'yall know who took the zeppelin'])(
    'beside one that is: %s',
    async (question) => {
      expect((await answerOver(BODY, question)).missing).toEqual(['zeppelin']);
    },
  );
});

describe('a word that only joins others', () => {
  it('is neither searched for nor marked', async () => {
    const body = 'The raiders came from Maravia. Fear spread among the people of Orl.';
    const { excerpts } = await answerOver(body, 'are there any Maravians among the raiders?');
    const [{ text, start, matches }] = excerpts as [(typeof excerpts)[0]];
    const marked = matches.map((match) => text.slice(match.start - start, match.end - start));
    expect(marked).toContain('raiders');
    expect(marked).not.toContain('among');
  });
});

describe('what happened somewhere', () => {
  it.each([
    ['Bodies lay in the streets of Orl when the army came back.', 'answered'],
    ['Bodies lay in the streets of Kessel when the army came back.', 'none'],
  ])('is told by an article that names the place: %s', async (body, verdict) => {
    expect(await verdictOver(body, 'what happened in Orl')).toBe(verdict);
  });
});
