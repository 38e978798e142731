/** Numbers of centuries, kings and places in languages other than English. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Archive } from '../../src/answers/archive.ts';
import { articleDraft } from '../article-draft.ts';
import { archiveOf } from './archive-of.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

const open = (language: string, bodies: readonly string[]): Promise<Archive> =>
  archiveOf(
    bodies.map((body, at) =>
      articleDraft({ key: `${at}`, givenId: `${at}`, title: `${at}`, body, language }),
    ),
  );

describe('centuries and kings are found however their number is written', () => {
  it.each([
    ['fr', 'Le pont de Lormeuil date du XXe siècle.', 'pont du 20eme siecle'],
    ['fr', 'Le pont de Lormeuil date du 20e siècle.', 'pont du XXe siècle'],
    ['fr', 'La cycliste a fini 3e de la course de Lormeuil.', 'qui a fini 3ème de la course'],
    ['es', 'El puente de Valdeloma es del siglo XX.', 'puente del siglo 20'],
    ['it', 'Il ponte di Roccafiora è del XX secolo.', 'ponte del 20° secolo'],
    ['pl', 'Most w Tarnie pochodzi z XIX wieku.', 'most z 19 wieku'],
    ['ru', 'Мост в Тарне построен в ХІХ веке.', 'мост XIX века'],
  ])('%s: “%s” by “%s”', async (language, body, question) => {
    const archive = await open(language, [body, body.replace(/\S+/, 'Xenburg')]);
    const { missing } = await answerQuestion(question, { asOfMs: NOW }, archive);
    expect(missing).toEqual([]);
  });
});
