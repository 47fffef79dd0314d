import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { DecisionInput } from '../../src/domain/decision.ts';
import { type DecideReview, decideReview } from '../../src/usecases/decide-review.ts';
import { aComplaint } from '../support/answers.ts';
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

const HARASSMENT: Answer = { phase: 'complaints', complaints: [aComplaint({ signals: ['harassment'] })] };
const AGREE: DecisionInput = { choice: 'keep_as_is', rationale: null, hardStop: null };

/** A closed review: with a hard stop the verdict is to part now, otherwise to keep the client as it is. */
async function closedReview(complaint: Answer = SAID.noComplaint) {
  const review = await world.start({ team: aTeam(3) });
  await world.play(review.id, [
    ...aTeam(3).map(({ userId }): [string, Answer] => [userId, complaint]),
    ...aTeam(3).map(({ userId }): [string, Answer] => [userId, SAID.positive('They pay')]),
  ]);
  return review;
}

const decide = (
  reviewId: string,
  input: DecisionInput & Pick<DecideReview, 'skipReadiness'>,
  userId = 'UMANAGER',
  workspaceId = WORKSPACE,
) => decideReview(world.deps, { workspaceId, reviewId, userId, ...input });

describe('decideReview', () => {
  it('stores the decision, the client’s status, what is to be posted and the trace', async () => {
    const { id, clientId } = await closedReview();
    world.passMinutes(60);
    const at = world.deps.clock();
    const decision = { ...AGREE, decidedBy: 'UMANAGER', decidedAt: at, differs: false };
    expect(await decide(id, AGREE)).toEqual({ ok: true, decision });
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'decided', closedAt: START });
    expect(await world.stores.records.findDecision(id)).toMatchObject({ verdictVersion: 1, choice: 'keep_as_is' });
    expect(await world.stores.clients.find(clientId)).toMatchObject({ status: 'active' });
    const message = { kind: 'decision', decision: { ...decision, decidedAt: at.toISOString() } };
    expect(await world.stores.outbox.find(`decision:${id}:1`)).toMatchObject({ parentPurpose: `card:${id}`, message });
    expect((await world.stores.audit.list())[0]).toMatchObject({
      ...{ actorId: 'UMANAGER', action: 'decision_taken', subject: id, at },
      details: { choice: 'keep_as_is', differs: false },
    });
  });

  it.each([
    ['keep_and_repair', 'repairing'],
    ['part', 'parting'],
    ['part_now', 'parting'],
  ] as const)('lets the client follow %s', async (choice, status) => {
    const { id, clientId } = await closedReview();
    const input = { choice, rationale: 'We know more', hardStop: null, skipReadiness: 'We asked in person' };
    expect(await decide(id, input)).toMatchObject({ ok: true });
    expect(await world.stores.clients.find(clientId)).toMatchObject({ status });
  });

  it('asks for a reason when it differs from the verdict, and changes nothing before', async () => {
    const { id, clientId } = await closedReview();
    expect(await decide(id, { ...AGREE, choice: 'part' })).toEqual({ ok: false, reason: 'rationale_missing' });
    expect(await world.stateOf(id)).toBe('closed');
    expect(await world.stores.clients.find(clientId)).toMatchObject({ status: 'active' });
    const skipReadiness = 'We asked in person';
    expect(await decide(id, { ...AGREE, choice: 'part', rationale: 'Enough', skipReadiness })).toMatchObject({
      decision: { differs: true },
    });
  });

  it('asks whether a hard stop was confirmed', async () => {
    const { id } = await closedReview(HARASSMENT);
    const partNow = { choice: 'part_now', rationale: null, hardStop: null } as const;
    expect(await decide(id, partNow)).toEqual({ ok: false, reason: 'hard_stop_unanswered' });
    expect(await decide(id, { ...partNow, hardStop: 'not_confirmed' })).toEqual({
      ...{ ok: false, reason: 'part_now_needs_hard_stop' },
    });
    expect(await decide(id, { ...partNow, hardStop: 'confirmed' })).toMatchObject({
      decision: { differs: false, hardStop: 'confirmed' },
    });
  });

  it('refuses a review that is open, not there, or of another workspace', async () => {
    const open = await world.start();
    expect(await decide(open.id, AGREE)).toEqual({ ok: false, reason: 'still_open' });
    const gone = { ok: false, reason: 'review_not_found' };
    expect(await decide('00000000-0000-4000-8000-000000000000', AGREE)).toEqual(gone);
    const { id } = await closedReview();
    expect(await decide(id, AGREE, 'UMANAGER', 'T2')).toEqual(gone);
    expect(await world.stateOf(id)).toBe('closed');
  });

  it('tells a second manager who decided first, also when both press at once', async () => {
    const { id } = await closedReview();
    const managers = ['UA', 'UB', 'UC'];
    const results = await Promise.all(managers.map((userId) => decide(id, AGREE, userId)));
    const first = managers[results.findIndex(({ ok }) => ok)];
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok))
      expect(result).toMatchObject({ reason: 'already_decided', earlier: { decidedBy: first, choice: 'keep_as_is' } });
    expect((await world.stores.audit.list()).filter(({ action }) => action === 'decision_taken')).toHaveLength(1);
    expect(await world.stores.outbox.find(`decision:${id}:1`)).toMatchObject({ revision: 1 });
  });
});
