import { describe, expect, it } from 'vitest';
import { WINDOW_FEATURE_NAMES } from '../../../src/answers/ranking/window-features.ts';
import { describeQuestion, type Told } from './describe-question.ts';

const OTHER: Told = { body: 'Nothing of the kind was heard in the hills.' };

const TESTED = new Set<string>();
const feature = (
  name: (typeof WINDOW_FEATURE_NAMES)[number],
  says: string,
  test: () => Promise<void>,
): void => {
  TESTED.add(name);
  it(`${name} ${says}`, test);
};

const passagesFor = async (question: string, ...told: readonly (string | Told)[]) => {
  const articles = told.map((one) => (typeof one === 'string' ? { body: one } : one));
  return (await describeQuestion(question, [...articles, OTHER])).passage;
};

describe('a passage', () => {
  feature('held', 'is the share of the question that it holds', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Vitez.',
      'A crane was seen.',
    );
    expect(passage('The harbour').held).toBeCloseTo(1);
    expect(passage('A crane').held).toBeGreaterThan(0);
    expect(passage('A crane').held).toBeLessThan(0.5);
  });

  feature('heldFocus', 'looks at the sentence that asks alone', async () => {
    const passage = await passagesFor(
      'A storm hit the harbour. Who repaired the crane?',
      'Vitez repaired the crane.',
      'The storm hit the harbour.',
    );
    expect(passage('Vitez').heldFocus).toBeCloseTo(1);
    expect(passage('Vitez').held).toBeLessThan(1);
    expect(passage('The storm').heldFocus).toBe(0);
  });

  feature('heldNoun', 'looks at the first words behind the question word alone', async () => {
    const passage = await passagesFor(
      'Which airline left the harbour of Lanner?',
      'An airline left.',
      'Lanner has a harbour.',
    );
    expect(passage('An airline').heldNoun).toBeCloseTo(1);
    expect(passage('Lanner').heldNoun).toBe(0);
  });

  feature('heldWithTitle', 'counts the headline too', async () => {
    const passage = await passagesFor('Who repaired the harbour crane?', {
      title: 'Harbour crane',
      body: 'Vitez repaired it.',
    });
    expect(passage('Vitez').held).toBeLessThan(1);
    expect(passage('Vitez').heldWithTitle).toBeCloseTo(1);
  });

  feature('heldByArticle', 'counts the whole article', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour was closed. The crane was repaired by Vitez.',
      'A crane was seen.',
    );
    expect(passage('The crane').held).toBeLessThan(1);
    expect(passage('The crane').heldByArticle).toBeCloseTo(1);
    expect(passage('A crane').heldByArticle).toBeLessThan(1);
  });

  feature('rarestMissing', 'is the rarity of the rarest word that is missing', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Vitez.',
      'The harbour crane is tall.',
      'Lindqvist repaired the crane.',
      'Another crane of the harbour.',
    );
    expect(passage('The harbour crane was').rarestMissing).toBe(0);
    expect(passage('The harbour crane is').rarestMissing).toBeGreaterThan(0);
    expect(passage('Lindqvist').rarestMissing).toBeGreaterThan(passage('The harbour crane is').rarestMissing);
  });

  feature('bestSentence', 'is the share that the one sentence holds that holds most', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The crane was repaired in the harbour. It is tall.',
      'A crane stands here. The harbour is old. Somebody repaired it.',
    );
    expect(passage('The crane').bestSentence).toBeCloseTo(1);
    expect(passage('A crane').bestSentence).toBeLessThan(passage('A crane').held);
  });

  feature('secondSentence', 'is the share that its second-best sentence holds', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired. Vitez repaired the crane.',
      'Some crane of the harbour was repaired. Vitez did it.',
    );
    expect(passage('The harbour').secondSentence).toBeGreaterThan(0.5);
    expect(passage('The harbour').secondSentence).toBeLessThan(1);
    expect(passage('Some crane').secondSentence).toBe(0);
  });

  const GERMAN = 'Wer hat die Fähre nach Lanner reguliert?';
  const WORD = 'Lanner reguliert.';
  const REGULATED = 'Die Regulierung kam. Eine Fähre nach Lanner gibt es.';

  feature('heldAlike', 'counts words that look like those of the question, in other languages', async () => {
    const passage = await passagesFor(GERMAN, REGULATED, WORD);
    expect(passage('Die Regulierung').held).toBeLessThan(1);
    expect(passage('Die Regulierung').heldAlike).toBeCloseTo(1);
    expect(passage(WORD).heldAlike).toBeCloseTo(passage(WORD).held);
    const english = await passagesFor(
      'Who regulated the ferry of Lanner?',
      'The regulator of Lanner is here.',
    );
    expect(english('The regulator').heldAlike).toBe(0);
  });

  feature('bestAlike', 'looks at the one sentence that holds most of them', async () => {
    const passage = await passagesFor(GERMAN, REGULATED, WORD, 'Fähre und Regulierung in Lanner.');
    expect(passage('Fähre').bestAlike).toBeCloseTo(1);
    expect(passage('Die Regulierung').bestAlike).toBeLessThan(1);
  });

  feature('articleAlike', 'looks for them in the whole article', async () => {
    const long = `Regulierung ist schwer. Es war ${'sehr '.repeat(115)}schön. Die Fähre nach Lanner fuhr.`;
    const passage = await passagesFor(GERMAN, long, WORD);
    expect(passage('Die Fähre').heldAlike).toBeLessThan(1);
    expect(passage('Die Fähre').articleAlike).toBeCloseTo(1);
  });

  feature('pairs', 'is the share of neighbours in the question that are neighbours in it', async () => {
    const passage = await passagesFor(
      'harbour crane',
      'The harbour crane is tall.',
      'A crane in the harbour is tall.',
      'One harbour. Crane, it has none.',
    );
    expect(passage('The harbour').pairs).toBeCloseTo(1);
    expect(passage('A crane').pairs).toBe(0);
    expect(passage('One harbour').pairs).toBe(0);
  });

  feature('lead', 'tells the opening of an article', async () => {
    const passage = await passagesFor('Where is the crane?', 'The crane is tall. A crane is red.');
    expect([passage('The crane').lead, passage('A crane').lead]).toEqual([1, 0]);
  });

  feature('rank', 'is the place of its article among the candidates', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'Some crane was seen.',
      'The harbour crane was repaired by Vitez.',
    );
    expect(passage('The harbour').rank).toBe(0);
    expect(passage('Some crane').rank).toBeCloseTo(Math.log(2));
  });

  feature('age', 'is the logarithm of days; what is not dated counts as old', async () => {
    const passage = await passagesFor(
      'Where is the crane?',
      { body: 'The crane is tall.' },
      { body: 'One crane is red.', published: '2024-04-30' },
      { body: 'Some crane is blue.', published: null },
      { body: 'Another crane is green.', published: '2024-05-12' },
    );
    expect(passage('The crane').age).toBe(0);
    expect(passage('One crane').age).toBeCloseTo(Math.log(11));
    expect(passage('Some crane').age).toBe(6);
    expect(passage('Another crane').age).toBe(0);
  });

  feature('week', 'tells the last eight days', async () => {
    const passage = await passagesFor(
      'Where is the crane?',
      { body: 'The crane is tall.', published: '2024-05-02' },
      { body: 'One crane is red.', published: '2024-05-01' },
      { body: 'Some crane is blue.', published: null },
    );
    expect(['The', 'One', 'Some'].map((first) => passage(`${first} crane`).week)).toEqual([1, 0, 0]);
  });

  feature('inAskedDays', 'is 1 for articles of the days that the question names', async () => {
    const told = [
      { body: 'The crane is tall.', published: '2024-05-02' },
      { body: 'One crane is red.', published: '2024-05-03' },
      { body: 'Some crane is blue.', published: null },
    ];
    const inAskedDays = async (question: string) => {
      const passage = await passagesFor(question, ...told);
      return ['The', 'One', 'Some'].map((first) => passage(`${first} crane`).inAskedDays);
    };
    expect(await inAskedDays('Where was the crane on 2 May 2024?')).toEqual([1, 0, 0]);
    expect(await inAskedDays('Where was the crane?')).toEqual([0, 0, 0]);
  });

  feature('mass', 'is the likelihood that the answer is in it, and never above one', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Vitez.',
      'A crane.',
    );
    expect(passage('The harbour').mass).toBeGreaterThan(0.5);
    expect(passage('The harbour').mass).toBeLessThanOrEqual(1);
    expect(passage('A crane').mass).toBeLessThan(passage('The harbour').mass);
  });

  feature(
    'massInContext',
    'is that likelihood as far as passage and headline hold the question',
    async () => {
      const passage = await passagesFor(
        'Who repaired the harbour crane?',
        { title: 'Harbour crane', body: 'Vitez repaired it.' },
        'A crane like that of Vitez.',
      );
      const [covered, other] = [passage('Vitez'), passage('A crane')];
      expect(covered.massInContext).toBeCloseTo(covered.mass);
      expect(other.massInContext).toBeCloseTo(other.mass * other.heldWithTitle);
      expect(other.massInContext).toBeLessThan(other.mass);
    },
  );

  feature('fullNames', 'leaves out likely answers without the other half of their name', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Orsolya Vitez.',
      'Our harbour crane was repaired by Orsolya Vitez.',
      'A harbour crane was repaired by Vitez.',
    );
    expect(passage('The harbour').fullNames).toBeCloseTo(passage('The harbour').mass);
    expect(passage('A harbour').fullNames).toBeLessThan(passage('A harbour').mass);
  });

  feature('nearMass', 'is high where likely answers stand close to the words of the question', async () => {
    const passage = await passagesFor(
      'Who repaired the harbour crane?',
      'Vitez repaired the harbour crane, and then after all of it went home to sleep.',
      'Repaired was the harbour crane, and then after all of it went home to sleep Vitez.',
    );
    expect(passage('Vitez').nearMass).toBeGreaterThan(passage('Repaired').nearMass);
    expect(passage('Repaired').nearMass).toBeGreaterThan(0);
  });

  it('has a test of each of its features', () => {
    expect([...TESTED]).toEqual(WINDOW_FEATURE_NAMES);
  });
});
