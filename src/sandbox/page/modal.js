/** A form that the bot opened in, a dialog to fill it in out; what was filled in goes to the bot. */
import { h, hiddenText, icon } from './dom.js';
import { renderMarkdown } from './markdown.js';
import { optionsOf } from './select-options.js';
import { direction, names, post } from './store.js';

/** `form` is the id of the interaction that opened it. Focus comes back to where it was. */
export function openModal(form, modal) {
  const opener = document.activeElement;
  const fields = modal.components.flatMap((part, index) => partFields(part, index));
  const close = () => {
    dialog.remove();
    opener?.focus?.();
  };
  const dialog = h(
    'dialog',
    { class: 'modal', 'aria-labelledby': 'modal-title', oncancel: close },
    formElement(form, modal, fields, close),
  );
  document.querySelector('#overlays').append(dialog);
  dialog.showModal();
  fields.find((field) => field.focus)?.focus();
}

const WARNING =
  'This form will be submitted to Dateline. Do not share passwords or other sensitive information.';

function formElement(form, modal, fields, close) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const submit = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const cancel = h('button', { type: 'button', class: 'button secondary', onclick: close }, 'Cancel');
  const cross = h(
    'button',
    { type: 'button', class: 'tool', onclick: close },
    icon('close'),
    hiddenText('Close'),
  );
  const onsubmit = async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = await send(form, fields);
    submit.disabled = false;
    if (!problem.textContent) close();
  };
  return h(
    'form',
    { onsubmit },
    h('div', { class: 'modal-head' }, h('h2', { id: 'modal-title' }, modal.title), cross),
    h('p', { class: 'modal-note' }, WARNING),
    h(
      'div',
      { class: 'modal-fields', dir: direction() },
      fields.map((field) => field.element),
    ),
    problem,
    h('div', { class: 'modal-foot' }, cancel, submit),
  );
}

/** Resolves with what to tell the visitor; empty when all went well. */
async function send(form, fields) {
  const named = fields.filter((field) => field.customId);
  const values = Object.fromEntries(named.map((field) => [field.customId, field.read()]));
  try {
    const outcome = await post('submit', { form, values });
    return outcome.state === 'failed' ? 'Something went wrong. Try again.' : '';
  } catch (error) {
    return error.message;
  }
}

/** A field: its element, and how to read and focus it. Parts without an input have an element alone. */
function partFields(part, index) {
  if (part.type === 10)
    return [{ element: h('div', { class: 'text-display' }, renderMarkdown(part.content, names)) }];
  const inner = part.component ? [part.component] : (part.components ?? []);
  return inner.map((component) =>
    field(component, part.label ?? component.label, part.description, `field-${index}`),
  );
}

function field(component, label, description, id) {
  const required = component.required ?? true;
  const control = controls[component.type]?.(component, id, required) ?? unknownControl();
  const mark = required ? h('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null;
  const help = description ? h('p', { class: 'field-help', id: `${id}-help` }, description) : null;
  if (help) (control.input ?? control.element).setAttribute('aria-describedby', `${id}-help`);
  const element = control.group
    ? h('fieldset', { class: 'field' }, h('legend', {}, label, mark), help, control.element)
    : h('div', { class: 'field' }, h('label', { for: id }, label, mark), help, control.element);
  return { element, customId: component.custom_id, read: control.read, focus: () => control.input?.focus() };
}

const controls = {
  3: selectControl,
  4: textControl,
  5: selectControl,
  6: selectControl,
  7: selectControl,
  8: selectControl,
  21: (component, id, required) => choiceControl(component, id, required, 'radio'),
  22: (component, id, required) => choiceControl(component, id, required, 'checkbox'),
  23: tickControl,
};

function textControl(component, id, required) {
  const props = {
    id,
    required,
    placeholder: component.placeholder,
    minlength: component.min_length,
    maxlength: component.max_length ?? 4000,
  };
  const input =
    component.style === 2
      ? h('textarea', { ...props, rows: 4 })
      : h('input', { ...props, type: 'text', autocomplete: 'off' });
  input.value = component.value ?? '';
  return { element: input, input, read: () => input.value };
}

function selectControl(component, id, required) {
  const multiple = (component.max_values ?? 1) > 1;
  const chosen = new Set((component.default_values ?? []).map((one) => one.id));
  const options = optionsOf(component).map((one) => {
    const text = one.description ? `${one.label} – ${one.description}` : one.label;
    const selected = one.default || chosen.has(one.value);
    return h('option', { value: one.value, selected, dir: 'auto' }, text);
  });
  const none = multiple ? [] : [h('option', { value: '' }, component.placeholder ?? 'Choose…')];
  const input = h('select', { id, required, multiple }, none, options);
  return {
    element: input,
    input,
    read: () => [...input.selectedOptions].map((one) => one.value).filter(Boolean),
  };
}

function choiceControl(component, id, required, type) {
  const inputs = component.options.map((option) => {
    const input = h('input', { type, name: id, value: option.value, required: required && type === 'radio' });
    input.checked = option.default ?? false;
    const help = option.description ? h('span', { class: 'option-description' }, option.description) : null;
    return { input, label: h('label', { class: 'choice' }, input, h('span', {}, option.label, help)) };
  });
  const chosen = () => inputs.filter(({ input }) => input.checked).map(({ input }) => input.value);
  const element = h(
    'div',
    { class: 'choices' },
    inputs.map(({ label }) => label),
  );
  return {
    element,
    group: true,
    input: inputs[0]?.input,
    read: () => (type === 'radio' ? (chosen()[0] ?? '') : chosen()),
  };
}

function tickControl(component, id) {
  const input = h('input', { id, type: 'checkbox' });
  input.checked = component.default ?? false;
  return { element: input, input, read: () => input.checked };
}

function unknownControl() {
  return {
    element: h('p', { class: 'field-help' }, 'This kind of field cannot be filled in here.'),
    read: () => '',
  };
}
