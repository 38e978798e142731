/** A slash command in, the row of fields to fill it in out, as Discord's message box has it. */
import { announce, h, hiddenText, icon } from './dom.js';
import { post, store } from './store.js';
import { createSuggestions } from './suggestions.js';

const AUTOCOMPLETE_AFTER_MS = 200;

/**
 * The slash commands offered here with their subcommands spelt out: `{ name, description, options, leaf }`, where
 * `leaf` holds the options to fill in.
 */
export function spellOut(commands) {
  const expand = (name, description, options) => {
    const nested = (options ?? []).filter((one) => one.type === 1 || one.type === 2);
    if (nested.length === 0) return [{ name, description, leaf: options ?? [] }];
    return nested.flatMap((one) => expand(`${name} ${one.name}`, one.description, one.options));
  };
  return commands.flatMap((command) => expand(command.name, command.description, command.options));
}

/** `send(name, values)` runs it, `cancel()` goes back to plain text. `filled` are texts by option name. */
export function createCommandForm(command, filled, send, cancel) {
  const fields = new Map();
  const problem = h('p', { class: 'composer-problem', role: 'alert' });
  const row = h('div', { class: 'command-fields' });
  const extras = h('div', { class: 'command-extras' });
  const place = h('div', { class: 'suggestions-slot' });

  const add = (option, text = '') => {
    const field = createField(command, option, text, { fields, place, submit, leave, problem });
    fields.set(option.name, field);
    row.append(field.element);
    offerExtras();
    return field;
  };
  const remove = (name) => {
    fields.get(name).element.remove();
    fields.delete(name);
    offerExtras();
    lastField()?.focus();
  };
  const lastField = () => [...fields.values()].at(-1);
  const leave = (name) => {
    const option = command.leaf.find((one) => one.name === name);
    if (option.required || fields.size === 0) cancel();
    else remove(name);
  };
  const offerExtras = () => {
    const left = command.leaf.filter((one) => !fields.has(one.name));
    extras.replaceChildren(
      ...left.map((option) =>
        h(
          'button',
          { type: 'button', class: 'extra', title: option.description, onclick: () => add(option).focus() },
          icon('plus'),
          option.name,
          hiddenText(`: ${option.description}`),
        ),
      ),
    );
  };
  function submit() {
    const values = {};
    for (const [name, field] of fields) {
      const result = field.read();
      if (result.problem) {
        problem.textContent = result.problem;
        field.element.classList.add('wrong');
        field.focus();
        return;
      }
      field.element.classList.remove('wrong');
      if (result.value !== undefined) values[name] = result.value;
    }
    problem.textContent = '';
    send(command.name, values);
  }

  for (const option of command.leaf) {
    if (option.required || filled[option.name] !== undefined) add(option, filled[option.name]);
  }
  offerExtras();
  const element = h(
    'form',
    {
      class: 'composer command',
      'aria-label': `Command ${command.name}`,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
      onkeydown: (event) => {
        if (event.key === 'Escape') cancel();
      },
    },
    h(
      'button',
      { type: 'button', class: 'tool', onclick: cancel },
      icon('close'),
      hiddenText(`Leave /${command.name}`),
    ),
    h('span', { class: 'command-name' }, `/${command.name}`),
    row,
    extras,
    h(
      'button',
      { type: 'submit', class: 'send', 'data-send': true },
      icon('send'),
      hiddenText(`Send /${command.name}`),
    ),
  );
  announce(`${command.name}: ${command.description}`);
  return {
    element: h('div', {}, place, problem, element),
    focus: () =>
      (
        [...fields.values()].find((field) => !field.text()) ??
        lastField() ??
        element.querySelector('.send')
      ).focus(),
  };
}

