import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { describeUnknown } from '../../src/config/near-settings.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { SETTING_NAMES, secretsOf } from '../../src/config/settings.ts';
import { clusterOf, shardsOf } from '../../src/config/settings-together.ts';
import { DatelineError } from '../../src/domain/errors.ts';

const problemOf = (variables: Record<string, string>): string => {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof DatelineError && error.code === 'invalid') return error.message;
    throw error;
  }
  throw new Error('These settings were accepted.');
};

describe('settings', () => {
  test('nothing has to be set', () => {
    expect(readConfig({})).toMatchObject({
      CORPUS_DIR: resolve('corpus'),
      DATA_DIR: resolve('data'),
      LOG_LEVEL: 'warn',
      DISCORD_TOKEN: null,
      SANDBOX_HOST: '127.0.0.1',
    });
  });

  test('an empty or blank variable counts as absent', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, '  ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('are read from text', () => {
    const config = readConfig({
      SANDBOX_PORT: '0',
      FULL_TEXT: 'No',
      FEED_PORTS: '80, 443,8080',
      CONTACT: 'news@example.org',
      DISCORD_TOKEN: 'abc.def-1._x',
      FEEDS_FILE: 'feeds.opml',
    });
    expect(config).toMatchObject({
      SANDBOX_PORT: 0,
      FULL_TEXT: false,
      FEED_PORTS: [80, 443, 8080],
      CONTACT: 'news@example.org',
      DISCORD_TOKEN: 'abc.def-1._x',
      FEEDS_FILE: resolve('feeds.opml'),
    });
  });

  test.each(['http://[', 'https://%', 'http://user:pass@', 'https://host:99999'])(
    'an address that no request can go to is refused at the start: %s',
    (value) => {
      expect(problemOf({ DISCORD_API: value })).toContain('- DISCORD_API: expected the http(s) address');
      expect(problemOf({ SEARCH_URL: value })).toContain('- SEARCH_URL: expected the address');
      expect(problemOf({ CONTACT: value })).toContain('- CONTACT: expected a web address');
    },
  );

  test('the contact reaches sites as it was meant: no letter of it is left out', () => {
    expect(readConfig({ CONTACT: 'https://zürich.example/büro' }).CONTACT).toBe(
      'https://xn--zrich-kva.example/b%C3%BCro',
    );
    expect(problemOf({ CONTACT: 'büro@zürich.example' })).toContain(
      'in plain ASCII; got "büro@zürich.example"',
    );
  });

  test('every problem is reported at once: the name, what was expected and what was given', () => {
    const message = problemOf({
      SANDBOX_PORT: '70000',
      FEED_MANAGERS: 'everybody',
      CONTACT: 'me',
      FEED_PORTS: '80;1',
    });
    expect(message).toContain(
      '- SANDBOX_PORT: expected a port number from 0 (any free one) to 65535; got "70000"',
    );
    expect(message).toContain('- FEED_MANAGERS: expected one of owner, admins; got "everybody"');
    expect(message).toContain(
      '- CONTACT: expected a web address or an e-mail address in plain ASCII; got "me"',
    );
    expect(message).toContain(
      '- FEED_PORTS: expected port numbers separated by commas, such as 80,443; got "80;1"',
    );
    expect(message.match(/^- /gm)).toHaveLength(4);
  });

  test.each([
    ['365 days', { days: 365, articles: null }],
    ['1 day', { days: 1, articles: null }],
    ['5000 articles', { days: null, articles: 5000 }],
    ['90 days, 5000 articles', { days: 90, articles: 5000 }],
  ])('articles are kept for %s', (value, kept) => {
    expect(readConfig({ KEEP_ARTICLES: value }).KEEP_ARTICLES).toEqual(kept);
  });

  test.each(['365', '0 days', 'days', ',', '90 days 5000 articles', '90 days,', '5 weeks', '-1 days'])(
    'KEEP_ARTICLES=%s is refused with what was expected',
    (value) => {
      expect(problemOf({ KEEP_ARTICLES: value })).toMatch(
        /KEEP_ARTICLES: expected days, a number of articles/,
      );
    },
  );

  test('an API wants a key that nobody guesses', () => {
    expect(problemOf({ API_PORT: '8790' })).toContain('API_PORT is set without API_KEY');
    const short = problemOf({ API_PORT: '8790', API_KEY: 'hunter2' });
    expect(short).toMatch(/API_KEY: expected a secret of 32 to 200 .*7 characters, not shown/);
    expect(short).not.toContain('hunter2');
  });

  test('a secret is never shown', () => {
    const message = problemOf({ DISCORD_TOKEN: 'Bot hunter2' });
    expect(message).toMatch(
      /- DISCORD_TOKEN: expected a bot token .*; got something else \(11 characters, not shown\)/,
    );
    expect(message).not.toContain('hunter2');
  });
});

test('the log is given every secret that is set to leave out', () => {
  expect(secretsOf(readConfig({}))).toEqual([]);
  const key = 'k'.repeat(32);
  expect(secretsOf(readConfig({ DISCORD_TOKEN: 'a.b.c', API_KEY: key }))).toEqual(['a.b.c', key]);
});

