import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/discord/cards/answer-card.ts';
import { articleCard } from '../../src/discord/cards/article-card.ts';
import { digestCard } from '../../src/discord/cards/digest-card.ts';
import { linkAddress, plainAddress } from '../../src/discord/link-address.ts';
import { escapeMarkdown, link } from '../../src/discord/markup.ts';
import { type Component, renderMessage } from '../../src/discord/messages.ts';
import type { Reply } from '../../src/discord/reply.ts';
import type { Article } from '../../src/domain/article.ts';
import { answer, articleRef, excerpt } from './articles.ts';

const parts = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(parts),
  ...(component.accessory ? parts(component.accessory) : []),
];
const shown = (reply: Reply) => {
  const { components, files } = renderMessage(reply, false);
  const all = components.flatMap(parts);
  const text = all.map(({ content }) => content ?? '').join('\n');
  const links = [...text.matchAll(/\]\((\S+?)\)/g)].map(([, url]) => url!);
  return {
    all,
    text,
    links,
    files,
    buttons: all.flatMap(({ url }) => (url === undefined ? [] : [String(url)])),
  };
};

const article = (fields: Partial<Article>): Article => ({
  key: 'k',
  givenId: null,
  title: 'The bridge',
  url: null,
  source: 'wire.example',
  author: null,
  published: null,
  body: 'It is open. '.repeat(800),
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'file:a',
  seq: 1,
  arrival: 'new',
  addedAtMs: 0,
  changedAtMs: 0,
  ...fields,
});
const read = (fields: Partial<Article>, page = 0) =>
  shown(articleCard({ article: article(fields), copies: [], readLimit: 0, at: { page } }));
const digestOf = (...urls: string[]) =>
  shown(
    digestCard({
      deliveryId: 'd',
      subscriptionId: 's',
      language: 'en',
      title: 'All',
      schedule: 'daily',
      rolled: 0,
      roleId: null,
      madeAtMs: 0,
      stories: urls.map((url, seq) => ({
        article: articleRef({ seq, url, title: `Story ${seq}` }),
        quote: null,
        imageUrl: null,
        alsoIn: [],
        updated: false,
      })),
    }),
  );

const token = (length: number): string =>
  `https://reader.example/go/${'Qk7-x_'.repeat(length).slice(0, length - 26)}`;
const arabic = `https://akhbar.example/${encodeURIComponent('افتتاح الجسر الجديد في المدينة'.repeat(12).replaceAll(' ', '-'))}`;

describe('an article with a long address', () => {
  it.each([150, 250, 511, 513, 700, 1000, 2000, 2400])(
    'of %i characters is linked in a digest and on its card',
    (length) => {
      const url = token(length);
      expect(url).toHaveLength(length);
      expect(digestOf(url).links).toEqual([url]);
      const card = read({ url });
      expect(card.links).toContain(url);
      expect(card.buttons).toEqual(length <= 512 ? [url] : []);
    },
  );
  it('is linked in an answer', () => {
    const url = token(700);
    const quoted = excerpt('The bridge is open.', { url });
    const card = answerCard({
      answer: answer({ excerpts: [quoted] }),
      question: 'Which?',
      id: 'k',
      page: 0,
      isPrivate: false,
      takesVotes: true,
    });
    expect(shown(card).links).toEqual([url]);
  });
  it('in percent-encoded Arabic is linked by its letters where nothing shorter is left', () => {
    expect(arabic.length).toBeGreaterThan(1500);
    const [address] = [linkAddress(arabic, 1000)!];
    expect(address).toContain('الجسر');
    expect(new URL(address).href).toBe(arabic);
    expect(linkAddress(arabic, 5000)).toBe(arabic);
  });
  it('loses its campaign before its letters', () => {
    const url = `https://wire.example/${'a'.repeat(400)}?id=7&utm_source=${'b'.repeat(700)}#top`;
    expect(linkAddress(url, 1000)).toBe(`https://wire.example/${'a'.repeat(400)}?id=7`);
  });
  it('that no card can hold comes as a file', () => {
    const url = token(5000);
    const { files, links, text } = read({ url });
    expect(files.map(({ name, attachment }) => [name, String(attachment)])).toEqual([['address.txt', url]]);
    expect([links, text]).toEqual([[], expect.stringContaining('The bridge')]);
    expect(digestOf(url).text).toContain('Story 0');
  });
  it('shows all of its text over its pages', () => {
    for (const length of [100, 700, 2400]) {
      const fields = { url: token(length), body: 'Word after word. '.repeat(600).trim() };
      let text = '';
      for (let page = 0; page < 40; page += 1) {
        const card = read(fields, page);
        expect(card.text.length).toBeLessThanOrEqual(4000);
        if (!card.text.includes(`Page ${page + 1} of`)) break;
        text += card.text.replace(/\s+/g, ' ');
      }
      expect(text.match(/Word after word\./g)).toHaveLength(600);
    }
  });
  it('leaves the other stories of its digest their place', () => {
    const urls = Array.from({ length: 8 }, (_, number) => `${token(700)}${number}`);
    const first = digestOf(...urls);
    expect(first.links.length).toBeGreaterThan(2);
    expect(first.text.length).toBeLessThanOrEqual(4000);
  });
});

