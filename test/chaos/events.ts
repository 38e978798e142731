/** Events that two outlets tell in other words, some time apart. Out: files in the corpus, and what became of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Events {
  /** One more event. Resolves when both outlets have told it. */
  add(): Promise<void>;
  /** A word of each event that no other holds. */
  tokens(): readonly string[];
}

const LATER_MS = 8_000;

/** Names and things that no other event has. */
const namesOf = (event: number): string[] => {
  const letters = [...String(event).padStart(4, '0')].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('o');
  return ['Va', 'Ke', 'Si', 'Tu', 'Wo', 'Ja', 'He', 'Qui'].map((start) => `${start}${letters}a`);
};

const record = (event: number, source: string, title: string): string => {
  const [town, river, mayor, dam, brigade, road, bridge, paper] = namesOf(event);
  return JSON.stringify({
    id: `${source}-${event}`,
    url: `https://${source}/${event}`,
    ...{ title, source, published: new Date().toISOString() },
    body: `${dam} on the ${river} gave way above ${town}, ${mayor} told ${paper}. ${brigade} took everyone over ${bridge} and closed ${road} (${source}).`,
  });
};

export const createEvents = (corpusDir: string, random: () => number): Events => {
  const tokens: string[] = [];
  const write = (name: string, text: string): Promise<void> =>
    writeFile(join(corpusDir, `event-${name}.jsonl`), text);
  return {
    tokens: () => tokens,
    add: async () => {
      const event = tokens.length;
      const [town = '', river = '', mayor = '', dam = ''] = namesOf(event);
      tokens.push(town);
      await write(
        `${event}-east`,
        record(event, 'east.example', `${dam} gives way above ${town}, ${mayor} says`),
      );
      await delay(random() * LATER_MS);
      await write(
        `${event}-west`,
        record(event, 'west.example', `${mayor}: ${river} floods ${town} as ${dam} gives way`),
      );
    },
  };
};

/** Looks for events in the posts of a channel that gets everything. */
export const countEvents = (texts: readonly string[], tokens: readonly string[]) => {
  const stories = texts
    .flatMap((text) => text.split(/\n(?=### \[)/))
    .filter((text) => text.startsWith('### ['));
  const postsOf = (token: string): readonly string[] => stories.filter((story) => story.includes(token));
  return {
    events: tokens.length,
    eventsNotOnce: tokens.filter((token) => postsOf(token).length !== 1).length,
    eventsUntold: tokens.filter((token) => !postsOf(token).some((story) => story.includes('2 outlets')))
      .length,
  };
};
