import { describe, expect, it } from 'vitest';
import { DatelineError } from '../../src/domain/errors.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const NOW = Date.parse('2024-03-21T12:00:00Z');
const read = (text: string) => parseQuery(text, NOW);

describe('parseQuery', () => {
  it('takes quoted phrases, excluded words and filters out of the words', () => {
    const query = read(
      'who captured “Tyotkino village” -drones source:"Border Post" -source:Wire after:2024-03-01 before:2024-03-15',
    );
    expect(query).toMatchObject({
      words: 'who captured Tyotkino village',
      phrases: ['Tyotkino village'],
      excluded: ['drones'],
      sources: ['border post'],
      excludedSources: ['wire'],
      within: { from: '2024-03-01', to: '2024-03-15' },
    });
  });

  it.each([
    ['/ask who won the regatta', 'fact', 'who won the regatta'],
    ['/ask question: who won the regatta', 'fact', 'who won the regatta'],
    ['/timeline of the dam', 'timeline', 'dam'],
    ['/latest on the dam', 'latest', 'dam'],
    ['!search "high water" dam', 'fact', 'high water dam'],
    ['/why did the dam burst', 'reason', 'why did the dam burst'],
  ])('reads a command typed as a message as the question it holds: %s', (text, kind, sought) => {
    expect(read(text)).toMatchObject({ text, intent: { kind }, sought });
  });

  it('takes each phrase and excluded word once, and at most ten phrases', () => {
    expect(read('floods "high water" "high water" -drones -drones -"the dam"')).toMatchObject({
      phrases: ['high water'],
      excluded: ['drones', 'the dam'],
    });
    const phrases = (count: number) =>
      Array.from({ length: count }, (_, n) => `${n % 2 ? '-' : ''}"word ${n}"`).join(' ');
    expect(read(phrases(10)).phrases).toHaveLength(5);
    expect(() => read(phrases(11))).toThrow('Expected at most 10 phrases, to be found or left out; got 11');
  });

  it('takes groups out of the words that a topic requires, and searches by their words', () => {
    expect(read('ferry Kyiv OR Kiev -(snow OR rain) title:"high water" author:Léna')).toMatchObject({
      words: 'ferry Kyiv Kiev high water',
      ungrouped: 'ferry',
      groups: [{ text: 'Kyiv OR Kiev' }, { text: '-(snow OR rain)' }, { text: 'title:"high water"' }],
      authors: ['lena'],
    });
  });

  it.each([
    'what did the Fed (Federal Reserve) do?',
    'what happened :) in Kursk',
    '(Reuters) - Floods in Kursk',
    'war or peace',
    'Job title: ?',
    'word(s) of the year',
  ])('takes %j for plain words', (text) => {
    expect(read(text)).toMatchObject({ groups: [], phrases: [], excluded: [] });
    expect(read(text).ungrouped).toBe(read(text).words);
  });

  it.each([
    ['(Kyiv OR Kiev', 'Kyiv OR Kiev'],
    ['Kyiv OR Kiev )', 'Kyiv OR Kiev'],
    ['OR Kyiv OR OR Kiev OR', 'Kyiv OR OR Kiev'],
    ['((Kyiv OR () Kiev', 'Kyiv OR ()'],
  ])('reads %j as far as it goes', (text, group) => {
    expect(read(text).groups.map((each) => each.text)).toEqual([group]);
  });

  it.each(['OR OR', '() OR ()', 'title:("!")'])('finds no word in %j', (text) => {
    expect(() => read(text)).toThrow('Expected a question or some words to look for');
  });

  it('says what it expected where parentheses are too deep or a filter cannot hold', () => {
    expect(() => read(`${'('.repeat(11)}a OR b`)).toThrow(
      'Expected at most 10 parentheses inside one another; got more',
    );
    expect(read(`${'('.repeat(10)}a OR b`).groups).toHaveLength(1);
    expect(() => read('(Kyiv source:wire) OR Kiev')).toThrow('outside of OR');
    expect(() => read('-(after:2024-01-01 Kiev)')).toThrow('outside of OR');
    expect(() => read('author:')).toThrow('author: expects a name');
    const phrases = Array.from({ length: 11 }, (_, n) => `"word ${n}"`).join(' OR ');
    expect(() => read(phrases)).toThrow('Expected at most 10 phrases');
  });

  it('reads past characters that nobody sees', () => {
    expect(read('dam\u0000 \u202eclosed')).toMatchObject({ text: 'dam closed', words: 'dam closed' });
  });

  it('leaves hyphens inside words alone', () => {
    expect(read('anti-Kremlin militias').excluded).toEqual([]);
    expect(read('anti-Kremlin militias').words).toBe('anti-Kremlin militias');
  });

  it.each([
    ['what happened last week in Kursk?', { from: '2024-03-07', to: '2024-03-21' }],
    ['what happened in Kursk this week?', { from: '2024-03-14', to: '2024-03-21' }],
    ['raids in March 2024', { from: '2024-03-01', to: '2024-03-31' }],
    ['strikes since Tuesday', { from: '2024-03-19', to: null }],
    ['the raids before 12 March', { from: null, to: '2024-03-12' }],
    ['what did Putin say yesterday?', { from: '2024-03-20', to: '2024-03-20' }],
    ['attacks in the past 3 days', { from: '2024-03-18', to: '2024-03-21' }],
    ['the election in 2018', { from: '2018-01-01', to: '2018-12-31' }],
    ['raids in May', { from: '2023-05-01', to: '2023-05-31' }],
    // 21 March 2024 is a Thursday.
    ['strikes on Saturday', { from: '2024-03-16', to: '2024-03-16' }],
    ['strikes on Friday', { from: '2024-03-15', to: '2024-03-15' }],
    ['raids between Saturday and Tuesday', { from: '2024-03-16', to: '2024-03-19' }],
    ['raids from 20 December to 3 January', { from: '2023-12-20', to: '2024-01-03' }],
    ['raids on 22 March', { from: '2024-03-22', to: '2024-03-22' }],
    ['raids on 23 March', { from: '2023-03-23', to: '2023-03-23' }],
    ['raids last February', { from: '2024-02-01', to: '2024-02-29' }],
    ['raids last night', { from: '2024-03-20', to: '2024-03-21' }],
    ['raids this morning', { from: '2024-03-21', to: '2024-03-21' }],
    ['raids in the last 48 hours', { from: '2024-03-19', to: '2024-03-21' }],
    ['raids in the past ten days', { from: '2024-03-11', to: '2024-03-21' }],
    ['raids before March', { from: null, to: '2024-03-01' }],
    ['raids on 12.03.2024', { from: '2024-03-12', to: '2024-03-12' }],
    ['raids on 6-1-2024', { from: '2024-01-06', to: '2024-01-06' }],
    ['raids du 12/03/2024', { from: '2024-03-12', to: '2024-03-12' }],
    ['raids 2024-03-12/2024-03-14', { from: '2024-03-12', to: '2024-03-14' }],
    ['raids 2024-03-12-2024-03-14', { from: '2024-03-12', to: '2024-03-14' }],
    ['raids from 2024-03-12 until 2024-03-14', { from: '2024-03-12', to: '2024-03-14' }],
    ['raids on 3/12', { from: '2024-03-12', to: '2024-03-12' }],
    ['raids in december', { from: '2023-12-01', to: '2023-12-31' }],
    ['raids on 4.3.2024', { from: '2024-03-04', to: '2024-03-04' }],
    ['raids on 14.3.2024 near Kursk', { from: '2024-03-14', to: '2024-03-14' }],
    ['raids of 4.03.2024', { from: '2024-03-04', to: '2024-03-04' }],
    ['raids on 4. 3. 2024 near Kursk', { from: '2024-03-04', to: '2024-03-04' }],
    ['raids from 4.3.2024 to 6.3.2024', { from: '2024-03-04', to: '2024-03-06' }],
    ['raids 4.3.2024-16.3.2024', { from: '2024-03-04', to: '2024-03-16' }],
    ['raids since 4.3.2024', { from: '2024-03-04', to: null }],
    ['raids since 2022', { from: '2022-01-01', to: null }],
    ['raids this summer', { from: '2023-03-21', to: '2024-03-21' }],
    ['raids last winter', { from: '2022-03-20', to: '2024-03-21' }],
  ])('reads the time named in %j', (text, about) => {
    expect(read(text).about).toEqual(about);
    expect(read(text).within).toBeNull();
  });

  it('does not search for the words of a relative time', () => {
    expect(read('what happened in Kursk last week?').words).toBe('what happened in Kursk ?');
  });

  it.each([
    'Who may win the march?',
    'covid-19 cases',
    'spotted for the first time in 140 years',
    'the sun rose',
    'Black Friday sales',
    'the Bloody Sunday inquiry',
    'who plays Monday Night Football?',
    'the Sunday Times reports',
    'this fall in prices',
    '24/7 news',
    'the 9/11 attacks',
    'a fire in room 12/14',
    'may 2024 be worse?',
    'the march of the penguins',
  ])('sees no time in %j', (text) => {
    expect(read(text).about).toBeNull();
  });

  it.each([
    ['what happened yesterday?', { from: '2024-03-20', to: '2024-03-20' }],
    ['What Happened Yesterday', { from: '2024-03-20', to: '2024-03-20' }],
    ["what's new this week", { from: '2024-03-14', to: '2024-03-21' }],
    ['news of 12 March 2024', { from: '2024-03-12', to: '2024-03-12' }],
    ['news of 12 March', { from: '2024-03-12', to: '2024-03-12' }],
    ['March 2024', { from: '2024-03-01', to: '2024-03-31' }],
    ['since Tuesday', { from: '2024-03-19', to: null }],
    ['since Saturday', { from: '2024-03-16', to: null }],
    ['from Saturday on', { from: '2024-03-16', to: null }],
    ['news from 12 March 2024', { from: '2024-03-12', to: '2024-03-12' }],
    ['news from yesterday', { from: '2024-03-20', to: '2024-03-20' }],
    ['news from March 12 to March 14 2024', { from: '2024-03-12', to: '2024-03-14' }],
    ['what was reported between 12 and 14 March 2024', { from: '2024-03-12', to: '2024-03-14' }],
    ['news between 2024-03-12 and 2024-03-14', { from: '2024-03-12', to: '2024-03-14' }],
    ['what happened on 12 March and 14 March 2023', { from: '2023-03-12', to: '2023-03-14' }],
    ['news of 2 January 2024, 5 January 2024', { from: '2024-01-02', to: '2024-01-05' }],
    ['after 12 March 2024 and before 20 March 2024', { from: '2024-03-12', to: '2024-03-20' }],
    ['news from January to February 2024', { from: '2024-01-01', to: '2024-02-29' }],
    ['news from 2022 to 2023', { from: '2022-01-01', to: '2023-12-31' }],
    ['news from 2023 to 2022', { from: '2022-01-01', to: '2023-12-31' }],
    ['the day before yesterday', { from: '2024-03-19', to: '2024-03-19' }],
    ['last February', { from: '2024-02-01', to: '2024-02-29' }],
    ['what happened in the last 24 hours?', { from: '2024-03-20', to: '2024-03-21' }],
    ['what happened this week after:2024-03-16', { from: '2024-03-16', to: '2024-03-21' }],
    ['news source:ledger', null],
    ['-source:ledger', null],
    ['the latest news?', null],
    ['what’s new', null],
    ['anything new?', null],
    ['recap of yesterday', { from: '2024-03-20', to: '2024-03-20' }],
    ['what did I miss?', null],
    ['what is going on?', null],
  ])('takes the days for a filter where %j asks for nothing else', (text, within) => {
    expect(read(text)).toMatchObject({ words: '', within, about: null });
  });

  it.each([
    ['September 11', 'September 11'],
    ['jan 6 summary', 'jan 6 summary'],
    ['recap of January 6', 'recap of January 6'],
    ['Will Smith this week', 'Will Smith'],
    ['news of Will this week', 'news of Will'],
    ['US this week', 'US'],
    ['what did NATO say yesterday', 'what did NATO say'],
    ['выборы 12 March 2024', 'выборы 12 March 2024'],
    ['the of and', 'the of and'],
  ])('looks for words where %j holds some', (text, words) => {
    expect(read(text)).toMatchObject({ words, within: null });
  });

  it('takes a time in quotation marks for a phrase like any other', () => {
    expect(read('"last week"')).toMatchObject({ words: 'last week', phrases: ['last week'], about: null });
    expect(read('“in March 2024” raids yesterday')).toMatchObject({
      words: 'in March 2024 raids',
      about: { from: '2024-03-20', to: '2024-03-20' },
    });
  });

  it('reads a month, a year and natural words as the value of a filter', () => {
    expect(read('raids after:2024-02').within).toEqual({ from: '2024-02-01', to: null });
    expect(read('raids before:2024-02').within).toEqual({ from: null, to: '2024-02-29' });
    expect(read('raids after:yesterday').within).toEqual({ from: '2024-03-20', to: null });
  });

  it.each([
    ['after:soonish raids', /after: expects a day such as .* got “soonish”/],
    ['before: raids', /before: expects a day .* got/],
    ['after:2024-02-31 raids', /2024-02-31/],
    ['raids after:2024-03-20 before:2024-03-01', /got after 2024-03-20 and before 2024-03-01/],
    ['-source:', /source: expects the name of a source/],
    ['source: ', /source: expects the name of a source/],
    ['   ', /got nothing/],
    ['\u0000\u202e', /got nothing/],
    ['???', /words to look for; “\?\?\?” holds none/],
    ['😀 "…" -', /holds none/],
    ['x'.repeat(1_001), /at most 1,000 characters; got 1,001/],
  ])('refuses %j and says what was expected', (text, message) => {
    expect(() => read(text)).toThrow(DatelineError);
    expect(() => read(text)).toThrow(message);
  });
});
