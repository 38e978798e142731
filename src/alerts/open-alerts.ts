/**
 * The part that answers later: once a second it asks the questions that wait of what came, and sends what was found. All it
 * knows is in the store, so it may be ended at any moment.
 */
import { byHeard } from '../digests/heard.ts';
import type { Alert } from '../domain/alert.ts';
import type { Logger } from '../log.ts';
import { createKeyedQueue } from '../scheduling/keyed-queue.ts';
import { createRetriedTasks } from '../scheduling/retried-tasks.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { type SendAlertDeps, sendAlert } from './send-alert.ts';

export interface AlertsDeps extends SendAlertDeps {
  readonly articles: Pick<ArticleReader, 'position' | 'hasQueued'>;
  readonly log: Pick<Logger, 'error'>;
  /** Notifies the people who watch for surges. */
  watchSurges(): Promise<void>;
}

export interface Alerts {
  /** One round, as the timer does it; resolves when everything is asked, not when it is sent. */
  tick(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  /** Ticks every second from now on. */
  start(): void;
  close(): Promise<void>;
}

const TICK_MS = 1_000;
/** Answers sent together. */
const TOGETHER = 5;

const byCursor = (alerts: readonly Alert[]): Map<number, Alert[]> =>
  Map.groupBy(alerts, ({ cursor }) => cursor);

/** Asks what waits of the articles that came. What is found is written down before the alert moves on. */
const askOfNew = async ({ alerts, articles, hearing, now }: AlertsDeps): Promise<void> => {
  // What cannot be found yet after an update would be passed by.
  if (await articles.hasQueued()) return;
  const { lastSeq } = await articles.position();
  for (const [after, open] of byCursor(await alerts.toAsk(lastSeq))) {
    for (const { heard, places: some } of byHeard(
      open,
      await hearing.atEach(open.map(({ place }) => place)),
    )) {
      const asked = some.map(({ text, also, startSeq }) => ({ text, also, startSeq }));
      const found = await heard.questions.answerStanding(asked, { after, through: lastSeq }, now());
      for (const [at, { id }] of some.entries()) if (found[at] !== null) await alerts.found(id);
    }
    await alerts.asked(
      open.map(({ id }) => id),
      lastSeq,
    );
  }
};

/** It does nothing until `start` or `tick`. */
export const openAlerts = (deps: AlertsDeps): Alerts => {
  const { alerts, sender, log, now } = deps;
  const queue = createKeyedQueue(TOGETHER);
  const tasks = createRetriedTasks(queue, { log, now });
  let ticking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** What fails here holds up nothing else. */
  const attempt = (work: () => Promise<void>, failed: string): Promise<void> =>
    work().catch((err: unknown) => log.error({ err }, failed));
  const send = async (): Promise<void> => {
    for (const { id } of await alerts.toSend()) tasks.add(`alert ${id}`, () => sendAlert(id, deps));
  };
  const round = async (): Promise<void> => {
    if (!sender.isReady()) return;
    await attempt(() => askOfNew(deps), 'alerts could not be looked through');
    await attempt(() => deps.watchSurges(), 'surges could not be looked for');
    await attempt(send, 'alerts could not be sent');
  };
  const tick = (): Promise<void> => {
    ticking ??= round().finally(() => {
      ticking = null;
    });
    return ticking;
  };
  return {
    tick,
    idle: () => queue.idle(),
    start: () => {
      timer ??= setInterval(() => void tick(), TICK_MS);
    },
    async close() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await ticking;
      await queue.close();
    },
  };
};
