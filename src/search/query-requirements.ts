/**
 * What a query requires of an article and its outlet, beside the words it is about. The one place that decides it: answers,
 * searches, digests, alerts and `/why` all ask here. What only the text can show, whether a phrase stands there to the
 * letter, is decided in `literal-check.ts`.
 */
import { EVERYONE } from '../domain/audience.ts';
import type { Clause, Query } from '../domain/query.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { terms } from '../text/terms.ts';
import type { Dictionary } from './forward-index.ts';
import {
  all,
  any,
  type Day,
  dayOf,
  EVERYTHING,
  inTitle,
  not,
  type SearchQuery,
  type SearchScope,
} from './search-query.ts';
import { phraseQuery, wordsQuery } from './word-forms.ts';

/** The clause over words in any form. */
export const clauseQuery = async (clause: Clause, dictionary: Dictionary): Promise<SearchQuery> => {
  const each = (of: readonly Clause[]) => Promise.all(of.map((part) => clauseQuery(part, dictionary)));
  switch (clause.kind) {
    case 'words':
      return wordsQuery(topicWords(clause.text), dictionary);
    case 'phrase':
      return phraseQuery(clause.text, dictionary);
    case 'title':
      return inTitle(await clauseQuery(clause.of, dictionary));
    case 'not':
      return not(await clauseQuery(clause.of, dictionary));
    case 'all':
      return all(await each(clause.of));
    case 'any':
      return any(await each(clause.of));
  }
};

/** Quoted phrases, their words one right after the other in any form, nothing of what is left out, and the groups. */
export const queryRequirements = async (
  { phrases, excluded, groups }: Pick<Query, 'phrases' | 'excluded' | 'groups'>,
  dictionary: Dictionary,
): Promise<SearchQuery> =>
  phrases.length + excluded.length + groups.length === 0
    ? EVERYTHING
    : all([
        ...(await Promise.all(phrases.map((text) => phraseQuery(text, dictionary)))),
        ...(await Promise.all(excluded.map((text) => phraseQuery(text, dictionary)))).map(not),
        ...(await Promise.all(groups.map(({ clause }) => clauseQuery(clause, dictionary)))),
      ]);

type Filters = Pick<Query, 'within' | 'sources' | 'excludedSources' | 'authors' | 'excludedAuthors'>;

/** The sources, authors and days asked for, up to `latestDay` if there is one; `hearingEngine` says who asks. */
export const queryScope = (
  { within, sources, excludedSources, authors, excludedAuthors }: Filters,
  latestDay: Day | null,
): SearchScope => ({
  latestDay,
  within: within && { from: dayOf(within.from), to: dayOf(within.to) },
  sources,
  excludedSources,
  authors,
  excludedAuthors,
  audience: EVERYONE,
});

/**
 * The words of a topic that an article has to hold, as typed: function words are left out unless there is nothing else,
 * or they are written in capitals among other words: "US" and "WHO" are names, "us" and "who" are not.
 */
export const topicWords = (words: string): string[] => {
  const tokens = terms(words).map(({ start, end }) => words.slice(start, end));
  const isName = (word: string): boolean =>
    word.length > 1 && word === word.toUpperCase() && words !== words.toUpperCase();
  const content = tokens.filter((word) => isName(word) || !isFunctionWord(word.toLowerCase()));
  return content.length > 0 ? content : tokens;
};

/** What an article has to hold to be about a topic: all its words, in any form, and what else it requires. */
export const topicQuery = async (query: Query, dictionary: Dictionary): Promise<SearchQuery> =>
  all([
    await wordsQuery(topicWords(query.ungrouped), dictionary),
    await queryRequirements(query, dictionary),
  ]);
