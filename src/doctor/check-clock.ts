/** In: the clock, and when this program was put here and last ran. Out: whether the time can be right. */
import { DAY_MS } from '../domain/durations.ts';
import { isoDay, isoMinute } from '../domain/iso-time.ts';
import { ailing, type Check, well } from './check.ts';

/** `lastKnownMs`: the latest moment in the databases; null if they hold none. */
export const checkClock = (nowMs: number, placedMs: number, lastKnownMs: number | null): Check => {
  const name = 'Clock';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = `${isoMinute(nowMs)} (time zone ${zone})`;
  const remedy = 'Set the clock of this machine (timedatectl set-ntp true): digests and "today" go by it.';
  if (nowMs < placedMs - DAY_MS)
    return ailing(name, 'problem', `${found}, which is before this program was put here`, remedy);
  if (lastKnownMs !== null && nowMs < lastKnownMs - DAY_MS)
    return ailing(name, 'problem', `${found}, but something was written on ${isoDay(lastKnownMs)}`, remedy);
  return well(name, found);
};
