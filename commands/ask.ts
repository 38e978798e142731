/** `/ask`, and questions in mentions and direct messages: an answer of quoted excerpts, its pages, and what follows it. */
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { answerCard } from '../src/discord/cards/answer-card.ts';
import { type ActionInput, type Person, slash } from '../src/discord/command.ts';
import { filterOptions, withFilters } from '../src/discord/filters.ts';
import { type Markup, md, mention, oneLine } from '../src/discord/markup.ts';
import { plainText } from '../src/discord/plain-text.ts';
import { customId, type Form, parseCustomId, type Reply, say } from '../src/discord/reply.ts';
import type { Answer } from '../src/domain/answer.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { continueQuestion } from '../src/query/continue-question.ts';
import { parseQuery } from '../src/query/parse-query.ts';
import type { Kept } from '../src/store/interaction-store.ts';
import { searchReply } from './search.ts';

const MAX_QUESTION = 500;

/** A question that was asked, as its buttons need it. */
export const askedSchema = z.object({
  /** As written. */
  question: z.string(),
  /** As searched, in the query language. */
  text: z.string(),
  /** The question this one continues, as written. */
  continues: z.string().nullable(),
  carried: z.array(z.string()),
  isPrivate: z.boolean(),
  asOfMs: z.number(),
});
type Asked = z.infer<typeof askedSchema>;

const noteOf = ({ continues, carried }: Asked): Markup | null => {
  if (continues === null) return null;
  const earlier = md`Continues “${oneLine(continues, 80)}”`;
  return carried.length === 0 ? earlier : md`${earlier}, searched with ${carried.join(', ')}`;
};

type KeptQuestion = Pick<Kept<Asked>, 'id' | 'data' | 'guildId'>;

const card = (kept: KeptQuestion, answer: Answer, page: number): Reply => {
  const { id, guildId, data } = kept;
  const note = noteOf(data);
  const label = answer.verdict === 'none' ? 'Watch this' : 'Subscribe to this';
  const follow = { kind: 'action', label, customId: customId('subscribe', 'from', id) } as const;
  return answerCard({
    answer,
    question: data.question,
    id,
    page,
    isPrivate: data.isPrivate && guildId !== null,
    takesVotes: true,
    // Words that name nothing are no topic either.
    buttons: guildId === null || answer.asked === 'nothing' ? [] : [follow],
    ...(note && { note }),
  });
};

const show = async (app: App, kept: KeptQuestion, page = 0): Promise<Reply> => {
  const { text, asOfMs } = kept.data;
  return card(kept, await app.desk.answer(text, { asOfMs }), page);
};

/** Answers, and meanwhile keeps the question for the buttons. What cannot be read is not kept. */
const answerQuestion = async (app: App, by: Person, asked: Omit<Asked, 'asOfMs'>): Promise<Reply> => {
  const data = { ...asked, asOfMs: app.now() };
  const { text, asOfMs } = data;
  parseQuery(text, asOfMs);
  const [id, answer] = await Promise.all([
    app.interactions.keep(by, data),
    app.desk.answer(text, { asOfMs }),
  ]);
  return card({ id, data, guildId: by.guildId }, answer, 0);
};

/** A question without one before it. Used by "Find coverage" as well. */
export const askAnew = (
  app: App,
  by: Person,
  question: string,
  text: string,
  isPrivate: boolean,
): Promise<Reply> => answerQuestion(app, by, { question, text, continues: null, carried: [], isPrivate });

const askOn = (
  app: App,
  by: Person,
  earlier: Asked,
  question: string,
  isPrivate: boolean,
): Promise<Reply> => {
  const nowMs = app.now();
  const { text, carried } = continueQuestion(
    parseQuery(earlier.text, earlier.asOfMs),
    parseQuery(question, nowMs),
  );
  return answerQuestion(app, by, {
    question,
    text,
    continues: earlier.question,
    carried: [...carried],
    isPrivate,
  });
};

