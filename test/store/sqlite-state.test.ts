/** The stores of the state keep in SQLite what they promise. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import { createDeliveryLedger } from '../../src/store/delivery-ledger.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { openVoterKey } from '../../src/store/voter-key.ts';
import { type Stores, testDeliveryLedger } from './delivery-ledger-contract.ts';
import { feedbackBench, testFeedbackStore } from './feedback-store-contract.ts';
import { testStateStores } from './state-contracts.ts';

const openFolder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-state-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};

const openInMemory = async () => {
  const db = await openStateDatabase(null);
  onTestFinished(() => db.destroy());
  return db;
};

const openLedgerIn = async (dir: string): Promise<Stores> => {
  const db = await openStateDatabase(dir);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await db.destroy();
    isOpen = false;
  };
  onTestFinished(close);
  return {
    subscriptions: createSubscriptionStore(db),
    ledger: createDeliveryLedger(db),
    reopen: async () => {
      await close();
      return openLedgerIn(dir);
    },
  };
};

describe('in SQLite', () => {
  testDeliveryLedger('subscriptions and deliveries', async () => openLedgerIn(await openFolder()));

  testFeedbackStore('votes', async () => {
    const dir = await openFolder();
    return feedbackBench(await openInMemory(), () => openVoterKey(dir));
  });

  testStateStores(openInMemory);
});
