/** When a subscription posts: the rule people choose and how it reads. The moments themselves come from `src/digests/next-run.ts`. */
import { spoken, tell } from '../language/message.ts';

/** `arrival` posts as soon as an article is there; the others post everything new at once, at their moment. */
export type Cadence = 'arrival' | 'hourly' | 'daily' | 'weekly';

/** Local time of day; `hour` 0–23 (unused by `hourly`), `minute` 0–59. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

export interface Schedule extends TimeOfDay {
  readonly cadence: Cadence;
  /** 0 Sunday to 6 Saturday; used by `weekly` only. */
  readonly weekday: number;
  /** IANA time zone, such as `Europe/Berlin`. */
  readonly timezone: string;
}

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?$/i;

/** Reads `9`, `09:30`, `9.30`, `9h30`, `9pm`, `9:30 p.m.`, `noon` or `midnight`; null if it is none of these. */
export const parseTimeOfDay = (text: string): TimeOfDay | null => {
  const typed = text.trim().toLowerCase();
  if (typed === 'noon') return { hour: 12, minute: 0 };
  if (typed === 'midnight') return { hour: 0, minute: 0 };
  const [, hours, minutes = '0', half] = CLOCK.exec(typed) ?? [];
  if (hours === undefined) return null;
  const minute = Number(minutes);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0);
  const possible =
    minute < 60 && hour < 24 && (half === undefined || (Number(hours) >= 1 && Number(hours) <= 12));
  return possible ? { hour, minute } : null;
};

/** `9` and `5` become `09:05`. */
export const formatTimeOfDay = ({ hour, minute }: TimeOfDay): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** The rule in words: `as they arrive`, `hourly at :05`, `daily at 09:00 (Europe/Berlin)`, `weekly on Monday at 09:00 (…)`. */
export const describeSchedule = (schedule: Schedule): string => {
  const { cadence, minute, weekday, timezone } = schedule;
  const time = formatTimeOfDay(schedule);
  switch (cadence) {
    case 'arrival':
      return spoken`as they arrive`;
    case 'hourly':
      return spoken`hourly at :${String(minute).padStart(2, '0')}`;
    case 'daily':
      return spoken`daily at ${time} (${timezone})`;
    case 'weekly':
      return spoken`weekly on ${tell(WEEKDAYS[weekday]!)} at ${time} (${timezone})`;
  }
};
