/** `/ask`, and questions in mentions and direct messages: an answer of quoted excerpts, its pages, and what follows it. */

import type { App } from '../src/app.ts';
import { type ActionInput, type Person, readNumber, slash } from '../src/discord/command.ts';
import { filterOptions, readFilters } from '../src/discord/filters.ts';
import { type Markup, md } from '../src/discord/markup.ts';
import { plainText } from '../src/discord/plain-text.ts';
import { customId, type Form, parseCustomId, type Reply, say } from '../src/discord/reply.ts';
import type { Alert } from '../src/domain/alert.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { QueryPiece } from '../src/domain/query.ts';
import { sentence, spoken } from '../src/language/message.ts';
import { pointsBack } from '../src/query/continue-question.ts';
import { parseQuery } from '../src/query/parse-query.ts';
import { readOperators } from '../src/query/read-operators.ts';
import { replaceWords } from '../src/query/replace-words.ts';
import { type Asked, askedSchema } from '../src/store/asked-question.ts';
import type { Kept } from '../src/store/interaction-store.ts';
import { addAlert } from './alerts.ts';
import { askAnew, askOn, type KeptQuestion, replyToQuestion, showAnswer } from './answer-reply.ts';
import { answerGiven, correctionOf, findAsked } from './find-asked.ts';
import { searchReply } from './search.ts';
import { voteWith } from './votes.ts';

const MAX_QUESTION = 500;

/** The asker turns the page itself; anyone else gets that page for themselves. */
const turnPage = async (input: ActionInput, app: App): Promise<Reply> => {
  const kept = await findAsked(app, input);
  const reply = await showAnswer(app, kept, readNumber(input.args[1]));
  return { ...reply, inPlace: kept.userId === input.by.id };
};

/** Where everyone saw the answer, and the bot may post: there the later one belongs too. */
const placeOf = async (
  app: App,
  { guildId, data }: KeptQuestion,
  { channelId }: Person,
): Promise<Alert['place']> => {
  if (guildId === null || data.isPrivate) return null;
  const place = await app.places.place(guildId, channelId);
  return place === null || place.missing.length > 0 ? null : { guildId, channelId };
};

/** Has it asked of each new article, unless one that came meanwhile answers it. */
const waitForAnswer = async (input: ActionInput, app: App): Promise<Reply> => {
  const kept = await findAsked(app, input);
  const { lastSeq: startSeq } = await app.articles.position();
  const { question, text, also, continues, carried } = kept.data;
  const { verdict } = await app.backend.answer(text, { asOfMs: app.now(), also });
  if (verdict === 'answered')
    return replyToQuestion(app, input.by, { question, text, also, continues, carried, isPrivate: true });
  const place = await placeOf(app, kept, input.by);
  return addAlert(app, input.by, { question, text, also, place, startSeq });
};

const share = async (input: ActionInput, app: App): Promise<readonly Reply[]> => {
  const kept = await findAsked(app, input);
  if (kept.userId !== input.by.id)
    throw new DatelineError('forbidden', sentence`Only the person who asked can share this answer.`);
  const own = await showAnswer(app, { ...kept, data: { ...kept.data, isShared: true } });
  if (kept.data.isShared) return [{ ...own, inPlace: true }];
  const data = { ...kept.data, isPrivate: false, sharedBy: input.by.id };
  const shared = await showAnswer(app, { ...kept, id: await app.interactions.keep(input.by, data), data });
  // The button goes once the answer is there, so that it can be pressed again if Discord refuses the answer.
  return [
    { ...shared, visibility: 'public', shares: kept.id },
    { ...own, inPlace: true },
  ];
};

const followUpForm = async (input: ActionInput, app: App): Promise<Form> => {
  const { id, data } = await findAsked(app, input);
  return {
    title: spoken`Follow up`,
    customId: customId('ask', 'continue', id),
    fields: [
      {
        kind: 'line',
        name: 'question',
        label: spoken`What else do you want to know?`,
        hint: spoken`After: ${data.question}`,
        placeholder: spoken`And what happened then?`,
        required: true,
        maxLength: MAX_QUESTION,
      },
    ],
  };
};

const continueFromForm = async (input: ActionInput, app: App): Promise<Reply> => {
  const { data } = await findAsked(app, input);
  const reply = await askOn(app, input.by, data, input.fields.question ?? '', data.isPrivate);
  return { ...reply, visibility: data.isPrivate ? 'private' : 'public' };
};

const fixPiece = (piece: QueryPiece, fix: (text: string) => string): QueryPiece[] => {
  if (piece.kind === 'filter') return [piece];
  return piece.kind === 'group' ? readOperators(fix(piece.text)) : [{ ...piece, text: fix(piece.text) }];
};

