import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { shuffleNewAnswers } from '../../src/jobs/shuffle-answers.ts';
import { advanceReview } from '../../src/usecases/advance-review.ts';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { readShownWords } from '../../src/usecases/read-shown-words.ts';
import { reopenPhase } from '../../src/usecases/reopen-phase.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { dumpTables, listTables, type TableDump, truncateTables } from '../support/table-dump.ts';
import {
  aTeam,
  createWorld,
  FACILITATOR,
  SAID,
  START,
  seededRandomInt,
  WORKSPACE,
  type World,
} from '../support/usecase-world.ts';

/** The same people say the same: only who comes first differs. */
const ORDERS = [
  ['U01', 'U02', 'U03', 'U04', 'U05', 'U06'],
  ['U06', 'U05', 'U04', 'U03', 'U02', 'U01'],
  ['U03', 'U01', 'U06', 'U02', 'U05', 'U04'],
] as const;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Puts back what was dumped: ids and secrets included, so that a review can be played again from the same moment. */
async function restore(pool: pg.Pool, dump: TableDump): Promise<void> {
  await truncateTables(pool);
  const client = await pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const table of await listTables(pool))
      await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1)`, [
        JSON.stringify(dump[table] ?? []),
      ]);
  } finally {
    await client.query('SET session_replication_role = DEFAULT');
    client.release();
  }
}

/**
 * Without what is made by chance, and says nothing: random ids, the database's own clock, and where a job or a message lies: one that is
 * written anew, as the card is, takes whatever room the server has tidied up by then. A private answer adds neither.
 */
function comparable(tables: TableDump): TableDump {
  const dump = Object.entries(tables).map(([table, rows]) => {
    const plain = rows.map(({ id: _id, createdAt: _at, ...row }) => row);
    const isUnordered = table === 'jobs' || table === 'Post';
    return [table, isUnordered ? plain.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : plain];
  });
  return Object.fromEntries(dump);
}

const said: Record<string, (userId: string) => Answer> = {
  complaints: (userId) => SAID.complaint(`complaint of ${userId}`),
  positives: (userId) => SAID.positive(`good, says ${userId}`),
  lessons: (userId) => SAID.lesson(`learnt by ${userId}`),
  vote: (userId) => SAID.vote(userId < 'U04' ? 'keep' : 'part', 2),
};

/** Plays the review to its end; gives what lies in the database after each step, with the answers in no order while they are there. */
async function play(id: string, order: readonly string[]): Promise<TableDump[]> {
  const dumps: TableDump[] = [];
  const as = { workspaceId: WORKSPACE, reviewId: id, userId: FACILITATOR };
  const deps = { ...world.deps, randomInt: seededRandomInt(1) };
  const answer = async (userId: string, given: Answer) =>
    expect(await world.answer(id, userId, given)).toMatchObject({ ok: true });
  const look = async () => {
    await shuffleNewAnswers(deps.storage.sweep);
    const { Answer: answers = [], ...rest } = await dumpTables(world.pool);
    const unordered = answers.map((row) => JSON.stringify(row)).sort();
    dumps.push({ ...comparable(rest), Answer: unordered.map((row) => JSON.parse(row)) });
  };
  for (const phase of ['complaints', 'positives', 'lessons', 'vote'] as const) {
    world.passMinutes(60);
    // Two come late to every question but the last; one changes what they said and one takes it back.
    const isLate = (userId: string) => phase !== 'vote' && (userId === 'U05' || userId === 'U06');
    const give = said[phase] ?? (() => SAID.noComplaint);
    for (const userId of order) if (!isLate(userId)) await answer(userId, give(userId));
    for (const userId of order) if (userId === 'U02') await answer(userId, give('U02 anew'));
    if (phase === 'lessons') await withdrawAnswer(deps, { ...as, userId: 'U01', phase });
    await look();
    await advanceReview(deps, { workspaceId: WORKSPACE, reviewId: id, event: 'next_phase', actorId: FACILITATOR });
    if (phase === 'vote') break;
    for (const userId of order) if (isLate(userId)) await answer(userId, give(userId));
    await look();
  }
  await look();
  return dumps;
}

describe('the order in which people answered a private review', () => {
  it('is nowhere: not in a row, not in a message, not in their order on the disk', async () => {
    const { id } = await world.start({ team: aTeam(6) });
    const start = await dumpTables(world.pool);
    const plays: TableDump[][] = [];
    for (const order of ORDERS) {
      world.setNow(START);
      await restore(world.pool, start);
      plays.push(await play(id, order));
    }
    const [first = [], ...others] = plays;
    expect(first.at(-1)?.Answer).toEqual([]);
    expect(JSON.stringify(first.at(-1)?.Statement)).toContain('complaint of U04');
    for (const other of others)
      for (const [step, dump] of other.entries()) expect(dump, `after step ${step}`).toEqual(first[step]);
  });

  it('is not told by opening a step again, or by words that were hidden', async () => {
    const { id } = await world.start({ team: aTeam(6) });
    const as = { workspaceId: WORKSPACE, reviewId: id, userId: FACILITATOR };
    const start = await dumpTables(world.pool);
    const ends: TableDump[] = [];
    for (const order of ORDERS) {
      world.setNow(START);
      await restore(world.pool, start);
      for (const userId of order.filter((one) => one !== 'U06'))
        await world.answer(id, userId, SAID.complaint(`complaint of ${userId}`));
      await world.advance(id);
      await reopenPhase(world.deps, { ...as, phase: 'complaints' });
      await world.answer(id, 'U06', SAID.complaint('complaint of U06'));
      const read = await readShownWords(world.deps, as);
      const digest = read.ok ? read.words.find(({ said: { text } }) => text === 'complaint of U03')?.digest : '';
      await hideAnswer(world.deps, { ...as, digest: digest ?? '', reason: 'unfair' });
      await world.advance(id);
      await shuffleNewAnswers(world.storage.sweep);
      const { Answer: _answers, ...rest } = await dumpTables(world.pool);
      ends.push(comparable(rest));
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });
});

describe('who has answered a private review', () => {
  it('is not to be seen in the database while it is open, but by the keys of the answers', async () => {
    const { id } = await world.start({ team: aTeam(6) });
    const as = { workspaceId: WORKSPACE, reviewId: id, userId: FACILITATOR };
    const start = await dumpTables(world.pool);
    const seen: TableDump[] = [];
    for (const three of [
      ['U01', 'U02', 'U03'],
      ['U04', 'U05', 'U06'],
    ]) {
      world.setNow(START);
      await restore(world.pool, start);
      for (const phase of ['complaints', 'positives', 'lessons'] as const) {
        for (const [at, userId] of three.entries())
          await world.answer(id, userId, said[phase]?.(`speaker ${at}`) as Answer);
        if (phase === 'positives') await withdrawAnswer(world.deps, { ...as, userId: three[0] ?? '', phase });
        await world.advance(id);
      }
      await shuffleNewAnswers(world.storage.sweep);
      const { Answer: answers = [], ...rest } = comparable(await dumpTables(world.pool));
      const own = answers.filter(({ reviewId }) => reviewId === id);
      const unkeyed = own.map(({ personKey: _key, ...row }) => JSON.stringify(row)).sort();
      seen.push({ ...rest, Answer: unkeyed.map((row) => JSON.parse(row)) });
    }
    expect(seen[0]?.Answer?.length).toBe(8);
    expect(seen[1]).toEqual(seen[0]);
  });
});
