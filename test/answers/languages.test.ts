/** Questions in languages other than English, over articles of several languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createLog } from '../../src/log.ts';
import { articleDraft } from '../article-draft.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const BODIES: Readonly<Record<string, readonly [language: string, body: string]>> = {
  'German dam': ['de', 'Der Staudamm bei Felsau ist am Montag gebrochen. Zwölf Häuser wurden überflutet.'],
  'German vote': ['de', 'Die Bürgermeisterin Anna Brandt gewann die Wahl in Tannheim mit 53 Prozent.'],
  'English dam': ['en', 'The dam near Felsau broke on Monday. Twelve houses were flooded, said the mayor.'],
  'English ferry': [
    'en',
    'Crews of the Lorn ferry were sent home, said the harbour master. The pier is closed.',
  ],
  French: ['fr', 'L’État ferme l’usine de Roqueval après l’incendie. Le maire Paul Girard a protesté.'],
  Turkish: ['tr', 'İzmir’de yeni köprü açıldı. Vali Kemal Aydın törene katıldı.'],
  Korean: ['ko', '한빛시에서 새로운 다리가 개통되었다. 시장 김하늘은 개통식에 참석했다.'],
  Bulgarian: [
    'bg',
    'Опростената процедура за столицата Велинград беше приета. Кметът Иван Петров я подписа.',
  ],
  Japanese: ['ja', '青森市で新しい図書館が開館した。市長の田中花子が式典に出席した。'],
  Thai: ['th', 'นายกเทศมนตรีสมชายเปิดห้องสมุดใหม่ที่เมืองบางทองเมื่อวันจันทร์ ประชาชนหลายร้อยคนเข้าร่วมพิธีเปิดในครั้งนี้'],
};

let backend: Backend;
beforeAll(async () => {
  const log = createLog({ level: 'silent' });
  backend = await openBackend({ corpus: [], dataDir: null, watch: null }, { clock: () => NOW, log });
  const drafts = Object.entries(BODIES).map(([key, [language, body]]) =>
    articleDraft({ key, givenId: key, title: body.slice(0, 12), published: null, body, language }),
  );
  await backend.add(drafts, 'backfill');
});
afterAll(() => backend.close());

const ask = async (text: string) => {
  const answer = await backend.answer(text, { asOfMs: NOW });
  return { ...answer, first: answer.excerpts[0]?.articleId };
};

describe('a question is answered in its own language', () => {
  it.each([
    ['Wann ist der Staudamm bei Felsau gebrochen?', 'German dam'],
    ['Who said that the dam near Felsau broke?', 'English dam'],
    ['Qui a protesté contre la fermeture de l’usine de Roqueval ?', 'French'],
    ['İzmir köprüsü ne zaman açıldı', 'Turkish'],
    ['한빛시의 시장은 누구인가', 'Korean'],
    ['Кой подписа процедурата за Велинград', 'Bulgarian'],
    ['青森市の市長は誰ですか', 'Japanese'],
    ['ใครเปิดห้องสมุดใหม่', 'Thai'],
  ])('%s', async (text, first) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ asked: 'question', first });
    expect(answer.verdict).not.toBe('none');
  });
});

describe('of the words of a question', () => {
  it('none that only builds it is reported as missing', async () => {
    expect((await ask('Wer hat Tjotkino eingenommen?')).missing).toEqual(['Tjotkino', 'eingenommen']);
    expect((await ask('Qui est-ce qui a pris Tiotkino ?')).missing).toEqual(['pris', 'Tiotkino']);
  });

  it('one that is a name in another place is searched for', async () => {
    expect((await ask('Wo liegt Weil am Rhein?')).missing).toEqual(['liegt', 'Weil', 'Rhein']);
  });
});

it('finds and counts the articles that hold a word only in another form than was asked for', async () => {
  const { first, matchedArticles, isPartial } = await ask('Wer hat die Bürgermeisterei?');
  expect({ first, matchedArticles, isPartial }).toEqual({
    first: 'German vote',
    matchedArticles: 1,
    isPartial: false,
  });
});

it('is not sure of what holds no number if English asks for one, whatever else is spoken', async () => {
  const { first, verdict } = await ask('how many crews of the Lorn ferry were sent home');
  expect({ first, verdict }).toEqual({ first: 'English ferry', verdict: 'weak' });
});

describe('days', () => {
  it.each([
    ['Was geschah am 12. März 2024 in Felsau?', '2024-03-12', '2024-03-12'],
    ['Que s’est-il passé hier à Roqueval ?', '2024-03-25', '2024-03-25'],
    ['что произошло в марте 2023 в Москве', '2023-03-01', '2023-03-31'],
    ['Was geschah letzte Woche in Felsau?', '2024-03-19', '2024-03-26'],
  ])('are read from %s', async (text, from, to) => {
    expect((await ask(text)).query.about).toEqual({ from, to });
  });
});

it('finds a word of one sign in those it is part of', async () => {
  expect(await ask('田中が開いたのは何')).toMatchObject({ first: 'Japanese', missing: [] });
});

it('never reports the ending of a verb as missing', async () => {
  expect((await ask('田中花子はどこに出席しましたか')).missing).toEqual([]);
  expect((await ask('田中花子はいつ笑って見つかりましたか')).missing.join('')).not.toMatch(/つ|か|り|ま|っ/);
});

it('finds an article by the beginning of a word that none holds', async () => {
  const answer = await ask('Welche Staudämme sind gebrochen?');
  expect(answer.first).toBe('German dam');
  expect(answer.verdict).not.toBe('none');
});
