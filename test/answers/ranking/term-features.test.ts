import { describe, expect, it } from 'vitest';
import {
  TERM_FEATURE_NAMES,
  TERM_FEATURES,
  type TermSigns,
} from '../../../src/answers/ranking/term-features.ts';
import { describeQuestion, type Told } from './describe-question.ts';

const OTHER: Told = { body: 'Nothing of the kind was heard in the hills.' };

/** The words that may answer a question, from articles of one sentence each. */
const wordsFor = async (question: string, ...bodies: readonly string[]) =>
  (await describeQuestion(question, [...bodies.map((body) => ({ body })), OTHER])).word;

const TESTED = new Set<string>();
const feature = (
  name: (typeof TERM_FEATURE_NAMES)[number],
  says: string,
  test: () => Promise<void>,
): void => {
  TESTED.add(name);
  it(`${name} ${says}`, test);
};

describe('a word that may be the answer', () => {
  feature('support', 'grows with the articles that talk about the question around it', async () => {
    const word = await wordsFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Vitez.',
      'Vitez says the harbour crane is repaired.',
      'The harbour crane was repaired, Lindqvist hears.',
    );
    expect(word('Vitez').support).toBeGreaterThan(1.2 * word('Lindqvist').support);
    expect(word('Lindqvist').support).toBeGreaterThan(0);
  });

  feature('best', 'is what the one best sentence holds of the question', async () => {
    const word = await wordsFor(
      'Who repaired the harbour crane?',
      'The harbour crane was repaired by Vitez.',
      'Lindqvist likes the harbour crane.',
      'A harbour crane, asks Lindqvist.',
    );
    expect(word('Vitez').best).toBe(1);
    expect(word('Lindqvist').best).toBeLessThan(0.5);
  });

  feature('noun', 'is high beside the noun that is asked for', async () => {
    const word = await wordsFor(
      'Which airline leaves Lanner?',
      'The airline Skarv will soon and with much regret after all these years leave Lanner for Odde.',
    );
    expect(word('Skarv').noun).toBe(1);
    expect(word('Skarv').noun).toBeGreaterThan(word('regret').noun);
  });

  feature('title', 'counts words of titles alone', async () => {
    const articles = [
      { title: 'Vitez mends crane', body: 'The harbour crane was repaired by Lindqvist.' },
      OTHER,
    ];
    const { word } = await describeQuestion('Who repaired the harbour crane?', articles);
    expect(word('Vitez').title).toBe(1);
    expect(word('Lindqvist').title).toBe(0);
  });

  feature('nearIdf', 'is high close to the words of the question, for rare words', async () => {
    const word = await wordsFor(
      'Who repaired the harbour crane?',
      'Lindqvist heard late on the cold and windy night of Monday that Vitez repaired the harbour crane on Monday.',
      'Nobody worked on Monday.',
    );
    expect(word('Vitez').nearIdf).toBeGreaterThan(word('Lindqvist').nearIdf);
    expect(word('Vitez').nearIdf).toBeGreaterThan(word('Monday').nearIdf);
  });

  feature('typedNear', 'is high where the spelling fits what is asked for', async () => {
    const sentence = 'In 7 days Vitez repaired the harbour crane.';
    const who = await wordsFor('Who repaired the harbour crane?', sentence);
    expect(who('Vitez').typedNear).toBeGreaterThan(who('7').typedNear);
    const many = await wordsFor('In how many days was the harbour crane repaired?', sentence);
    expect(many('7').typedNear).toBeGreaterThan(many('Vitez').typedNear);
  });

  feature('freshIdf', 'is support by the articles of the last days', async () => {
    const { word } = await describeQuestion('Who repaired the harbour crane?', [
      { body: 'The harbour crane was repaired by Vitez.' },
      { body: 'The harbour crane was repaired by Lindqvist.', published: '2023-05-10' },
      OTHER,
    ]);
    expect(word('Vitez').freshIdf).toBe(1);
    expect(word('Lindqvist').freshIdf).toBeLessThan(0.01);
  });

  feature('idf', 'is high for rare words and ends at 8', async () => {
    const word = await wordsFor(
      'Who repaired the crane?',
      'Governments repaired the crane.',
      'Vitez repaired the crane.',
    );
    expect(word('Vitez').idf).toBeGreaterThan(4 * word('Governments').idf);
    expect(TERM_FEATURES.idf({ idf: 12 } as TermSigns)).toBe(8);
  });

  feature(
    'capital',
    'is the share of capitals inside sentences; at their start nothing is known',
    async () => {
      const word = await wordsFor(
        'Who repaired the harbour crane?',
        'Yesterday the wooden harbour crane was repaired by Vitez.',
      );
      expect(word('Vitez').capital).toBe(1);
      expect(word('wooden').capital).toBe(0);
      expect(word('Yesterday').capital).toBe(0.5);
    },
  );

  feature('number', 'is the share of places with digits', async () => {
    const word = await wordsFor('How many cranes has the harbour?', 'The harbour has 14 tall cranes.');
    expect(word('14').number).toBe(1);
    expect(word('tall').number).toBe(0);
  });

  feature('quoted', 'is the share of places that open a quotation', async () => {
    const word = await wordsFor(
      'Which film did the harbour show?',
      'The harbour showed “Driftwood”, a film by Vitez.',
    );
    expect(word('Driftwood').quoted).toBe(1);
    expect(word('Vitez').quoted).toBe(0);
  });

  feature('place', 'knows names of places, where they are spelled as names', async () => {
    const word = await wordsFor(
      'Where was the crane repaired?',
      'The crane was repaired in Portugal with china by Vitez.',
    );
    expect(word('Portugal').place).toBe(1);
    expect(word('china').place).toBe(0);
    expect(word('Vitez').place).toBe(0);
  });

  feature('repeats', 'grows with how often an article holds the word', async () => {
    const word = await wordsFor(
      'Who repaired the harbour crane?',
      'Vitez and Lindqvist repaired the harbour crane. The crane obeys Vitez.',
    );
    expect(word('Vitez').repeats).toBeGreaterThan(word('Lindqvist').repeats);
  });

  feature('year', 'tells years where none is asked for', async () => {
    const sentence = 'The harbour crane was built in 1987 for 1800 crowns.';
    const where = await wordsFor('Where was the harbour crane built?', sentence);
    expect([where('1987').year, where('1800').year]).toEqual([1, 0]);
    const when = await wordsFor('In what year was the harbour crane built?', sentence);
    expect(when('1987').year).toBe(0);
  });

  feature('askedYear', 'tells years where one is asked for', async () => {
    const sentence = 'The harbour crane was built in 1987 for 1800 crowns.';
    const when = await wordsFor('In what year was the harbour crane built?', sentence);
    expect([when('1987').askedYear, when('1800').askedYear]).toEqual([1, 0]);
    const where = await wordsFor('Where was the harbour crane built?', sentence);
    expect(where('1987').askedYear).toBe(0);
  });

  feature('money', 'tells sums where one is asked for', async () => {
    const sentence = 'The harbour crane cost $350 for 12 days.';
    const much = await wordsFor('How much did the harbour crane cost?', sentence);
    expect([much('350').money, much('12').money]).toEqual([1, 0]);
    const many = await wordsFor('How many days was the harbour crane there?', sentence);
    expect(many('350').money).toBe(0);
  });

  feature('percent', 'tells shares where one is asked for, with a sign or in words', async () => {
    const sentence = 'Of the harbour 45% and of the crane 30 percent belong to 8 families.';
    const share = await wordsFor('What percentage of the harbour crane is owned?', sentence);
    expect([share('45').percent, share('30').percent, share('8').percent]).toEqual([1, 1, 0]);
    const many = await wordsFor('How many families own the harbour crane?', sentence);
    expect(many('45').percent).toBe(0);
  });

  feature(
    'duration',
    'tells what stands before a unit of time, where a length of time is asked for',
    async () => {
      const sentence = 'The harbour crane stood for nine years with 4 wheels.';
      const long = await wordsFor('How long did the harbour crane stand?', sentence);
      expect([long('nine').duration, long('4').duration]).toEqual([1, 0]);
      const many = await wordsFor('How many wheels has the harbour crane?', sentence);
      expect(many('nine').duration).toBe(0);
    },
  );

  feature('count', 'tells numbers that are no year, sum or share, where a count is asked for', async () => {
    const sentence = 'In 1987 the harbour had seven cranes of $350 with 45% steel and 12 boats.';
    const many = await wordsFor('How many cranes had the harbour?', sentence);
    expect([many('seven').count, many('12').count]).toEqual([1, 1]);
    expect([many('1987').count, many('350').count, many('45').count, many('steel').count]).toEqual([
      0, 0, 0, 0,
    ]);
    const who = await wordsFor('Who had the cranes of the harbour?', sentence);
    expect(who('12').count).toBe(0);
  });

  feature('related', 'tells words that begin like one of the question', async () => {
    const word = await wordsFor(
      'Which Lannerian harbour was sold?',
      'The Lannerian harbour in Lanner was sold to Vitez.',
    );
    expect([word('Lanner').related, word('Vitez').related]).toEqual([1, 0]);
  });

  feature('askedPlace', 'tells places of just the sort that is asked for', async () => {
    const sentence = 'The harbour crane went from Portugal over Texas to Dublin.';
    const of = async (question: string) => {
      const word = await wordsFor(question, sentence);
      return ['Portugal', 'Texas', 'Dublin'].map((place) => word(place).askedPlace);
    };
    expect(await of('Which country sold the harbour crane?')).toEqual([1, 0, 0]);
    expect(await of('Which state sold the harbour crane?')).toEqual([0, 1, 0]);
    expect(await of('Which city sold the harbour crane?')).toEqual([0, 0, 1]);
    expect(await of('Who sold the harbour crane?')).toEqual([0, 0, 0]);
  });

  feature('person', 'tells names with a title before or what persons do behind', async () => {
    const word = await wordsFor(
      'Who repaired the harbour crane?',
      'The harbour crane was slowly repaired by Senator Maud Vitez, Orla Lindqvist said in Odde.',
    );
    for (const name of ['Maud', 'Vitez', 'Orla', 'Lindqvist'])
      expect([name, word(name).person]).toEqual([name, 1]);
    for (const other of ['Odde', 'Senator', 'slowly'])
      expect([other, word(other).person]).toEqual([other, 0]);
  });

  it('has a test of each of its features', () => {
    expect([...TESTED]).toEqual(TERM_FEATURE_NAMES);
  });
});
