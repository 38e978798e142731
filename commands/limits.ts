/** `/limits`: how many public answers a server's channels may get in a minute, and which roles are not limited. */
import type { App } from '../src/app.ts';
import { slash } from '../src/discord/command.ts';
import { POSTING_TYPES } from '../src/discord/find-places.ts';
import { joinMarkup, md, mention } from '../src/discord/markup.ts';
import type { Reply } from '../src/discord/reply.ts';
import type { AnswerLimits, LimitTarget } from '../src/domain/answer-limits.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { counted, sentence } from '../src/language/message.ts';

const MAX_PER_MINUTE = 60;
/** As many lines as a card takes. */
const MAX_LIMITS = 40;

const perMinute = (count: number) =>
  count === 0
    ? md`no public answers; what is asked with \`private\` is answered`
    : md`${counted(count, 'public answer')} a minute`;

const list = async ({ answerLimits }: App, guildId: string): Promise<Reply> => {
  const { server, channels, freeRoles } = await answerLimits.of(guildId);
  const lines = [
    ...[...channels].map(([id, count]) => md`- ${mention('channel', id)}: ${perMinute(count)}`),
    server !== null && md`- Every other channel: ${perMinute(server)}`,
    ...[...freeRoles].map((id) => md`- ${mention('role', id)}: not limited`),
  ].filter((line) => line !== false);
  const none = md`**Nothing is limited here.** \`/limits questions:5\` lets each channel have five public answers a minute; \`channel\` does it for one channel, and members of a \`role\` are not limited.`;
  const foot = md`-# Answers that only the asker sees do not count, nor do those to members with Manage Server. A thread goes by its channel’s limit and is counted by itself. \`remove\` ends a limit.`;
  const text = lines.length === 0 ? none : joinMarkup([md`### Limits`, ...lines, foot], '\n');
  return { blocks: [{ kind: 'text', text }] };
};

const isKnown = ({ channels, freeRoles }: AnswerLimits, target: LimitTarget): boolean =>
  target.kind === 'server' || (target.kind === 'channel' ? channels : freeRoles).has(target.id);

/** Throws `limit` if these, with those there are, would be too many. That of the server does not count. */
const requireFewEnough = (set: AnswerLimits, targets: readonly LimitTarget[]): void => {
  const added = targets.filter((target) => !isKnown(set, target)).length;
  if (added > 0 && set.channels.size + set.freeRoles.size + added > MAX_LIMITS)
    throw new DatelineError('limit', sentence`This server has ${MAX_LIMITS} limits. Remove one first.`);
};

export const limits = slash({
  name: 'limits',
  description: 'Limit how many public answers channels get in a minute, and exempt roles from that.',
  manage: true,
  private: true,
  place: 'servers',
  options: {
    questions: {
      kind: 'integer',
      description: 'Public answers per minute; 0: answers are shown to the asker alone.',
      min: 0,
      max: MAX_PER_MINUTE,
    },
    channel: {
      kind: 'channel',
      description: 'The channel this is for; by default every channel without a limit of its own.',
      types: POSTING_TYPES,
    },
    role: { kind: 'role', description: 'Members of this role are not limited.' },
    remove: { kind: 'boolean', description: 'End the limit of that channel, role or server.' },
  },
  async run({ by, options: { questions, channel, role, remove } }, app) {
    const guildId = by.guildId!;
    const place: LimitTarget = channel === null ? { kind: 'server' } : { kind: 'channel', id: channel.id };
    const exempt: LimitTarget[] = role === null ? [] : [{ kind: 'role', id: role.id }];
    if (remove === true) {
      const targets = channel === null && role !== null ? exempt : [place, ...exempt];
      for (const target of targets) await app.answerLimits.remove(guildId, target);
      return list(app, guildId);
    }
    if (channel !== null && questions === null)
      throw new DatelineError(
        'invalid',
        sentence`Expected how many public answers a minute the channel may get (\`questions\`), or \`remove\`.`,
      );
    const limited = questions === null ? [] : [place];
    requireFewEnough(await app.answerLimits.of(guildId), [...limited, ...exempt]);
    for (const target of limited) await app.answerLimits.set(guildId, target, questions);
    for (const target of exempt) await app.answerLimits.set(guildId, target, null);
    return list(app, guildId);
  },
});
