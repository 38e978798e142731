/** By which weights excerpts are looked at again. */
import { describe, expect, it } from 'vitest';
import { orderBy, weightsFor } from '../../src/answers/second-look.ts';

const WEIGHTS = { few: { alike: 2, numbers: 5 }, many: { alike: 8, numbers: 5 } };
const alikeFor = (articles: number): number => weightsFor(articles, WEIGHTS).alike!;

describe('the weights of the second look', () => {
  it('are those for few articles up to ten of them, and those for many from as many on as were learned from', () => {
    expect([0, 1, 3, 10].map(alikeFor)).toEqual([2, 2, 2, 2]);
    expect([5_000, 100_000].map(alikeFor)).toEqual([8, 8]);
  });

  it('go from one to the other as articles multiply, where the two differ', () => {
    const [ten, hundred, thousand] = [10, 100, 1_000].map(alikeFor);
    expect(hundred! - ten!).toBeCloseTo(thousand! - hundred!);
    expect(thousand!).toBeLessThan(8);
    for (const articles of [10, 100, 1_000]) expect(weightsFor(articles, WEIGHTS).numbers).toBeCloseTo(5);
  });

  it('count what only one of the two knows for nothing in the other', () => {
    expect(weightsFor(10, { few: {}, many: { alike: 8 } }).alike).toBe(0);
    expect(weightsFor(5_000, { few: {}, many: { alike: 8 } }).alike).toBe(8);
  });
});

describe('excerpts that are looked at again', () => {
  it('keep the order they came in where none reads better, and those that hold all keywords stay before the others', () => {
    const model = { behind: 1 };
    expect(orderBy([[0], [0], [0]], 3, model)).toEqual([0, 1, 2]);
    expect(orderBy([[-1], [0], [3]], 3, model)).toEqual([2, 1, 0]);
    expect(orderBy([[-1], [0], [3]], 2, model)).toEqual([1, 0, 2]);
  });
});