/** Searches for what the words were taken to mean: each misspelt word replaced. */
const askCorrected = async (input: ActionInput, app: App): Promise<Reply> => {
  const { data } = await findAsked(app, input);
  const { corrections } = await answerGiven(app, data);
  const fix = (text: string): string => replaceWords(text, corrections);
  const { continues, carried, isPrivate } = data;
  const also = data.also.flatMap((piece) => fixPiece(piece, fix));
  const asked = { question: fix(data.question), text: fix(data.text), also, continues, carried, isPrivate };
  return { ...(await replyToQuestion(app, input.by, asked)), visibility: isPrivate ? 'private' : 'public' };
};

/** A reply to what a command answered reaches a bot without its words, unless it names the bot. */
const cannotRead = (): Markup =>
  md`I cannot see replies to the answer of a command. Press **Follow up** under it, or mention me in your reply.`;
const greeting = (): Markup =>
  md`Ask me anything about the news: mention me with a question, write to me directly, or use \`/ask\`. \`/help\` lists all I can do.`;

/** Nobody looks for these; as the whole of a message they begin or end a talk. */
const isSmallTalk = (text: string, nowMs: number): boolean =>
  text !== '' && /[\p{L}\p{N}]/u.test(text) && parseQuery(text, nowMs).intent.kind === 'talk';
/** Typed as text, a command is not run. */
const TYPED_COMMAND = /^\/(?:ask|search)\s+/i;
const WORDLESS = sentence`Expected words to look for: I open no links, pictures or emoji. A headline will do.`;

/** In a direct message so soon after a question, "why did she resign?" goes on from it. */
const TALK_MS = 10 * 60_000;

/** The question that a direct message goes on from, replying to nothing; null if it stands alone. */
const justAsked = async (app: App, by: Person, text: string): Promise<Kept<Asked> | null> => {
  if (by.guildId !== null) return null;
  const nowMs = app.now();
  const kept = await app.interactions.latestPrivate(by.id, nowMs - TALK_MS, askedSchema);
  if (kept === null) return null;
  const earlier = parseQuery(kept.data.text, kept.data.asOfMs, kept.data.also);
  return pointsBack(earlier, parseQuery(text, nowMs)) ? kept : null;
};

export const ask = slash({
  name: 'ask',
  description: 'Answer a question with excerpts from the articles, quoted and with their sources.',
  options: {
    question: {
      kind: 'string',
      description: 'What you want to know. "Quotes" for exact words, a minus to leave a word out.',
      required: true,
      maxLength: MAX_QUESTION,
    },
    ...filterOptions,
    private: { kind: 'boolean', description: 'Show the answer to you alone. You can share it afterwards.' },
  },
  run: ({ options, by }, app) => {
    const { question } = options;
    return askAnew(app, by, question, { also: readFilters(options), isPrivate: options.private ?? false });
  },
  async onMessage({ by, text: typed, repliedTo }, app) {
    const text = plainText(typed.replace(TYPED_COMMAND, ''));
    if (typed === '' && repliedTo.length > 0) return say(cannotRead());
    if (typed === '' || isSmallTalk(text, app.now())) return say(greeting());
    if (text === '') throw new DatelineError('invalid', WORDLESS);
    const routes = repliedTo.map(parseCustomId).filter((route) => route?.command === 'ask');
    const args = routes.at(-1)?.args ?? [];
    const earlier = await findAsked(app, { by, args }).catch(() => null);
    const before = earlier ?? (await justAsked(app, by, text));
    return before === null
      ? askAnew(app, by, text, { isPrivate: false })
      : askOn(app, by, before.data, text, false);
  },
  async rebuildPosted({ id, guildId }, app) {
    const kept = await app.interactions.find(id, askedSchema, { id: '', guildId }).catch(() => null);
    const answer = kept?.data.answered?.answer;
    const correction = answer && (await correctionOf(app, answer, kept.data.asOfMs));
    return correction ? showAnswer(app, kept) : null;
  },
  actions: {
    page: { run: turnPage },
    share: { run: share },
    wait: { run: waitForAnswer },
    followup: { form: followUpForm },
    continue: { run: continueFromForm },
    correct: { run: askCorrected },
    helpful: { run: voteWith('helpful') },
    unhelpful: { run: voteWith('unhelpful') },
    all: {
      run: async (input, app) => {
        const { data } = await findAsked(app, input);
        const { text, also, asOfMs } = data;
        return searchReply(app, input.by, { text, also, sort: 'relevance', asOfMs });
      },
    },
  },
});