/** One option's pill. */
function createField(command, option, text, form) {
  const id = `option-${option.name}`;
  const input = h('input', {
    id,
    class: 'option-input',
    type: 'text',
    autocomplete: 'off',
    spellcheck: option.type === 3 ? undefined : 'false',
    inputmode: option.type === 4 || option.type === 10 ? 'numeric' : undefined,
    'aria-required': option.required ? 'true' : undefined,
    'aria-describedby': `${id}-about`,
    maxlength: option.max_length ?? 6000,
  });
  input.value = text;
  let picked;
  const fixed = fixedChoices(option);
  const suggestions = createSuggestions(input, `Choices for ${option.name}`, (one) => {
    picked = one;
    input.value = one.label;
    grow();
    suggestions.hide();
    focusNext();
  });
  const suggest = suggester(command, option, fixed, input, suggestions, form.fields);
  const about = h(
    'p',
    { class: 'option-about', id: `${id}-about` },
    h('strong', {}, option.name),
    ` ${option.description}`,
  );
  const grow = () =>
    input.style.setProperty('width', `${Math.min(46, Math.max(4, input.value.length + 1))}ch`);
  const focusNext = () => {
    const empty = [...form.fields.values()].find((field) => field.required && !field.text());
    (empty ?? { focus: () => input.focus() }).focus();
  };
  const field = {
    required: option.required,
    text: () => input.value,
    focus: () => input.focus(),
    read: () => readField(option, input.value.trim(), picked, fixed),
    element: h('div', { class: 'option' }, h('label', { for: id }, option.name), input, about),
  };
  input.addEventListener('input', () => {
    picked = undefined;
    grow();
    suggest();
  });
  input.addEventListener('focus', () => {
    form.place.replaceChildren(suggestions.element, about);
    suggest();
  });
  input.addEventListener('blur', () => {
    suggestions.hide();
    field.element.append(about);
  });
  input.addEventListener('keydown', (event) => {
    if (suggestions.handleKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      form.submit();
    } else if (event.key === 'Backspace' && input.value === '') {
      event.preventDefault();
      form.leave(option.name);
    }
  });
  grow();
  return field;
}

/** The choices that need no question to the bot; undefined for free text and numbers. */
function fixedChoices(option) {
  const guildChannels = () => store.state.channels.filter((one) => one.kind !== 'direct');
  const people = () => store.state.users.map((one) => ({ label: one.name, value: one.id }));
  const roles = () => store.state.roles.map((one) => ({ label: one.name, value: one.id }));
  if (option.choices?.length) return option.choices.map((one) => ({ label: one.name, value: one.value }));
  const kinds = {
    5: () => [
      { label: 'True', value: true },
      { label: 'False', value: false },
    ],
    6: people,
    7: () => guildChannels().map((one) => ({ label: `#${one.name}`, value: one.id })),
    8: roles,
    9: () => [...people(), ...roles()],
  };
  return kinds[option.type]?.();
}

/** Returns what to call whenever the text changed or the field got the focus. */
function suggester(command, option, fixed, input, suggestions, fields) {
  let timer;
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const mine = asked;
    suggestions.show([], 'Loading options…');
    const others = [...fields]
      .filter(([name]) => name !== option.name)
      .map(([name, field]) => [name, field.read().value]);
    const options = Object.fromEntries(others.filter(([, value]) => value !== undefined));
    const outcome = await post('autocomplete', {
      command: command.name,
      option: option.name,
      typed: input.value,
      options,
    }).catch(() => undefined);
    if (mine !== asked || document.activeElement !== input) return;
    const choices = outcome?.choices?.map((one) => ({ label: one.name, value: one.value }));
    suggestions.show(choices ?? [], choices ? 'No options match your search.' : 'Loading options failed.');
  };
  return () => {
    if (fixed) {
      const typed = input.value.trim().toLowerCase();
      suggestions.show(
        fixed.filter((one) => one.label.toLowerCase().includes(typed)),
        'No options match your search.',
      );
    } else if (option.autocomplete) {
      clearTimeout(timer);
      timer = setTimeout(ask, AUTOCOMPLETE_AFTER_MS);
    }
  };
}

/** `{ value }`, `{}` where it was left empty, or `{ problem }`. */
function readField(option, text, picked, fixed) {
  if (text === '') return option.required ? { problem: `${option.name} is required. Give it a value.` } : {};
  if (picked) return { value: picked.value };
  if (fixed) {
    const found = fixed.find(
      (one) => one.label.toLowerCase().replace('#', '') === text.toLowerCase().replace('#', ''),
    );
    return found ? { value: found.value } : { problem: `Choose ${option.name} from its list.` };
  }
  if (option.type !== 4 && option.type !== 10) return { value: text };
  const number = Number(text);
  const low = option.min_value ?? Number.NEGATIVE_INFINITY;
  const high = option.max_value ?? Number.POSITIVE_INFINITY;
  const fits =
    Number.isFinite(number) &&
    (option.type === 10 || Number.isInteger(number)) &&
    number >= low &&
    number <= high;
  return fits ? { value: number } : { problem: `${option.name} takes a number${range(option)}.` };
}

function range({ min_value: min, max_value: max }) {
  return min !== undefined && max !== undefined ? ` from ${min} to ${max}` : '';
}
