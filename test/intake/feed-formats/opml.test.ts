import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../../src/intake/feed-formats/opml.ts';

const read = (opml: string) => readOpml(Buffer.from(opml), null);

describe('OPML', () => {
  test('lists the feeds of all folders once', () => {
    const opml = `<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
      <outline text="News"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/rss?x=1&amp;y=2" htmlUrl="https://a.example"/>
        <outline text="Deeper"><outline title="C" text="c" XMLURL="http://c.example/feed"></outline></outline></outline>
      <outline xmlUrl="https://a.example/rss?x=1&y=2"/><outline text="no address"/><outline xmlUrl="file:///etc/passwd"/>
      </body></opml>`;
    expect(read(opml)).toEqual([
      { url: 'https://a.example/rss?x=1&y=2', name: 'A & B' },
      { url: 'http://c.example/feed', name: 'C' },
      // To be refused when it is added, instead of missed.
      { url: 'file:///etc/passwd', name: null },
    ]);
  });

  test('comes back as it was written', async () => {
    const feeds = [
      { url: 'https://a.example/?a=1&b="2"', name: 'Ä <b> & "quotes"' },
      { url: 'https://b.example/', name: 'B' },
    ];
    expect(read(await writeOpml('Feeds', feeds)).map(({ name }) => name)).toEqual(
      feeds.map(({ name }) => name),
    );
  });

  test('is said to be missing', () => {
    expect(() => read('<rss></rss>')).toThrow('expected a list of feeds in OPML');
  });
});
