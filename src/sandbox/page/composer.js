/** The place of the message box: a text box, or the fields of the command that is being filled in. */
import { CommandForm, spellOut } from './command-form.js';
import { showLocalFailure } from './failures.js';
import { openModal } from './modal.js';
import { channel, commandsHere, post, store } from './store.js';
import { TextBox } from './text-box.js';

const place = document.querySelector('#composer');
let textBox;

/** Draws the box for the open channel anew, empty. */
export function renderComposer() {
  const here = channel();
  textBox = here && here.kind !== 'forum' ? new TextBox(here, openCommand) : undefined;
  place.replaceChildren(...(textBox ? [textBox.element] : []));
}

/** For when what may be typed has changed: what was written stays, and so does a command that is being filled in. */
export function refreshComposer() {
  if (!textBox?.element.isConnected && place.hasChildNodes()) return;
  const written = textBox?.text ?? '';
  const wasFocused = place.contains(document.activeElement);
  renderComposer();
  textBox?.write(written);
  if (wasFocused) focusComposer();
}

/** Opens a command's fields, some of them filled in. */
export function openCommand(name, filled = {}) {
  const command = spellOut(commandsHere(1)).find((one) => one.name === name);
  if (!command) return;
  const back = () => {
    renderComposer();
    focusComposer();
  };
  const form = new CommandForm(command, filled, runCommand, back);
  place.replaceChildren(form.element);
  form.focus();
}

export function focusComposer() {
  place.querySelector('textarea, input')?.focus();
}

async function runCommand(name, options) {
  renderComposer();
  focusComposer();
  try {
    const outcome = await post('slash', { command: name, options });
    if (outcome.modal) openModal(outcome.id, outcome.modal);
    if (outcome.state === 'failed') showLocalFailure(`/${name}`, 'The application did not respond');
  } catch (error) {
    showLocalFailure(`/${name}`, error.message);
  }
}

document.addEventListener('reply-changed', () => {
  if (!textBox?.element.isConnected) renderComposer();
  textBox?.renderReplyBar();
  if (store.replyTo) focusComposer();
});
