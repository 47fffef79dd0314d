import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, TEAM_ID } from '../../demo/sample-agency.ts';
import type { ClientIds } from '../../demo/sample-clients.ts';
import { seedAgency, settleSeed } from '../../demo/seed.ts';
import { seedPulses } from '../../demo/seed-pulses.ts';
import { isoWeekNumber } from '../../src/domain/pulse-week.ts';
import { createVault } from '../../src/privacy/vault.ts';
import { createStorage, type WorkspaceStorage } from '../../src/storage/storage.ts';
import { readComments } from '../../src/usecases/read-comments.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const DEFAULTS = {
  language: 'ru',
  timeZone: 'Europe/Berlin',
  managerIds: [],
  hourlyCost: 60,
  currency: 'EUR',
} as const;

let db: TestDatabase;
let stores: WorkspaceStorage;
let clients: ClientIds;
let deps: Parameters<typeof seedAgency>[0];

beforeAll(async () => {
  db = await createTestDatabase();
  const storage = createStorage(db.database);
  stores = storage.forWorkspace(TEAM_ID);
  // A Friday at noon: the pulse of this week is still open.
  const clock = () => new Date('2026-11-20T11:00:00Z');
  deps = { storage, clock, randomInt, vault: createVault(new Uint8Array(32).fill(3)), defaults: DEFAULTS };
  clients = await seedAgency(deps, 'ru');
  await seedPulses(deps, clients, 'ru');
  await settleSeed(db.database.pool);
});
afterAll(() => db.drop());

const scores = async (clientId: string) => (await stores.health.listWeeks(clientId)).map(({ health }) => health);

describe('the sample agency', () => {
  it('has eight weeks of pulses: one client falls to critical, one is watched, one mends', async () => {
    expect(await scores(clients.Northwind)).toEqual([90, 83, 85, 72, 68, 60, 52, 30]);
    expect(await scores(clients.Contoso)).toEqual([65, 72, 76, 79, 79, 86, 86, 93]);
    expect(await scores(clients.Fabrikam)).toEqual([62, 62, 56, 62, 65, 62, 58, 54]);
    const [first, ...others] = await stores.health.listWeeks(clients.Northwind);
    expect([isoWeekNumber(first?.week ?? 0), isoWeekNumber(others.at(-1)?.week ?? 0)]).toEqual([39, 46]);
  });

  it('owes nothing of it, and managers know of the alerts', async () => {
    const { rows } = await db.database.pool.query(
      `SELECT (SELECT count(*) FROM "Post" WHERE "deliveredRevision" < revision)::int AS posts,
              (SELECT count(*) FROM graphile_worker.jobs)::int AS jobs`,
    );
    expect(rows).toEqual([{ posts: 0, jobs: 0 }]);
    expect(await deps.storage.sweep.enqueueOwedPosts()).toBe(0);
    expect(await deps.storage.sweep.findUntoldAlerts()).toEqual([]);
    const raised = (await stores.health.listAlerts(clients.Northwind)).map(({ condition }) => condition);
    expect(new Set(raised)).toEqual(new Set(['critical', 'sharp_fall', 'long_fall']));
  });

  it('has comments in its language, account teams and a manager for each client', async () => {
    const { week = 0 } = (await stores.health.listWeeks(clients.Northwind)).at(-1) ?? {};
    const comments = await readComments(deps, { workspaceId: TEAM_ID, clientId: clients.Northwind, week });
    expect([...comments.texts].sort()).toEqual([
      'Два счёта не оплачены, старшему 45 дней.',
      'Пятница, 18:40: нужно к понедельнику.',
      'Четвёртый «маленький» экран за месяц, и снова без оценки.',
    ]);
    const profiles = await stores.clients.listProfiles();
    expect(profiles.map(({ name, team, managerIds, status }) => [name, team.length, managerIds, status])).toEqual([
      ['Contoso', 5, [PEOPLE.mara.id], 'repairing'],
      ['Fabrikam', 5, [PEOPLE.mara.id], 'parting'],
      ['Northwind', 7, [PEOPLE.mara.id], 'active'],
    ]);
  });
});
