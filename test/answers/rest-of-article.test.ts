/** What does not fit into the first excerpt of the article that is asked about. */
import { expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

/** Too long for one excerpt; its end names nothing that is asked about. */
const ASKED_ABOUT = [
  'Im Jahr 1971 wurde Temujan in der Ebene von Felsau zum Khan der Lornländer gewählt.',
  'Nach der Wahl des Khans Temujan kam es zum Streit mit Jamuk, der den Khan Temujan nicht anerkannte und die Wahl anfocht.',
  'Jamuk sammelte im Winter dreißigtausend Mann um sich, und Temujan hatte ihnen kaum die Hälfte entgegenzustellen.',
  'Vergeblich suchten die Ältesten beider Lager den Streit zwischen Temujan und Jamuk noch bei einem Treffen am Fluss zu schlichten.',
  'Im Frühjahr darauf zogen Temujan und Jamuk mit ihren Leuten gegeneinander, und das Land am Fluss wurde weithin verwüstet.',
  'Entschieden wurde alles in der Schlacht von Dalan, aus der nur wenige heimkehrten.',
].join(' ');

const OTHERS = ['Brandt', 'Girard', 'Aydin', 'Petrow', 'Tanaka', 'Kim'].map(
  (name) =>
    `Die Wahl in Tannheim verlor ${name} kurz nach dem Winter, und der Kampf um das Rathaus ging weiter.`,
);

it('is quoted as well, before other articles fill all places', async () => {
  const drafts = [ASKED_ABOUT, ...OTHERS].map((body, at) =>
    articleDraft({ key: `${at}`, givenId: `${at}`, title: '', body, published: null, language: 'de' }),
  );
  const archive = await archiveOf(drafts, NOW);
  const question = 'Welchen Kampf verlor Temujan kurz nach seiner Wahl zum Khan gegen Jamuk?';
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  expect(excerpts[0]?.articleId).toBe('0');
  expect(excerpts.map(({ text }) => text).join('\n')).toContain('Schlacht von Dalan');
});
