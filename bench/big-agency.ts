import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Member } from '../src/domain/member.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../src/domain/pulse-schedule.ts';
import { createVault } from '../src/privacy/vault.ts';
import type { Database } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';
import type { PulseDeps } from '../src/usecases/pulse-people.ts';

export const WORKSPACE = 'T0BIG';
export const ZONE = 'Europe/Berlin';
export const DEFAULTS = {
  language: 'en',
  timeZone: ZONE,
  managerIds: ['U00000'],
  hourlyCost: null,
  currency: 'EUR',
} as const;
export const PULSE_TIME = {
  opens: '2026-11-05T14:00:00Z',
  isLate: '2026-11-06T14:00:00Z',
  isOver: '2026-11-06T17:00:00Z',
  week: 2965,
} as const;

export type Size = { readonly clients: number; readonly people: number };
export const FAN_OUT: Size = { clients: 200, people: 5000 };
/** An account team holds fifty people: with 200 clients each of 5,000 people has two. */
export const CLIENTS_EACH = 2;

export const personId = (index: number) => `U${String(index).padStart(5, '0')}`;

/** A person of the agency as Slack describes them, in one zone: all their pulses are due at one instant. */
export function personOf(id: string): Member {
  return {
    ...{
      id,
      name: `Person ${id}`,
      isDeactivated: false,
      isBot: false,
      isGuest: false,
      isOutside: false,
      isAdmin: false,
    },
    ...{ locale: 'en-US', timeZone: ZONE },
  };
}

/** Clients and their account teams, everybody with two of the clients; the pulse is on since Monday. */
export async function fillAgency({ pool, prisma }: Database, { clients, people }: Size): Promise<void> {
  const stores = createStorage({ prisma, pool }).forWorkspace(WORKSPACE);
  await stores.workspace.findOrCreate(DEFAULTS);
  const since = new Date('2026-11-02T00:00:00Z');
  await stores.pulses.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since });
  await pool.query(
    `INSERT INTO "Client" ("workspaceId", id, name, "nameKey")
     SELECT $1, gen_random_uuid(), 'Client ' || n, 'client ' || n FROM generate_series(0, $2::int - 1) n`,
    [WORKSPACE, clients],
  );
  await pool.query(
    `INSERT INTO "AccountMember" ("workspaceId", "clientId", "userId", role)
     SELECT $1, c.id, 'U' || lpad(p::text, 5, '0'), 'delivery'
     FROM generate_series(0, $3::int - 1) p CROSS JOIN generate_series(0, $4::int - 1) turn
     JOIN "Client" c ON c."workspaceId" = $1 AND c."nameKey" = 'client ' || ((p + turn * 7) % $2::int)`,
    [WORKSPACE, clients, people, CLIENTS_EACH],
  );
  await pool.query('ANALYZE');
}

/** The use cases at one moment, with people who are known without asking Slack. */
export function depsAt(database: Database, at: string): PulseDeps {
  return {
    storage: createStorage(database),
    clock: () => new Date(at),
    randomInt,
    vault: createVault(new Uint8Array(32).fill(1)),
    defaults: DEFAULTS,
    findMembers: async (userIds) => userIds.map(personOf),
  };
}

/** Nobody was asked yet, and nothing is owed. */
export async function forgetPulses(pool: pg.Pool): Promise<void> {
  await pool.query(`TRUNCATE "PulseInvite", "PulseAnswer", "HealthWeek", "HealthAlert", "AuditEntry"`);
  await pool.query(`DELETE FROM "Post"`);
  await pool.query('TRUNCATE graphile_worker._private_jobs, graphile_worker._private_job_queues');
  await pool.query('VACUUM ANALYZE');
}
