/** In: where a file of the corpus lies. Out: the server whose own articles it holds. */

/** The folder of the corpus with a folder for each server, which is named by the server's id. */
export const SERVERS_FOLDER = 'servers';

const ID = String.raw`\d{17,20}`;
const SERVER_ID = new RegExp(`^${ID}$`);
const OF_SERVER = new RegExp(`(?:^|/)${SERVERS_FOLDER}/(${ID})/`);

/** Whether a folder in `SERVERS_FOLDER` can be a server's. */
export const isServerId = (name: string): boolean => SERVER_ID.test(name);

/** `file`: its name, relative to the corpus. Null if its articles are everyone's. */
export const serverOfFile = (file: string): string | null => OF_SERVER.exec(file)?.[1] ?? null;

/** The server of an article's origin. Null if it is everyone's, or came from a feed. */
export const serverOfOrigin = (origin: string): string | null =>
  origin.startsWith('file:') ? serverOfFile(origin.slice('file:'.length)) : null;
