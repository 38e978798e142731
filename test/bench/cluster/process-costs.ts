/** In: the id of a process. Out: what it and all that it started hold and used. Linux alone gives it; elsewhere 0. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
};

const familyOf = (pid: number): number[] => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1])]),
  );
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Bytes. Proportional: pages that several of them share count once. */
export const memoryOf = (pid: number): number => {
  if (process.platform !== 'linux') return 0;
  const kilobytes = familyOf(pid).map((member) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0),
  );
  return sum(kilobytes) * 1024;
};

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time, those of its processes that have ended among them. */
export const processorTimeOf = (pid: number): number => {
  if (process.platform !== 'linux') return 0;
  const ticks = familyOf(pid).map((member) => {
    const fields = /\) (.*)/.exec(read(`/proc/${member}/stat`))?.[1]?.split(' ') ?? [];
    // utime, stime, cutime and cstime: fields 14 to 17, counted from the one behind the name, the third.
    return sum(fields.slice(11, 15).map(Number));
  });
  return sum(ticks) * TICK_MS;
};
