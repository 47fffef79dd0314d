import { randomInt } from 'node:crypto';
import { vi } from 'vitest';
import type { ClientIds } from '../../../demo/sample-clients.ts';
import { seedAgency } from '../../../demo/seed.ts';
import { seedFollowUp } from '../../../demo/seed-follow-up.ts';
import { settleAll } from '../../../demo/settle-seed.ts';
import { createVault } from '../../../src/privacy/vault.ts';
import { createStorage } from '../../../src/storage/storage.ts';
import { createTestDatabase } from '../database.ts';
import { type E2eWorld, startWorld, TUESDAY_MORNING, type WorldOptions } from './world.ts';

export type AgencyWorld = E2eWorld & {
  readonly clients: ClientIds;
};

/**
 * A world in which the sample agency has its past: Contoso is being repaired, the parting with Fabrikam runs, that with Litware is over,
 * Proseware waits for a decision. Nothing of it is owed any more.
 */
export async function startAgencyWorld(options: Omit<WorldOptions, 'databaseUrl'> = {}): Promise<AgencyWorld> {
  const { database, url, drop } = await createTestDatabase();
  const deps = {
    ...{ storage: createStorage(database), clock: () => new Date(TUESDAY_MORNING), randomInt },
    vault: createVault(new Uint8Array(32).fill(3)),
    defaults: { language: 'en', timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' },
  } as const;
  const clients = await seedAgency(deps, 'en');
  await seedFollowUp(deps, clients, 'en');
  await settleAll(database.pool);
  const world = await startWorld({ ...options, databaseUrl: url });
  await world.app().tick();
  // What the app owes of its own accord is written first: a test can then tell what it writes itself.
  await vi.waitFor(
    async () => {
      const { rowCount } = await world.db.query('SELECT 1 FROM "Post" WHERE "deliveredRevision" < revision');
      if (rowCount !== 0) throw new Error(`${rowCount} messages are owed`);
    },
    { timeout: 20_000 },
  );
  const close = async () => {
    await world.close();
    await drop();
  };
  return { ...world, clients, close };
}
