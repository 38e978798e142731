/** A component that was used in; the bot told, and what came of it shown if no message says so. */
import { openModal } from './modal.js';
import { post, store } from './store.js';

/** Tells the bot, shows that it works on it, and what came of it if no message says so. */
export async function use(message, element, deed, fields) {
  element.classList.add('busy');
  element.setAttribute('aria-busy', 'true');
  store.failures.delete(message.id);
  try {
    const outcome = await post(deed, { message: message.id, ...fields });
    if (outcome.modal) openModal(outcome.id, outcome.modal);
    if (outcome.state === 'failed') fail(message, 'This interaction failed');
  } catch (error) {
    fail(message, error.message);
  } finally {
    element.classList.remove('busy');
    element.removeAttribute('aria-busy');
  }
}

function fail(message, words) {
  store.failures.set(message.id, words);
  document.dispatchEvent(new CustomEvent('message-changed', { detail: message.id }));
}
