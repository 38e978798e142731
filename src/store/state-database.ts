/**
 * In: the data folder. Out: `state.db`, what a server set up and what was sent (feeds, subscriptions, deliveries,
 * buttons). Written by the main thread only. Its tables are in `state-tables.ts`, how they came about in
 * `migrations/state`; each part has a store of its own over them.
 */
import { join } from 'node:path';
import { makeDataFolder } from './data-folder.ts';
import { createInteractions } from './migrations/state/001-interactions.ts';
import { createFeeds } from './migrations/state/002-feeds.ts';
import { createSubscriptions } from './migrations/state/003-subscriptions.ts';
import { createFormerAddresses } from './migrations/state/004-former-addresses.ts';
import { addDeliveryHeading } from './migrations/state/005-delivery-heading.ts';
import { addDeliveryAway } from './migrations/state/006-delivery-away.ts';
import { addEntryTraits } from './migrations/state/007-entry-traits.ts';
import { createPageParagraphs } from './migrations/state/008-page-paragraphs.ts';
import { createFeedback } from './migrations/state/009-feedback.ts';
import { createPostedText } from './migrations/state/010-posted-text.ts';
import { createLastLooks } from './migrations/state/011-last-looks.ts';
import { keepTopics } from './migrations/state/011-topics-as-meant.ts';
import { createAlerts } from './migrations/state/012-alerts.ts';
import { createQuietHours } from './migrations/state/013-quiet-hours.ts';
import { createSurgeWatch } from './migrations/state/014-surge-watch.ts';
import { addLaterTellings } from './migrations/state/015-later-tellings.ts';
import { addLanguage } from './migrations/state/017-language.ts';
import { addFeedServers } from './migrations/state/018-feed-servers.ts';
import { addSourceChoices } from './migrations/state/019-source-choices.ts';
import { addPostedAnswers } from './migrations/state/020-posted-answers.ts';
import { addAnswerLimits } from './migrations/state/021-answer-limits.ts';
import { addAlertPieces } from './migrations/state/022-alert-pieces.ts';
import { type Migrations, openDatabase } from './open-database.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** In the order they run. */
const migrations: Migrations = {
  '001-interactions': createInteractions,
  '002-feeds': createFeeds,
  '003-subscriptions': createSubscriptions,
  '004-former-addresses': createFormerAddresses,
  '005-delivery-heading': addDeliveryHeading,
  '006-delivery-away': addDeliveryAway,
  '007-entry-traits': addEntryTraits,
  '008-page-paragraphs': createPageParagraphs,
  '009-feedback': createFeedback,
  '010-posted-text': createPostedText,
  '011-last-looks': createLastLooks,
  // Both keep the number they were released with; 016 was never released.
  '011-topics-as-meant': keepTopics,
  '012-alerts': createAlerts,
  '013-quiet-hours': createQuietHours,
  '014-surge-watch': createSurgeWatch,
  '015-later-tellings': addLaterTellings,
  '017-language': addLanguage,
  '018-feed-servers': addFeedServers,
  '019-source-choices': addSourceChoices,
  '020-posted-answers': addPostedAnswers,
  '021-answer-limits': addAnswerLimits,
  '022-alert-pieces': addAlertPieces,
};

/** Its name in the data folder. */
export const STATE_FILE = 'state.db';

/**
 * Opens `state.db` in the data folder (made if it is absent); null keeps it in memory. End it with `destroy()`.
 * @throws DatelineError `unavailable`, see `makeDataFolder` and `openDatabase`.
 */
export const openStateDatabase = async (dataDir: string | null): Promise<StateDatabase> => {
  if (dataDir !== null) makeDataFolder(dataDir);
  return openDatabase<StateTables>(dataDir === null ? ':memory:' : join(dataDir, STATE_FILE), migrations);
};
