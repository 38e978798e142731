/** A message's body in; nothing out if Discord would take it, its refusal thrown if not. */
import { type APIMessage, MessageFlags } from 'discord.js';
import { ApiError, refusals } from '../rest/api-error.ts';
import type { RequestFile } from '../rest/request-body.ts';
import type { MessageBody } from '../world/post-message.ts';
import type { World } from '../world/world.ts';
import { checkComponents } from './component-limits.ts';
import { checkEmbeds } from './embed-limits.ts';
import { type Path, Problems } from './problems.ts';

export interface MessageContext {
  files: RequestFile[];
  channelId: string;
  /** Names of attachments the message already has. */
  keptFiles?: string[];
  /** Where in the request's body the message stands; at its root unless given. */
  base?: Path;
}

/** Flags a bot may set on a message. */
const settableFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Checks a new message. */
export function checkMessage(world: World, body: MessageBody, context: MessageContext): void {
  const problems = new Problems(context.base);
  const isV2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const fileNames = [...(context.keptFiles ?? []), ...newFileNames(body, context.files)];
  problems.text(['content'], body.content, { max: 2000 });
  checkFlags(problems, body);
  checkEmbeds(problems, body.embeds ?? []);
  checkComponents(problems, body.components ?? [], { isV2, fileNames });
  checkNonce(problems, body);
  checkAllowedMentions(problems, body);
  checkReference(problems, world, body, context.channelId);
  problems.count(['attachments'], context.files.length, { max: 10 });
  if (isV2) checkNoLegacyFields(problems, body);
  problems.refuse();
  const hasFiles = fileNames.length > 0 && !isV2;
  if (!body.content?.trim() && !body.embeds?.length && !body.components?.length && !hasFiles) {
    throw refusals.emptyMessage();
  }
}

/** Checks an edit against the message it changes: fields left out stay, and the second kind of components cannot be undone. */
export function checkEdit(world: World, message: APIMessage, edit: MessageBody, context: EditContext): void {
  const { content, embeds, components, attachments } = message;
  const wasV2 = (message.flags ?? 0) & MessageFlags.IsComponentsV2;
  const flags = ((edit.flags ?? 0) & settableFlags) | wasV2;
  const keptFiles = attachments
    .filter((one) => !edit.attachments || edit.attachments.some((listed) => String(listed.id) === one.id))
    .map((one) => one.filename);
  const earlier = { content, embeds, components } as MessageBody;
  checkMessage(
    world,
    { ...earlier, ...edit, flags },
    { ...context, channelId: message.channel_id, keptFiles },
  );
}

type EditContext = Pick<MessageContext, 'files' | 'base'>;

/** A deferral may be ephemeral and nothing else: components of the second kind are announced with the answer. */
export function checkDeferral(body: MessageBody): void {
  const problems = new Problems();
  if ((body.flags ?? 0) & ~(MessageFlags.Ephemeral | MessageFlags.SuppressNotifications)) {
    problems.add(['data', 'flags'], 'BASE_TYPE_CHOICES', 'Only EPHEMERAL may be set when deferring.');
  }
  problems.refuse();
}

function newFileNames(body: MessageBody, files: RequestFile[]): string[] {
  return files.map((file) => {
    return body.attachments?.find((one) => String(one.id) === String(file.index))?.filename ?? file.name;
  });
}

function checkFlags(problems: Problems, body: MessageBody): void {
  if (body.flags != null && !Number.isInteger(body.flags)) {
    problems.add(['flags'], 'NUMBER_TYPE_COERCE', `Value "${body.flags}" is not int.`);
  }
}

function checkNoLegacyFields(problems: Problems, body: MessageBody): void {
  const refuse = (field: string) =>
    problems.add(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  if (body.content) refuse('content');
  if (body.embeds?.length) refuse('embeds');
}

function checkNonce(problems: Problems, body: MessageBody): void {
  if (body.nonce != null) problems.text(['nonce'], String(body.nonce), { max: 25 });
}

function checkAllowedMentions(problems: Problems, body: MessageBody): void {
  const allowed = body.allowed_mentions;
  if (!allowed) return;
  for (const kind of ['users', 'roles'] as const) {
    problems.count(['allowed_mentions', kind], allowed[kind]?.length ?? 0, { max: 100 });
    if (allowed[kind]?.length && allowed.parse?.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      problems.add(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
  for (const kind of allowed.parse ?? []) {
    if (['users', 'roles', 'everyone'].includes(kind)) continue;
    problems.add(
      ['allowed_mentions', 'parse'],
      'BASE_TYPE_CHOICES',
      `Value "${kind}" is not one of its choices.`,
    );
  }
}

/** A reply to what is gone is refused unless `fail_if_not_exists` is false. */
function checkReference(problems: Problems, world: World, body: MessageBody, channelId: string): void {
  const reference = body.message_reference;
  if (!reference?.message_id) return;
  const earlier = world.messages.get(reference.message_id);
  const exists = earlier && earlier.deletedAt === undefined && earlier.message.channel_id === channelId;
  if (exists || reference.fail_if_not_exists === false) return;
  problems.add(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

/** 50035 at once, for a body that is no object at all. */
export function requireObject(body: unknown): void {
  if (body === undefined || (typeof body === 'object' && body !== null && !Array.isArray(body))) return;
  throw new ApiError(400, 50035, 'Invalid Form Body', {
    _errors: [{ code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' }],
  });
}
