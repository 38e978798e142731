/** "Check this quote" in the menu of a message: whether what it quotes stands so in an article. */

import { quoteCheckCard } from '../src/discord/cards/quote-check-card.ts';
import type { MessageCommand } from '../src/discord/command.ts';
import { plainText } from '../src/discord/plain-text.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { sentence } from '../src/language/message.ts';
import { quotesIn } from '../src/query/quotes-in.ts';

/** How many of a message's quotes are checked, the longest ones. */
const MAX_QUOTES = 3;

export const checkQuote: MessageCommand = {
  kind: 'message',
  name: 'Check this quote',
  description:
    'Check what a message quotes: word for word in an article, altered, or not here. Only you see it.',
  private: true,
  async run({ text }, app) {
    const quotes = quotesIn(plainText(text)).slice(0, MAX_QUOTES);
    if (quotes.length === 0)
      throw new DatelineError(
        'invalid',
        sentence`A quote of at least three words was expected, in quotation marks or as the whole message; this message has none.`,
      );
    const asOfMs = app.now();
    const checks = await Promise.all(quotes.map((quote) => app.backend.checkQuote(quote, { asOfMs })));
    return checks.map(quoteCheckCard);
  },
};
