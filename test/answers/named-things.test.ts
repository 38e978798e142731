import { describe, expect, it } from 'vitest';
import { namedThings } from '../../src/answers/named-things.ts';
import { readQuestion } from '../../src/answers/read-question.ts';

const thingsIn = (question: string): string[] => {
  const { words, language } = readQuestion(question, ['en', 'pl', 'de']);
  const things = namedThings(words, language);
  return words.flatMap(({ text }, place) => (things.has(place) ? [text] : []));
};

describe('words that name something for certain', () => {
  it.each([
    ['who is the president of the moon', ['president', 'moon']],
    ['how much medical debt is the mayor cancelling', ['medical', 'debt', 'mayor']],
    ['how many died in orl', ['orl']],
    ['did south maravia fire missiles at kessel', ['south', 'kessel']],
    ["wasn't orl flooded", ['orl']],
    ['when does maple 18 come out', ['maple', '18']],
    ['ile osób zginęło w radomiu', ['radomiu']],
    ['Dlaczego Anna Orl odeszła z rządu', ['Anna', 'Orl', 'rządu']],
    ['wie viele Menschen starben in Köln', ['Köln']],
  ])('stand in “%s” as %j', (question, things) => {
    expect(thingsIn(question)).toEqual(things);
  });

  it.each([
    'who was arrested',
    'who is running to win',
    'did it rain in july',
    'which villages burned',
    'what happened',
  ])('do not stand in “%s”: a verb, a pronoun, a month', (question) => {
    expect(thingsIn(question)).toEqual([]);
  });
});
