/** Answers of alerts on their way to Discord: into the channel where was asked, or to the person directly. */

import { type APIMessage, type REST, Routes } from 'discord.js';
import type { AlertSender } from '../alerts/alert-sender.ts';
import type { Alert } from '../domain/alert.ts';
import { speaking } from '../language/speaking.ts';
import { alertCard } from './cards/alert-card.ts';
import { findInHistory } from './find-delivery.ts';
import { bodyOf } from './message-body.ts';
import { readDrop } from './refusals.ts';

export interface AlertSenderOptions {
  isReady(): boolean;
  /** Does it at the pace Discord allows; rejects if there is no connection. */
  withRest<T>(work: (rest: REST, botId: string) => Promise<T>): Promise<T>;
}

export const createDiscordAlertSender = ({ isReady, withRest }: AlertSenderOptions): AlertSender => {
  const channelOf = async ({ place, userId }: Alert): Promise<string> => {
    if (place !== null) return place.channelId;
    const body = { recipient_id: userId };
    const channel = await withRest((rest) => rest.post(Routes.userChannels(), { body }));
    return (channel as { id: string }).id;
  };
  return {
    isReady,
    async send(alert, answer, askedId) {
      try {
        const channelId = await channelOf(alert);
        const body = {
          ...bodyOf(
            speaking(alert.language, () => alertCard({ alert, answer, askedId })),
            false,
          ),
          nonce: alert.id,
          enforce_nonce: true,
        };
        const message = await withRest((rest) => rest.post(Routes.channelMessages(channelId), { body }));
        return { kind: 'sent', messageId: (message as APIMessage).id, postedIn: channelId, goneTagIds: [] };
      } catch (error) {
        return readDrop(error);
      }
    },
    async find(alert) {
      try {
        const channelId = await channelOf(alert);
        const sent = {
          id: alert.id,
          channelId,
          claimedAtMs: alert.foundAtMs ?? alert.attemptedAtMs,
          attemptedAtMs: alert.attemptedAtMs,
        };
        return await withRest((rest, botId) => findInHistory(rest, botId, sent));
      } catch (error) {
        const result = readDrop(error);
        return result.kind === 'retry' ? result : { kind: 'absent' };
      }
    },
  };
};
