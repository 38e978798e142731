/** What people call an event, and what the news calls it, in languages other than English. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { sameMeaning } from '../../src/answers/same-meaning.ts';
import { KNOWN_LANGUAGES, languageWords } from '../../src/text/languages/known-languages.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');

const ask = async (question: string, language: string, bodies: readonly string[]) => {
  const drafts = bodies.map((body, at) => articleDraft({ key: `${at}`, title: `${at}`, body, language }));
  const { verdict, missing, excerpts } = await answerQuestion(
    question,
    { asOfMs: NOW },
    await archiveOf(drafts),
  );
  return { verdict, missing, first: excerpts[0]?.text ?? '' };
};

describe('an event is found by another word than the article has, and the answer is sure', () => {
  it.each([
    [
      'de',
      'wo verstarb vollrath',
      'Die Schriftstellerin Irma Vollrath ist tot. Sie starb in Lübeck.',
      'Lübeck',
    ],
    [
      'nl',
      'wie vervangt kuiper',
      'Bram Kuiper legt zijn functie neer. Marloes Visser volgt hem op als opvolger.',
      'Visser',
    ],
    [
      'fr',
      'cb de licenciements chez volare',
      'Volare va supprimer 900 emplois dans son usine de Lens.',
      '900',
    ],
    [
      'es',
      'quien reemplaza a quiroga',
      'Quiroga presentó su renuncia. Lo sustituirá Lucía Peralta.',
      'Peralta',
    ],
    ['pt', 'pq davi lemos renunciou', 'Davi Lemos deixou o cargo após denúncias de propina.', 'propina'],
    ['it', 'quanti morti a montalba', 'Sei operai hanno perso la vita in un cantiere di Montalba.', 'Sei'],
    ['pl', 'gdzie zlapali nozownika', 'Policja zatrzymała nożownika z Borkowa na dworcu.', 'dworcu'],
    ['ru', 'когда гордеев уволился', 'Министр Олег Гордеев в четверг ушёл в отставку.', 'четверг'],
    ['uk', 'хто замість данилюка', 'Данилюк пішов у відставку. Його замінить Ірина Солтис.', 'Солтис'],
    ['tr', 'ersoylu ne zaman ayrıldı', 'Bakan Cemal Ersoylu cuma günü istifa etti.', 'cuma'],
  ])('%s: %s', async (language, question, body, told) => {
    const { verdict, missing, first } = await ask(question, language, [body]);
    expect(first).toContain(told);
    expect(missing).toEqual([]);
    expect(verdict).toBe('answered');
  });
});

describe('the word that was typed counts for more', () => {
  it('an article with it comes before one that has another word for it', async () => {
    const { first } = await ask('wer ist in Altenfels gestorben', 'de', [
      'In Altenfels gibt es ein Todesopfer nach dem Sturm. Es ist ein Gärtner.',
      'In Altenfels ist nach dem Sturm die Malerin Irma Vollrath gestorben.',
    ]);
    expect(first).toContain('Vollrath');
  });
});

describe('words of one meaning', () => {
  const listed = KNOWN_LANGUAGES.flatMap((language) =>
    (languageWords(language)?.sameMeaning?.split(',') ?? []).map((group) => [language, group] as const),
  );

  it.each(listed)('in %s each finds all of its group: %s', (language, group) => {
    const [asked = [], written = []] = group.split('>').map((side) => side.trim().split(/\s+/));
    for (const word of asked)
      expect(sameMeaning(word, language), word).toEqual(expect.arrayContaining([...asked, ...written]));
  });

  it('a word that means two things finds both', () => {
    expect(sameMeaning('уволился', 'ru')).toEqual(expect.arrayContaining(['отставка', 'сокращает']));
  });
});
