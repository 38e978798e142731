/** Names are typed with their marks, without them, and with two letters for a marked one; articles write them as they like. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { searchArticles } from '../../src/answers/search-articles.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

/** A sentence of each language around a name. */
const SENTENCES: Readonly<Record<string, (name: string) => string>> = {
  pl: (name) => `Nowy most w mieście ${name} został otwarty w poniedziałek.`,
  ro: (name) => `Un pod nou a fost deschis luni la ${name}, spune primarul.`,
  da: (name) => `En ny bro blev åbnet i ${name} i mandags, siger borgmesteren.`,
  sv: (name) => `En ny bro öppnades i ${name} i måndags, säger borgmästaren.`,
  no: (name) => `En ny bro ble åpnet i ${name} på mandag, sier ordføreren.`,
  vi: (name) => `Một cây cầu mới đã được khánh thành ở ${name} hôm thứ hai.`,
  pt: (name) => `Uma nova ponte foi inaugurada em ${name} na segunda-feira.`,
  de: (name) => `In ${name} wurde am Montag eine neue Brücke eröffnet.`,
  cs: (name) => `Ve městě ${name} byl v pondělí otevřen nový most.`,
  hu: (name) => `Hétfőn új hidat adtak át, mondta ${name} a lapnak.`,
  tr: (name) => `${name}’da yeni köprü pazartesi günü açıldı.`,
  fr: (name) => `Un nouveau pont a été inauguré lundi à ${name}.`,
  es: (name) => `El lunes se inauguró un puente nuevo en ${name}.`,
  en: (name) => `A new bridge was opened in ${name} on Monday, the mayor said.`,
};

const open = (language: string, name: string) => {
  const bodies = [SENTENCES[language]!(name), SENTENCES[language]!('Xenburg')];
  return archiveOf(
    bodies.map((body, at) =>
      articleDraft({ key: `${at}`, givenId: `${at}`, title: `${at}`, body, language }),
    ),
  );
};

const firstOf = async (language: string, written: string, question: string) => {
  const archive = await open(language, written);
  const { excerpts, verdict } = await answerQuestion(question, { asOfMs: NOW }, archive);
  return { first: excerpts[0]?.articleId, isFound: verdict !== 'none' };
};

const NAMES = [
  ['pl', 'Kraków', 'Krakow'],
  ['pl', 'Łódź', 'Lodz'],
  ['pl', 'Wałęsa', 'Walesa'],
  ['ro', 'București', 'Bucuresti'],
  ['ro', 'Iași', 'Iasi'],
  ['da', 'Ålborg', 'Aalborg'],
  ['da', 'Ærø', 'Aeroe'],
  ['no', 'Tromsø', 'Tromsoe'],
  ['sv', 'Göteborg', 'Goeteborg'],
  ['vi', 'Hà Nội', 'Hanoi'],
  ['vi', 'Đà Nẵng', 'Danang'],
  ['pt', 'São Paulo', 'Sao Paulo'],
  ['de', 'Zürich', 'Zurich'],
  ['de', 'Zürich', 'Zuerich'],
  ['de', 'Gießen', 'Giessen'],
  ['cs', 'Plzeň', 'Plzen'],
  ['hu', 'Orbán', 'Orban'],
  ['tr', 'Diyarbakır', 'Diyarbakir'],
  ['fr', 'Nîmes', 'Nimes'],
  ['es', 'Bogotá', 'Bogota'],
  ['en', 'São Paulo', 'Sao Paulo'],
  ['en', 'Müller', 'Mueller'],
  ['en', 'Ålborg', 'Aalborg'],
] as const;

describe('a name is found however its marks are written', () => {
  it.each(NAMES)('%s: %s, asked for as %s', async (language, marked, plain) => {
    for (const asked of [plain, plain.toLowerCase()])
      expect(await firstOf(language, marked, asked)).toEqual({ first: '0', isFound: true });
    expect(await firstOf(language, marked, `What was opened in ${plain}?`)).toMatchObject({ first: '0' });
  });

  it.each(NAMES)('%s: written with marks (%s), read without (%s)', async (language, marked, plain) => {
    for (const asked of [marked, marked.toLowerCase()])
      expect(await firstOf(language, plain, asked)).toEqual({ first: '0', isFound: true });
    expect(await firstOf(language, plain, `What was opened in ${marked}?`)).toMatchObject({ first: '0' });
  });

  it.each([
    ['pl', 'Kraków', '"krakow"'],
    ['pl', 'Krakow', '"kraków"'],
    ['pt', 'São Paulo', '"sao paulo"'],
    ['pt', 'Sao Paulo', '"são paulo"'],
  ])('%s: %s as the phrase %s', async (language, written, phrase) => {
    expect(await firstOf(language, written, phrase)).toEqual({ first: '0', isFound: true });
  });

  it('and in a search', async () => {
    const archive = await open('pl', 'Kraków');
    const { total } = await searchArticles('krakow', { asOfMs: NOW }, archive);
    expect(total).toBe(1);
  });
});

describe('a name is found in a case that changes its last consonant', () => {
  it.each([
    ['pl', 'Praga', 'w pradze'],
    ['pl', 'Pradze', 'praga'],
    ['cs', 'Praha', 'v praze'],
    ['cs', 'Praze', 'praha'],
  ])('%s: %s by “%s”', async (language, written, asked) => {
    expect(await firstOf(language, written, asked)).toEqual({ first: '0', isFound: true });
  });
});
