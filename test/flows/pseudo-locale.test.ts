/**
 * Every word people read comes from the catalogue: German is replaced by a language in which each letter of the English is written
 * full width, so that plain letters give away what was put in beside it.
 */

import { ComponentType } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { STARTER_FEEDS } from '../../src/feeds/starter-feeds.ts';
import { catalogueOf } from '../../src/language/catalogues.ts';
import { languageName } from '../../src/language/customs.ts';
import { LANGUAGES, languageOf } from '../../src/language/languages.ts';
import type { ButtonView, MessageView } from '../../src/sandbox/simulated-users/message-view.ts';
import type { Person } from '../../src/sandbox/simulated-users/person.ts';
import type { ModalView, Reply } from '../../src/sandbox/simulated-users/reply.ts';
import { articleDraft } from '../article-draft.ts';
import { loopbackNetwork } from '../intake/loopback-server.ts';
import { openNewsSite } from './news-site.ts';
import { openJourney } from './open-journey.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const LOCALE = 'de';
const PLAIN_LETTER = /[A-Za-z]/;
const WIDE_LETTER = /[Ａ-Ｚａ-ｚ]/;

const wide = (letter: string): string => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0);

/** The letters of an ICU message written wide, those of its syntax aside: they stand one brace deep, or three. */
const widened = (key: string): string => {
  let depth = 0;
  return Array.from(key, (letter) => {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    return depth % 2 === 0 && PLAIN_LETTER.test(letter) ? wide(letter) : letter;
  }).join('');
};

const ARTICLES = [
  {
    id: 'dam',
    title: 'Zzdam zzshut',
    body: 'Zzdam zzof zznorth zzwas zzshut. Zznobody zzwas zzhurt.',
    source: 'zzwire.example',
    author: 'Zzmaya Zzlind',
    url: 'https://zzwire.example/dam',
    published: '2024-03-12',
  },
  {
    id: 'again',
    title: 'Zzdam zzopen',
    body: 'Zzdam zzof zznorth zzwas zzopened zzagain. Zzboats zzpassed zzit.',
    source: 'zzpost.example',
    published: '2024-03-14',
  },
];

/** Every word of the articles, and of what is asked, begins so. */
const OURS = /^zz/i;

const optionNames = (options: object = {}): string[] => Object.keys(options);

const namesOf = (command: Command): string[] => {
  if (command.kind === 'message') return [];
  const routines = 'subcommands' in command ? Object.entries(command.subcommands) : [['', command] as const];
  return [command.name, ...routines.flatMap(([name, { options }]) => [name, ...optionNames(options)])];
};

/** Names of commands, options and feeds, days and languages as the runtime writes them, and what is quoted. */
const knownWords = (): ReadonlySet<string> => {
  const days = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2024, at, at + 1)));
  const styles = ['long', 'short'] as const;
  const dates = styles.flatMap((style) =>
    days.flatMap((day) => [
      day.toLocaleDateString(LOCALE, { month: style }),
      day.toLocaleDateString(LOCALE, { weekday: style }),
    ]),
  );
  const feeds = STARTER_FEEDS.flatMap(({ name, language, url }) => [
    name,
    url,
    languageName(language, languageOf(LOCALE)),
  ]);
  const others = 'news jsonl Mika general UTC example The Loopback Post HTTP http ftp quién el und';
  const languages = LANGUAGES.map(({ name }) => name);
  const words = [...dates, ...feeds, ...languages, ...commands.flatMap(namesOf), others].join(' ');
  return new Set(words.match(/\p{L}+/gu));
};

