/** In: what has started. Out: what the operator reads on the terminal about it. */

import type { BackendStatus } from './backend/backend.ts';
import type { Paint } from './cli/paint.ts';
import { inWords, problemsWith } from './domain/corpus-reason.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** Without a token: where to try the bot, and the way to a real server. */
export const sandboxNote = (url: string, { title, link, quiet }: Paint): string => `
${title('Dateline is running in its sandbox, a stand-in for Discord on this machine only.')}

  Open  ${link(url)}  and type  /ask

${title('To go live')}
  1. Create an application at ${link('https://discord.com/developers/applications')}
     and copy its token: Bot → Reset Token.
  2. Write it into a file named .env in this folder:  DISCORD_TOKEN=…
  3. Start again and open the invite link that is shown then.

${quiet('Ctrl+C ends it.')}
`;

/** With a token: as whom the bot is online, where, and how to add it to a server. */
export const onlineNote = (
  name: string,
  guilds: number,
  inviteUrl: string,
  { title, link, quiet }: Paint,
): string => `
${title(`Dateline is online as ${name}, in ${number(guilds)} ${guilds === 1 ? 'server' : 'servers'}.`)}

  To add it to a server, open
  ${link(inviteUrl)}

${quiet('Ctrl+C ends it.')}
`;

/** With ROLES=leader. */
export const leaderNote = ({ title, quiet }: Paint): string => `
${title('Dateline leads, or waits until the process that leads is gone. It answers nobody.')}

${quiet('Ctrl+C ends it.')}
`;

/** Once the corpus is read. */
export const loadedNote = (status: BackendStatus, corpusDir: string, { quiet, warning }: Paint): string => {
  const { articles } = status;
  const { problems, problemCount } = problemsWith(status, () => true);
  if (articles === 0 && problemCount === 0)
    return warning(
      `There is no article in ${corpusDir} yet. Put some there, and they are found at once; or type /feeds starter and press Add.`,
    );
  const read = quiet(`${number(articles)} ${articles === 1 ? 'article is' : 'articles are'} ready.`);
  const [first] = problems;
  if (first === undefined) return read;
  const where = first.line === null ? first.file : `${first.file}, line ${first.line}`;
  const one = problemCount === 1;
  return `${read}\n${warning(`${number(problemCount)} ${one ? 'file or entry' : 'files or entries'} could not be read; /status lists the newest. ${where}: ${inWords(first).reason}`)}`;
};
