/** In: a set of one language. Out: how often Dateline's excerpts hold an answer, and how often it refuses, rightly or wrongly. */
import { answerQuestion } from '../../../src/answers/answer-question.ts';
import type { Archive } from '../../../src/answers/archive.ts';
import type { Verdict } from '../../../src/domain/answer.ts';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { openArticleStore, type SqliteArticleStore } from '../../../src/store/sqlite-article-store.ts';
import { detectLanguage } from '../../../src/text/detect-language.ts';
import { openArchive } from '../../answers/open-archive.ts';
import { articleDraft } from '../../article-draft.ts';
import type { EvalArticle } from '../eval-data.ts';
import { holdsAnswerIn, type LanguageQuestion, type LanguageSet } from './language-set.ts';
import type { Ask } from './peers.ts';

/** A question as it was answered, and answered again without the articles known to hold the answer. */
export interface AskedTwice {
  readonly asked: LanguageQuestion;
  /** Place of the first excerpt that holds an answer, from 0; Infinity where none does. */
  readonly place: number;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly first: string;
  readonly missing: readonly string[];
  readonly withoutVerdict: Verdict;
  readonly withoutConfidence: number;
}

/** Questions of no time are asked at one. */
const AS_OF_MS = Date.UTC(2025, 0, 1);

const draftOf = ({ id, title, url, source, published, body }: EvalArticle): ArticleDraft =>
  articleDraft({ key: id, title, url, source, published, body, language: detectLanguage(body) });

const placeOf = (excerpts: readonly string[], { answers }: LanguageQuestion, language: string): number => {
  const at = excerpts.findIndex((text) => holdsAnswerIn(text, answers, language));
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};

/** Answers of one corpus with and without some of its articles. */
const askTwice = async (
  asked: LanguageQuestion,
  language: string,
  drafts: ReadonlyMap<string, ArticleDraft>,
  store: SqliteArticleStore,
  archive: Archive,
): Promise<AskedTwice> => {
  const options = { asOfMs: AS_OF_MS };
  const { verdict, confidence, excerpts, missing } = await answerQuestion(asked.question, options, archive);
  const texts = excerpts.map(({ text }) => text);
  const known = asked.articles.map((id) => drafts.get(id)!);
  await store.remove(
    known.map(({ key }) => key),
    AS_OF_MS,
  );
  const without = await answerQuestion(asked.question, options, archive);
  await store.add(known, 'backfill', AS_OF_MS);
  return {
    asked,
    place: placeOf(texts, asked, language),
    verdict,
    confidence,
    first: texts[0] ?? '',
    missing,
    withoutVerdict: without.verdict,
    withoutConfidence: without.confidence,
  };
};

/** Asks Dateline all questions of a set, twice each. */
export const measureDateline = async ({
  articles,
  questions,
  language,
}: LanguageSet): Promise<AskedTwice[]> => {
  const store = await openArticleStore(null);
  try {
    const drafts = articles.map(draftOf);
    await store.add(drafts, 'backfill', AS_OF_MS);
    const byId = new Map(drafts.map((draft) => [draft.key, draft]));
    const archive = openArchive(store);
    const answered: AskedTwice[] = [];
    for (const asked of questions) answered.push(await askTwice(asked, language, byId, store, archive));
    return answered;
  } finally {
    await store.close();
  }
};

/** Places of the first excerpt that holds an answer, as a peer quotes them. */
export const measurePeer = ({ questions, language }: LanguageSet, ask: Ask): number[] =>
  questions.map((asked) => placeOf(ask(asked.question), asked, language));
