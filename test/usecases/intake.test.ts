import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_INTAKE, type Intake } from '../../src/domain/intake.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { saveIntake } from '../../src/usecases/save-intake.ts';
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

const SIGNED: Intake = { ...EMPTY_INTAKE, contract: { state: 'yes', note: ' kept in the folder ' } };

const save = (clientId: string, version: number | null, typed = SIGNED) =>
  saveIntake(world.deps, { workspaceId: WORKSPACE, userId: FACILITATOR, clientId, typed, version });

describe('the intake of a client', () => {
  it('is saved and changed, and never over what somebody else saved meanwhile', async () => {
    const { id } = await world.stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' });
    expect(await save(id, null)).toMatchObject({ ok: true, clientName: 'Northwind' });
    expect(await save(id, null)).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await save(id, 0, EMPTY_INTAKE)).toMatchObject({ ok: true });
    expect(await save(id, 0)).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await world.stores.intakes.find(id)).toEqual({ intake: EMPTY_INTAKE, version: 1 });
    const actions = (await world.stores.audit.list()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'intake_saved')).toHaveLength(2);
  });

  it('refuses a note that is too long, by its question, and a client that is none', async () => {
    const { id } = await world.stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' });
    const typed = { ...SIGNED, rhythm: { state: 'yes' as const, note: 'x'.repeat(501) } };
    expect(await save(id, null, typed)).toEqual({ ok: false, reason: 'note_too_long', questions: ['rhythm'] });
    expect(await save('x', null)).toEqual({ ok: false, reason: 'client_not_found' });
  });

  it('gives what is missing to the card of the first review, and to no other', async () => {
    const cardOf = (reviewId: string) => readCard(world.deps, { workspaceId: WORKSPACE, reviewId });
    const first = await world.start();
    expect((await cardOf(first.id))?.notAgreed).toEqual([]);
    await save(first.clientId, null);
    expect((await cardOf(first.id))?.notAgreed).toHaveLength(7);
    await world.play(first.id, []);
    await world.advance(first.id);
    world.passMinutes(1);
    const second = await world.start({ client: { id: first.clientId } });
    expect((await cardOf(second.id))?.notAgreed).toEqual([]);
  });
});
