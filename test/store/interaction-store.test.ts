import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createGuildStore } from '../../src/store/guild-store.ts';
import { BUTTON_DAYS, createInteractionStore } from '../../src/store/interaction-store.ts';
import { openStateDatabase, type StateDatabase } from '../../src/store/state-database.ts';

const DAY_MS = 86_400_000;
const schema = z.object({ text: z.string() });
let db: StateDatabase;
let nowMs: number;
let ids: number;

beforeEach(async () => {
  db = await openStateDatabase(null);
  nowMs = Date.UTC(2024, 5, 1);
  ids = 0;
});
afterEach(() => db.destroy());

const interactions = () =>
  createInteractionStore(
    db,
    () => nowMs,
    () => `id${++ids}`,
  );
const anna = { id: 'anna', guildId: 'g1' };

describe('what a button needs', () => {
  it('is found again by its id, with whose it is', async () => {
    const store = interactions();
    const id = await store.keep(anna, { text: 'dam' });
    expect(await store.find(id, schema, anna)).toMatchObject({
      userId: 'anna',
      guildId: 'g1',
      data: { text: 'dam' },
    });
  });

  it.each([undefined, 'nothing', ''])('is said to have expired where the id is %j', async (id) => {
    await expect(interactions().find(id, schema, anna)).rejects.toThrow('This button has expired');
  });

  it('expires, is deleted then, and says for how long it is kept', async () => {
    const store = interactions();
    const id = await store.keep(anna, { text: 'dam' });
    nowMs += BUTTON_DAYS * DAY_MS;
    await expect(store.find(id, schema, anna)).rejects.toThrow('kept for 7 days');
    expect(await store.purge()).toBe(1);
  });

  it('counts as expired where another version stored it in another shape', async () => {
    const store = interactions();
    const id = await store.keep(anna, { words: 1 });
    await expect(store.find(id, schema, anna)).rejects.toThrow('has expired');
  });

  it('is found in its own server alone, and by others only where they may have it', async () => {
    const store = interactions();
    const id = await store.keep(anna, { text: 'dam' });
    const ben = { id: 'ben', guildId: 'g1' };
    expect((await store.find(id, schema, ben)).data.text).toBe('dam');
    for (const by of [
      { ...anna, guildId: 'g2' },
      { ...anna, guildId: null },
    ])
      await expect(store.find(id, schema, by)).rejects.toThrow('has expired');
    await expect(store.find(id, schema, ben, 'own')).rejects.toThrow('has expired');
    expect((await store.find(id, schema, anna, 'own')).data.text).toBe('dam');
  });

  it('is deleted with its server, and no other', async () => {
    const store = interactions();
    const gone = await store.keep(anna, { text: 'dam' });
    const stays = await store.keep({ id: 'anna', guildId: null }, { text: 'dam' });
    await store.forgetGuild('g1');
    await expect(store.find(gone, schema, anna)).rejects.toThrow('has expired');
    expect((await store.find(stays, schema, { id: 'anna', guildId: null })).data.text).toBe('dam');
  });
});

describe('servers the bot left', () => {
  it('are due so many days after, unless it came back', async () => {
    const guilds = createGuildStore(db, () => nowMs);
    await guilds.joined('a');
    await guilds.joined('b');
    await guilds.left('a');
    await guilds.left('b');
    nowMs += 10 * DAY_MS;
    await guilds.joined('b');
    nowMs += 20 * DAY_MS;
    expect(await guilds.leftSince(30)).toEqual(['a']);
    await guilds.forget('a');
    expect(await guilds.leftSince(30)).toEqual([]);
  });

  it('are noticed where it was thrown out while it was not running', async () => {
    const guilds = createGuildStore(db, () => nowMs);
    await guilds.present(['a', 'b']);
    nowMs += DAY_MS;
    await guilds.present(['b']);
    nowMs += 30 * DAY_MS;
    expect(await guilds.leftSince(30)).toEqual(['a']);
  });
});
