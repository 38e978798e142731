/** In: a server and where it is to be. Out: its address, or why it cannot be there. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatelineError } from '../domain/errors.ts';

export interface ListeningPlace {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** What it is called, and the settings that say where it is. */
  readonly name: string;
  readonly settings: string;
}

/** Why a server cannot be there, and what is to be done. */
export const cannotListen = (
  { host, port, name }: Omit<ListeningPlace, 'settings'>,
  cause: unknown,
  remedy: string,
): DatelineError => {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = code === 'EADDRINUSE' ? 'something else is there already' : `the system says ${code}`;
  return new DatelineError('unavailable', `${name} cannot listen at ${host}:${port}: ${reason}. ${remedy}`, {
    cause,
  });
};

/** @throws DatelineError `unavailable`. */
export const listen = async (
  server: Server,
  { host, port, name, settings }: ListeningPlace,
): Promise<string> => {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen({ host, port, name }, error, `Set ${settings} to a free address.`);
  }
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
};
