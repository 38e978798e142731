/** Quotes as messages have them: cut, altered in one sign, long, in other marks and scripts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { plainText } from '../../src/discord/plain-text.ts';
import { quotesIn } from '../../src/query/quotes-in.ts';
import { asOfMs, openTold, told } from './open-told.ts';

const CRATES = Array.from(
  { length: 40 },
  (_, n) => `Sentence number ${n} says that the ferry carried ${n * 7 + 3} crates to the quay.`,
).join(' ');

let backend: Backend;

beforeAll(async () => {
  backend = await openTold([
    told(
      'Orl Post',
      '2024-05-10',
      'Dam of Marrow closed for repairs',
      `The minister said on Friday: “We will not wait. The dam’s northern wall has 14 cracks, and $5 million is not enough to mend them by June,” and left. “It is the worst state of any dam in Norland,” Moor added. Prices rose by 4.5% in May, and at night it was −5 degrees. In 2020, $3 million went to ferries.\n\n${CRATES}`,
    ),
    told(
      'Tagblatt',
      '2024-05-10',
      'Damm gesperrt',
      'Der Minister sagte: „Wir werden nicht warten, denn die Mauer hat vierzehn Risse“, und ging.',
    ),
    told(
      '新聞',
      '2024-05-10',
      '大坝关闭',
      '部长说：“我们不会等待，大坝的北墙有十四条裂缝，需要在六月之前修复。”然后离开了。',
    ),
  ]);
});

afterAll(() => backend.close());

const check = (message: string) =>
  Promise.all(quotesIn(plainText(message)).map((quote) => backend.checkQuote(quote, { asOfMs })));

const kindsOf = async (message: string) => (await check(message)).map(({ kind }) => kind);

describe('a quote stands word for word', () => {
  it.each([
    ['in straight marks', `"We will not wait. The dam's northern wall has 14 cracks"`],
    ['in single marks', '‘The dam’s northern wall has 14 cracks’, she said.'],
    ['over two sentences', '“We will not wait. The dam’s northern wall has 14 cracks”'],
    ['in German marks', '„Wir werden nicht warten, denn die Mauer hat vierzehn Risse“, sagte er.'],
    ['in inverted guillemets', 'Er sagte: »Wir werden nicht warten, denn die Mauer hat vierzehn Risse«.'],
    [
      'beside short ones in guillemets',
      '«Oui», a dit le maire. «We will not wait. The dam’s northern wall has 14 cracks», puis «Non».',
    ],
    ['in Chinese', '他说：“我们不会等待，大坝的北墙有十四条裂缝”'],
    ['in corner brackets', '他说「我们不会等待，大坝的北墙有十四条裂缝」'],
    ['in a spoiler', '||“We will not wait. The dam’s northern wall has 14 cracks”||'],
    ['in a code block', '```js\n"We will not wait. The dam’s northern wall has 14 cracks"\n```'],
    ['with signs nobody sees', '“We will\u200b not wait. The dam’s north\u00adern wall has 14 cracks”'],
    ['with another minus', '"at night it was -5 degrees"'],
    ['without the comma between two numbers', '"In 2020 $3 million went to ferries"'],
    ['of 2,000 characters', `“${CRATES.slice(0, 2_000).replace(/\S+$/, '')}”`],
  ])('%s', async (_, message) => {
    expect(await kindsOf(message)).toEqual(['verbatim']);
  });

  it('except for what it leaves out at its dots', async () => {
    for (const message of [
      '“The dam’s northern wall has 14 cracks … is not enough to mend them by June”',
      '“We will not wait [...] It is the worst state of any dam in Norland”',
    ])
      expect(await kindsOf(message)).toEqual(['cut']);
  });

  it('at its dots only where what is left out is near', async () => {
    expect(await kindsOf('“The minister said on Friday ... carried 276 crates to the quay”')).not.toContain(
      'cut',
    );
    const [checked] = await check('“Sentence number … carried 276 crates to the quay”');
    const text = 'Sentence number 39 says that the ferry carried 276 crates to the quay';
    expect(checked).toMatchObject({ kind: 'cut', found: { text } });
  });

  it('in a title', async () => {
    expect(await kindsOf('Dam of Marrow closed for repairs')).toEqual(['title']);
  });
});

describe('a quote is altered', () => {
  it.each([
    ['a number', '“The dam’s northern wall has 15 cracks, and $5 million is not enough”', '15', '14'],
    ['its first word', '“Their northern wall has 14 cracks, and $5 million”', 'Their', 'dam’s'],
    ['its last word', '“The dam’s northern wall has 14 cracks, and $6”', '$6', '$5'],
    ['the currency', '“northern wall has 14 cracks, and €5 million is not enough”', '€5', '$5'],
    ['a percent sign', '"Prices rose by 4.5 in May, and at night"', '4.5', '4.5%'],
    ['a sign', '"at night it was 5 degrees"', '5', '−5'],
    ['a character of Chinese', '“我们不会等待，大坝的南墙有十四条裂缝”', '南', '北'],
    [
      'a number far behind',
      `“${CRATES.slice(0, 2_000).replace(/\S+$/, '').replace('carried 143', 'carried 144')}”`,
      '144',
      '143',
    ],
  ])('in %s', async (_, message, before, after) => {
    const [checked] = await check(message);
    expect(checked).toMatchObject({ kind: 'altered' });
    const differences = checked?.kind === 'altered' ? checked.differences : [];
    expect(differences.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'quote', text: before },
      { kind: 'article', text: after },
    ]);
  });

  it('if words are left out without dots', async () => {
    expect(await kindsOf('“We will wait. The dam’s northern wall has 14 cracks”')).toEqual(['altered']);
  });
});

it('a translated quote is nowhere', async () => {
  expect(await kindsOf('“Nous n’attendrons pas, car le mur nord a quatorze fissures”')).toEqual(['absent']);
});

it('dots without end are read like others', async () => {
  expect(await kindsOf(`“${'the dam … '.repeat(350)}”`)).toEqual(['absent']);
});
