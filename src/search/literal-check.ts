/**
 * In: a query, and an article that holds its words in some form. Out: whether the text holds its phrases to the letter:
 * engines know words by their stems alone.
 */
import type { Article } from '../domain/article.ts';
import type { Clause, Query } from '../domain/query.ts';
import { DEFAULT_LANGUAGE, termSet } from '../text/terms.ts';
import type { Dictionary } from './forward-index.ts';
import { phrasesIn } from './phrases-in.ts';
import { topicWords } from './query-requirements.ts';
import { languagesOf, termsOfWord } from './word-forms.ts';

export type LiteralCheck = (text: LiteralText) => boolean;

/** What is left out is left out in any form. */
const hasPhrase = (clause: Clause): boolean =>
  clause.kind === 'phrase' || (clause.kind !== 'not' && 'of' in clause && [clause.of].flat().some(hasPhrase));

/** A text that is asked for phrases and for terms, which are read when first asked for. */
interface Readable {
  holdsPhrase(phrase: string): boolean;
  holdsTerm(term: string): boolean;
}

/** An article that any number of checks may read. */
export interface LiteralText {
  readonly whole: Readable;
  readonly title: Readable;
}

const readable = (text: string, language: string | null): Readable => {
  let held: Set<string> | null = null;
  return {
    holdsPhrase: phrasesIn(text),
    holdsTerm: (term) => {
      held ??= termSet(text, language ?? DEFAULT_LANGUAGE);
      return held.has(term);
    },
  };
};

export const literalText = ({
  title,
  body,
  language,
}: Pick<Article, 'title' | 'body' | 'language'>): LiteralText => ({
  whole: readable(`${title}\n${body}`, language),
  title: readable(title, language),
});

const holds = (
  clause: Clause,
  { whole, title }: LiteralText,
  termsOf: (word: string) => readonly string[],
): boolean => {
  switch (clause.kind) {
    case 'words':
      return topicWords(clause.text).every((word) => termsOf(word).some((term) => whole.holdsTerm(term)));
    case 'phrase':
      return whole.holdsPhrase(clause.text);
    case 'title':
      return holds(clause.of, { whole: title, title }, termsOf);
    case 'all':
      return clause.of.every((part) => holds(part, { whole, title }, termsOf));
    case 'any':
      return clause.of.some((part) => holds(part, { whole, title }, termsOf));
    case 'not':
      return !holds(clause.of, { whole, title }, termsOf);
  }
};

/** Null if an engine can decide alone. */
export const literalCheck = (
  { phrases, groups }: Pick<Query, 'phrases' | 'groups'>,
  dictionary: Dictionary,
): LiteralCheck | null => {
  const clauses = groups.map(({ clause }) => clause).filter(hasPhrase);
  if (phrases.length + clauses.length === 0) return null;
  const languages = languagesOf(dictionary);
  const termsOf = (word: string) => termsOfWord(word, languages);
  return (text) =>
    phrases.every((phrase) => text.whole.holdsPhrase(phrase)) &&
    clauses.every((clause) => holds(clause, text, termsOf));
};
