import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/query/parse-query.ts';
import { asMeantFormerly } from '../../src/store/migrations/keep-topics.ts';

const read = (topic: string) => parseQuery(asMeantFormerly(topic), 0);

describe('a topic of a build that knew no groups', () => {
  it.each([
    ['Portland OR Salem', 'Portland OR Salem'],
    ['the title: harbour author:moor', 'the title harbour author moor'],
    ['dam -(snow) (rain)', 'dam (snow) (rain)'],
    ['title:"high water"', 'title high water'],
  ])('%j asks for words still', (topic, words) => {
    expect(read(topic)).toMatchObject({ words, groups: [], authors: [], excluded: [] });
  });

  it('still asks for the word that stood between two', () => {
    expect(read('Portland OR Salem').phrases).toEqual(['OR']);
  });

  it('still leaves out what it left out', () => {
    expect(read('dam -title:snow -rain')).toMatchObject({ excluded: ['title:snow', 'rain'], groups: [] });
  });

  it('keeps phrases and all other topics to the letter', () => {
    for (const topic of ['', '"this OR that (title:x)" dam', 'war or peace source:a -b', '“a OR b” „c OR d“'])
      expect(asMeantFormerly(topic)).toBe(topic);
  });
});