/** What is read, without addresses, mentions and code. */
const plainParts = (parts: readonly string[]): string[] =>
  parts.map((part) => part.replace(/`[^`]*`|<[^>]*>|https?:\/\/\S+/g, ' '));

/** Everything of a message that is read. */
const readIn = ({ text, buttons, selects }: MessageView): string[] =>
  plainParts([
    text,
    ...buttons.map(({ label }) => label),
    ...selects.flatMap(({ placeholder, options }) => [
      placeholder,
      ...options.flatMap(({ label, description }) => [label, description]),
    ]),
  ]);

/** Everything of a form that is read, with what it offers to choose from; not what was typed into it before. */
const readInForm = ({ title, fields }: ModalView): string[] =>
  plainParts([
    title,
    ...fields.flatMap(({ label, description, component }) => {
      const { placeholder = '', options = [] } = component as {
        placeholder?: string;
        options?: { label: string; description?: string }[];
      };
      return [
        label,
        description,
        placeholder,
        ...options.flatMap((option) => [option.label, option.description ?? '']),
      ];
    }),
  ]);

const strangersIn = (parts: readonly string[], known: ReadonlySet<string>): string[] =>
  parts.flatMap((part) =>
    (part.match(/\p{L}+/gu) ?? []).filter(
      (word) => PLAIN_LETTER.test(word) && !OURS.test(word) && !known.has(word),
    ),
  );

beforeAll(() => {
  const catalogue = catalogueOf(languageOf(LOCALE)) as Record<string, string>;
  const german = { ...catalogue };
  for (const key of Object.keys(catalogue)) catalogue[key] = widened(key);
  return () => void Object.assign(catalogue, german);
});

const open = async () => {
  const journey = await openJourney({ articles: ARTICLES, network: loopbackNetwork });
  const { sandbox } = journey;
  const person = sandbox.addPerson('Mika', ['ManageGuild']);
  for (const one of [person, sandbox.owner]) sandbox.setLanguage(one, LOCALE);
  const known = knownWords();
  const found: Record<string, string[]> = {};
  const check = (where: string, parts: readonly string[]): void => {
    expect(parts.join()).toMatch(WIDE_LETTER);
    const strangers = strangersIn(parts, known);
    if (strangers.length > 0) found[where] = strangers;
  };
  return { journey, sandbox, person, channel: sandbox.channels.general, check, found };
};

type Deed = readonly [command: string, options?: Record<string, string | number>];

const DEEDS: readonly Deed[] = [
  ['help'],
  ['status'],
  ['sources'],
  ['privacy'],
  ['ask', { question: 'zzdam' }],
  ['ask', { question: 'zzboats zzqueue' }],
  ['ask', { question: 'zznothing' }],
  ['ask', { question: '¿quién zztomó el zzpueblo?' }],
  ['ask', { question: 'zzdam', after: 'zzday' }],
  ['ask', { question: 'source:zznowhere' }],
  ['ask', { question: 'author:zznobody' }],
  ['search', { query: 'zzdam' }],
  ['search', { query: 'zznothing' }],
  ['latest'],
  ['story', { article: 'Zzdam zzshut' }],
  ['compare', { topic: 'zzdam' }],
  ['sources', { choose: 'zzwire.example' }],
  ['timeline', { topic: 'zzdam' }],
  ['article', { title: 'Zzdam zzshut' }],
  ['article', { title: 'zzno zzsuch' }],
  ['changes', {}],
  ['digest', {}],
  ['why', { article: 'Zzdam zzshut' }],
  ['alerts'],
  ['alerts', { quiet: 'zznight' }],
  ['subscribe', { topic: 'zzdam' }],
  ['subscribe', { topic: 'zzdam' }],
  ['subscribe', { topic: 'zzmore', time: 'zzsometime' }],
  ['subscribe', { topic: 'zzmore', timezone: 'zzmars' }],
  ['subscriptions'],
  ['unsubscribe', { subscription: 'zznone' }],
];

const OWNERS_DEEDS: readonly Deed[] = [
  ['limits'],
  ['limits', { questions: 3 }],
  ['feeds list'],
  ['feeds starter'],
  ['feeds add', { url: 'ftp://zzhost.example/zzfeed' }],
  ['feeds add', { url: 'http://10.0.0.1/zzfeed' }],
  ['feeds check', { url: 'zznone' }],
  ['feeds pause', { feed: 'zznone' }],
  ['feeds import', { url: 'zznone' }],
  ['feeds export'],
];

/** What a button does, whatever it does it to. */
const deedOf = (customId: string): string => customId.split(':').slice(0, 2).join(':');

type Check = (where: string, parts: readonly string[]) => void;

const fillIn = async (person: Person, form: Reply, deed: string, check: Check): Promise<void> => {
  check(`the form of ${deed}`, readInForm(form.modal!));
  const texts = form.modal!.fields.filter(({ component }) => component.type === ComponentType.TextInput);
  const odd = Object.fromEntries(texts.map(({ customId }) => [customId, 'zzodd (']));
  const sent = await person.submit(form, odd).catch(() => null);
  if (sent?.message !== undefined) check(`what ${deed} came to`, readIn(sent.message));
};

/** Presses every button of a kind that was not pressed before, and those of what comes of it. */
const pressAll = async (person: Person, first: Reply, pressed: Set<string>, check: Check): Promise<void> => {
  const isNew = ({ customId, disabled }: ButtonView): boolean =>
    customId !== '' && !disabled && !pressed.has(deedOf(customId));
  let reply = first;
  for (;;) {
    const button = reply.message?.buttons.find(isNew);
    if (button === undefined) return;
    const deed = deedOf(button.customId);
    pressed.add(deed);
    const next = await person.press(reply, button.customId);
    if (next.modal !== undefined) await fillIn(person, next, deed, check);
    else if (next.message !== undefined) check(`the button ${deed}`, readIn(next.message));
    if (next.kind === 'update') reply = next;
    else await pressAll(person, next, pressed, check);
  }
};

describe('in a language of wide letters', () => {
  it('no reply, button or form holds a word that the catalogue lacks', async () => {
    const { journey, sandbox, person, channel, check, found } = await open();
    const pressed = new Set<string>();
    const doAll = async (by: Person, deeds: readonly Deed[]): Promise<void> => {
      // Again as long as there is more to press: a button may lead away from its neighbours.
      for (const [command, options = {}] of deeds)
        for (let before = -1; pressed.size > before; ) {
          before = pressed.size;
          const reply = await by.slash(channel, command, options);
          check(`/${command} ${JSON.stringify(options)}`, readIn(reply.message!));
          await pressAll(by, reply, pressed, check);
          // Nobody asks so much at once.
          journey.wait(HOUR_MS);
        }
    };
    await doAll(person, DEEDS);
    await doAll(sandbox.owner, OWNERS_DEEDS);
    expect(found).toEqual({});
    expect(pressed.size).toBeGreaterThan(20);
  });

  it('no post or direct message does', async () => {
    const { journey, sandbox, person, check, found } = await open();
    const { app } = journey.bot();
    const { news } = sandbox.channels;
    const round = async (): Promise<void> => {
      for (const work of [app.alertRounds, app.digests]) {
        await work.tick();
        await work.idle();
      }
    };
    const add = (key: string, title: string) =>
      app.backend.add(
        [articleDraft({ key, title, body: `${title} zzis zzall.`, source: 'zzwire.example' })],
        'new',
      );
    await person.slash(news, 'subscribe', { topic: 'zzlamp', when: 'arrival', channel: news.id });
    const answer = await person.slash(news, 'ask', { question: 'zzlamp' });
    await person.press(
      answer,
      answer.message!.buttons.find(({ customId }) => customId.includes('wait'))!.customId,
    );
    await add('one', 'Zzlamp zzsold');
    await round();
    sandbox.deny(news, 'SendMessages');
    await add('two', 'Zzlamp zzfound');
    await round();
    const site = await openNewsSite([]);
    await sandbox.owner.slash(news, 'feeds add', { url: `${site.origin}/feed` });
    await sandbox.owner.slash(sandbox.channels.general, 'subscribe', { topic: 'zzother' });
    site.trouble = 503;
    const told = sandbox.nextMessage({ in: sandbox.channels.botDm });
    for (let failures = 0; failures < 4; failures += 1) {
      journey.wait(DAY_MS);
      await app.feeds.poller.pollDue();
    }
    await told;
    const posted = sandbox.posted();
    for (const [at, message] of posted.entries()) check(`post ${at}: ${message.text}`, readIn(message));
    expect(found).toEqual({});
    expect(posted.length).toBeGreaterThanOrEqual(4);
  });
});
