import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const BODIES = {
  base: 'The ministry of Orl opened its new data base on Monday. It holds names.',
  tank: 'Long-term supplies of anti-tank weapons and ice cream were agreed.',
  jets: 'The F-16 jets came, a COVID-19 ward closed, and the X-ray of a T-shirt went round.',
  site: 'The council launched a website for the healthcare of goats. The email said so.',
};

const ask = async (question: string) => {
  const drafts = Object.entries(BODIES).map(([key, body]) =>
    articleDraft({ key, givenId: key, title: `Report ${key}`, body }),
  );
  const archive = await archiveOf(drafts);
  const { excerpts, corrections } = await answerQuestion(question, { asOfMs: NOW }, archive);
  return { first: excerpts[0]?.articleId, corrections };
};

describe('a word that no article holds', () => {
  it.each([
    ['database', 'data base', 'base'],
    ['antitank', 'anti tank', 'tank'],
    ['longterm', 'long term', 'tank'],
    ['icecream', 'ice cream', 'tank'],
    ['F16', 'F 16', 'jets'],
    ['covid19', 'covid 19', 'jets'],
    ['xray', 'x ray', 'jets'],
    ['tshirt', 't shirt', 'jets'],
  ])('is found as articles part it: %s', async (word, suggestion, first) => {
    expect(await ask(word)).toEqual({ first, corrections: [{ word, suggestion }] });
  });

  it.each([
    ['web site', 'website', 'site'],
    ['e-mail', 'email', 'site'],
    ['health care', 'healthcare', 'site'],
  ])('is found as articles join it: %s', async (word, suggestion, first) => {
    expect(await ask(word)).toEqual({ first, corrections: [{ word, suggestion }] });
  });

  it.each(['opennew', 'Database', 'monday', 'itholds'])(
    'is not parted into words that only stand near, a name or a function word: %s',
    async (word) => {
      expect((await ask(word)).corrections.filter(({ suggestion }) => suggestion.includes(' '))).toEqual([]);
    },
  );
});

it('reports no word as missing that articles hold as the beginning of another', async () => {
  const body = '서울시청에서 삼성전자가 새 공장을 발표했다.';
  const archive = await archiveOf([articleDraft({ key: 'k', title: '공장', body, language: 'ko' })]);
  const { missing } = await answerQuestion('삼성 서울 부산', { asOfMs: NOW }, archive);
  expect(missing).toEqual(['부산']);
});

describe('a large number', () => {
  const askOf = async (question: string, body: string, language: string) => {
    const drafts = [
      articleDraft({ key: 'number', givenId: 'number', title: 'Orl', body, language }),
      articleDraft({
        key: 'other',
        givenId: 'other',
        title: 'Lum',
        body: body.replace(/\d[\d.,\s]*\d/, '312'),
        language,
      }),
    ];
    const archive = await archiveOf(drafts);
    const { excerpts, verdict, missing } = await answerQuestion(question, { asOfMs: NOW }, archive);
    return { first: excerpts[0]?.articleId, verdict, missing };
  };
  const GERMAN = 'Die Stadt Orl hat 87.000 Einwohner. Sie liegt am Fluss.';
  const ENGLISH = 'The town of Orl has 87,000 inhabitants. It lies on the river.';
  const FRENCH = 'La ville d’Orl compte 87\u00a0000 habitants. Elle est au bord du fleuve.';

  it.each([
    ['welche Stadt hat 87000 Einwohner', GERMAN, 'de'],
    ['welche Stadt hat 87,000 Einwohner', GERMAN, 'de'],
    ['which town has 87000 inhabitants', ENGLISH, 'en'],
    ['which town has 87.000 inhabitants', ENGLISH, 'en'],
    ['quelle ville a 87000 habitants', FRENCH, 'fr'],
    ['quelle ville a 87 000 habitants', FRENCH, 'fr'],
  ])('is found however its thousands are parted: %s', async (question, body, language) => {
    expect(await askOf(question, body, language)).toMatchObject({ first: 'number', verdict: 'answered' });
  });

  it('is no year', async () => {
    const body = 'Im Werk Orl wurden 2.024 Wagen gebaut. Das war neu.';
    expect((await askOf('was geschah 2024 im Werk Orl', body, 'de')).missing).toEqual(['2024']);
  });
});

describe('a compound that no article holds', () => {
  const GERMAN = {
    strike: 'Die Lehrer in Orl streiken seit Montag. Sie fordern kleinere Klassen.',
    crisis: 'Die Krise der Regierung dauert an. Der Kanzler schweigt.',
    dam: 'Die Talsperre bei Lum ist voll. Niemand wurde verletzt.',
  };
  const askGerman = async (question: string) => {
    const drafts = Object.entries(GERMAN).map(([key, body]) =>
      articleDraft({ key, givenId: key, title: key, body, language: 'de' }),
    );
    const archive = await archiveOf(drafts);
    const { excerpts, verdict } = await answerQuestion(question, { asOfMs: NOW }, archive);
    return verdict === 'none' ? null : excerpts[0]?.articleId;
  };

  it.each([
    ['seit wann ist der Lehrerstreik', 'strike'],
    ['wie lange dauert die Regierungskrise', 'crisis'],
  ])('is found by its parts: %s', async (question, first) => {
    expect(await askGerman(question)).toBe(first);
  });

  it('is not found by one part alone', async () => {
    expect(await askGerman('Lehrerzimmer')).toBeNull();
  });
});

it('a name with an apostrophe is not found by its first letter alone where there are Turkish articles', async () => {
  const bodies = {
    turkish: ['tr', 'O, okula gitti. O da gitti.'],
    english: ['en', 'Mr O’Neill went to school.'],
  } as const;
  const drafts = Object.entries(bodies).map(([key, [language, body]]) =>
    articleDraft({ key, givenId: key, title: `Report ${key}`, body, language }),
  );
  const archive = await archiveOf(drafts);
  const { excerpts } = await answerQuestion("O'Neill", { asOfMs: NOW }, archive);
  expect(excerpts.map(({ articleId }) => articleId)).toEqual(['english']);
});

it('a name of one letter is found by its genitive', async () => {
  const body = 'X has changed its rules for posts, the owner of X said on Tuesday.';
  const archive = await archiveOf([
    articleDraft({ key: 'x', givenId: 'x', title: 'X changes its rules', body }),
  ]);
  for (const question of ["What are X's rules?", 'What did X’s owner say?']) {
    const { excerpts, missing } = await answerQuestion(question, { asOfMs: NOW }, archive);
    expect([excerpts.map(({ articleId }) => articleId), missing]).toEqual([['x'], []]);
  }
});