describe('names that are no settings', () => {
  test.each([
    ['CORPUS_DIRR', 'CORPUS_DIR'],
    ['CORPUSDIR', 'CORPUS_DIR'],
    ['corpus_dir', 'CORPUS_DIR'],
    ['FEED_FILE', 'FEEDS_FILE'],
    ['CONTCAT', 'CONTACT'],
    ['DISCORD-TOKEN', 'DISCORD_TOKEN'],
  ])('%s is reported as no setting, with the one that is meant', (name, meant) => {
    const told = [`${name} is not a setting. Did you mean ${meant}?`];
    expect(describeUnknown([name], [])).toEqual(told);
    expect(describeUnknown([], [name])).toEqual(told);
  });

  test('those that begin as one are reported if .env has them', () => {
    expect(describeUnknown(['DISCORD_CHANNEL'], [])).toEqual([
      'DISCORD_CHANNEL in .env is not a setting. .env.example lists them all.',
    ]);
    expect(describeUnknown([], ['DISCORD_CHANNEL'])).toEqual([]);
  });

  test('what belongs to others is left alone', () => {
    const others = [
      'PATH',
      'HOME',
      'NODE_ENV',
      'TZ',
      'HTTP_PROXY',
      'LANG',
      'USER',
      'NO_COLOR',
      'npm_config_cache',
    ];
    expect(describeUnknown([...others, ...SETTING_NAMES], others)).toEqual([]);
  });
});

test('takes one role alone where others share the database and Discord, else says what is missing', () => {
  const cluster = { DATABASE_URL: 'postgresql://db/news', SEARCH_URL: 'https://search:9200' };
  expect(readConfig({}).ROLES).toEqual(['gateway', 'leader']);
  expect(readConfig({ ROLES: 'leader , gateway' }).ROLES).toEqual(['gateway', 'leader']);
  expect(readConfig({ ...cluster, ROLES: 'leader', DISCORD_TOKEN: 'a.b.c' }).ROLES).toEqual(['leader']);
  expect(problemOf({ ROLES: 'leader' })).toMatch(
    /ROLES=leader is set without DATABASE_URL and SEARCH_URL.*leave/,
  );
  expect(problemOf({ ...cluster, ROLES: 'gateway' })).toMatch(/ROLES=gateway is set without DISCORD_TOKEN/);
  expect(problemOf({ ROLES: 'boss' })).toContain('ROLES: expected gateway, leader, or both');
});

test('shards are named, or read from the number at the end of the host name', () => {
  const cluster = { DATABASE_URL: 'postgresql://db/news', SEARCH_URL: 'https://search:9200' };
  const shards = (settings: object, host = 'news') => shardsOf(readConfig({ ...cluster, ...settings }), host);
  expect(shards({})).toBeNull();
  expect(shards({ SHARDS: '0, 5', SHARD_COUNT: '8' })).toEqual({ ids: [0, 5], count: 8 });
  expect(shards({ SHARD_COUNT: '8' }, 'dateline-3')).toEqual({ ids: [3], count: 8 });
  expect(() => shards({ SHARD_COUNT: '2' }, 'dateline-3')).toThrow(
    /host name dateline-3 does not end.*-0 to -1/,
  );
  expect(() => shards({ SHARD_COUNT: '2' })).toThrow(/Set SHARDS/);
  expect(problemOf({ ...cluster, SHARDS: '0' })).toContain('SHARDS is set without SHARD_COUNT');
  expect(problemOf({ ...cluster, SHARDS: '2', SHARD_COUNT: '2' })).toContain('they are 0 to 1');
  expect(problemOf({ SHARD_COUNT: '2' })).toContain('SHARD_COUNT is set without DATABASE_URL');
});

test('PostgreSQL and OpenSearch are set together, and their addresses never shown', () => {
  const [DATABASE_URL, SEARCH_URL] = ['postgresql://ada:hunter2@db/news', 'https://ada:hunter2@search:9200'];
  expect(clusterOf(readConfig({}))).toBeNull();
  const both = readConfig({ DATABASE_URL, SEARCH_URL });
  expect(clusterOf(both)).toEqual({ databaseUrl: DATABASE_URL, searchUrl: SEARCH_URL });
  expect(secretsOf(both)).toEqual([DATABASE_URL, SEARCH_URL]);
  expect(problemOf({ DATABASE_URL })).toContain('DATABASE_URL is set without SEARCH_URL');
  expect(problemOf({ SEARCH_URL })).toContain('SEARCH_URL is set without DATABASE_URL');
  const wrong = problemOf({ DATABASE_URL: 'mysql://ada:hunter2@db/news', SEARCH_URL: 'hunter2' });
  expect(wrong).toMatch(
    /DATABASE_URL: expected the address of a PostgreSQL.*SEARCH_URL: expected the address/s,
  );
  expect(wrong).not.toContain('hunter2');
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const example = parse(text);

  test('lists every setting and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...SETTING_NAMES].sort());
  });

  test('gives the defaults', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });

  test('explains every setting or group of settings right above it', () => {
    const lines = text.split('\n');
    const unexplained = lines.filter((line, at) => {
      const isSetting = /^[A-Z_]+=/.test(line);
      return isSetting && !/^#/.test(lines[at - 1] ?? '') && !/^[A-Z_]+=/.test(lines[at - 1] ?? '');
    });
    expect(unexplained).toEqual([]);
  });
});
