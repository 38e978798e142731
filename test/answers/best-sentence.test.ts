/** Which sentence of the first excerpt stands out as the answer, over an article or two. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const bestOver = async (body: string, question: string, language = 'en'): Promise<string> => {
  const archive = await archiveOf([articleDraft({ key: 'a', title: 'From the valley', body, language })]);
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  const [{ text, start, best }] = excerpts as [(typeof excerpts)[0]];
  return text.slice(best.start - start, best.end - start);
};

describe('the best sentence', () => {
  it('is not the question itself, but what is said behind it', async () => {
    const body = 'When is the lantern feast of Orl? It falls on a Sunday, and all shops are closed.';
    expect(await bestOver(body, 'when is the lantern feast of Orl')).toMatch(/^It falls/);
  });

  it('does not answer another question that the article asks itself', async () => {
    const body = [
      'Who came? Volunteers who fight on the other side, in three groups: the Hill Battalion, the Orl Corps and the Freedom Legion.',
      'Where? In two provinces on the border, Kursk and Belgorod. The one place they are said to have captured is Tarn, in the first of the two.',
      'For how long? Only for a while, according to reports that speak of a temporary hold on a village in the Kursk region.',
    ].join('\n\n');
    expect(await bestOver(body, 'who captured the village')).toMatch(/captured is Tarn/);
  });

  it('lists names where several are asked for, and comes from the article that lists them', async () => {
    const bodies = [
      'The groups behind the raids on Tarn have met reporters in Orl. Their raids, the groups said, will go on.',
      'The raids on Tarn took three days. Three groups came: the Hill Battalion, the Orl Corps and the Freedom Legion.',
    ];
    const drafts = bodies.map((body, at) => articleDraft({ key: `${at}`, title: 'The raids on Tarn', body }));
    const archive = await archiveOf(drafts);
    const { excerpts } = await answerQuestion(
      'which groups took part in the raids',
      { asOfMs: NOW },
      archive,
    );
    const [{ text, start, best }] = excerpts as [(typeof excerpts)[0]];
    expect(text.slice(best.start - start, best.end - start)).toMatch(/^Three groups/);
  });

  it('names one person where one is asked for, and no list beside', async () => {
    const body =
      'Lena Moor is replacing the mayor of Orl. The mayor of Orl had met Ilse Dorn, Ada Brandt and Jon Thale.';
    expect(await bestOver(body, 'who is replacing the mayor of Orl')).toMatch(/^Lena Moor/);
  });

  it.each([
    [
      'how did Ilse Dorn die',
      'Ilse Dorn, the Maravian singer whose voice was known in every valley, is dead. Dorn died of heart failure on Monday.',
      'heart failure',
    ],
    [
      'where did Ilse Dorn get married',
      'Ilse Dorn and Ada Brandt have been engaged twice, and Dorn has a green ring. Dorn got married over the weekend at the Little Chapel in Orl.',
      'in Orl',
    ],
    [
      'how old was Ilse Dorn when she died',
      'Ilse Dorn, who sang in 12 countries, died at home. She was 90.',
      'She was 90.',
    ],
  ])('tells by itself what is asked for: %s', async (question, body, told) => {
    expect(await bestOver(body, question)).toContain(told);
  });

  it('does not ask what another sentence tells', async () => {
    const body =
      'Did Ilse Dorn die of heart failure, as all of Orl said? Dorn died of cancer, her doctor said.';
    expect(await bestOver(body, 'how did Ilse Dorn die')).toMatch(/of cancer/);
  });

  it.each([
    'She was the queen of Maravia for 72 years, on the throne since 1952. Queen Ilse died on Thursday.',
    'Queen Ilse died on Thursday. She was the queen of Maravia for 72 years, on the throne since 1952.',
    'Queen Ilse of Maravia is dead, and the queen may never be forgotten. The queen died on 7 March.',
  ])('tells a day where a time is asked for: %s', async (body) => {
    expect(await bestOver(body, 'when did Queen Ilse die')).toMatch(/died on/);
  });

  it('tells a year where that tells of the question', async () => {
    const body = 'The volcano of Orl last erupted in 1984. People saw its smoke on Sunday.';
    expect(await bestOver(body, 'when did the volcano of Orl erupt before')).toMatch(/1984/);
  });

  it.each([
    [
      'fr',
      'quand est mort le roi Alao',
      'Il avait voulu revoir une fois encore sa ville, Chembo, mais en vain. Le roi Alao mourut à l’aube du dimanche 11 mai 1760, près de Kinra. Sa mort ne fut dite que plus tard.',
      /11 mai 1760/,
    ],
    [
      'ja',
      'オランのGDPはいくら',
      '2020年のオランのGDPは約8863億ドルである。世界17位の経済規模であり、加盟国では5位である。',
      /8863/,
    ],
    [
      'de',
      'Wer hat geglaubt, dass der Damm hält?',
      'In Köln und Bonn regnete es. Anna Brandt glaubte, dass der Damm hält. Der Rat von Felsau schwieg.',
      /Anna Brandt/,
    ],
  ])('in %s holds most of the question: %s', async (language, question, body, told) => {
    expect(await bestOver(body, question, language)).toMatch(told);
  });

  it('is in the words of whoever was asked about', async () => {
    const body =
      'Lena Moor told reporters of the ferry on Monday. “We will not sail for less,” said Moor of the ferry.';
    expect(await bestOver(body, 'what did Moor say about the ferry')).toMatch(/^“We will not/);
  });
});

describe('the words that are marked', () => {
  it.each(['The ferry, ʼs, to Orl sank.', 'ʼ The ferry to Orl sank.', 'The ferry to Orl ʼs sank.'])(
    'are those of the question in %j, where a mark stands like a word',
    async (body) => {
      const archive = await archiveOf([articleDraft({ key: 'a', title: 'From the valley', body })]);
      const { excerpts } = await answerQuestion('did the ferries to Orl sink', { asOfMs: NOW }, archive);
      const marked = excerpts[0]!.matches.map(({ start, end }) => body.slice(start, end));
      expect(marked).toEqual(expect.arrayContaining(['ferry', 'Orl']));
      expect(marked.every((word) => /^(?:ferry|Orl|sank)$/.test(word))).toBe(true);
    },
  );
});
