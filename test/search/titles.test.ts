import { describe, expect, it } from 'vitest';
import { TitleIndex } from '../../src/search/title-index.ts';

describe('TitleIndex', () => {
  const titles = new TitleIndex(5);
  titles.add(1, 'Militias raid Belgorod');
  titles.add(2, 'Belgorod residents speak');
  titles.add(3, 'Élections in Paris');

  it('finds titles by the first letters of their words', () => {
    expect(titles.search('belg', 5).sort()).toEqual([1, 2]);
  });

  it('puts titles that hold every word first', () => {
    expect(titles.search('residents belgorod', 5)[0]).toBe(2);
  });

  it('takes no title for near that shares a mere article or preposition', () => {
    expect(titles.search('zeppelin in a in the', 5)).toEqual([]);
    expect(titles.search('elections in a zeppelin', 5)).toEqual([3]);
  });

  it('forgives a slip and a missing accent', () => {
    expect(titles.search('belgorid', 5)).toContain(1);
    expect(titles.search('elections', 5)).toEqual([3]);
  });

  it('forgets a title that was changed or removed', () => {
    titles.add(4, 'Harvest begins');
    titles.add(4, 'Harvest ends');
    titles.add(5, 'Harvest festival');
    titles.remove(5);
    expect(titles.search('harvest begins', 5)).toEqual([4]);
  });

  it('keeps the newest titles where there are more than it has room for', () => {
    const newest = new TitleIndex(2);
    for (const [seq, title] of ['Harvest begins', 'Harvest goes on', 'Harvest ends'].entries())
      newest.add(seq + 1, title);
    expect(newest.search('harvest', 5).sort()).toEqual([2, 3]);
  });
});
