import { expect, it } from 'vitest';
import { createStatementNames } from '../../src/store/postgres/statement-names.ts';

const OFTEN = 5;
const namesOf = (...texts: string[]) => {
  const nameOf = createStatementNames();
  return texts.map((text) => Array.from({ length: OFTEN }, () => nameOf(text)).at(-1));
};

it('a statement that is asked often has the same name in every process, and no other has it', () => {
  const [a, b] = ['select "seq" from "article"', '\n  SELECT id FROM source'];
  const [one, other] = [namesOf(a, b), namesOf(b, a)];
  expect(one).toEqual(other.toReversed());
  expect(new Set(one).size).toBe(2);
  expect(one).not.toContain(undefined);
});

it('a statement that reads all columns, or is asked seldom, has none', () => {
  expect(namesOf('select * from "article"', 'update "article" set "seq" = $1')).toEqual([
    undefined,
    undefined,
  ]);
  expect(createStatementNames()('select "seq" from "article"')).toBeUndefined();
});
