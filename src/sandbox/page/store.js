/** What the page knows: the world as its visitor sees it, kept up to date by the server's live stream. */

export const store = {
  /** The server's description of everything but messages; null until it arrived. */
  state: null,
  /** Messages by id within channels by id. */
  messages: new Map(),
  channelId: null,
  /** The message that the next one replies to. */
  replyTo: null,
  /** Faults of a component's message: message id to what went wrong. */
  failures: new Map(),
};

export function channel(id = store.channelId) {
  return store.state?.channels.find((one) => one.id === id);
}

export function userName(id) {
  return store.state.users.find((one) => one.id === id)?.name;
}

/** Of the language this person has set Discord to. */
export function direction() {
  return new Intl.Locale(store.state.locale).getTextInfo().direction;
}

/** How mentions are worded. */
export const names = {
  user: userName,
  role: (id) => store.state.roles.find((one) => one.id === id)?.name,
  channel: (id) => channel(id)?.name,
};

/** The commands of one type offered in the open channel: 1 slash, 3 on messages. */
export function commandsHere(type) {
  const ids = new Set(channel()?.commandIds);
  return store.state.commands.filter((one) => ids.has(one.id) && (one.type ?? 1) === type);
}

export function messagesOf(channelId) {
  if (!store.messages.has(channelId)) store.messages.set(channelId, new Map());
  return store.messages.get(channelId);
}

export function findMessage(id) {
  for (const list of store.messages.values()) if (list.has(id)) return list.get(id);
  return undefined;
}

/** Does something as the visitor; rejects with the server's words if it cannot be done. */
export async function post(deed, fields = {}) {
  const body = JSON.stringify({ as: store.state.you, channel: store.channelId, ...fields });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`/page/${deed}`, { method: 'POST', headers, body }).catch(() => {
    throw new Error('Dateline is not running. Start it again; this page then goes on by itself.');
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

/** Takes a message that only the visitor sees out of sight; the page's own ones never were at the server. */
export function dismiss(message) {
  if (!message.local) return post('dismiss', { message: message.id });
  messagesOf(message.channel_id).delete(message.id);
  document.dispatchEvent(new CustomEvent('message-changed', { detail: message.id }));
}
