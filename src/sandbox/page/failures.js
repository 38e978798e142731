/** What went wrong if no message of the bot can say so: a note in the channel, for the visitor alone. */
import { messagesOf, store } from './store.js';

let count = 0;

/** Shows it as Discord does: as the bot's answer that only you can see, to be dismissed. */
export function showLocalFailure(command, words) {
  count += 1;
  const { you, bot, users } = store.state;
  const user = users.find((one) => one.id === you);
  const message = {
    id: `local-${count}`,
    local: true,
    channel_id: store.channelId,
    author: { ...users.find((one) => one.id === bot.id), bot: true },
    content: '',
    failure: words,
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    flags: 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    ephemeral: true,
    interaction: { name: command, user: { id: user.id, username: user.name } },
  };
  messagesOf(store.channelId).set(message.id, message);
  document.dispatchEvent(new CustomEvent('message-changed', { detail: message.id }));
}

/** Does it; what goes wrong is shown as a failure of what is named. */
export async function attempt(name, deed) {
  try {
    return await deed();
  } catch (error) {
    return showLocalFailure(name, error.message);
  }
}
