/** One thing the doctor looked at: how it is, and what to do if it is not well. */

export interface Check {
  readonly name: string;
  /** `note`: nothing is wrong, but something is worth knowing; `warning`: it works, for now; `problem`: it does not. */
  readonly state: 'well' | 'note' | 'warning' | 'problem';
  /** What was found. */
  readonly found: string;
  /** What to do; null if nothing is. */
  readonly remedy: string | null;
}

export const well = (name: string, found: string): Check => ({ name, state: 'well', found, remedy: null });

export const ailing = (
  name: string,
  state: 'note' | 'warning' | 'problem',
  found: string,
  remedy: string,
): Check => ({ name, state, found, remedy });
