/** Excerpts of a text that several outlets carry, each with white space and case of its own. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Archive } from '../../src/answers/archive.ts';
import { quoteCopy } from '../../src/answers/quote-copy.ts';
import { type Excerpt, toRef } from '../../src/domain/answer.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { expectLinear } from '../expect-linear.ts';
import { draft } from '../store/article-store-contract.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2024-03-21');
const OPENING =
  'The council of Port Ellis met on Tuesday, for the first time since the flood of last winter.';
const VOTE = 'It voted to close the old bridge until the spring, because its pillars are cracked.';
const REST = 'The ferry will sail every hour instead, said the mayor, and nobody is to pay for it meanwhile.';

let store: SqliteArticleStore;
let archive: Archive;
beforeEach(async () => {
  store = await openArticleStore(null);
  archive = openArchive(store);
  const bodies = {
    First: `${OPENING} ${VOTE} ${REST}`,
    Spaced: `${OPENING}\n\n${VOTE}\n\n${REST}`,
    Loud: `${OPENING} ${VOTE} ${REST}`.toUpperCase(),
  };
  const drafts = Object.entries(bodies).map(([source, body]) => draft(source, { source, body }));
  await store.add(drafts, 'new', NOW);
});
afterEach(() => store.close());

const ask = async (question: string): Promise<Excerpt> =>
  (await answerQuestion(question, { asOfMs: NOW }, archive)).excerpts[0]!;

it.each([
  ['Why was the old bridge closed?', 'First', ['Spaced', 'Loud']],
  ['"old bridge" source:spaced', 'Spaced', ['First', 'Loud']],
  ['old bridge -source:first', 'Spaced', ['First', 'Loud']],
  ['Why was the old bridge closed? source:loud', 'Loud', ['First', 'Spaced']],
])('to “%s” quotes %s to the letter and names the others', async (question, source, others) => {
  const { seq, text, start, end, best, matches, ...excerpt } = await ask(question);
  const { body } = (await store.get(seq))!;
  expect([excerpt.source, excerpt.alsoIn.map((other) => other.source)]).toEqual([source, others]);
  expect(body.slice(start, end)).toBe(text);
  expect(text).toContain(body.slice(best.start, best.end));
  expect(matches.map((match) => body.slice(match.start, match.end).toLowerCase())).toContain('bridge');
});

it.each([
  ['latest from harbour radio', ['Harbour Radio News (sample)']],
  ["what's new from the Daily Ledger?", ['The Daily Ledger']],
  ['news from ukraine', ['The Daily Ledger']],
  ['latest news from grand marrow', ['The Daily Ledger']],
])('to “%s” quotes the outlet only if its name is told: %s', async (question, sources) => {
  const drafts = [
    draft('a', { source: 'Harbour Radio News (sample)', body: 'A bridge is closed in Port Ellis.' }),
    draft('b', { source: 'The Daily Ledger', body: 'Ships left Ukraine for Grand Marrow on Monday.' }),
    draft('c', { source: 'Ukraine Today', body: 'A bakery opened.' }),
    draft('d', { source: 'Grand Marrow Times', body: 'A bakery closed.' }),
  ];
  await store.add(drafts, 'new', NOW);
  const { excerpts, verdict, missing } = await answerQuestion(question, { asOfMs: NOW }, archive);
  expect(excerpts.map(({ source }) => source)).toEqual(sources);
  expect({ verdict, missing }).toEqual({ verdict: 'answered', missing: [] });
});

it.each([
  ['news from the week', ['Courier', 'The Week']],
  ['News from The Week', ['The Week']],
])('to “%s” tells the days from an outlet of that name: %s', async (question, sources) => {
  const drafts = ['The Week', 'Courier'].map((source, at) =>
    draft(`${at}`, { source, published: `2024-03-${19 + at}`, body: `A bakery opened, says the ${source}.` }),
  );
  await store.add(drafts, 'new', NOW);
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  expect(excerpts.map(({ source }) => source).slice(0, 2)).toEqual(sources);
});

it('quotes nothing of an outlet that is not about what is asked besides', async () => {
  await store.add(
    [draft('e', { source: 'Tarn Radio', body: 'A bakery opened in the old mill.' })],
    'new',
    NOW,
  );
  const { verdict } = await answerQuestion('latest on the flood from tarn radio', { asOfMs: NOW }, archive);
  expect(verdict).not.toBe('answered');
});

it('quotes no outlet but the one that is chosen, whichever is named', async () => {
  const drafts = ['Harbour Radio', 'The Daily Ledger'].map((source, at) => draft(`${at}`, { source }));
  await store.add(drafts, 'new', NOW);
  const question = 'latest from harbour radio source:ledger';
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  expect(excerpts.filter(({ source }) => source !== 'The Daily Ledger')).toEqual([]);
});

it('quotes a copy in time that grows with its length alone', async () => {
  const row =
    'Nobody is to pay for the ferry meanwhile, said the mayor, until the bridge of Port Ellis is mended.\n';
  const [added] = await store.add([draft('Slow', { source: 'Slow', body: row })], 'new', NOW);
  const stored = (await store.get(added!.seq))!;
  await expectLinear((length) => {
    const body = row.repeat(Math.ceil((40 * length) / row.length));
    const original = { ...stored, body };
    const copy = { ...stored, source: 'Slower', body: body.replaceAll(' ', '\n') };
    const start = body.lastIndexOf('Nobody');
    const end = start + row.length - 1;
    const span = { start, end };
    const matches = Array.from({ length: 12 }, (_, at) => ({ start: start + at, end: start + at + 1 }));
    const excerpt = { ...toRef(original), ...span, text: body.slice(start, end), best: span, matches };
    const quoted = quoteCopy(copy, original, { ...excerpt, language: 'en', score: 1, alsoIn: [] }, []);
    expect(quoted).toMatchObject({ source: 'Slower', text: row.trim().replaceAll(' ', '\n') });
  });
});

it('quotes the first telling where that of the outlet asked for writes its letters otherwise, and names the outlet', async () => {
  const body = `${OPENING} ${VOTE} ${REST} The \ufb02ood is over.`;
  await store.add(
    [draft('Plain', { body: body.replace('\ufb02', 'fl') }), draft('Typeset', { body, source: 'Typeset' })],
    'new',
    NOW,
  );
  const { source, alsoIn } = await ask('"flood is over" source:typeset');
  expect([source, alsoIn.map((other) => other.source)]).toEqual(['The Example', ['Typeset']]);
});
