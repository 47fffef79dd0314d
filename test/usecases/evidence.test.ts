import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TypedEvidence } from '../../src/domain/evidence/evidence.ts';
import { type LogEvidence, logEvidence } from '../../src/usecases/log-evidence.ts';
import { readEvidence } from '../../src/usecases/read-evidence.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { emptyTables } from '../support/table-dump.ts';
import { createWorld, FACILITATOR, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const TYPED: TypedEvidence = {
  ...{ text: 'They paid late', happenedOn: '2026-10-30', signal: 'late_payment' },
  ...{ amount: '4 000', currency: null, link: null },
};

let forms = 0;
async function log(overrides: Partial<LogEvidence> = {}) {
  const clientId = overrides.clientId ?? (await aClient());
  forms += 1;
  const result = await logEvidence(world.deps, {
    ...{ workspaceId: WORKSPACE, userId: 'U01', isManager: false, timeZone: 'UTC', typed: TYPED },
    ...{ correctsId: null, submitKey: `form ${forms}` },
    ...overrides,
    clientId,
  });
  return { result, clientId, entryId: result.ok ? result.entryId : '' };
}

async function aClient() {
  return (await world.stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' })).id;
}

const logOf = (clientId: string) => readEvidence(world.deps, { workspaceId: WORKSPACE, clientId });

describe('logging evidence', () => {
  it('keeps the entry with its author, in the usual currency, and leaves a trace without words', async () => {
    const { clientId, entryId } = await log();
    expect(await logOf(clientId)).toMatchObject({
      clientName: 'Northwind',
      entries: [
        { entry: { id: entryId, amount: 4000, currency: 'EUR', loggedById: 'U01', loggedAt: START }, history: [] },
      ],
    });
    const trace = (await world.stores.audit.list()).filter(({ action }) => action === 'evidence_logged');
    expect(trace).toMatchObject([{ actorId: 'U01', subject: clientId, details: { entryId, correctsId: null } }]);
    expect(JSON.stringify(trace)).not.toContain('late');
  });

  it.each([
    ['text', { text: 'x'.repeat(10_000) }, 'text_too_long'],
    ['happenedOn', { happenedOn: '2026-11-03' }, 'date_future'],
    ['amount', { amount: '-1' }, 'amount_negative'],
    ['link', { link: 'ftp://files' }, 'link_invalid'],
  ])('refuses a wrong %s and adds nothing', async (field, wrong, reason) => {
    const { result, clientId } = await log({ typed: { ...TYPED, ...wrong } });
    expect(result).toEqual({ ok: false, reason: 'wrong_fields', problems: [{ field, reason }] });
    expect((await logOf(clientId))?.entries).toEqual([]);
  });

  it('judges the day by the calendar of the person', async () => {
    world.setNow('2026-11-02T23:30:00Z');
    const typed = { ...TYPED, happenedOn: '2026-11-03' };
    expect((await log({ typed })).result.ok).toBe(false);
    expect((await log({ typed, timeZone: 'Europe/Moscow' })).result.ok).toBe(true);
  });

  it('adds one entry for a form that is delivered twice, also when it corrects', async () => {
    const { clientId, entryId } = await log();
    const again = () => log({ clientId, correctsId: entryId, submitKey: 'one form' });
    const [first, second] = [await again(), await again()];
    expect(second.result).toEqual(first.result);
    expect((await logOf(clientId))?.entries).toHaveLength(1);
    expect(await world.stores.evidence.list(clientId)).toHaveLength(2);
  });

  it('lets one of two corrections at once stand, and refuses the other', async () => {
    const { clientId, entryId } = await log();
    const both = await Promise.all([1, 2].map(() => log({ clientId, correctsId: entryId })));
    expect(both.map(({ result }) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['already_corrected', 'ok']);
  });

  it('lets the author and managers correct, nobody else', async () => {
    const { clientId, entryId } = await log();
    const others = await log({ clientId, correctsId: entryId, userId: 'U02' });
    expect(others.result).toEqual({ ok: false, reason: 'entry_not_found' });
    world.passMinutes(1);
    const manager = await log({ clientId, correctsId: entryId, userId: FACILITATOR, isManager: true });
    expect(manager.result.ok).toBe(true);
    const history = (await logOf(clientId))?.entries.map((one) => one.history.map(({ id }) => id));
    expect(history).toEqual([[entryId]]);
  });

  it('knows no client of another workspace, of a rehearsal, or made up', async () => {
    const elsewhere = await world.start({ workspaceId: 'T2' });
    await startRehearsal(world.deps, { workspaceId: WORKSPACE, userId: 'U05', language: 'en', mode: 'open' });
    const { rows } = await world.pool.query(`SELECT id FROM "Client" WHERE "isRehearsal"`);
    for (const clientId of [elsewhere.clientId, String(rows[0]?.id), 'x']) {
      expect((await log({ clientId })).result).toEqual({ ok: false, reason: 'client_not_found' });
      expect(await logOf(clientId)).toBeNull();
    }
  });
});
