/** "Find coverage" in the menu of a message: articles about what the message says. */

import type { MessageCommand } from '../src/discord/command.ts';
import { clip } from '../src/discord/markup.ts';
import { plainText } from '../src/discord/plain-text.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { sentence } from '../src/language/message.ts';
import { askAnew } from './answer-reply.ts';

/** Longer messages are searched by their beginning, where what they are about stands. */
const MAX_TEXT = 300;

/** A message as plain words, without what the query language would take for operators. */
const plainWords = (text: string): string =>
  clip(
    plainText(text)
      .replace(/(^|\s)-+(?=\S)/g, '$1')
      .replace(/\b(source|author|title|after|before):/gi, '$1 ')
      .replace(/\bOR\b/g, 'or')
      .replace(/[“”„«»"*_~`|#>[\]()\\]|:(?=\S)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    MAX_TEXT,
  );

export const findCoverage: MessageCommand = {
  kind: 'message',
  name: 'Find coverage',
  description: 'Find articles about what a message says. Only you see them.',
  private: true,
  run({ by, text }, app) {
    const words = plainWords(text);
    if (words === '')
      throw new DatelineError(
        'invalid',
        sentence`This message has no words to look for: only text can be searched, not pictures or links.`,
      );
    return askAnew(app, by, words, { isPrivate: true });
  },
};
