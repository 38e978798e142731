/** An answer, or news of a story, that all of a channel see: where it stands, so that it is edited when what it quotes is corrected. */
export interface PostedAnswer {
  /** The id of its question, or of the news that was posted, as `InteractionStore` keeps it. */
  readonly id: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly messageId: string;
  /** Its interface language: a `code` of `LANGUAGES`. */
  readonly language: string;
  /** When it was last edited, or is being edited; null if it never was. */
  readonly editedAtMs: number | null;
  /** How many changes of the articles it quotes were not looked at yet. */
  readonly editsDue: number;
}
