/** A select menu in; its options out, those of people, roles and channels filled in from the server. */
import { store } from './store.js';

/** Options of the menus that Discord fills itself. */
export function optionsOf(select) {
  const people = () => store.state.users.map((one) => ({ label: one.name, value: one.id }));
  const roles = () => store.state.roles.map((one) => ({ label: one.name, value: one.id }));
  const fills = {
    5: people,
    6: roles,
    7: () => [...people(), ...roles()],
    8: () =>
      store.state.channels
        .filter((one) => one.kind !== 'direct')
        .filter((one) => select.channel_types?.includes(one.type) ?? true)
        .map((one) => ({ label: `#${one.name}`, value: one.id })),
  };
  return fills[select.type]?.() ?? select.options;
}
