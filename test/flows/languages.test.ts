/** Dateline speaks the language of whoever uses it, and posts in that of the subscription. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { articleDraft } from '../article-draft.ts';
import { openJourney } from './open-journey.ts';

const ARTICLE = {
  id: 'dam',
  title: 'The old dam is closed',
  body: 'The old dam in the north was closed on Monday. Nobody was hurt.',
  source: 'wire.example',
  published: '2024-03-12',
};

const inLanguage = async (locale: string) => {
  const journey = await openJourney({ articles: [ARTICLE] });
  const { sandbox } = journey;
  const person = sandbox.addPerson('Mika', ['ManageGuild']);
  sandbox.setLanguage(person, locale);
  return { journey, sandbox, person, channel: sandbox.channels.general };
};

describe('the language of a reply', () => {
  it('is that of whoever asked', async () => {
    const { person, channel } = await inLanguage('de');
    const reply = await person.slash(channel, 'status');
    expect(JSON.stringify(reply.message)).toContain('**Bestand zuletzt gelesen**');
    expect(JSON.stringify(reply.message)).toContain('**Probleme im Bestand** keine');
  });

  it('is English for a locale that has no catalogue', async () => {
    const { person, channel } = await inLanguage('th');
    const reply = await person.slash(channel, 'status');
    expect(JSON.stringify(reply.message)).toContain('**Corpus last read**');
  });

  it('is that of the refusal as well, wherever it was thrown', async () => {
    const { person, channel } = await inLanguage('fr');
    await person.slash(channel, 'ask', { question: 'dam', after: 'the day that never was' });
    expect(JSON.stringify(person.sees(channel))).toContain('reçu «\u00a0the day that never was\u00a0»');
  });

  it('names permissions as Discord does in that language', async () => {
    const { sandbox, person, channel } = await inLanguage('de');
    sandbox.deny(sandbox.channels.news, 'SendMessages', 'ReadMessageHistory');
    const subscribe = () => person.slash(channel, 'subscribe', { channel: sandbox.channels.news.id });
    await expect
      .poll(async () => JSON.stringify((await subscribe()).message))
      .toContain('Ich brauche Nachrichten senden, Nachrichtenverlauf anzeigen in #news');
  });

  it('names the language of the articles where a question in another finds none of its words', async () => {
    const { person, channel } = await inLanguage('es-ES');
    await person.slash(channel, 'ask', { question: '¿Quién compró el faro?' });
    expect(person.sees(channel).at(-1)?.text).toContain(
      'Ningún artículo contiene «compró», «faro». Idiomas de los artículos aquí: inglés.',
    );
    await person.slash(channel, 'ask', { question: 'who bought the lighthouse' });
    expect(person.sees(channel).at(-1)?.text).not.toContain('Idiomas');
  });

  it('has its own plural forms, numbers and days', async () => {
    const { person, channel } = await inLanguage('pl');
    const reply = await person.slash(channel, 'sources');
    expect(JSON.stringify(reply.message)).toMatch(/1 źródło, 1 artykuł.*12 mar 2024/);
  });

  it('keeps a title of the other direction to itself', async () => {
    const { person, channel } = await inLanguage('ar');
    const reply = await person.slash(channel, 'latest', { source: 'nowhere' });
    expect(JSON.stringify(reply.message)).toContain('\u2068nowhere\u2069');
    // Sign by sign: days, sources and titles each in their own direction, in a line that begins at the right.
    const latest = await person.slash(channel, 'latest');
    expect(latest.message?.text).toContain('-# \u200f\u2068wire.example\u2069 · \u206812 مارس 2024\u2069');
  });
});

describe('the commands', () => {
  it('are described in every language, and keep their names', async () => {
    const { person, channel } = await inLanguage('ja');
    const ask = person.commands(channel).find(({ name }) => name === 'ask');
    expect(ask?.description_localizations).toMatchObject({
      de: expect.stringMatching(/^Beantwortet/),
      ar: expect.any(String),
    });
    expect(ask?.name_localizations ?? null).toBeNull();
  });

  it('take a day by its name in either language', async () => {
    const { person, channel } = await inLanguage('de');
    const typed = await person.autocomplete(channel, 'ask', 'after', 'gest', { question: 'dam' });
    expect(typed).toContainEqual(expect.objectContaining({ name: 'gestern', value: 'yesterday' }));
    const english = await person.autocomplete(channel, 'ask', 'after', 'yest', { question: 'dam' });
    expect(english).toContainEqual(expect.objectContaining({ name: 'gestern', value: 'yesterday' }));
  });
});

describe('the language of a subscription', () => {
  it('is its maker’s by default', async () => {
    const { journey, person, channel } = await inLanguage('es-419');
    await person.slash(channel, 'subscribe', { topic: 'dam' });
    await person.slash(channel, 'subscribe', { topic: 'harbour', language: 'ja' });
    const made = await journey.bot().app.subscriptions.ofGuild(journey.sandbox.guild.id);
    expect(made.map(({ topic, language }) => [topic, language])).toEqual([
      ['dam', 'es-419'],
      ['harbour', 'ja'],
    ]);
  });

  it('is that of its digests, and of what is said about it', async () => {
    const { journey, sandbox, person, channel } = await inLanguage('fr');
    await person.slash(channel, 'subscribe', { topic: 'lamp', when: 'arrival' });
    await person.slash(channel, 'subscribe', { topic: 'oil', when: 'arrival', language: 'de' });
    const { backend, digests } = journey.bot().app;
    const round = async (title: string): Promise<string[]> => {
      const before = sandbox.posted().length;
      await backend.add([articleDraft({ key: title, title, body: `${title} is sold. It is gone.` })], 'new');
      await digests.tick();
      await digests.idle();
      return sandbox
        .posted()
        .slice(before)
        .map(({ text, buttons }) => `${text} ${buttons.map(({ label }) => label)}`);
    };
    expect((await round('The lamp oil')).toSorted()).toEqual([
      expect.stringMatching(/12 mars 2024.*1 événement · dès leur arrivée.*À propos de ce résumé/s),
      expect.stringMatching(/März 2024.*1 Ereignis · sobald sie kommen.*Über diese Übersicht/s),
    ]);
    sandbox.deny(channel, 'SendMessages');
    await round('The last lamp');
    expect((await round('Nothing else')).join()).toMatch(/Tes résumés sur « lamp » sont arrêtés.*Le bot/s);
  });
});

describe('words that an earlier version kept, in English as it was', () => {
  const STOPPED = 'The channel it posted in was closed on 3 May.';
  const FAILED = 'The server of the feed answered with 503.';

  it('are still shown among those of the language of whoever looks', async () => {
    const { journey, sandbox, channel } = await inLanguage('de');
    sandbox.setLanguage(sandbox.owner, 'de');
    await sandbox.owner.slash(channel, 'subscribe', { topic: 'dam' });
    await journey.restart({
      meanwhile: async () => {
        const state = new DatabaseSync(join(journey.dataDir, 'state.db'));
        state.prepare(`UPDATE subscription SET state = 'stopped', state_reason = ?`).run(STOPPED);
        state
          .prepare(`INSERT INTO feeds (url, name, status, added_ms, next_poll_ms, failures, problem, articles, skip_hours)
            VALUES ('https://wire.example/feed', 'The Wire', 'active', 1, 1e15, 3, ?, 0, '[]')`)
          .run(FAILED);
        state.close();
      },
    });
    const subscriptions = await sandbox.owner.slash(channel, 'subscriptions');
    const card = await sandbox.owner.press(subscriptions, 'Verwalten');
    expect(JSON.stringify(card.message)).toContain(STOPPED);
    const feeds = await sandbox.owner.slash(channel, 'feeds list');
    expect(JSON.stringify(feeds.message)).toContain(FAILED);
  });
});
