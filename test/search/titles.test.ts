import { describe, expect, it } from 'vitest';
import { TitleIndex } from '../../src/search/title-index.ts';

describe('TitleIndex', () => {
  const titles = new TitleIndex(5);
  titles.add(1, 'Militias raid Belgorod');
  titles.add(2, 'Belgorod residents speak');
  titles.add(3, 'Élections in Paris');
  const find = (text: string, among = titles): number[] => [...among.search(text)];

  it('finds titles by the first letters of their words', () => {
    expect(find('belg').sort()).toEqual([1, 2]);
  });

  it('puts titles that hold every word first', () => {
    expect(find('residents belgorod')[0]).toBe(2);
  });

  it('takes no title for near that shares a mere article or preposition', () => {
    expect(find('zeppelin in a in the')).toEqual([]);
    expect(find('elections in a zeppelin')).toEqual([3]);
  });

  it('forgives a slip and a missing accent', () => {
    expect(find('belgorid')).toContain(1);
    expect(find('elections')).toEqual([3]);
  });

  it('forgets a title that was changed or removed', () => {
    titles.add(4, 'Harvest begins');
    titles.add(4, 'Harvest ends');
    titles.add(5, 'Harvest festival');
    titles.remove(5);
    expect(find('harvest begins')).toEqual([4]);
  });

  it('keeps the newest titles where there are more than it has room for', () => {
    const newest = new TitleIndex(2);
    for (const [seq, title] of ['Harvest begins', 'Harvest goes on', 'Harvest ends'].entries())
      newest.add(seq + 1, title);
    expect(find('harvest', newest).sort()).toEqual([2, 3]);
  });
});
