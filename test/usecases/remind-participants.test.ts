import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isReminderDue, type RemindDeps, remindParticipants } from '../../src/usecases/remind-participants.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const zones: Record<string, string | null> = { U01: 'Europe/Berlin', U02: 'America/Los_Angeles', U03: null };
const remind = (reviewId: string) => {
  const deps: RemindDeps = { ...world.deps, findTimeZones: async (ids) => ids.map((id) => zones[id] ?? null) };
  return remindParticipants(deps, { workspaceId: WORKSPACE, reviewId });
};

async function remindedPeople(): Promise<string[]> {
  const rows = await world.pool.query(`SELECT purpose FROM "Post" WHERE purpose LIKE 'reminder:%' ORDER BY purpose`);
  return rows.rows.map(({ purpose }: { purpose: string }) => purpose.split(':').at(-1) ?? '');
}

describe('a reminder', () => {
  it.each(['private', 'open'] as const)(
    'goes once, in their working hours, to those who have not answered a %s review',
    async (mode) => {
      // From Monday 09:00 to Tuesday 09:00 UTC; four fifths are over on Tuesday at 04:12.
      const { id } = await world.start({ mode, team: aTeam(4) });
      await world.answer(id, 'U04', SAID.noComplaint);
      world.setNow(new Date('2026-11-03T04:00:00Z'));
      expect(await remind(id)).toBe(0);
      world.setNow(new Date('2026-11-03T08:30:00Z'));
      // 09:30 in Berlin; half past midnight in Los Angeles; 08:30 in the workspace's own zone, UTC.
      expect(await remind(id)).toBe(1);
      expect(await remind(id)).toBe(0);
      expect(await remindedPeople()).toEqual(['U01']);
    },
  );

  it('does not go out on a day off, of theirs or of everybody', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    world.setNow(new Date('2026-11-03T08:30:00Z'));
    const today = [{ from: '2026-11-03', to: '2026-11-03' }];
    await world.stores.workspace.save({ ...world.deps.defaults, daysOff: today });
    expect(await remind(id)).toBe(0);
    await world.stores.workspace.save({ ...world.deps.defaults, daysOff: [] });
    await world.stores.memberSettings.saveDaysOff('U01', today);
    expect(await remind(id)).toBe(0);
    await world.stores.memberSettings.saveDaysOff('U01', []);
    expect(await remind(id)).toBe(1);
  });

  it('does not go out to somebody who is paused, to the end of the last day', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    world.setNow(new Date('2026-11-03T08:30:00Z'));
    await world.stores.memberSettings.savePause('U01', '2026-11-03');
    expect(await remind(id)).toBe(0);
    await world.stores.memberSettings.savePause('U01', '2026-11-02');
    expect(await remind(id)).toBe(1);
    expect(await remindedPeople()).toEqual(['U01']);
  });

  it('is not said to somebody who answered before it was sent', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    const due = () =>
      isReminderDue(world.deps, { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', phase: 'complaints' });
    expect(await due()).toBe(true);
    await world.answer(id, 'U01', SAID.noComplaint);
    expect(await due()).toBe(false);
  });

  it('is not sent in a meeting, nor for a step that is over', async () => {
    const meeting = await world.start({ preset: 'live', team: aTeam(3) });
    world.passMinutes(9);
    expect(await remind(meeting.id)).toBe(0);
    const { id } = await world.start({ team: aTeam(3) });
    await world.advance(id);
    expect(
      await isReminderDue(world.deps, { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', phase: 'complaints' }),
    ).toBe(false);
  });
});
