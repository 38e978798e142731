import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/discord/cards/answer-card.ts';
import { readButton } from '../../../src/discord/cards/article-line.ts';
import { phoneHeight } from '../../../src/discord/cards/phone-screen.ts';
import { type Component, renderMessage } from '../../../src/discord/messages.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { bestSentence } from '../../../src/text/shorten-excerpt.ts';
import { answer, articleRef, excerpt, hostileExcerpt, hostileRef } from '../articles.ts';
import { hostileText } from '../hostile.ts';
import { quotedText, readMarkdown } from '../read-markdown.ts';

const parts = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(parts),
  ...(component.accessory ? parts(component.accessory) : []),
];
const card = (given: Answer, page = 0, isPrivate = false, question = 'Why did the dam close?') => {
  const { components, allowedMentions } = renderMessage(
    answerCard({ answer: given, question, id: 'k', page, isPrivate, takesVotes: true }),
    isPrivate,
  );
  const all = components.flatMap(parts);
  const texts = all.flatMap(({ content }) => content ?? []);
  return {
    all,
    texts,
    text: texts.join('\n'),
    labels: all.flatMap(({ label, disabled }) => (label && !disabled ? [label as string] : [])),
    colour: components[0]?.accent_color,
    allowedMentions,
  };
};

describe('the card of an answer', () => {
  it('quotes the best sentence alone and large, then names source, date and link, with a button to read on', () => {
    const text = 'It had rained. The dam broke. People fled.';
    const best = { start: 115, end: 129 };
    const { texts, labels } = card(answer({ excerpts: [excerpt(text, { best })], matchedArticles: 1234 }));
    expect(texts).toEqual([
      '### Why did the dam close?',
      '> ## The dam broke.',
      '-# courier.example · 12\u00A0Mar\u00A02024 · [Dam at Orl closed](https://courier.example/dam)',
      '-# 1,234 of 1,234 articles mention this.',
    ]);
    expect(labels).toEqual(['Read on', 'All articles', 'More', 'Follow up', 'Helpful', 'Not helpful']);
  });

  it('shows what stands around the answer, and the excerpts that had no room, behind More', () => {
    const first = excerpt('It had rained. The dam broke.', { best: { start: 115, end: 129 } });
    const others = [1, 2, 3].map((seq) => excerpt(`Text ${seq}.`, { seq }));
    const given = answer({ excerpts: [first, ...others] });
    expect(card(given).texts.filter((text) => text.startsWith('>'))).toEqual([
      '> ## The dam broke.',
      '> **Text 1.**',
      '> **Text 2.**',
    ]);
    expect(card(given, 1).texts.filter((text) => text.startsWith('>'))).toEqual([
      '> It had rained. **The dam broke.**',
      '> **Text 3.**',
    ]);
    expect(card(given).labels).not.toContain('Next');
    expect(card(given, 1).all.filter(({ disabled }) => disabled)).toEqual([]);
    expect(card(given, 1).labels).toContain('Previous');
  });

  it('has nothing behind More where everything is shown', () => {
    expect(card(answer({ excerpts: [excerpt('The dam broke.')] })).labels).not.toContain('More');
  });

  it('names the sentence that is voted on in its buttons, and has none where it asks for none', () => {
    const given = answer({ excerpts: [excerpt('It rained. It broke.', { best: { start: 111, end: 120 } })] });
    const ids = card(given).all.map(({ custom_id }) => custom_id);
    expect(ids).toEqual(expect.arrayContaining(['ask:helpful:k:7:111:120', 'ask:unhelpful:k:7:111:120']));
    const off = answerCard({
      answer: given,
      question: 'x',
      id: 'k',
      page: 0,
      isPrivate: false,
      takesVotes: false,
    });
    expect(JSON.stringify(off)).not.toContain('elpful');
    for (const asked of ['nothing', 'talk'] as const)
      expect(card(answer({ asked, verdict: 'none' })).labels.join()).not.toMatch(/helpful/i);
  });

  it('says where a date is unknown and where else the text stands', () => {
    const copies = ['b.example', 'c.example', 'd.example', 'e.example'].map((source) =>
      articleRef({ source }),
    );
    const { text } = card(
      answer({ excerpts: [excerpt('Text.', { published: null, url: null, alsoIn: copies })] }),
    );
    expect(text).toContain(
      'courier.example · date unknown · Dam at Orl closed · also in: b.example, c.example, d.example and 1 more',
    );
  });

  it('shows weak evidence and misses by words and by colour', () => {
    const sure = card(answer({ excerpts: [excerpt('Text.')] }));
    const weak = card(answer({ excerpts: [excerpt('Text.')], verdict: 'weak' }));
    const none = card(answer({ verdict: 'none', matchedArticles: 0, missing: ['dam', 'Orl'] }));
    expect(weak.text).toContain('**Not sure.** These come nearest; it is not certain that one says why.');
    expect(none.text).toContain('Nothing found that answers this.** No article holds “dam”, “Orl”.');
    expect(new Set([sure.colour, weak.colour, none.colour]).size).toBe(3);
  });

  it('says of what is to be confirmed which words the first excerpt lacks', () => {
    const { text } = card(answer({ excerpts: [excerpt('Text.')], verdict: 'weak', unquoted: ['reopen'] }));
    expect(text).toContain('**Not sure.** These come nearest; the first does not hold “reopen”.');
  });

  it('says of an unsure answer which names or numbers are not there, else what no sentence says', () => {
    const unsure = (question: string, text: string) =>
      card(
        answer({ query: parseQuery(question, 0), excerpts: [excerpt(text)], verdict: 'weak' }),
        0,
        false,
        question,
      ).text;
    expect(unsure('Did Moor open the Kessel dam in 2011?', 'Moors closed the dam.')).toContain(
      '**Not sure.** These come nearest, but do not mention “Kessel”, “2011”.',
    );
    expect(unsure('how many feel the dam is safe', 'The dam is closed.')).toContain(
      'it is not certain that one says how many.',
    );
    expect(unsure('is the dam safe', 'The dam is closed.')).toContain(
      'it is not certain that one answers it.',
    );
  });

  it('says of keywords what was found of them, and of filters whether anything passes', () => {
    const found = (fields: Partial<Answer>) =>
      card(answer({ verdict: 'none', matchedArticles: 0, ...fields })).text;
    const excerpts = [excerpt('Text.')];
    expect(found({ asked: 'keywords', missing: ['dam'] })).toContain(
      '**Nothing found.** No article holds “dam”.',
    );
    expect(found({ asked: 'keywords', verdict: 'weak', excerpts, unquoted: ['Orl'] })).toContain(
      'These come nearest; the first does not hold “Orl”.',
    );
    expect(found({ asked: 'keywords', verdict: 'weak', excerpts, missing: ['Orl'] })).toContain(
      'These come nearest. No article holds “Orl”.',
    );
    expect(found({ asked: 'nothing' })).toContain('These words are too general to search for.');
    const now = Date.parse('2024-05-20');
    const searched = { articles: 0, sources: 0, newest: '2024-05-03' };
    const ofDays = parseQuery('what happened yesterday', now);
    expect(found({ asked: 'filters', query: ofDays, searched })).toMatch(
      /-# 19\sMay\s2024\n\*\*No articles from that period\.\*\* The newest is from 3\sMay\s2024\.$/,
    );
    const wordsToo = parseQuery('dam before:2020-01-01', now);
    expect(found({ asked: 'keywords', query: wordsToo, searched })).toMatch(
      /-# until 1\sJan\s2020\n\*\*No articles from that period\.\*\* The newest is from 3\sMay\s2024\.$/,
    );
    expect(found({ asked: 'filters', query: parseQuery('today -dam -"high water"', now) })).toMatch(
      /-# 20\sMay\s2024 · without “dam”, “high water”\n\*\*No article passes these filters\.\*\*/,
    );
    expect(found({ asked: 'filters', query: parseQuery('source:orl -dam', 0) })).toContain(
      'No article passes these filters.',
    );
  });

  it('says “at least” where not every article was searched for the phrase, and leads to all', () => {
    const some = card(answer({ excerpts: [excerpt('Text.')], isPartial: true }));
    expect(some.text).toContain('-# At least 1 of 1,200 articles mentions this.');
    expect(some.labels).toContain('All articles');
  });

  it('offers a spelling and the nearest titles where nothing was found', () => {
    const { text, labels } = card(
      answer({
        verdict: 'none',
        corrections: [{ word: 'damn', suggestion: 'dam' }],
        nearest: [articleRef({ title: 'Dams of the north' })],
      }),
    );
    expect(text).toContain('Did you mean “dam”?');
    expect(text).toContain('[Dams of the north](https://courier.example/dam)');
    expect(labels).toEqual(expect.arrayContaining(['Search for “dam”', 'Read']));
  });

  it('shows two excerpts beside the answer and the others on the next page', () => {
    const excerpts = [1, 2, 3, 4, 5].map((seq) => excerpt(`Text ${seq}.`, { seq }));
    const given = answer({ excerpts, matchedArticles: 5 });
    expect(card(given).text).toMatch(/Text 1[\s\S]*Text 3/);
    expect(card(given).text).not.toContain('Text 4');
    expect(card(given, 1).text).toMatch(/Text 4[\s\S]*Text 5[\s\S]*Page 2 of 2/);
  });

  it('takes votes below the answer alone, after what else can be done', () => {
    const excerpts = [1, 2, 3, 4, 5].map((seq) => excerpt(`Text ${seq}.`, { seq }));
    const given = answer({ excerpts, matchedArticles: 5 });
    expect(card(given).labels.slice(-4)).toEqual(['More', 'Follow up', 'Helpful', 'Not helpful']);
    expect(card(given, 1).labels.slice(-2)).toEqual(['Previous', 'Follow up']);
  });

  it('shows no excerpt where nothing answers, only the nearest titles, each with an address of its own', () => {
    const same = { seq: 9, title: 'Dams of the north' };
    const given = answer({
      verdict: 'none',
      excerpts: [excerpt('The dam broke.', { ...same, start: 0, end: 14 })],
      nearest: [articleRef(same)],
      matchedArticles: 1,
    });
    const none = card(given);
    expect(none.text).not.toContain('The dam broke.');
    expect(none.text).toContain('Dams of the north');
    expect(none.labels).toEqual(['Read', 'All articles', 'Not helpful']);
  });

  it('gives a quoted and a listed article different addresses', () => {
    const [quoted, listed] = [readButton(articleRef(), 'Read on', 0), readButton(articleRef(), 'Read')];
    expect(quoted).not.toHaveProperty('customId', 'customId' in listed ? listed.customId : '');
  });

  it('names the filters in force', () => {
    const asked = (text: string) =>
      card(answer({ query: parseQuery(text, Date.parse('2024-05-03')) })).texts[0];
    expect(asked('dam source:Borderland after:2024-03-20 before:2024-03-22')).toMatch(
      /\n-# source borderland · 20\s?–\s?22\sMar\s2024/,
    );
    expect(asked('dam after:2024-03-20')).toContain('-# from 20\u00A0Mar\u00A02024');
    expect(asked('dam in March 2024')).toMatch(/-# favouring 1\s?–\s?31\sMar\s2024/);
    expect(asked('dam')).not.toContain('-#');
  });

  it('shows no number smaller than what it quotes, and leads to all that match if more do', () => {
    const excerpts = [1, 2].map((seq) => excerpt(`Text ${seq}.`, { seq }));
    const few = card(answer({ excerpts, matchedArticles: 1 }));
    expect(few.text).not.toContain('mention');
    expect(few.labels).not.toContain('All articles');
    const twice = [100, 200].map((start) => excerpt('Text.', { start, end: start + 5 }));
    expect(card(answer({ excerpts: twice, matchedArticles: 2 })).labels).toContain('All articles');
  });

  it('says how far reading is, also if nothing can be found yet', () => {
    const { text } = card(answer({ progress: 0.376 }));
    expect(text).toContain('Articles are still being read: 37% so far');
    const searched = { articles: 0, sources: 0, newest: null };
    const none = card(answer({ verdict: 'none', excerpts: [], searched, progress: 0 }));
    expect(none.text).toContain('**The articles are being read:** 0% so far. Ask again in a moment.');
    expect(none.text).not.toContain('No article is here yet');
    expect(none.text).not.toContain('still being read');
  });

  it('can be shared only while it is private', () => {
    expect(card(answer(), 0, true).labels).toContain('Share');
    expect(card(answer(), 0, false).labels).not.toContain('Share');
  });

  it('shows the answer and a piece of every excerpt, word for word, within all limits, whatever articles hold', () => {
    const hostileAnswer = fc
      .record({
        excerpts: fc.array(hostileExcerpt, { minLength: 1, maxLength: 5 }),
        missing: fc.array(hostileText(20), { maxLength: 10 }),
        nearest: fc.array(hostileRef, { maxLength: 5 }),
        verdict: fc.constantFrom('answered' as const, 'weak' as const),
      })
      .map(answer);
    fc.assert(
      fc.property(hostileAnswer, hostileText(100), (given, question) => {
        const quoted: string[] = [];
        for (let page = 0; ; page += 1) {
          const { all, texts, labels, allowedMentions } = card(given, page, true, question);
          expect(all.length).toBeLessThanOrEqual(40);
          expect(texts.join('').length).toBeLessThanOrEqual(4000);
          expect(allowedMentions).toEqual({ parse: [] });
          for (const text of texts) {
            const marks = readMarkdown(text).flatMap((piece) => piece.marks);
            expect(marks).not.toContain('mention');
            expect(marks).not.toContain('address');
          }
          quoted.push(...texts.filter((text) => text.startsWith('> ')).map(quotedText));
          if (!labels.includes('Next') && !labels.includes('More')) break;
        }
        const [first, ...others] = given.excerpts;
        expect(quoted[0]).toBe(bestSentence(first!).text);
        for (const { text } of others) expect(quoted.some((piece) => text.includes(piece))).toBe(true);
        for (const piece of quoted)
          expect(given.excerpts.some(({ text }) => text.includes(piece))).toBe(true);
        expect(quoted.some((piece) => piece.trim() === first!.text.trim())).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('on a phone', () => {
  const SCREEN = 800 - 54;
  const sentence = (words: number, seed: number) => `${'Water rose '.repeat(words)}by ${seed} metres.`;

  it('the first page of an answer stands within one screen but for the menu at its end, however long its excerpts are', () => {
    for (const words of [2, 8, 15, 25, 40]) {
      const excerpts = [1, 2, 3, 4, 5].map((seq) => {
        const best = sentence(words, seq);
        const text = `${best} ${sentence(3, 1)} ${sentence(4, 2)}`.slice(0, 600);
        return excerpt(text, { seq, best: { start: 100, end: 100 + best.length } });
      });
      const reply = answerCard({
        answer: answer({ excerpts, matchedArticles: 90 }),
        question: 'How far did the water rise in the valley below the dam?',
        id: 'k',
        page: 0,
        isPrivate: false,
        takesVotes: true,
      });
      expect(reply.blocks.at(-1)).toMatchObject({ kind: 'select' });
      expect(phoneHeight(reply.blocks.slice(0, -1)), `${words} words`).toBeLessThanOrEqual(SCREEN);
    }
  });
});