describe('an invitation', () => {
  const CLIENT =
    /(?:https?:\/\/)?(?:www\.)?discord(?:app)?\.(?:gg|gift|new|com\/(?:invite|gifts|template))\/?[\w-]+/i;
  const INVITES = [
    'discord.gg/abc',
    'https://discord.gg/abc',
    'DISCORD.GG/abc',
    'www.discord.gg/abc',
    'discord.com/invite/abc',
    'https://ptb.discord.com/invite/abc',
    'discordapp.com/invite/abc',
    'discord.gift/abc',
    'discord.new/abc',
    'https://notdiscord.gg/abc',
  ];

  it.each(INVITES)('%s in a text is none', (text) => {
    expect(CLIENT.test(escapeMarkdown(`Join us: ${text} now`))).toBe(false);
    expect(CLIENT.test(digestOf('https://a.example/').text)).toBe(false);
    expect(CLIENT.test(link(`Join ${text}`, 'https://a.example/').markdown)).toBe(false);
  });
  it.each([
    'https://discord.gg/abc',
    'https://DISCORD.gg/abc?x=1',
    'https://user:pass@discord.gg/abc',
    'https://discord.com/invite/abc',
    'https://discord.com/%69nvite/abc',
    'https://discord.com//invite/abc',
    'https://canary.discordapp.com/invite/abc',
    'https://discord.gg./abc',
    'https://discord.gift/abc',
    'https://discord.com/template/abc',
  ])('%s as an address is no link and no button', (url) => {
    expect(link('Title', url).markdown).toBe('Title');
    expect(read({ url })).toMatchObject({ links: [], buttons: [] });
  });
  it('inside another address stays what its server reads, and is none', () => {
    const url = 'https://a.example/discord.gg/abc?next=discord.com/invite/abc#discord.gg/x';
    const { markdown } = link('Title', url);
    expect(CLIENT.test(markdown)).toBe(false);
    expect(decodeURIComponent(/\((.*)\)/.exec(markdown)![1]!)).toBe(url);
    expect(CLIENT.test(plainAddress(url, 512)!)).toBe(false);
  });
  it('is none whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...INVITES), fc.string(), (before, invite, after) => {
        expect(CLIENT.test(escapeMarkdown(`${before}${invite}${after}`))).toBe(false);
      }),
    );
  });
});

describe('a login in an address', () => {
  it.each([
    ['https://me:secret@wire.example/a', 'https://wire.example/a'],
    ['https://me@wire.example/a?b=c@d', 'https://wire.example/a?b=c@d'],
    ['https://wire.example/@me/a', 'https://wire.example/@me/a'],
  ])('%s is not shown', (url, expected) => {
    expect(link('Title', url).markdown).toBe(`[Title](${expected})`);
    const { links, buttons } = read({ url, imageUrl: url });
    expect([links[0], buttons[0]]).toEqual([expected, expected]);
    expect(JSON.stringify(read({ url, imageUrl: url }).all)).not.toContain('secret');
  });
});
