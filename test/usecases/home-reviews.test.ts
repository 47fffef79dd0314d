import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { findTouchedHomes } from '../../src/usecases/find-touched-homes.ts';
import { saveOwnLanguage } from '../../src/usecases/save-own-language.ts';
import { createHomeReader } from '../support/home-reader.ts';
import { createPulseWorld, type PulseWorld } from '../support/pulse-world.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, FACILITATOR, SAID, START, WORKSPACE } from '../support/usecase-world.ts';

let world: PulseWorld;
let homeFor: ReturnType<typeof createHomeReader>['homeFor'];
let managers: ReturnType<typeof createHomeReader>['managers'];
beforeAll(async () => {
  world = await createPulseWorld({});
  ({ homeFor, managers } = createHomeReader(world));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
  await world.stores.workspace.save({ ...world.deps.defaults, daysOff: [] });
});

describe('open reviews of a Home', () => {
  it('are the oldest there is room for, and counted all', async () => {
    for (const name of ['First', 'Second', 'Third']) {
      await world.start({ team: aTeam(3), client: { newName: name } });
      world.passMinutes(1);
    }
    const { managed } = await managers({ clients: 1, reviews: 2 });
    expect(managed?.reviews.map(({ clientName }) => clientName)).toEqual(['First', 'Second']);
    expect(managed).toMatchObject({ reviewCount: 3, counts: { total: 3 }, clients: [{ next: { kind: 'open' } }] });
  });

  it('say how many have answered, of a private one too, and never who', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    await world.answer(id, 'U02', SAID.noComplaint);
    const { managed } = await managers();
    expect(managed?.reviews).toMatchObject([{ id, phase: 'complaints', answered: 1, invited: 4, mode: 'private' }]);
    expect(JSON.stringify(managed)).not.toContain('U02');
  });
});

describe('own settings', () => {
  it('are shown while they hold, by the calendar of the person', async () => {
    await world.stores.memberSettings.savePause('U1', '2026-11-02');
    await world.stores.memberSettings.saveDaysOff('U1', [
      { from: '2026-10-01', to: '2026-10-02' },
      { from: '2026-12-24', to: '2026-12-26' },
    ]);
    await saveOwnLanguage(world.deps, { workspaceId: WORKSPACE, userId: 'U1', language: 'ru' });
    const own = { language: 'ru', pausedUntil: '2026-11-02', daysOff: [{ from: '2026-12-24', to: '2026-12-26' }] };
    expect((await homeFor('U1')).own).toEqual(own);
    world.setNow('2026-11-02T12:00:00Z');
    expect((await homeFor('U1', { timeZone: 'Pacific/Kiritimati' })).own.pausedUntil).toBeNull();
    expect((await world.stores.audit.list()).map(({ action, details }) => [action, details])).toEqual([
      ['own_settings_changed', null],
    ]);
  });
});

describe('what is done', () => {
  const touchedBy = (touches: Parameters<typeof findTouchedHomes>[1]['touches']) =>
    findTouchedHomes(world.deps, { workspaceId: WORKSPACE, touches });
  const open = (userId: string, on: string, isManager = false) =>
    world.stores.home.noteOpened(userId, { on, isManager });

  it('touches the Homes of those it concerns, if they opened theirs in the last days', async () => {
    await open('U01', '2026-11-02');
    await open('U02', '2026-10-29');
    await open('U77', '2026-11-01');
    await open(FACILITATOR, '2026-10-31', true);
    const { id } = await world.start({ team: aTeam(3) });
    expect(await touchedBy([{ kind: 'review', reviewId: id }])).toEqual(['U01', FACILITATOR]);
    expect(await touchedBy([{ kind: 'everybody' }])).toEqual(['U01', 'U77', FACILITATOR]);
    // Somebody who is named may not be one of us any more.
    expect(await touchedBy([{ kind: 'person', userId: 'U02' }])).toEqual(['U02']);
    expect(await touchedBy([{ kind: 'person', userId: 'U99' }])).toEqual([]);
    expect(await touchedBy([{ kind: 'review', reviewId: 'pulse 3' }])).toEqual([]);
  });

  it('touches the managers whom the settings name', async () => {
    await open('U88', '2026-11-02', true);
    await open('U89', '2026-11-02');
    const { id } = await world.start({ team: aTeam(3) });
    await world.stores.workspace.save({ ...world.deps.defaults, managerIds: ['U89'], daysOff: [] });
    expect(await touchedBy([{ kind: 'review', reviewId: id }])).toEqual(['U89']);
  });

  it('is heard once it is committed, and not when it is not', async () => {
    const heard: string[] = [];
    const onAudit = (workspaceId: string, { action }: AuditEntry) => void heard.push(`${workspaceId} ${action}`);
    const stores = createStorage(world, { onAudit }).forWorkspace(WORKSPACE);
    const entry = { actorId: 'U1', action: 'days_off_changed', subject: 'U1', details: null, at: START } as const;
    await stores.transaction(async (own) => {
      await own.audit.add(entry);
      expect(heard).toEqual([]);
    });
    const failing = stores.transaction(async (own) => {
      await own.audit.add(entry);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await stores.audit.add({ ...entry, action: 'settings_changed' });
    expect(heard).toEqual([`${WORKSPACE} days_off_changed`, `${WORKSPACE} settings_changed`]);
  });
});
