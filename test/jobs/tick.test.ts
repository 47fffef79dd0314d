import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TickDeps, tick } from '../../src/jobs/tick.ts';
import type { WorkspaceLookups } from '../../src/jobs/workspace-lookups.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, type World } from '../support/usecase-world.ts';

let world: World;
let done: string[];
let lines: string[];
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
  done = [];
  lines = [];
});

const lookups: WorkspaceLookups = {
  findTimeZones: async (userIds) => userIds.map(() => 'UTC'),
  findMembers: async (userIds) => userIds.map(() => null),
  findAdmins: async () => null,
  findPresence: async ({ userIds }) => ({ members: userIds.map(() => null), inChannel: null }),
};

function tickNow(overrides: Partial<TickDeps> = {}): Promise<void> {
  const deps: TickDeps = {
    ...world.deps,
    logger: createLogger({ level: 'error', destination: { write: (line) => void lines.push(line) } }),
    lookupsOf: () => lookups,
    unlockDeadWorkers: async () => void done.push('unlock'),
    redeliver: async () => void done.push('redeliver'),
    watchChannels: async () => undefined,
    touchHomes: () => undefined,
    ...overrides,
  };
  return tick(deps, world.deps.clock());
}

const live = (overrides: Parameters<World['start']>[0] = {}) => world.start({ preset: 'live', ...overrides });

describe('tick', () => {
  it('moves reviews whose time is up, in every workspace, and no others', async () => {
    const due = await live();
    const elsewhere = await live({ workspaceId: 'T2' });
    world.passMinutes(5);
    const waiting = await live();
    world.passMinutes(5);
    await tickNow();
    expect(await world.stateOf(due.id)).toBe('positives');
    expect(await world.storage.forWorkspace('T2').reviews.find(elsewhere.id)).toMatchObject({ state: 'positives' });
    expect(await world.stateOf(waiting.id)).toBe('complaints');
    expect(lines).toEqual([]);
  });

  it('moves a review one step for two ticks at once', async () => {
    const { id } = await live();
    world.passMinutes(10);
    await Promise.all([tickNow(), tickNow()]);
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'positives', version: 1 });
  });

  it('moves a review that everybody has answered and nobody moved', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    for (const { userId } of aTeam(2)) await world.answer(id, userId, SAID.noComplaint);
    await tickNow();
    expect(await world.stateOf(id)).toBe('complaints');
    await world.answer(id, 'U03', SAID.noComplaint);
    await tickNow();
    expect(await world.stateOf(id)).toBe('positives');
    const trace = (await world.stores.audit.list()).find(({ action }) => action === 'phase_closed');
    expect(trace).toMatchObject({ actorId: null, details: { event: 'everyone_answered' } });
  });

  it('moves by one step a review that is complete and due as well', async () => {
    const { id } = await live({ team: aTeam(3) });
    for (const { userId } of aTeam(3)) await world.answer(id, userId, SAID.noComplaint);
    world.passMinutes(10);
    await tickNow();
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'positives', version: 1 });
  });

  it('leads a review that nobody answers to its end', async () => {
    const { id } = await live();
    for (let minute = 0; minute < 51; minute += 1) {
      world.passMinutes(1);
      await tickNow();
    }
    expect(await world.stateOf(id)).toBe('closed');
    expect((await world.stores.records.findVerdict(id))?.verdict).toMatchObject({ mode: 'not_enough_voices' });
    expect(await world.advance(id, 'next_phase', FACILITATOR)).toEqual({ ok: false, reason: 'review_closed' });
  });

  it('moves the others when one review cannot be moved', async () => {
    const broken = await live();
    const fine = await live();
    await world.pool.query('UPDATE "ReviewSecret" SET sealed = $1 WHERE "reviewId" = $2', [
      Buffer.alloc(60),
      broken.id,
    ]);
    world.passMinutes(10);
    await tickNow();
    expect(await world.stateOf(broken.id)).toBe('complaints');
    expect(await world.stateOf(fine.id)).toBe('positives');
    expect(lines.join()).toContain(`could not move review ${broken.id} on`);
    expect(done).toEqual(['unlock', 'redeliver']);
  });

  it('sees who is there: at the beginning of a step, and once in a quarter of an hour', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    const asked: string[] = [];
    const findPresence: WorkspaceLookups['findPresence'] = async ({ userIds }) => {
      asked.push(world.deps.clock().toISOString());
      return { members: userIds.map(() => null), inChannel: null };
    };
    await tickNow({ lookupsOf: () => ({ ...lookups, findPresence }) });
    expect(asked).toHaveLength(1);
    world.passMinutes(5);
    for (let minute = 0; minute < 30; minute += 1) {
      await tickNow({ lookupsOf: () => ({ ...lookups, findPresence }) });
      world.passMinutes(1);
    }
    expect(asked).toHaveLength(3);
    const [, second = '', third = ''] = asked;
    expect(Date.parse(third) - Date.parse(second)).toBe(15 * 60_000);
    await world.advance(id);
    world.passMinutes(1);
    await tickNow({ lookupsOf: () => ({ ...lookups, findPresence }) });
    expect(asked).toHaveLength(4);
  });

  it('does the rest when one thing fails', async () => {
    const { id } = await live();
    world.passMinutes(10);
    const fail = async () => {
      throw new Error('away');
    };
    const storage = { ...world.storage, sweep: { ...world.storage.sweep, findCompleteReviews: fail } };
    await tickNow({ unlockDeadWorkers: fail, storage });
    expect(await world.stateOf(id)).toBe('positives');
    expect(done).toEqual(['redeliver']);
    expect(lines).toHaveLength(2);
  });
});
