import { expect, it } from 'vitest';
import { type CorpusReason, inWords } from '../../src/domain/corpus-reason.ts';
import { speaking } from '../../src/language/speaking.ts';

const told = (reason: CorpusReason, language = 'en'): string =>
  speaking(language, () => inWords({ file: 'a.json', line: 1, reason }).reason);

it.each<[CorpusReason, string]>([
  [{ kind: 'no-body' }, 'no body (looked for body, content, text and the like)'],
  [{ kind: 'unreadable', code: 'EIO' }, 'cannot be read (EIO)'],
  [
    { kind: 'too-large', mb: 12, maxMb: 8, advice: 'one-article' },
    'is 12 MB, larger than 8 MB; it is hardly one article',
  ],
  [{ kind: 'in-list', number: 3, reason: { kind: 'no-body' } }, 'number 3 of the list: no body'],
  [
    { kind: 'unreadable-page', problem: { kind: 'too-slow', seconds: 10 } },
    'cannot be read as a page: reading it takes longer than 10 s',
  ],
  [{ kind: 'told', text: 'as an earlier version said' }, 'as an earlier version said'],
])('%j reads “%s”', (reason, words) => expect(told(reason)).toContain(words));

it('is shown in the language of whoever asks for the status', () => {
  expect(told({ kind: 'in-list', number: 3, reason: { kind: 'empty' } }, 'de')).toBe(
    'Nummer 3 der Liste: ist leer',
  );
});
