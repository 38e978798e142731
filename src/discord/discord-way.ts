/** The way to Discord by requests alone: from a client, or from a token without a connection to the gateway. */
import { type APIApplication, type Client, DefaultRestOptions, REST, Routes } from 'discord.js';
import { loginProblem, unreachable } from './login-problem.ts';

export interface DiscordWay {
  readonly rest: REST;
  readonly token: string;
  readonly botId: string;
  readonly applicationId: string;
}

export const wayOf = ({ rest, token, user, application }: Client<true>): DiscordWay => ({
  rest,
  token,
  botId: user.id,
  applicationId: application.id,
});

export interface WayOptions {
  readonly token: string;
  /** Address of the REST API; Discord's own if it is null. */
  readonly api: string | null;
}

/** @throws DatelineError `invalid` if Discord does not know the token, `unavailable` if it cannot be reached. */
export const openWay = async ({ token, api }: WayOptions): Promise<DiscordWay> => {
  const rest = new REST({ api: api ?? DefaultRestOptions.api }).setToken(token);
  try {
    const { id, bot } = (await rest.get(Routes.currentApplication())) as Pick<APIApplication, 'id' | 'bot'>;
    return { rest, token, botId: bot?.id ?? id, applicationId: id };
  } catch (error) {
    throw loginProblem(error) ?? unreachable(api, error);
  }
};
