import { describe, expect, it } from 'vitest';
import {
  SENTENCE_FEATURE_NAMES,
  type SentenceFeatureName,
} from '../../../src/answers/ranking/sentence-features.ts';
import { describeQuestion } from './describe-question.ts';

const TESTED = new Set<string>();
const feature = (name: SentenceFeatureName, says: string, test: () => Promise<void>): void => {
  TESTED.add(name);
  it(`${name} ${says}`, test);
};

const QUESTION = 'Who repaired the harbour crane?';
const WHOLE = 'The harbour crane was repaired by Orsolya Vitez.';

/** Of articles with these bodies, the first of which holds most of the question. */
const sentencesFor = async (question: string, ...bodies: readonly string[]) =>
  (
    await describeQuestion(
      question,
      [...bodies, 'Nothing was heard in the hills.'].map((body) => ({ body })),
    )
  ).sentence;

describe('a sentence', () => {
  feature('behind', 'is behind as far as its passage is', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} She sings.`, 'A crane was seen.');
    expect(sentence('The harbour').behind).toBe(0);
    expect(sentence('She').behind).toBe(0);
    expect(sentence('A crane').behind).toBeLessThan(0);
  });

  feature('behindOfMany', 'counts that more the more articles are asked', async () => {
    const few = (await sentencesFor(QUESTION, WHOLE, 'A crane was seen.'))('A crane');
    const more = await sentencesFor(QUESTION, WHOLE, 'A crane was seen.', ...'abcdef');
    const ofMore = more('A crane');
    expect(few.behindOfMany / few.behind).toBeGreaterThan(0);
    expect(ofMore.behindOfMany / ofMore.behind).toBeGreaterThan(few.behindOfMany / few.behind);
  });

  feature('first', 'tells the best passage', async () => {
    const sentence = await sentencesFor(QUESTION, WHOLE, 'A crane was seen.');
    expect([sentence('The harbour').first, sentence('A crane').first]).toEqual([1, 0]);
  });

  feature('firstOfMany', 'tells it by how many articles are asked', async () => {
    const sentence = await sentencesFor(QUESTION, WHOLE, 'A crane was seen.');
    expect(sentence('The harbour').firstOfMany).toBeGreaterThan(0);
    expect(sentence('The harbour').firstOfMany).toBeLessThan(1);
    expect(sentence('A crane').firstOfMany).toBe(0);
  });

  feature('firstArticle', 'tells the article of the best passage', async () => {
    const far = 'So it was. '.repeat(60);
    const sentence = await sentencesFor(QUESTION, `${WHOLE} ${far}One crane is red.`, 'A crane was seen.');
    expect(['The harbour', 'One', 'A crane'].map((first) => sentence(first).firstArticle)).toEqual([1, 1, 0]);
  });

  feature('mass', 'is the likelihood that the answer is in it', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} It was there.`);
    expect(sentence('The harbour').mass).toBeGreaterThan(0.5);
    expect(sentence('It was').mass).toBe(0);
  });

  feature('newMass', 'leaves out what its passage told before', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} That Vitez was repaired too.`);
    expect(sentence('The harbour').newMass).toBe(sentence('The harbour').mass);
    expect(sentence('That').newMass).toBeLessThan(sentence('That').mass);
  });

  feature('massShare', 'is that likelihood against the best of its passage', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} That Vitez sings.`);
    expect(sentence('The harbour').massShare).toBe(1);
    expect(sentence('That').massShare).toBeGreaterThan(0);
    expect(sentence('That').massShare).toBeLessThan(1);
  });

  feature('massInContext', 'counts as far as it holds the question, with what stands before it', async () => {
    const sentence = await sentencesFor(
      QUESTION,
      'The harbour crane broke. Vitez repaired it.',
      'Vitez sings.',
    );
    const behind = sentence('Vitez repaired');
    expect(behind.massInContext).toBeCloseTo(behind.mass);
    expect(sentence('The harbour').massInContext).toBeLessThan(sentence('The harbour').mass);
  });

  feature('peak', 'tells the likeliest word of its passage', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} It was there.`);
    expect([sentence('The harbour').peak, sentence('It was').peak]).toEqual([1, 0]);
  });

  feature('peakAndHeld', 'wants words of the question beside it', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} Then Orsolya Vitez sang.`);
    expect(sentence('The harbour').peakAndHeld).toBeCloseTo(1);
    expect(sentence('Then').peakAndHeld).toBe(0);
  });

  feature('fullName', 'tells likely words in names of several', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} The harbour crane was repaired by her, Vitez.`);
    expect(sentence('The harbour crane was repaired by Orsolya').fullName).toBeGreaterThan(0);
    expect(sentence('The harbour crane was repaired by her').fullName).toBe(0);
  });

  feature('heldFocus', 'looks at the sentence that asks alone', async () => {
    const sentence = await sentencesFor(
      'A storm hit the harbour. Who repaired the crane?',
      'Vitez repaired the crane. The storm hit the harbour.',
    );
    expect([sentence('Vitez').heldFocus, sentence('The storm').heldFocus]).toEqual([1, 0]);
  });

  feature('heldBefore', 'is what the sentence before it holds', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} She sings.`);
    expect(sentence('The harbour').heldBefore).toBe(0);
    expect(sentence('She').heldBefore).toBeCloseTo(1);
  });

  feature('heldBehind', 'is what the sentence behind it holds', async () => {
    const sentence = await sentencesFor(QUESTION, `It rained at the harbour. ${WHOLE}`);
    expect(sentence('It rained').heldBehind).toBeCloseTo(1);
    expect(sentence('The harbour').heldBehind).toBe(0);
  });

  feature('lead', 'tells the first sentence of an article', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} She sings.`);
    expect([sentence('The harbour').lead, sentence('She').lead]).toEqual([1, 0]);
  });

  feature('long', 'tells one of more than 250 characters', async () => {
    const sentence = await sentencesFor(QUESTION, `${WHOLE} She sings${' and sings'.repeat(30)}.`);
    expect([sentence('The harbour').long, sentence('She').long]).toEqual([0, 1]);
  });

  feature(
    'newName',
    'tells a name that the question does not hold, where a person is asked for',
    async () => {
      const told = 'Ines Valder owns the crane. The crane was repaired by Orsolya Vitez.';
      const person = await sentencesFor('Who repaired the crane of Ines Valder?', told);
      expect([person('Ines').newName, person('The crane').newName]).toEqual([0, 1]);
      const place = await sentencesFor('Where is the crane of Ines Valder?', told);
      expect(place('The crane').newName).toBe(0);
    },
  );

  feature('noNumber', 'tells one without a number, where a number is asked for', async () => {
    const told = 'The harbour has cranes. It has 12 cranes.';
    const number = await sentencesFor('How many cranes has the harbour?', told);
    expect([number('The harbour').noNumber, number('It has').noNumber]).toEqual([1, 0]);
    const place = await sentencesFor('Where are the cranes of the harbour?', told);
    expect(place('The harbour').noNumber).toBe(0);
  });

  it('has a test of each of its features', () => {
    expect([...TESTED]).toEqual(SENTENCE_FEATURE_NAMES);
  });
});
