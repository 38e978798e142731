import { expect, test } from 'vitest';
import { createSerialByKey } from '../../src/scheduling/serial-by-key.ts';

test('work of one key goes in order, a failure stops nothing behind it, and other keys do not wait', async () => {
  const inOrder = createSerialByKey();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const waiting = inOrder('a', () => first.promise);
  const failing = inOrder('a', async () => {
    done.push('a fails');
    throw new Error('no luck');
  });
  const last = inOrder('a', async () => void done.push('a goes on'));
  await inOrder('b', async () => void done.push('b'));
  expect(done).toEqual(['b']);
  first.resolve();
  await waiting;
  await expect(failing).rejects.toThrow('no luck');
  await last;
  expect(done).toEqual(['b', 'a fails', 'a goes on']);
});
