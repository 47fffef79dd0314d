import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAST_CHANNEL, PEOPLE, TEAM_ID } from '../../demo/sample-agency.ts';
import type { ClientIds } from '../../demo/sample-clients.ts';
import { seedAgency } from '../../demo/seed.ts';
import { seedFollowUp } from '../../demo/seed-follow-up.ts';
import { memberOf, seedPulses } from '../../demo/seed-pulses.ts';
import { settleSeed } from '../../demo/settle-seed.ts';
import { intakeRisks } from '../../src/domain/intake.ts';
import { isoWeekNumber } from '../../src/domain/pulse-week.ts';
import { createVault } from '../../src/privacy/vault.ts';
import { createStorage, type WorkspaceStorage } from '../../src/storage/storage.ts';
import { readComments } from '../../src/usecases/read-comments.ts';
import { tellAssignments } from '../../src/usecases/tell-assignments.ts';
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
  await seedFollowUp(deps, clients, 'ru');
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

  it('owes nothing of it but a card for each past review with what followed, and two messages to the manager', async () => {
    const { rows } = await db.database.pool.query(
      `SELECT message->>'kind' AS kind, "channelId" AS channel, count(*)::int AS posts
       FROM "Post" WHERE "deliveredRevision" < revision GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(rows.map(({ kind, channel, posts }) => [kind, channel, posts])).toEqual([
      ['card', PAST_CHANNEL, 4],
      ['decision', PAST_CHANNEL, 3],
      ['last_lesson', PEOPLE.mara.id, 1],
      ['meeting', PEOPLE.mara.id, 1],
      ['meeting_note', PAST_CHANNEL, 1],
      ['parting', PAST_CHANNEL, 2],
      ['plan', PAST_CHANNEL, 1],
    ]);
    const jobs = await db.database.pool.query('SELECT count(*)::int AS jobs FROM graphile_worker.jobs');
    expect(jobs.rows).toEqual([{ jobs: 0 }]);
  });

  it('has told managers of the alerts', async () => {
    expect(await deps.storage.sweep.findUntoldAlerts()).toEqual([]);
    const raised = (await stores.health.listAlerts(clients.Northwind)).map(({ condition }) => condition);
    expect(new Set(raised)).toEqual(new Set(['critical', 'sharp_fall', 'long_fall']));
  });

  it('repairs one client: a plan under way, a meeting ahead with a sheet of what was logged, an intake with two risks', async () => {
    const open = await stores.plans.listOpenOfClient(clients.Contoso);
    expect(open.map(({ dueOn }) => dueOn < '2026-11-20')).toEqual([true, false, false]);
    const [review] = await stores.clientHistory.listReviews(clients.Contoso);
    const all = await stores.plans.listOfReview(review?.id ?? '');
    expect(all.map(({ state }) => state).sort()).toEqual(['done', 'dropped', 'open', 'open', 'open']);
    const [meeting] = await stores.meetings.listOf(review?.id ?? '');
    expect(meeting).toMatchObject({ state: 'planned', attendeeIds: [PEOPLE.mara.id, PEOPLE.omar.id] });
    expect(meeting?.startsAt).toEqual(new Date('2026-11-25T09:00:00Z'));
    expect(meeting?.prepSheet).toContain('Счёт за август оплачен на 24 дня позже.');
    const intake = await stores.intakes.find(clients.Contoso);
    expect(intakeRisks(intake?.intake ?? null)).toEqual({ kind: 'filled', missing: ['late_terms', 'contact_windows'] });
  });

  it('parts with one in three steps of thirteen, and has parted with another', async () => {
    const running = await stores.partings.findRunning(clients.Fabrikam);
    const steps = await stores.partings.listSteps(running?.reviewId ?? '');
    expect([steps.length, steps.filter(({ state }) => state !== 'open').length]).toEqual([13, 3]);
    const litware = await stores.clients.findByNameKey('litware');
    const [parting] = await stores.partings.list(litware?.id ?? '');
    expect([parting?.state, parting?.endOn]).toEqual(['finished', '2026-05-29']);
  });

  it('tells the owners of items nothing anew', async () => {
    const findMembers = async (ids: readonly string[]) => ids.map(memberOf);
    const { messages } = await tellAssignments(
      { ...deps, findMembers, findAdmins: async () => [PEOPLE.mara.id] },
      TEAM_ID,
    );
    expect(messages).toBe(0);
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
      ['Litware', 4, [PEOPLE.mara.id], 'parted'],
      ['Northwind', 7, [PEOPLE.mara.id], 'active'],
      ['Proseware', 4, [PEOPLE.mara.id], 'active'],
    ]);
  });
});
