import { expect, it } from 'vitest';
import { failureReply } from '../../src/discord/failure.ts';
import { DatelineError } from '../../src/domain/errors.ts';

it('shows as code what stands between backticks in a message, and nothing else of it as markup', () => {
  const error = new DatelineError('invalid', 'Use `/ask` or `quiet_line`, not *x* or ` alone.');
  const place = { command: 'ask', guildId: null };
  const { blocks } = failureReply(error, place, { error: () => undefined }, () => 'r');
  expect(blocks).toMatchObject([
    { text: { markdown: 'Use `/ask` or `quiet_line`, not \\*x\\* or \\` alone.' } },
  ]);
});
