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

const LATER = 'west.example';
const LATER_MS = 8_000;
/** A bot that is killed every few seconds may be minutes behind; a first telling that is not posted by then never will be. */
const PATIENCE_MS = 10 * 60_000;

/** Names and things that no other event has. */
const namesOf = (event: number): string[] => {
  const letters = [...String(event).padStart(4, '0')].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('o');
  return ['Va', 'Ke', 'Si', 'Tu', 'Wo', 'Ja', 'He', 'Qui'].map((start) => `${start}${letters}a`);
};

const record = (event: number, source: string, title: string): string => {
  const [town, river, mayor, dam, brigade, road, bridge, paper] = namesOf(event);
  const news =
    source === LATER ? ` At least ${100 + event} people left ${town} on the ${river}, ${mayor} said.` : '';
  return JSON.stringify({
    id: `${source}-${event}`,
    url: `https://${source}/${event}`,
    title,
    source,
    published: new Date().toISOString(),
    body: `${dam} on the ${river} gave way above ${town}, ${mayor} told ${paper}.${news} ${brigade} took everyone over ${bridge} and closed ${road} (${source}).`,
  });
};

/** `isPosted`: whether a post has that word. The second outlet of every other event waits for it, however busy the machine is. */
export const createEvents = (
  corpusDir: string,
  random: () => number,
  isPosted: (token: string) => boolean,
): Events => {
  const untilPosted = async (token: string): Promise<void> => {
    const until = Date.now() + PATIENCE_MS;
    while (!isPosted(token) && Date.now() < until) await delay(200);
  };
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
      if (event % 2 === 1) await untilPosted(town);
      await write(
        `${event}-west`,
        record(event, LATER, `${mayor}: ${river} floods ${town} as ${dam} gives way`),
      );
    },
  };
};

/** What the channel of the events got. */
export interface EventPosts {
  /** Its posts as they stand at the end. */
  readonly posts: readonly string[];
  /** The same as they were first sent, each text of a body by itself. */
  readonly sent: readonly string[];
  /** What stands in the threads of its posts. */
  readonly threads: readonly string[];
}

const isStory = (text: string): boolean => text.startsWith('### [');
/** A story that was posted as the later outlet tells it, which the bot may have read first: the other adds nothing to it. */
const isToldByLater = (text: string): boolean => text.includes(' floods ');
const BOTH = '2 outlets';

/**
 * Each event is to stand in one post that names both its outlets; where that was sent with the first outlet alone, what
 * the other adds is to stand once in its thread.
 */
export const countEvents = ({ posts, sent, threads }: EventPosts, tokens: readonly string[]) => {
  const stories = posts.flatMap((text) => text.split(/\n(?=### \[)/)).filter(isStory);
  const among = (texts: readonly string[], token: string): readonly string[] =>
    texts.filter((text) => text.includes(token));
  const isDeveloping = (token: string): boolean =>
    among(sent, token).some((text) => isStory(text) && !text.includes(BOTH) && !isToldByLater(text));
  const count = (isWrong: (token: string) => boolean): number => tokens.filter(isWrong).length;
  return {
    events: tokens.length,
    developments: count(isDeveloping),
    eventsNotOnce: count((token) => among(stories, token).length !== 1),
    eventsUntold: count((token) => !among(stories, token).some((story) => story.includes(BOTH))),
    developmentsLost: count((token) => isDeveloping(token) && among(threads, token).length === 0),
    developmentsTwice: count((token) => among(threads, token).length > Number(isDeveloping(token))),
  };
};
