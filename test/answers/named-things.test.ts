import { describe, expect, it } from 'vitest';
import { namedThings } from '../../src/answers/named-things.ts';
import { readQuestion } from '../../src/answers/read-question.ts';

const thingsIn = (question: string): string[] => {
  const { words } = readQuestion(question, ['en']);
  const things = namedThings(words);
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
