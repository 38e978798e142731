/** The sandbox of `bench:digests`, in a process of its own, so that its work does not count as the bot's. */
import { openSandbox } from '../../src/sandbox/open-sandbox.ts';

export interface SandboxPlace {
  readonly api: string;
  readonly token: string;
  readonly guildId: string;
  readonly channelIds: readonly string[];
}

/** When each message was accepted, in epoch milliseconds, and how many requests to post were refused. */
export interface PostReport {
  readonly sentAtMs: readonly number[];
  readonly refused: number;
}

const sandbox = await openSandbox();
const channels = Array.from(
  { length: Number(process.argv[2]) },
  (_, n) => sandbox.addChannel(`digests-${n}`).id,
);
const place: SandboxPlace = {
  api: sandbox.apiUrl,
  token: sandbox.token,
  guildId: sandbox.guild.id,
  channelIds: channels,
};
process.on('message', () => {
  const posts = sandbox
    .requests()
    .filter(({ method, route }) => method === 'POST' && route === '/channels/{channel_id}/messages');
  const sent = posts.filter(({ status }) => status === 200).map(({ at }) => at);
  process.send!({ sentAtMs: sent, refused: posts.length - sent.length } satisfies PostReport);
});
process.on('disconnect', () => void sandbox.close());
process.send!(place);
