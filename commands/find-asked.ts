/** A question that was asked and the answer it got, found again by the buttons under the answer. */

import type { App } from '../src/app.ts';
import { sentenceChange } from '../src/discord/cards/changes-card.ts';
import type { ActionInput } from '../src/discord/command.ts';
import { joinMarkup, type Markup, md, moment } from '../src/discord/markup.ts';
import type { Answer, Excerpt } from '../src/domain/answer.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { TextChange } from '../src/domain/text-change.ts';
import { sentence, whether } from '../src/language/message.ts';
import { type Asked, askedSchema } from '../src/store/asked-question.ts';
import type { Kept } from '../src/store/interaction-store.ts';
import { KEPT_AN_ARTICLE } from '../src/store/text-changes.ts';

/** The answer that was given, whatever became of the articles since. */
export const answerGiven = async (app: App, { answered, text, also, asOfMs }: Asked): Promise<Answer> =>
  answered?.answer ?? app.backend.answer(text, { asOfMs, also });

/** How the quoted articles have changed since the answer; null if they have not. */
export const changesSince = async (app: App, { asOfMs }: Asked, answer: Answer): Promise<Markup | null> => {
  const articles = await app.articles.getMany([...new Set(answer.excerpts.map(({ seq }) => seq))]);
  const bodies = new Map(articles.map(({ seq, body }) => [seq, body]));
  const isChanged = ({ seq, start, end, text }: Answer['excerpts'][number]): boolean =>
    bodies.has(seq) && bodies.get(seq)!.slice(start, end) !== text;
  const changed = new Set(answer.excerpts.filter(isChanged).map(({ seq }) => seq)).size;
  const gone = new Set(answer.excerpts.filter(({ seq }) => !bodies.has(seq)).map(({ seq }) => seq)).size;
  if (changed + gone === 0) return null;
  const said = md`Quoted as it stood ${moment(asOfMs)}.`;
  const changes =
    changed > 0 &&
    md`Since then ${whether(changed, '# of these articles has', '# of these articles have')} changed.`;
  const losses =
    gone > 0 && md`Since then ${whether(gone, '# of these articles is', '# of these articles are')} gone.`;
  const corrected = await correctionOf(app, answer, asOfMs);
  return joinMarkup([joinMarkup([said, changes, losses], ' '), corrected], '\n');
};

type SentenceChange = TextChange['sentences'][number];

/** What became of a quoted sentence through the changes, which come in order; null if it is as it was. */
const followSentence = (text: string, changes: readonly SentenceChange[]): SentenceChange | null => {
  let corrected = null as SentenceChange | null;
  for (const { before, after } of changes) {
    if (before === null) continue;
    if (corrected === null ? text.includes(before) : corrected.after === before)
      corrected = { before: corrected?.before ?? before, after };
  }
  return corrected?.before === corrected?.after ? null : corrected;
};

/** The first quoted sentence that the article has otherwise since, old and new; null if there is none. */
export const correctionOf = async (
  app: App,
  { excerpts }: { readonly excerpts: readonly Pick<Excerpt, 'seq' | 'text'>[] },
  sinceMs: number,
): Promise<Markup | null> => {
  const seqs = [...new Set(excerpts.map(({ seq }) => seq))];
  const newestFirst = await app.articles.textChanges({ seqs, limit: seqs.length * KEPT_AN_ARTICLE });
  const changes = newestFirst.filter(({ changedAtMs }) => changedAtMs >= sinceMs).reverse();
  for (const { seq, text } of excerpts) {
    const ofArticle = changes.filter(({ article }) => article.seq === seq);
    const corrected = followSentence(
      text,
      ofArticle.flatMap(({ sentences }) => sentences),
    );
    if (corrected !== null) return sentenceChange(corrected);
  }
  return null;
};

/** In words for whoever pressed. */
const notHere = (): DatelineError =>
  new DatelineError(
    'forbidden',
    sentence`This button is from another channel or from someone else’s private answer. Use \`/ask\` to ask yourself.`,
  );

/**
 * The question a button belongs to. A button is pressed where its answer is, and that of a private answer by the one
 * who asked. Throws `not_found` if it expired or is another server's, `forbidden` if the press is forged.
 */
export const findAsked = async (
  app: App,
  { by, args }: Pick<ActionInput, 'by' | 'args'>,
): Promise<Kept<Asked>> => {
  const kept = await app.interactions.find(args[0], askedSchema, by);
  const { isPrivate, channelId = by.channelId } = kept.data;
  if (channelId !== by.channelId || (isPrivate && kept.userId !== by.id)) throw notHere();
  return kept;
};
