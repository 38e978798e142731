import { describe, expect, it } from 'vitest';
import { SIGN_NAMES, signsOf } from '../../src/answers/look-signs.ts';
import type { QuestionPlan } from '../../src/answers/plan-question.ts';
import type { Excerpt } from '../../src/domain/answer.ts';
import { DAY_MS } from '../../src/domain/durations.ts';
import type { Intent } from '../../src/domain/query.ts';
import { termSet } from '../../src/text/terms.ts';

/** An excerpt of one sentence, unless `best` says which of several is the best. */
interface Written extends Partial<Omit<Excerpt, 'text' | 'best' | 'matches'>> {
  readonly text?: string;
  readonly best?: string;
  /** Words of the question that are marked in it. */
  readonly marked?: readonly string[];
}

interface Asked {
  readonly words?: string;
  readonly type?: QuestionPlan['type'];
  readonly kind?: Intent['kind'];
  readonly newest?: boolean;
}

const spanIn = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

const excerptOf = ({ text = 'The mill burnt.', best, marked = [], ...rest }: Written): Excerpt => ({
  seq: 1,
  articleId: 'a',
  title: 'The mill',
  source: 'The Wire',
  url: null,
  published: '2026-05-01',
  start: 0,
  end: text.length,
  score: 1,
  language: 'en',
  alsoIn: [],
  ...rest,
  text,
  best: spanIn(text, best ?? text),
  matches: marked.map((word) => spanIn(text, word)),
});

const planOf = ({ words = 'mill fire', type = 'thing' }: Asked): QuestionPlan => {
  const terms = [...termSet(words)].map((form) => ({ forms: [form], idf: 1 }));
  const asOfDay = Date.parse('2026-05-01') / DAY_MS;
  return { terms, totalIdf: terms.length, language: 'en', type, asOfDay } as unknown as QuestionPlan;
};

/** The signs of each excerpt, by name. */
const signsFor = (asked: Asked, ...written: readonly Written[]): Record<string, number>[] => {
  const { kind = 'fact', newest = false } = asked;
  const intent: Intent = { kind, newest, speaker: null };
  const rows = signsOf(written.map(excerptOf), planOf(asked), intent);
  return rows.map((row) => Object.fromEntries(SIGN_NAMES.map((name, at) => [name, row[at]!])));
};

const TESTED = new Set<string>();

/** Reads one sign of each excerpt. */
type Read = (asked: Asked, ...written: readonly Written[]) => number[];

const sign = (name: string, says: string, test: (read: Read) => void): void => {
  TESTED.add(name);
  const read: Read = (asked, ...written) => signsFor(asked, ...written).map((row) => row[name]!);
  it(`${name} ${says}`, () => test(read));
};

