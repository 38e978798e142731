/** A refusal as Discord words it: status, code, message, and if a form is wrong, the path to each fault. */

/** Thrown by anything that answers a REST request; the server turns it into the response. */
export class ApiError extends Error {
  readonly status: number;
  /** Discord's own code, such as 50013. */
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FormErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Discord nests form errors by path and lists them under `_errors`. */
export type FormErrors = { [key: string]: FormErrors | FormFault[] };
interface FormFault {
  code: string;
  message: string;
}

/** The refusals Discord gives most often, by name; codes are those of its documentation. */
export const refusals = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  unknownRoute: () => new ApiError(404, 0, '404: Not Found'),
  wrongMethod: () => new ApiError(405, 0, '405: Method Not Allowed'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  alreadyCrossposted: () => new ApiError(400, 40033, 'This message has already been crossposted.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  notOwnMessage: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  cannotMessageUser: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  wrongChannelKind: () => new ApiError(400, 50024, 'Cannot execute action on this channel type'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  invalidToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  threadArchived: () => new ApiError(400, 50083, 'Thread is archived'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} as const;
