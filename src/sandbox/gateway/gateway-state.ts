/** What the gateway's connections have in common. */
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';

export interface GatewaySettings {
  heartbeatIntervalMs: number;
  /** Privileged intents the application was granted, as bits. */
  approvedIntents: number;
}

export interface Connection {
  send(frame: object): void;
  close(code: number): void;
  terminate(): void;
}

/** What connections share. */
export interface GatewayState {
  world: World;
  settings: GatewaySettings;
  sessions: Map<string, Session>;
  connections: Set<Connection>;
  acknowledges: boolean;
  accepts: boolean;
}