describe('a sign of how an excerpt is written', () => {
  sign('behind', 'is how far its score is under the best, and no further than a bound', (read) => {
    expect(read({}, { score: 4 }, { score: 3 }, { score: -90 })).toEqual([0, -0.2, -1.4]);
  });

  sign('captions', 'counts captions and credits, up to three', (read) => {
    const caption = 'Hide Caption The mill at night.';
    expect(read({}, {}, { text: caption })).toEqual([0, 1 / 3]);
    expect(read({}, { text: caption.repeat(5) })).toEqual([1]);
  });

  sign('length', 'grows with its length', (read) => {
    expect(read({}, { text: 'm'.repeat(300) }, { text: 'm'.repeat(600) })).toEqual([0.5, 1]);
  });

  sign('roundup', 'knows a round-up by its title', (read) => {
    expect(read({}, {}, { title: 'Five things to know on Monday' })).toEqual([0, 1]);
  });

  sign('gallery', 'knows pictures by their title', (read) => {
    expect(read({}, {}, { title: 'Photos: the mill at night' })).toEqual([0, 1]);
  });

  sign('opinionPiece', 'knows an opinion by how its title begins', (read) => {
    expect(read({}, { title: 'A change of opinion' }, { title: 'Opinion: let it burn' })).toEqual([0, 1]);
  });

  sign('live', 'knows a live page by its title', (read) => {
    expect(read({}, {}, { title: 'Live updates: the mill' })).toEqual([0, 1]);
  });

  sign('months', 'grows with age, unless the newest is asked for', (read) => {
    const [fresh, old] = read({}, {}, { published: '2025-05-01' });
    expect(fresh).toBe(0);
    expect(old).toBeGreaterThan(0.5);
    expect(read({ newest: true }, { published: '2025-05-01' })).toEqual([0]);
  });

  sign('days', 'grows with age if the newest is asked for, the first days most', (read) => {
    const [today, yesterday, before] = read(
      { newest: true },
      {},
      { published: '2026-04-30' },
      { published: '2026-04-29' },
    );
    expect(today).toBe(0);
    expect(yesterday! - today!).toBeGreaterThan(before! - yesterday!);
    expect(read({}, { published: '2026-04-30' })).toEqual([0]);
  });

  sign('titleHeld', 'is the share of the question that the title holds', (read) => {
    expect(read({}, { title: 'Strike' }, { title: 'The mill' }, { title: 'Fire at the mill' })).toEqual([
      0, 0.5, 1,
    ]);
  });

  sign('held', 'is the share of the question that title and text hold together', (read) => {
    const told = { title: 'The mill', text: 'A fire broke out.' };
    expect(read({}, { title: 'Strike', text: 'A fire broke out.' }, told)).toEqual([0.5, 1]);
  });

  sign('bestHeld', 'is the share of the question that is marked in the best sentence', (read) => {
    const text = 'The mill stood there. Then a fire broke out.';
    expect(read({}, { text, best: 'Then a fire broke out.', marked: ['mill', 'fire'] })).toEqual([0.5]);
  });

  sign('firstHeld', 'is the share of the question that the first sentence holds', (read) => {
    const [late, early] = [
      { text: 'It was late. A fire broke out.' },
      { text: 'A fire broke out. It was late.' },
    ];
    expect(read({}, late, early)).toEqual([0, 0.5]);
  });

  sign('bestLength', 'grows with the best sentence, up to a bound', (read) => {
    const text = `It burnt. ${'m'.repeat(400)}.`;
    expect(read({}, { text, best: 'It burnt.' }, { text, best: 'm'.repeat(400) })).toEqual([0.03, 1]);
  });

  sign('alike', 'is how alike its words are to those of the others, rare ones most', (read) => {
    const fire = { text: 'A blaze broke out in Vitez.' };
    const [one, other, far] = read({}, fire, fire, { text: 'Ferries sail.' });
    expect(one).toBeCloseTo(0.5);
    expect(other).toBeCloseTo(0.5);
    expect(far).toBe(0);
    const [rare, common] = read(
      {},
      { text: 'Vitez woke.' },
      { text: 'People said.' },
      { text: 'People in Vitez said.' },
    );
    expect(rare).toBeGreaterThan(common!);
  });

  it('alike leaves words of the question aside: all excerpts hold them', () => {
    const [one] = signsFor({}, { text: 'A mill fire.' }, { text: 'The mill fire.' });
    expect(one!.alike).toBe(0);
  });

  sign('quotations', 'counts quotation marks', (read) => {
    expect(read({}, {}, { text: '“It burnt,” she said, “all night.”' })).toEqual([0, 0.5]);
  });

  sign('numbers', 'counts numbers in figures and words, up to eight', (read) => {
    expect(read({}, {}, { text: '1,200 people and two dogs' })).toEqual([0, 0.25]);
    expect(read({}, { text: '1 2 3 4 5 6 7 8 9 10' })).toEqual([1]);
  });

  sign('dates', 'counts dates, up to two, if a time or the order of events is asked for', (read) => {
    const text = 'It burnt on Monday.';
    expect(read({ type: 'time' }, {}, { text })).toEqual([0, 0.5]);
    expect(read({ kind: 'timeline' }, { text: 'From Monday to Friday in May 2024.' })).toEqual([1]);
    expect(read({}, { text })).toEqual([0]);
  });

  sign('number', 'is whether the best sentence has a number, if one is asked for', (read) => {
    const text = 'It burnt. Three people fled.';
    expect(
      read({ type: 'number' }, { text, best: 'It burnt.' }, { text, best: 'Three people fled.' }),
    ).toEqual([0, 1]);
    expect(read({}, { text, best: 'Three people fled.' })).toEqual([0]);
    const days = ['It burnt on March 12.', 'Two fled on March 12.'].map((told) => ({ text: told }));
    expect(read({ type: 'number' }, ...days)).toEqual([0, 1]);
  });

  sign(
    'name',
    'is whether the best sentence has a full name that the question lacks, if a person is asked for',
    (read) => {
      const text = 'It was sold. Ilse Brandt owns the mill.';
      const [other, own] = ['It was sold.', 'Ilse Brandt owns the mill.'].map((best) => ({ text, best }));
      expect(read({ type: 'person' }, other!, own!)).toEqual([0, 1]);
      expect(read({ type: 'person', words: 'Ilse Brandt' }, own!)).toEqual([0]);
      expect(read({}, own!)).toEqual([0]);
    },
  );

  sign('quotation', 'is whether somebody is quoted, if a quotation is asked for', (read) => {
    const quoted = { text: '“It burnt,” she said.' };
    expect(read({ kind: 'quote' }, { text: 'The “old” mill burnt.' }, quoted)).toEqual([0, 1]);
    expect(read({}, quoted)).toEqual([0]);
  });

  sign('cause', 'counts words of causes, up to two, if the reason is asked for', (read) => {
    const text = 'It burnt because of a spark.';
    expect(read({ kind: 'reason' }, {}, { text })).toEqual([0, 0.5]);
    expect(read({}, { text })).toEqual([0]);
  });

  sign('state', 'is whether it says how things are now, if that is asked for', (read) => {
    const text = 'The mill is no longer in use.';
    expect(read({ kind: 'still' }, {}, { text })).toEqual([0, 1]);
    expect(read({ kind: 'change' }, { text })).toEqual([1]);
    expect(read({}, { text })).toEqual([0]);
  });

  sign('poll', 'counts words of polls, up to three, if opinions are asked for', (read) => {
    const text = 'In a survey 40% approved, and experts were divided.';
    expect(read({ kind: 'opinion' }, {}, { text })).toEqual([0, 1]);
    expect(read({}, { text })).toEqual([0]);
  });

  sign('places', 'counts names behind “in” and the like, if a place is asked for', (read) => {
    const text = 'It burnt in Vitez, outside the White House.';
    expect(read({ type: 'place' }, { text: 'It burnt in may.' }, { text })).toEqual([0, 0.4]);
    expect(read({}, { text })).toEqual([0]);
  });

  it('is tested, whichever it is', () => {
    expect([...TESTED].sort()).toEqual([...SIGN_NAMES].sort());
  });
});
