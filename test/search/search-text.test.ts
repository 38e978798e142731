import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analyser } from '../../src/search/analyse-article.ts';
import { toToken } from '../../src/search/lexicon.ts';
import { SearchTextWriter, searchText } from '../../src/search/search-text.ts';

const sentence = fc
  .array(fc.oneof(fc.constantFrom('Kyiv', 'the', 'C++', 'köttbullar', '東京', '𠮷', '2,000'), fc.string()), {
    maxLength: 60,
  })
  .map((words) => words.join(' '));

describe('SearchTextWriter', () => {
  it('writes the bytes of what searchText writes, article after article', () => {
    const analyser = new Analyser();
    const { lexicon } = analyser;
    const writer = new SearchTextWriter(lexicon);
    const article = fc.record({ title: sentence, body: sentence, other: sentence });
    fc.assert(
      fc.property(article, ({ title, body, other }) => {
        const words = analyser.analyse({ title, body, language: 'en', otherTitles: [other, title] });
        const text = searchText(words, (number) => toToken(lexicon.term(number)));
        const bytes = writer.write(words);
        expect(Buffer.from(bytes.title).toString()).toBe(text.title);
        expect(Buffer.from(bytes.body).toString()).toBe(text.body);
      }),
    );
  });

  it('has room for an article of any length', () => {
    const analyser = new Analyser();
    const words = analyser.analyse({
      title: 'Bridge',
      body: 'The bridge reopened. '.repeat(20_000),
      language: 'en',
    });
    const { body } = new SearchTextWriter(analyser.lexicon).write(words);
    expect(Buffer.from(body).toString().split(' ')).toHaveLength(60_000);
  });
});
