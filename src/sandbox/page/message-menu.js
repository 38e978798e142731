/** The menu of a message: reply, copy, and the apps' own commands on it. */
import { announce } from './dom.js';
import { attempt, showLocalFailure } from './failures.js';
import { openMenu } from './menu.js';
import { openModal } from './modal.js';
import { channel, commandsHere, dismiss, post, store, userName } from './store.js';

export function openMessageMenu(message, place, element) {
  const apps = message.ephemeral ? [] : commandsHere(3);
  const entries = [
    ...(channel().writable && !message.ephemeral ? [{ label: 'Reply', act: () => startReply(message) }] : []),
    { label: 'Copy text', act: () => attempt('Copy text', () => copyText(message)) },
    ...(message.ephemeral
      ? [{ label: 'Dismiss message', act: () => attempt('Dismiss message', () => dismiss(message)) }]
      : []),
    ...(apps.length > 0 ? [{ heading: 'Apps' }] : []),
    ...apps.map((command) => ({
      label: command.name_localized,
      hint: userName(store.state.bot.id),
      act: () => attempt(command.name_localized, () => run(command, message)),
    })),
  ];
  openMenu(`Message of ${userName(message.author.id)}`, entries, place, element);
}

function startReply(message) {
  store.replyTo = message;
  document.dispatchEvent(new CustomEvent('reply-changed'));
}

async function copyText(message) {
  const texts = (components = []) =>
    components.flatMap((one) => [one.content ?? [], texts(one.components)].flat());
  await navigator.clipboard.writeText(
    [message.content, ...texts(message.components)].filter(Boolean).join('\n'),
  );
  announce('Copied');
}

async function run(command, message) {
  const outcome = await post('context-menu', { message: message.id, command: command.name });
  if (outcome.modal) openModal(outcome.id, outcome.modal);
  if (outcome.state === 'failed') showLocalFailure(command.name_localized, 'The application did not respond');
}
