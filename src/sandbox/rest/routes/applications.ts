/** The application and its commands: read, replace all, add or change or remove one. */
import type { APIApplicationCommand } from 'discord.js';
import { checkCommand, checkCommandList } from '../../limits/command-limits.ts';
import type { World } from '../../world/world.ts';
import { requireGuild } from '../access.ts';
import { refusals } from '../api-error.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';

const paths = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
];

export const applicationRoutes: Routes = {
  'GET /applications/@me': ({ world }) => ({ json: applicationJson(world) }),
  'GET /oauth2/applications/@me': ({ world }) => ({ json: applicationJson(world) }),
  ...Object.fromEntries(
    paths.flatMap((path) => [
      [`GET ${path}`, listCommands],
      [`PUT ${path}`, replaceCommands],
      [`POST ${path}`, createCommand],
      [`GET ${path}/{command_id}`, readCommand],
      [`PATCH ${path}/{command_id}`, changeCommand],
      [`DELETE ${path}/{command_id}`, removeCommand],
    ]),
  ),
};

/** Partial application object, with what a client reads. */
export function applicationJson(world: World): Record<string, unknown> {
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: world.guilds.size,
    bot: world.bot,
    owner: ownerOf(world),
    integration_types_config: { 0: {}, 1: {} },
  };
}

/** Whoever owns the first server made the application. */
function ownerOf(world: World) {
  const [first] = world.guilds.values();
  return world.users.get(first?.ownerId ?? '');
}

/** `global`, or the guild the path names. */
function scopeOf({ world, params }: RestRequest): string {
  if (params.application_id !== world.bot.id) throw refusals.unknownApplication();
  return params.guild_id ? requireGuild(world, params.guild_id).id : 'global';
}

function commandsIn(request: RestRequest): APIApplicationCommand[] {
  return request.world.commands.get(scopeOf(request)) ?? [];
}

function listCommands(request: RestRequest): RestAnswer {
  return { json: commandsIn(request) };
}

function replaceCommands(request: RestRequest): RestAnswer {
  const wanted = (request.body ?? []) as Partial<APIApplicationCommand>[];
  checkCommandList(wanted);
  const earlier = commandsIn(request);
  return save(
    request,
    wanted.map((one) =>
      complete(
        request,
        one,
        earlier.find((known) => sameCommand(known, one)),
      ),
    ),
  );
}

function createCommand(request: RestRequest): RestAnswer {
  const wanted = (request.body ?? {}) as Partial<APIApplicationCommand>;
  checkCommand(wanted);
  const earlier = commandsIn(request);
  const known = earlier.find((one) => sameCommand(one, wanted));
  const made = complete(request, wanted, known);
  save(request, [...earlier.filter((one) => one !== known), made]);
  return { status: known ? 200 : 201, json: made };
}

function readCommand(request: RestRequest): RestAnswer {
  return { json: requireCommand(request) };
}

function changeCommand(request: RestRequest): RestAnswer {
  const known = requireCommand(request);
  const wanted = { ...known, ...(request.body as Partial<APIApplicationCommand>) };
  checkCommand(wanted);
  const made = complete(request, wanted, known);
  save(
    request,
    commandsIn(request).map((one) => (one === known ? made : one)),
  );
  return { json: made };
}

function removeCommand(request: RestRequest): RestAnswer {
  const known = requireCommand(request);
  save(
    request,
    commandsIn(request).filter((one) => one !== known),
  );
  return undefined;
}

function requireCommand(request: RestRequest): APIApplicationCommand {
  const found = commandsIn(request).find((one) => one.id === request.params.command_id);
  if (!found) throw refusals.unknownCommand();
  return found;
}

function sameCommand(known: APIApplicationCommand, wanted: Partial<APIApplicationCommand>): boolean {
  return known.name === wanted.name && known.type === (wanted.type ?? 1);
}

function save(request: RestRequest, commands: APIApplicationCommand[]): RestAnswer {
  request.world.commands.set(scopeOf(request), commands);
  request.world.changes.publish({ kind: 'commands-changed' });
  return { json: commands };
}

/** Fills in what Discord fills in; a command that was there before keeps its id. */
function complete(
  { world, params }: RestRequest,
  wanted: Partial<APIApplicationCommand>,
  known: APIApplicationCommand | undefined,
): APIApplicationCommand {
  return {
    type: 1,
    description: '',
    default_member_permissions: null,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    name_localizations: null,
    description_localizations: null,
    ...wanted,
    id: known?.id ?? world.nextId(),
    application_id: world.bot.id,
    version: world.nextId(),
    ...(params.guild_id && { guild_id: params.guild_id }),
  } as unknown as APIApplicationCommand;
}
