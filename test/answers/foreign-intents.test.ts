/** Who said what, and lists, in languages other than English. */
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

const bestOf = async (question: string, archive: Archive): Promise<string> => {
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  const [first] = excerpts;
  return first === undefined
    ? ''
    : first.text.slice(first.best.start - first.start, first.best.end - first.start);
};

const firstOf = async (question: string, archive: Archive): Promise<string | undefined> => {
  const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
  return excerpts[0]?.text;
};

describe('who said what is told by the sentence in which they speak', () => {
  it.each([
    [
      'de',
      'was hat der Bürgermeister zum Streik gesagt?',
      'Der Streik in Tannheim begann am Montag vor dem Haus des Bürgermeisters. „Der Streik trifft die Falschen“, sagte der Bürgermeister. Am Abend trafen sich beide Seiten.',
      'trifft die Falschen',
    ],
    [
      'fr',
      'que dit le maire de la grève',
      'La grève a commencé lundi devant la maison du maire de Lormeuil. « La grève touche les plus faibles », a déclaré le maire. Le soir, les deux parties se sont vues.',
      'les plus faibles',
    ],
    [
      'es',
      'qué dijo la alcaldesa sobre la huelga',
      'La huelga empezó el lunes frente a la casa de la alcaldesa. «La huelga perjudica a los más débiles», afirmó la alcaldesa. Por la noche se reunieron.',
      'más débiles',
    ],
    [
      'ru',
      'что мэр сказал о забастовке',
      'Забастовка началась в понедельник у дома мэра города. «Забастовка вредит самым слабым», — заявил мэр. Вечером стороны встретились.',
      'самым слабым',
    ],
    [
      'pl',
      'co burmistrz powiedzial o strajku',
      'Strajk zaczął się w poniedziałek przed domem burmistrza. „Strajk uderza w najsłabszych” – powiedział burmistrz. Wieczorem obie strony się spotkały.',
      'najsłabszych',
    ],
    [
      'pt',
      'o que a ministra disse sobre o leilão?',
      'O leilão foi adiado para março. Segundo a ministra Ilse Dorn, três empresas já se inscreveram. «Não vamos sacrificar a concorrência», disse Dorn a jornalistas.',
      'a concorrência',
    ],
    [
      'uk',
      'що сказала Дорн про Орл?',
      'Ілсе Дорн обіграла Мару Орл і вийшла у фінал. Матч тривав годину. «Я не тиснутиму їй руку», — заявила Дорн.',
      'тиснутиму',
    ],
    [
      'ja',
      '丹羽社長は何と言った？',
      '丹羽社長の会社は18日、最終列車を30分遅らせると発表した。丹羽社長は会見で「夜の需要に応えたい」と述べた。',
      '応えたい',
    ],
    [
      'fr',
      'que dit Dorn de la grève',
      'Ilse Dorn est arrivée lundi à Lormeuil, où la grève continue. « Les plus faibles en souffrent », a déclaré la maire. Le soir, les deux parties se sont vues.',
      'en souffrent',
    ],
  ])('%s: %s', async (language, question, body, told) => {
    expect(await bestOf(question, await open(language, [body]))).toContain(told);
  });
});

it('the excerpt in which they speak comes first', async () => {
  const archive = await open('de', [
    'Ministerin Ilse Dorn besuchte den Hafen Tarn. Der Hafen Tarn ist seit Montag gesperrt, und Ilse Dorn blieb den ganzen Tag am Hafen.',
    'Der Hafen wird im Mai wieder geöffnet, sagte Ministerin Ilse Dorn. Bis dahin fahren keine Schiffe.',
  ]);
  expect(await firstOf('was sagte Ilse Dorn über den Hafen', archive)).toContain('im Mai');
});

it.each([
  [
    'pl',
    'ile osób zostało rannych w tarnie',
    [
      'W piątek rano pod Orlem wykoleił się pociąg z Lornu. Rannych zostało 12 osób, w tym maszynista. Nikt nie zginął.',
      'Na stacji w Tarnie zderzyły się dwa pociągi. Zginęła jedna kobieta, a 23 osoby są ranne.',
    ],
    '23 osoby',
  ],
  [
    'pt',
    'quantas pessoas morreram no incêndio em tarna',
    [
      'Um incêndio destruiu o mercado de Orla na madrugada de sábado. Duas pessoas morreram e 17 ficaram feridas.',
      'Um incêndio em uma fábrica de Tarna deixou cinco feridos. Ninguém morreu, e três casas foram interditadas.',
    ],
    'Ninguém morreu',
  ],
])('what tells of the place asked about comes first: %s', async (language, question, bodies, told) => {
  expect(await firstOf(question, await open(language, bodies))).toContain(told);
});

it.each([
  [
    'de',
    'welche Gruppen haben den Vertrag unterschrieben',
    'Der Vertrag wurde am Montag von Gruppen unterschrieben. Den Vertrag unterschrieben haben die Bauernpartei Orl, das Bündnis Tarn und der Handelsverband Lorn.',
    'Handelsverband',
  ],
  [
    'es',
    'qué grupos firmaron el tratado',
    'El tratado fue firmado por varios grupos el lunes. Firmaron el tratado la Alianza Orl, el Frente Tarn y la Unión Lorn.',
    'Frente Tarn',
  ],
])('a list is told by the sentence with most names: %s', async (language, question, body, told) => {
  expect(await bestOf(question, await open(language, [body]))).toContain(told);
});
