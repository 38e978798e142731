/** What every store of the state promises, except deliveries and votes, whose contracts want more than a database. */
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { testAlertStore } from './alert-store-contract.ts';
import { testAnswerLimitStore } from './answer-limit-store-contract.ts';
import { testFeedServerStore } from './feed-server-store-contract.ts';
import { testFeedStore } from './feed-store-contract.ts';
import { testGuildStore } from './guild-store-contract.ts';
import { testInteractionStore } from './interaction-store-contract.ts';
import { testLastLookStore } from './last-look-store-contract.ts';
import { testPostedAnswerStore } from './posted-answer-store-contract.ts';
import { testQuietHoursStore } from './quiet-hours-store-contract.ts';
import { stateBench } from './state-bench.ts';
import { testSurgeStore } from './surge-store-contract.ts';

/** `openDatabase`: an empty one for each test. */
export const testStateStores = (openDatabase: () => Promise<StateDatabase>): void => {
  const open = async () => stateBench(await openDatabase());
  testFeedStore(open);
  testFeedServerStore(open);
  testAnswerLimitStore(open);
  testGuildStore(open);
  testInteractionStore(open);
  testPostedAnswerStore(open);
  testAlertStore(open);
  testQuietHoursStore(open);
  testSurgeStore(open);
  testLastLookStore(open);
};
