/**
 * In: a query, and an article that holds its words in some form. Out: whether the text holds its phrases to the letter:
 * engines know words by their stems alone.
 */
import type { Article } from '../domain/article.ts';
import type { Clause, Query } from '../domain/query.ts';
import { DEFAULT_LANGUAGE, termSet } from '../text/terms.ts';
import type { Dictionary } from './forward-index.ts';
import { holdsPhrases } from './holds-phrases.ts';
import { topicWords } from './query-requirements.ts';
import { languagesOf, termsOfWord } from './word-forms.ts';

export type LiteralCheck = (article: Pick<Article, 'title' | 'body' | 'language'>) => boolean;

/** What is left out is left out in any form. */
const hasPhrase = (clause: Clause): boolean =>
  clause.kind === 'phrase' || (clause.kind !== 'not' && 'of' in clause && [clause.of].flat().some(hasPhrase));

/** A text that is asked for phrases and for words in any form; its terms are read when first asked for. */
interface Readable {
  readonly text: string;
  holdsWord(word: string): boolean;
}

const readable = (text: string, language: string | null, languages: Iterable<string>): Readable => {
  let held: Set<string> | null = null;
  return {
    text,
    holdsWord: (word) => {
      held ??= termSet(text, language ?? DEFAULT_LANGUAGE);
      return termsOfWord(word, languages).some((term) => held!.has(term));
    },
  };
};

const holds = (clause: Clause, whole: Readable, title: Readable): boolean => {
  switch (clause.kind) {
    case 'words':
      return topicWords(clause.text).every((word) => whole.holdsWord(word));
    case 'phrase':
      return holdsPhrases(whole.text, [clause.text]);
    case 'title':
      return holds(clause.of, title, title);
    case 'all':
      return clause.of.every((part) => holds(part, whole, title));
    case 'any':
      return clause.of.some((part) => holds(part, whole, title));
    case 'not':
      return !holds(clause.of, whole, title);
  }
};

/** Null if an engine can tell alone. */
export const literalCheck = (
  { phrases, groups }: Pick<Query, 'phrases' | 'groups'>,
  dictionary: Dictionary,
): LiteralCheck | null => {
  const clauses = groups.map(({ clause }) => clause).filter(hasPhrase);
  if (phrases.length + clauses.length === 0) return null;
  const languages = languagesOf(dictionary);
  return ({ title, body, language }) => {
    const whole = readable(`${title}\n${body}`, language, languages);
    if (!holdsPhrases(whole.text, phrases)) return false;
    const inTitle = readable(title, language, languages);
    return clauses.every((clause) => holds(clause, whole, inTitle));
  };
};
