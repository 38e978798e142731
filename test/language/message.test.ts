import { describe, expect, it } from 'vitest';
import { DatelineError } from '../../src/domain/errors.ts';
import { languageOf } from '../../src/language/languages.ts';
import { listed, sentence, tell } from '../../src/language/message.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const refusalOf = (typed: string): DatelineError => {
  try {
    parseQuery(typed, 0);
  } catch (error) {
    if (error instanceof DatelineError) return error;
  }
  throw new Error('It was not refused.');
};

describe('a message', () => {
  it.each([
    ['en', 'at most 1,000 characters; got 1,001.'],
    ['de', 'höchstens 1.000 Zeichen; erhalten: 1.001.'],
    ['ru', 'не длиннее 1\u00a0000 символов; получено 1\u00a0001.'],
    ['ar', '1,001'],
  ])('groups each number as is usual in %s', (code, said) => {
    expect(tell(refusalOf('x'.repeat(1001)).said!, languageOf(code))).toContain(said);
  });

  it('tells the messages inside it in the same language', () => {
    const told = sentence`No article holds ${sentence`no reason is known`}.`;
    expect(tell(told, languageOf('de'))).toBe('Kein Artikel enthält kein Grund ist bekannt.');
  });

  it('lists others in the same language', () => {
    const names = [sentence`View Channel`, sentence`Send Messages`, sentence`Create Posts`];
    expect(tell(listed(names), languageOf('de'))).toBe(
      'Kanal ansehen, Nachrichten senden, Beiträge erstellen',
    );
    expect(tell(listed(names.slice(0, 1)), languageOf('fr'))).toBe('Voir le salon');
  });
});
