import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createDeliveryLedger } from '../../src/store/sqlite-delivery-ledger.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { type Stores, testDeliveryLedger } from './delivery-ledger-contract.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const openIn = async (dir: string): Promise<Stores> => {
  const db = await openStateDatabase(dir);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await db.destroy();
    isOpen = false;
  };
  closers.push(close);
  return {
    subscriptions: createSubscriptionStore(db),
    ledger: createDeliveryLedger(db),
    reopen: async () => {
      await close();
      return openIn(dir);
    },
  };
};

testDeliveryLedger('subscriptions and deliveries in SQLite', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-ledger-'));
  closers.push(() => rm(dir, { recursive: true, force: true }));
  return openIn(dir);
});
