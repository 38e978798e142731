import { describe, expect, it } from 'vitest';
import { BURST, createPersonLimits, REFILL_MS } from '../../src/discord/person-limits.ts';

const open = () => {
  let nowMs = 1_000_000;
  const limit = createPersonLimits(() => nowMs);
  return {
    take: (id: string) => limit.take(id),
    drain: (id: string) => {
      for (let count = 0; count < BURST; count += 1) expect(limit.take(id).allowed).toBe(true);
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

describe('the rate limit of a person', () => {
  it('refuses after a burst, says how long to wait, and lets through again then', () => {
    const { take, drain, pass } = open();
    drain('a');
    expect(take('a')).toEqual({ allowed: false, retryInMs: REFILL_MS, told: false });
    pass(REFILL_MS);
    expect(take('a').allowed).toBe(true);
  });

  it('knows whether they were refused already', () => {
    const { take, drain, pass } = open();
    drain('a');
    take('a');
    expect(take('a')).toMatchObject({ told: true });
    pass(REFILL_MS);
    take('a');
    expect(take('a')).toMatchObject({ told: false });
  });

  it('takes nothing away when the clock is set back', () => {
    const { take, pass } = open();
    take('a');
    pass(-24 * 3_600_000);
    expect(take('a').allowed).toBe(true);
  });

  it('is nobody else’s', () => {
    const { take, drain } = open();
    drain('a');
    expect(take('b').allowed).toBe(true);
  });

  it('holds for someone in the crowd, too', () => {
    const { take, drain } = open();
    drain('a');
    for (let person = 0; person < 5000; person += 1) take(`p${person}`);
    expect(take('a').allowed).toBe(false);
  });
});
