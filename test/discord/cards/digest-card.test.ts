import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCard } from '../../../src/discord/cards/digest-card.ts';
import { type Component, renderMessage } from '../../../src/discord/messages.ts';
import type { Digest, Story } from '../../../src/domain/digest.ts';
import { speaking } from '../../../src/language/speaking.ts';
import { hostileText } from '../hostile.ts';

const flatten = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(flatten),
  ...(component.accessory ? flatten(component.accessory) : []),
];
const partsOf = (digest: Digest, page: number) =>
  renderMessage(digestCard(digest, { page }), false).components.flatMap(flatten);
const textOf = (parts: readonly Component[]) => parts.map(({ content }) => content ?? '').join('\n');

const story = (title: string, parts: Partial<Story> = {}): Story => ({
  article: {
    seq: 1,
    articleId: '1',
    title,
    source: 'example.org',
    url: 'https://example.org/1',
    published: '2026-03-01',
  },
  quote: null,
  imageUrl: null,
  alsoIn: [],
  updated: false,
  ...parts,
});
const digest = (stories: readonly Story[], parts: Partial<Digest> = {}): Digest => ({
  deliveryId: 'delivery0001',
  subscriptionId: 's',
  language: 'en',
  title: 'harbour',
  schedule: 'daily at 09:00 (UTC)',
  stories,
  rolled: 0,
  roleId: null,
  madeAtMs: 0,
  ...parts,
});

/** Every story with its number, over all pages. */
const numbersShown = (whole: Digest): string[] => {
  const shown: string[] = [];
  for (let page = 0; page < 30; page += 1) {
    const found = [...textOf(partsOf(whole, page)).matchAll(/Number(\d+)Z/g)].map(([, number]) => number!);
    if (page > 0 && shown.includes(found[0] ?? '')) break;
    shown.push(...found);
  }
  return shown;
};

describe('the card of a digest', () => {
  it('shows every story once over its pages, in order and within the limits, whatever articles hold', () => {
    const hostile = fc.record({
      title: hostileText(30),
      text: hostileText(80),
      source: hostileText(10),
      imageUrl: fc.constantFrom(null, 'https://example.org/picture.jpg'),
      updated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 25 }), hostileText(20), (given, title) => {
        const stories = given.map(({ text, source, ...rest }, at) =>
          story(`Number${at}Z ${rest.title}`, {
            ...rest,
            quote: { start: 0, end: text.length, text: text.slice(0, 400) },
            alsoIn: [{ ...story('x').article, source }],
          }),
        );
        const whole = digest(stories, { title, roleId: '123456789012345678' });
        expect(numbersShown(whole)).toEqual(stories.map((_, at) => String(at)));
        for (const page of [0, 1, 5]) {
          const parts = partsOf(whole, page);
          expect(parts.length).toBeLessThanOrEqual(40);
          expect(textOf(parts).length).toBeLessThanOrEqual(4000);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('carries the delivery in its buttons, by which it is found again', () => {
    expect(JSON.stringify(partsOf(digest([story('A')]), 0))).toContain('digest:about:delivery0001');
    expect(JSON.stringify(partsOf(digest([]), 0))).toContain('digest:about:delivery0001');
  });

  it('mentions its role on the first page alone, and never in a preview', () => {
    const whole = digest([story('A')], { roleId: '123456789012345678' });
    expect(renderMessage(digestCard(whole), false).allowedMentions).toEqual({
      parse: [],
      roles: ['123456789012345678'],
    });
    expect(digestCard(whole, { isPreview: true }).pingRoleIds).toBeUndefined();
  });

  it('offers to turn its further pages only where there are several of them', () => {
    const stories = Array.from({ length: 60 }, (_, at) =>
      story(`Number${at}Z ${'long '.repeat(25)}`, { quote: { start: 0, end: 1, text: 'word '.repeat(60) } }),
    );
    const onFirst = [...textOf(partsOf(digest(stories), 0)).matchAll(/Number/g)].length;
    const labelsOf = (count: number) =>
      partsOf(digest(stories.slice(0, count)), 1).flatMap(({ label }) =>
        label === 'Previous' || label === 'Next' ? [label] : [],
      );
    expect(labelsOf(onFirst + 1)).toEqual([]);
    expect(labelsOf(60)).toEqual(['Next']);
  });

  it('says how many stories are on further pages and how many articles come in the next digest', () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      story(`Number${at}Z ${'long '.repeat(25)}`, { quote: { start: 0, end: 1, text: 'word '.repeat(60) } }),
    );
    const parts = partsOf(digest(many, { rolled: 7 }), 0);
    const shown = [...textOf(parts).matchAll(/Number/g)].length;
    expect(parts.some(({ label }) => label === `+${25 - shown} more`)).toBe(true);
    expect(textOf(parts)).toContain('7 more articles in the next digest');
  });

  it('shows one story in the language and the form of each digest that holds it', () => {
    const one = story('Harbour closed', {
      imageUrl: 'https://example.org/1.png',
      alsoIn: [{ ...story('Harbour shut').article, source: 'other.example' }],
    });
    const shown = (language: string, isArrival: boolean, isPlain: boolean) =>
      speaking(language, () =>
        JSON.stringify(
          renderMessage(digestCard(digest([one], { isArrival }), { isPlain }), false).components,
        ),
      );
    const ways: Parameters<typeof shown>[] = [
      ['en', false, false],
      ['de', false, false],
      ['en', true, false],
      ['en', false, true],
    ];
    const cards = ways.map((way) => shown(...way));
    expect(new Set(cards).size).toBe(ways.length);
    expect(ways.map((way) => shown(...way))).toEqual(cards);
  });
});