/** A question asked in this server; a private one only for the person who asked. */
export const findAsked = async (app: App, { args, by }: ActionInput): Promise<Kept<Asked>> => {
  const kept = await app.interactions.find(args[0], askedSchema, by);
  return kept.data.isPrivate ? app.interactions.find(args[0], askedSchema, by, 'own') : kept;
};

/** The asker turns the page itself; anyone else gets that page for themselves. */
const turnPage = async (input: ActionInput, app: App): Promise<Reply> => {
  const kept = await findAsked(app, input);
  const reply = await show(app, kept, Number(input.args[1]));
  return { ...reply, inPlace: kept.userId === input.by.id };
};

const share = async (input: ActionInput, app: App): Promise<readonly Reply[]> => {
  const kept = await findAsked(app, input);
  if (kept.userId !== input.by.id)
    throw new DatelineError('forbidden', 'Only the person who asked can share this answer.');
  const data = { ...kept.data, isPrivate: false };
  const own = await show(app, { ...kept, data });
  const id = await app.interactions.keep(input.by, data);
  const shown = await show(app, { ...kept, id, data });
  const from = md`-# Shared by ${mention('user', input.by.id)}`;
  return [
    { ...own, inPlace: true },
    { ...shown, visibility: 'public', blocks: [{ kind: 'text', text: from }, ...shown.blocks] },
  ];
};

const followUpForm = async (input: ActionInput, app: App): Promise<Form> => {
  const { id, data } = await findAsked(app, input);
  return {
    title: 'Follow up',
    customId: customId('ask', 'continue', id),
    fields: [
      {
        kind: 'line',
        name: 'question',
        label: 'What else do you want to know?',
        hint: `After: ${data.question}`,
        placeholder: 'And what happened then?',
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

/** Searches for what the words were taken to mean: each misspelt word replaced. */
const correct = async (input: ActionInput, app: App): Promise<Reply> => {
  const { data } = await findAsked(app, input);
  const { corrections } = await app.desk.answer(data.text, { asOfMs: data.asOfMs });
  const fix = (text: string): string =>
    corrections.reduce((fixed, { word, suggestion }) => fixed.replaceAll(word, suggestion), text);
  const { continues, carried, isPrivate } = data;
  const asked = { question: fix(data.question), text: fix(data.text), continues, carried, isPrivate };
  return { ...(await answerQuestion(app, input.by, asked)), visibility: isPrivate ? 'private' : 'public' };
};

const GREETING = md`Ask me anything about the news: mention me with a question, write to me directly, or use \`/ask\`. \`/help\` lists all I can do.`;

/** Nobody looks for these; as the whole of a message they begin or end a talk. */
const SMALL_TALK =
  /^(?:hi|hey|hello|good (?:morning|afternoon|evening)|help|start|thanks|thank you)[\s\p{P}\p{S}]*$/iu;
/** Typed as text, a command is not run. */
const TYPED_COMMAND = /^\/(?:ask|search)\s+/i;
const WORDLESS = 'Words to look for were expected: I open no links, pictures or emoji. A headline will do.';

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
    return askAnew(app, by, question, withFilters(question, options), options.private ?? false);
  },
  async onMessage({ by, text: typed, repliedTo }, app) {
    const text = plainText(typed.replace(TYPED_COMMAND, ''));
    if (typed === '' || SMALL_TALK.test(typed)) return say(GREETING);
    if (text === '') throw new DatelineError('invalid', WORDLESS);
    const routes = repliedTo.map(parseCustomId).filter((route) => route?.command === 'ask');
    const earlier = await app.interactions.find(routes.at(-1)?.args[0], askedSchema, by).catch(() => null);
    return earlier === null ? askAnew(app, by, text, text, false) : askOn(app, by, earlier.data, text, false);
  },
  actions: {
    page: { run: turnPage },
    share: { run: share },
    followup: { form: followUpForm },
    continue: { run: continueFromForm },
    correct: { run: correct },
    all: {
      run: async (input, app) => {
        const { data } = await findAsked(app, input);
        return searchReply(app, input.by, { text: data.text, sort: 'relevance', asOfMs: data.asOfMs });
      },
    },
  },
});
