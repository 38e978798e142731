/** The way to Discord, as digests need it. `src/discord/discord-sender.ts` implements it; nothing here knows how. */
import type { DeedResult, Delivery, DeliveryResult, Development, FindResult } from '../domain/delivery.ts';
import type { DevelopmentNews, Digest } from '../domain/digest.ts';
import type { PostedAnswer } from '../domain/posted-answer.ts';
import type { Subscription } from '../domain/subscription.ts';

export interface DigestSender {
  /** Whether anything can be sent now; false until connected. */
  isReady(): boolean;
  /**
   * Posts the digest with the delivery's id as nonce. Never throws for what Discord answers. `isPlain` leaves out
   * pictures, for a digest Discord refused to take.
   */
  send(
    delivery: Delivery,
    subscription: Subscription,
    digest: Digest,
    isPlain: boolean,
  ): Promise<DeliveryResult>;
  /** Posts the digest as a trial, marked as one, without pinging anyone. `id` is the nonce. */
  sendTrial(id: string, subscription: Subscription, digest: Digest): Promise<DeliveryResult>;
  /** Looks for the delivery among what the bot posted since it was claimed. */
  find(delivery: Delivery): Promise<FindResult>;
  /** Puts the digest in the place of the one posted. */
  edit(delivery: Delivery, digest: Digest): Promise<DeedResult>;
  /** Edits an answer, or what was posted of a later telling, if a sentence it quotes was corrected; else null. */
  correct(answer: PostedAnswer): Promise<DeedResult | null>;
  /** Opens the thread of a posted message; done if it is there already. */
  openThread(delivery: Delivery, name: string): Promise<DeedResult>;
  /** Posts it in the channel it names, in reply to the delivery's message if that stands there. Its id is the nonce. */
  sendDevelopment(
    development: Development,
    delivery: Delivery,
    news: DevelopmentNews,
    isSilent: boolean,
  ): Promise<Exclude<DeedResult, { kind: 'done' }> | { readonly kind: 'done'; readonly messageId: string }>;
  /** Looks for it among what the bot posted there since it was claimed. */
  findDevelopment(development: Development): Promise<FindResult>;
  /** Publishes a posted message to the followers of its announcement channel. */
  publish(delivery: Delivery): Promise<DeedResult>;
  /** Writes to a person privately; `id` is the nonce. */
  sendDirect(id: string, userId: string, text: string): Promise<DeedResult>;
}
