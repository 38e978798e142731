/** How sure an answer is, judged by how its excerpts are written. */
import { describe, expect, it } from 'vitest';
import type { QuestionPlan } from '../../src/answers/plan-question.ts';
import { chanceBy, SURENESS_SIGNS, surenessSigns } from '../../src/answers/sureness.ts';
import type { Excerpt } from '../../src/domain/answer.ts';
import type { Intent } from '../../src/domain/query.ts';
import { termSet } from '../../src/text/terms.ts';

const excerptOf = (text: string, title: string): Excerpt => ({
  seq: 1,
  articleId: 'a',
  title,
  source: 'The Wire',
  language: 'en',
  url: null,
  published: '2026-05-01',
  start: 0,
  end: text.length,
  text,
  best: { start: 0, end: text.length },
  matches: [],
  score: 1,
  alsoIn: [],
});

interface Asked {
  readonly words?: string;
  readonly type?: QuestionPlan['type'];
  readonly kind?: Intent['kind'];
  readonly articles?: number;
}

const planOf = ({ words = 'mill fire', type = 'thing', articles = 100 }: Asked): QuestionPlan => {
  const terms = [...termSet(words)].map((form) => ({ forms: [form], idf: 1 }));
  return {
    terms,
    totalIdf: terms.length,
    language: 'en',
    type,
    articles,
    asOfDay: 20_000,
  } as unknown as QuestionPlan;
};

type Signs = Record<(typeof SURENESS_SIGNS)[number], number>;

/** The signs by name; null if there are too few excerpts. */
const signsFor = (asked: Asked, texts: readonly string[], before = 0.5, title = 'News'): Signs | null => {
  const intent: Intent = { kind: asked.kind ?? 'fact', newest: false, speaker: null };
  const excerpts = texts.map((text) => excerptOf(text, title));
  const row = surenessSigns(before, excerpts, planOf(asked), intent);
  return row && (Object.fromEntries(SURENESS_SIGNS.map((name, at) => [name, row[at]!])) as Signs);
};

const FOUR = ['The mill burnt.', 'A fire broke out.', 'Onions are dear.', 'Rain fell.'];

describe('how sure an answer is', () => {
  it('is not told by fewer than four excerpts', () => {
    expect(signsFor({}, FOUR.slice(0, 3))).toBeNull();
    expect(signsFor({}, FOUR)).not.toBeNull();
  });

  it('is told by how likely an answer was before, however certain', () => {
    expect(signsFor({}, FOUR, 0.5)?.odds).toBe(0);
    expect(signsFor({}, FOUR, 0.8)?.odds).toBeGreaterThan(1);
    expect(signsFor({}, FOUR, 0)?.odds).toBeGreaterThan(-8);
  });

  it('is told by how much of the question one sentence holds with the title', () => {
    const apart = ['The mill stands. The fire is out.', ...FOUR.slice(2), 'Snow.'];
    const together = ['The mill is on fire.', ...FOUR.slice(2), 'Snow.'];
    expect(signsFor({}, together)?.heldAtOnce).toBeGreaterThan(signsFor({}, apart)!.heldAtOnce);
    expect(signsFor({}, apart, 0.5, 'Fire at the mill')?.heldAtOnce).toBe(1);
  });

  it('is told by the rarest word that the first lacks with its title', () => {
    expect(signsFor({}, ['The mill burnt.', ...FOUR])?.rarestLacked).toBe(0.5);
    expect(signsFor({}, ['The mill burnt.', ...FOUR], 0.5, 'Fire')?.rarestLacked).toBe(0);
  });

  it('is told by how many hold every word', () => {
    expect(signsFor({}, ['The mill is on fire.', ...FOUR.slice(1)])?.holdAll).toBe(0.25);
    expect(signsFor({}, FOUR)?.holdAll).toBe(0);
  });

  it('is told by how much the others are like the first', () => {
    const told = ['The mill burnt down.', 'The mill burnt at night.', 'The old mill burnt.', 'Mill burnt.'];
    expect(signsFor({}, told)?.alike).toBeGreaterThan(signsFor({}, FOUR)!.alike);
  });

  it('is told by the size of the corpus, the length of the first, and what is asked for', () => {
    expect(signsFor({ articles: 4_000 }, FOUR)?.size).toBeGreaterThan(signsFor({ articles: 10 }, FOUR)!.size);
    expect(signsFor({}, ['The mill burnt, they say.', ...FOUR])?.length).toBeGreaterThan(
      signsFor({}, FOUR)!.length,
    );
    expect(signsFor({ type: 'time' }, FOUR)).toMatchObject({ asksTime: 1, asksQuotation: 0 });
    expect(signsFor({ kind: 'quote' }, FOUR)).toMatchObject({ asksTime: 0, asksQuotation: 1 });
  });

  it('is a chance that grows with what speaks for it', () => {
    const signs = SURENESS_SIGNS.map(() => 1);
    expect(chanceBy(signs, {})).toBe(0.5);
    expect(chanceBy(signs, { heldAtOnce: 2 })).toBeGreaterThan(0.8);
  });
});
