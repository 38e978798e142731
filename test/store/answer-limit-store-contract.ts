/** What every `AnswerLimitStore` has to do. */
import { expect, it } from 'vitest';
import type { StateBench } from './state-bench.ts';

export const testAnswerLimitStore = (open: () => Promise<StateBench>): void => {
  it('keeps the limits of a server, its channels and its roles until they are removed', async () => {
    const { answerLimits } = await open();
    const nothing = { server: null, channels: new Map(), freeRoles: new Set() };
    expect(await answerLimits.of('north')).toEqual(nothing);
    await answerLimits.set('north', { kind: 'server' }, 5);
    await answerLimits.set('north', { kind: 'channel', id: 'talk' }, 3);
    await answerLimits.set('north', { kind: 'channel', id: 'talk' }, 0);
    await answerLimits.set('north', { kind: 'role', id: 'mods' }, null);
    const all = { server: 5, channels: new Map([['talk', 0]]), freeRoles: new Set(['mods']) };
    expect(await answerLimits.of('north')).toEqual(all);
    expect(await answerLimits.of('south')).toEqual(nothing);
    await answerLimits.remove('north', { kind: 'channel', id: 'talk' });
    expect(await answerLimits.of('north')).toEqual({ ...all, channels: new Map() });
    await answerLimits.forgetGuild('north');
    expect(await answerLimits.of('north')).toEqual(nothing);
  });
};
