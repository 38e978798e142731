import { describe, expect, it } from 'vitest';
import { type ArticleIndex, dayNumber } from '../../src/search/article-index.ts';
import { browse, type DocumentFilter } from '../../src/search/document-filter.ts';
import { findCandidates } from '../../src/search/find-candidates.ts';
import { phraseIds, termIds } from '../../src/search/term-ids.ts';
import { article, indexOf } from './articles.ts';

const TODAY = dayNumber('2024-03-21');
const ANY: DocumentFilter = {
  latestDay: TODAY,
  within: null,
  sources: [],
  excludedSources: [],
  excluded: [],
  phrases: [],
};

const find = (index: ArticleIndex, words: string, filter: Partial<DocumentFilter> = {}) => {
  const searched = words.split(' ').map((word) => ({ ids: termIds(word, index), idf: 1 }));
  const found = findCandidates(index, searched, { ...ANY, ...filter }, TODAY, 10);
  return { ...found, seqs: found.list.map(({ document }) => index.document(document)!.seq) };
};

describe('findCandidates', () => {
  const raid = article({ body: 'The militias captured the village of Tyotkino.', published: '2024-03-12' });
  const vote = article({
    body: 'The village voted. The village counted.',
    title: 'Election day',
    published: '2024-03-17',
  });
  const undated = article({ body: 'Militias talk about an election.', source: 'Kyiv Wire' });
  const index = indexOf(raid, vote, undated);

  it('puts the article that holds more of the words first', () => {
    expect(find(index, 'militias village Tyotkino').seqs[0]).toBe(raid.seq);
  });

  it('counts the articles that hold every word', () => {
    expect(find(index, 'militias village')).toMatchObject({ matched: 1 });
    expect(find(index, 'election')).toMatchObject({ matched: 2 });
    expect(find(index, 'militias village counted')).toMatchObject({ matched: 2 });
  });

  it('prefers a word in the title', () => {
    expect(find(index, 'election').seqs[0]).toBe(vote.seq);
  });

  it('lifts what is recent, and never what has no date', () => {
    const old = article({ body: 'A drone fell on the field.', published: '2021-01-01' });
    const fresh = article({ body: 'A drone fell on the field.', published: '2024-03-20' });
    const unknown = article({ body: 'A drone fell on the field.' });
    const found = find(indexOf(old, unknown, fresh), 'drone');
    expect(found.seqs[0]).toBe(fresh.seq);
    const [, second, third] = found.list;
    expect(second!.score).toBeCloseTo(third!.score);
  });

  it('shows nothing published after the clock', () => {
    expect(find(index, 'village', { latestDay: dayNumber('2024-03-15') }).seqs).toEqual([raid.seq]);
  });

  it('leaves out unknown dates where a date was asked for', () => {
    const within = { from: dayNumber('2024-03-01'), to: null };
    expect(find(index, 'election militias', { within }).seqs.sort()).toEqual([raid.seq, vote.seq].sort());
  });

  it('keeps to the sources asked for', () => {
    expect(find(index, 'militias', { sources: ['kyiv'] }).seqs).toEqual([undated.seq]);
  });

  it('keeps to articles that hold a phrase in order, and leaves out what is excluded', () => {
    expect(find(index, 'village', { phrases: [phraseIds('village of Tyotkino', index)] }).seqs).toEqual([
      raid.seq,
    ]);
    expect(find(index, 'village', { phrases: [phraseIds('Tyotkino village', index)] }).seqs).toEqual([]);
    expect(find(index, 'village', { excluded: [phraseIds('militias', index)] }).seqs).toEqual([vote.seq]);
  });

  it('finds phrases that repeat their words, run on to the last word or are very long', () => {
    const long = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const twice = article({ body: 'They had had enough.' });
    const once = article({ body: 'They had enough, and enough had they.' });
    const listed = article({ body: `They said ${long}` });
    const repeating = indexOf(twice, once, listed);
    const holding = (phrase: string) =>
      find(repeating, 'they', { phrases: [phraseIds(phrase, repeating)] }).seqs;
    expect(holding('had had')).toEqual([twice.seq]);
    expect(holding('had had had')).toEqual([]);
    expect(holding('had they')).toEqual([once.seq]);
    expect(holding('had enough').toSorted()).toEqual([twice.seq, once.seq].toSorted());
    expect(holding(long)).toEqual([listed.seq]);
    expect(holding(`${long} more`)).toEqual([]);
  });

  it('finds nothing for words that no article holds', () => {
    expect(find(index, 'volcano')).toMatchObject({ list: [], matched: 0 });
  });

  it('no longer finds an article that was removed or has changed', () => {
    const changing = indexOf(raid, vote);
    changing.add({ ...vote, body: 'Now about something else.' });
    changing.remove(raid.seq);
    expect(find(changing, 'village Tyotkino counted').seqs).toEqual([]);
    expect(find(changing, 'something').seqs).toEqual([vote.seq]);
  });

  it('browses what passes the filter, newest first', () => {
    expect(browse(index, ANY).map((document) => index.document(document)!.seq)).toEqual([
      vote.seq,
      raid.seq,
      undated.seq,
    ]);
  });
});
