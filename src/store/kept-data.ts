/** Everything that is kept of people, what for, and for how long. `/privacy` shows this list; a test holds docs/PRIVACY.md to it. */

import { ALERT_DAYS } from '../domain/alert.ts';
import { tell } from '../language/message.ts';
import { FEEDBACK_DAYS } from './feedback-store.ts';
import { BUTTON_DAYS } from './interaction-store.ts';
import { LAST_LOOK_DAYS } from './last-look-store.ts';

export interface KeptData {
  /** Begins a line. This and the other sentences are keys of the catalogues. */
  readonly what: string;
  /** Goes on with “so that …”. */
  readonly purpose: string;
  /** Days it is kept at most; null if `RETENTION_DAYS` says how many. */
  readonly days: number | null;
  /** “7 days after they were asked”, the days counted; what else ends it goes with it. */
  readonly until: string;
  /** Where it is, as `table.column` of `state.db`: each column that is about a person. */
  readonly columns: readonly string[];
  /** Whether `/privacy` deletes it at once. */
  readonly isDeletable: boolean;
}

export const KEPT_DATA: readonly KeptData[] = [
  {
    what: 'Questions and searches, with who asked them and where, and the answers they got',
    purpose: 'so that the buttons under an answer work, after a restart too',
    days: BUTTON_DAYS,
    until: '{0, plural, one {# day} other {# days}} after they were asked',
    columns: ['interactions.user_id'],
    isDeletable: true,
  },
  {
    what: 'Votes on answers (Helpful, Not helpful), with the question and the sentence that was shown',
    purpose: 'so that those who run the bot see which answers fail',
    days: FEEDBACK_DAYS,
    until: '{0, plural, one {# day} other {# days}} after they were given',
    columns: [],
    isDeletable: true,
  },
  {
    what: 'Who gave a vote, not by name or id but as a keyed hash',
    purpose: 'so that it counts once and can be changed, taken back and deleted',
    days: BUTTON_DAYS,
    until:
      '{0, plural, one {# day} other {# days}} after the question was asked; after that nobody can tell whose vote it was',
    columns: ['feedback.voter', 'feedback.voter_until_ms'],
    isDeletable: true,
  },
  {
    what: 'Alerts: questions that wait for an answer, with whose they are, where they are answered and when not',
    purpose: 'so that the answer comes when an article has it',
    days: ALERT_DAYS,
    until:
      '{0, plural, one {# day} other {# days}} after their owner last opened `/alerts`, or once they are answered or ended',
    columns: ['alert.user_id', 'quiet_person.user_id'],
    isDeletable: true,
  },
  {
    what: 'How far a member has seen the topics they asked /timeline for',
    purpose: 'so that it goes on where they stopped',
    days: LAST_LOOK_DAYS,
    until: '{0, plural, one {# day} other {# days}} after they last looked',
    columns: ['last_look.user_id'],
    isDeletable: true,
  },
  {
    what: 'Who watches the topic of a subscription for surges',
    purpose: 'so that they are notified of one',
    days: null,
    until:
      '{0, plural, one {# day} other {# days}} after the bot left the server, or when the subscription is removed',
    columns: ['surge_watch.user_id'],
    isDeletable: true,
  },
  {
    what: 'Who set up a subscription, and notices about it that they have not received yet',
    purpose: 'so that they hear when it stops, and others see whom to ask',
    days: null,
    until:
      '{0, plural, one {# day} other {# days}} after the bot left the server, or when the subscription is removed',
    columns: ['subscription.created_by', 'notice.user_id'],
    isDeletable: false,
  },
];

/** “7 days after they were asked”. */
export const keptFor = ({ days, until }: KeptData, retentionDays: number): string =>
  tell({ kind: 'message', key: until, values: [days ?? retentionDays] });
