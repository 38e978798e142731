/** The stores of the state keep in PostgreSQL what they promise. */
import { describe } from 'vitest';
import { createDeliveryLedger } from '../../src/store/delivery-ledger.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { type Stores, testDeliveryLedger } from '../store/delivery-ledger-contract.ts';
import { feedbackBench, testFeedbackStore } from '../store/feedback-store-contract.ts';
import { testStateStores } from '../store/state-contracts.ts';
import { useEmptyState } from './open-test-state.ts';
import { lacksPostgres } from './postgres.ts';

describe.skipIf(lacksPostgres)('in PostgreSQL', () => {
  const { open, reopen } = useEmptyState();

  const ledgerOver = (db: StateDatabase): Stores => ({
    subscriptions: createSubscriptionStore(db),
    ledger: createDeliveryLedger(db),
    reopen: async () => ledgerOver(await reopen()),
  });
  testDeliveryLedger('subscriptions and deliveries', async () => ledgerOver(await open()));

  testFeedbackStore('votes', async () => feedbackBench(await open(), () => Buffer.alloc(32, 7)));

  testStateStores(open);
});
