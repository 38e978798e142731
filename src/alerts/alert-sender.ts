/** The way to Discord, as alerts need it. `src/discord/discord-alert-sender.ts` implements it. */
import type { Alert } from '../domain/alert.ts';
import type { Answer } from '../domain/answer.ts';
import type { DeliveryResult, FindResult } from '../domain/delivery.ts';

export interface AlertSender {
  /** Whether anything can be sent now; false until connected. */
  isReady(): boolean;
  /**
   * Sends the answer to where the alert is answered, with the alert's id as nonce; pings nobody. `askedId` is what its
   * buttons find the question by. Never throws for what Discord answers.
   */
  send(alert: Alert, answer: Answer, askedId: string): Promise<DeliveryResult>;
  /** Looks for the alert's answer among what the bot sent there. */
  find(alert: Alert): Promise<FindResult>;
}
