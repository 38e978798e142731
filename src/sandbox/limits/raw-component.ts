/** A component of a message as a bot sends it, before anything of it is checked. */
import type { ComponentType as Type } from 'discord.js';

/** Any component as it came, before anything about it is sure. */
export interface RawComponent extends Record<string, unknown> {
  type?: Type;
  id?: number;
  custom_id?: string;
  components?: RawComponent[];
  accessory?: RawComponent;
}
