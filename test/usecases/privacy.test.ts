import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Complaint } from '../../src/domain/answer.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { aComplaint } from '../support/answers.ts';
import { dumpTables, truncateTables } from '../support/table-dump.ts';
import { traceIn } from '../support/trace.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await truncateTables(world.pool);
});

const PEOPLE = aTeam(5).map(({ userId }) => userId);

/** Different signals, so that it makes no difference to the figures whether one person says two of them or two people one each. */
const COMPLAINTS: readonly Complaint[] = [
  aComplaint({ text: 'They pay late', signals: ['late_payment'], severity: 3, frequency: 'constantly' }),
  aComplaint({ text: 'They call at night', signals: ['off_hours'] }),
  aComplaint({ text: 'They shout', signals: ['poor_communication'], severity: 1, frequency: 'once' }),
  aComplaint({ text: 'They want more', signals: ['scope_creep'], concerns: 'everyone' }),
];

/** Who says which complaint, and in what order everybody is there; each question has its own. */
type Deal = { readonly complainers: readonly number[]; readonly orders: readonly (readonly string[])[] };

const anyDeal: fc.Arbitrary<Deal> = fc.record({
  complainers: fc.tuple(...COMPLAINTS.map(() => fc.nat(PEOPLE.length - 1))),
  orders: fc.tuple(...Array.from({ length: 4 }, () => fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }))),
});

function answersIn({ complainers, orders }: Deal): [string, Answer][] {
  const complaintsOf = (userId: string) => COMPLAINTS.filter((_, i) => PEOPLE[complainers[i] ?? 0] === userId);
  const [first = [], second = [], third = [], fourth = []] = orders;
  return [
    ...first.map((userId): [string, Answer] => [userId, { phase: 'complaints', complaints: complaintsOf(userId) }]),
    ...second.map((userId, i): [string, Answer] => [userId, SAID.positive(i === 0 ? null : `positive ${i}`)]),
    ...third.map((userId, i): [string, Answer] => [userId, SAID.lesson(i < 2 ? null : `lesson ${i}`)]),
    ...fourth.map((userId, i): [string, Answer] => [userId, SAID.vote(i < 2 ? 'part' : 'keep', i === 4 ? 2 : null)]),
  ];
}

/** All that is left in the database after such a review, without the order of the rows and what is random in them. */
async function traceOf(deal: Deal): Promise<string[]> {
  await truncateTables(world.pool);
  const { id } = await world.start({ team: aTeam(5), client: { newName: 'Northwind' } });
  await world.play(id, answersIn(deal));
  const decision = { choice: 'part', rationale: 'enough', hardStop: null, skipReadiness: 'asked' } as const;
  await decideReview(world.deps, { workspaceId: WORKSPACE, reviewId: id, userId: FACILITATOR, ...decision });
  return traceIn(await dumpTables(world.pool));
}

describe('what is left of a private review', () => {
  it('is the same whoever said what, one person or several', async () => {
    const everythingByOne: Deal = { complainers: [0, 0, 0, 0], orders: [PEOPLE, PEOPLE, PEOPLE, PEOPLE] };
    const expected = await traceOf(everythingByOne);
    expect(expected.filter((row) => row.startsWith('Statement'))).toHaveLength(4 + 4 + 3);
    await fc.assert(
      fc.asyncProperty(anyDeal, async (deal) => {
        expect(await traceOf(deal)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('would not be the same in an open one, which the comparison notices', async () => {
    const traces: string[][] = [];
    for (const userId of ['U01', 'U02']) {
      await truncateTables(world.pool);
      const { id } = await world.start({ team: aTeam(5), mode: 'open', client: { newName: 'Northwind' } });
      await world.play(id, [[userId, SAID.complaint('They pay late')]]);
      traces.push(traceIn(await dumpTables(world.pool)));
    }
    expect(traces[0]).not.toEqual(traces[1]);
  });

  it('lies in an order that is nobody’s turn', async () => {
    // So many that a random order is hardly ever one of the two that would show something.
    const team = aTeam(9);
    const inTurn = team.map(({ userId }) => userId);
    const backwards = inTurn.toReversed();
    const { id } = await world.start({ team });
    const said = (give: (userId: string) => Answer) =>
      backwards.map((userId): [string, Answer] => [userId, give(userId)]);
    await world.play(id, [
      ...said((userId) => SAID.complaint(`complaint of ${userId}`)),
      ...said((userId) => SAID.positive(`positive of ${userId}`)),
      ...said((userId) => SAID.lesson(`lesson of ${userId}`)),
      ...said(() => SAID.vote('keep')),
    ]);
    const { Participant = [], Statement = [], AuditEntry = [] } = await dumpTables(world.pool);
    expect(Participant.map(({ userId }) => userId)).toEqual(inTurn);
    for (const kind of ['complaint', 'positive', 'lesson_learned']) {
      const authors = Statement.filter((row) => row.kind === kind).map(({ text }) => String(text).slice(-3));
      expect([...authors].sort()).toEqual(inTurn);
      expect(authors, kind).not.toEqual(inTurn);
      expect(authors, kind).not.toEqual(backwards);
    }
    const traces = AuditEntry.filter(({ action }) => action === 'answer_saved');
    expect(traces).toHaveLength(4 * team.length);
    expect(new Set(traces.map(({ actorId, at }) => `${actorId} ${at}`)).size).toBe(1);
  });
});

describe('while a private review is open', () => {
  it('no row has both a person and their words or key', async () => {
    const { id } = await world.start({ team: aTeam(5) });
    for (const userId of PEOPLE) await world.answer(id, userId, SAID.complaint('They pay late'));
    const { Answer: rows = [], ...others } = await dumpTables(world.pool);
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toMatch(/U0\d/);
    expect(JSON.stringify(others)).not.toContain('They pay late');
    for (const { personKey } of rows) expect(JSON.stringify(others)).not.toContain(personKey);
  });

  it('a person has another key in each question', async () => {
    const { id } = await world.start({ team: aTeam(5) });
    await world.answer(id, 'U01', SAID.noComplaint);
    await world.advance(id);
    await world.answer(id, 'U01', SAID.positive('They pay'));
    const { Answer: rows = [] } = await dumpTables(world.pool);
    expect(new Set(rows.map(({ personKey }) => personKey)).size).toBe(2);
  });
});
