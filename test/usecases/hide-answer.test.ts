import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { readReasonsOfHiding, readShownWords } from '../../src/usecases/read-shown-words.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const TEAM = aTeam(4);
const boss = (reviewId: string) => ({ workspaceId: WORKSPACE, reviewId, userId: FACILITATOR });
const shown = async (reviewId: string) => {
  const result = await readShownWords(world.deps, boss(reviewId));
  if (!result.ok) throw new Error(result.reason);
  return result.words;
};
async function hide(reviewId: string, text: string, reason = 'It is about a colleague') {
  const digest = (await shown(reviewId)).find(({ said }) => said.text === text)?.digest ?? 'unknown';
  return hideAnswer(world.deps, { ...boss(reviewId), digest, reason });
}
const messageOf = async (purpose: string) => (await world.stores.outbox.find(purpose))?.message;

async function saidIn(purpose: string): Promise<string[]> {
  const message = await messageOf(purpose);
  if (message?.kind !== 'reveal') throw new Error(`${purpose} is no reveal`);
  expect(message.said.every(({ authorId }) => authorId === null)).toBe(true);
  return message.said.map(({ text }) => text);
}

/** Everybody but the last complains, and the step ends. */
async function afterComplaints(mode: 'open' | 'private') {
  const { id } = await world.start({ mode, team: TEAM });
  for (const { userId } of TEAM.slice(0, 3)) await world.answer(id, userId, SAID.complaint(`words of ${userId}`));
  await world.advance(id);
  return id;
}

describe('hiding an answer', () => {
  it('puts the reason in its place in a review that is open, and keeps it there when the rest is edited', async () => {
    const id = await afterComplaints('open');
    expect(await hide(id, 'words of U01')).toEqual({ ok: true });
    const purpose = `answer:${id}:complaints:U01`;
    expect(await messageOf(purpose)).toMatchObject({
      answer: { complaints: [{ text: '' }] },
      hidden: { 0: 'It is about a colleague' },
    });
    expect(JSON.stringify(await messageOf(`answer:${id}:complaints:U02`))).toContain('words of U02');
    const both = [SAID.complaint('words of U01'), SAID.complaint('and more')].flatMap((one) =>
      one.phase === 'complaints' ? one.complaints : [],
    );
    await world.answer(id, 'U01', { phase: 'complaints', complaints: both });
    expect(await messageOf(purpose)).toMatchObject({
      answer: { complaints: [{ text: '' }, { text: 'and more' }] },
      hidden: { 0: 'It is about a colleague' },
    });
    await world.answer(id, 'U01', SAID.complaint('said otherwise'));
    expect(await messageOf(purpose)).not.toHaveProperty('hidden');
  });

  it('offers nothing that was said ahead, until its step begins', async () => {
    const { id } = await world.start({ mode: 'open', team: TEAM });
    await world.answer(id, 'U01', SAID.complaint('of this step'));
    await world.answer(id, 'U01', SAID.positive('ahead'));
    const texts = async () => (await shown(id)).map(({ said }) => said.text);
    expect(await texts()).toEqual(['of this step']);
    await world.advance(id);
    expect((await texts()).sort()).toEqual(['ahead', 'of this step']);
  });

  it('makes the message of a private one anew, in the same order and without an author', async () => {
    const id = await afterComplaints('private');
    const purpose = `reveal:${id}:complaints`;
    const order = await saidIn(purpose);
    expect(await hide(id, 'words of U02')).toEqual({ ok: true });
    const at = order.indexOf('words of U02');
    expect(await messageOf(purpose)).toMatchObject({ hidden: { [at]: 'It is about a colleague' } });
    expect(await saidIn(purpose)).toEqual(order.map((text, i) => (i === at ? '' : text)));
    const { HiddenWords = [], AuditEntry = [] } = await dumpTables(world.pool);
    expect(HiddenWords).toMatchObject([{ hiddenById: FACILITATOR, reason: 'It is about a colleague' }]);
    expect(JSON.stringify(HiddenWords)).not.toMatch(/U0\d|words of/);
    const traces = AuditEntry.filter(({ action }) => action === 'answer_hidden');
    expect(traces).toMatchObject([
      { actorId: FACILITATOR, details: { phase: 'complaints', reason: 'It is about a colleague' } },
    ]);
    expect(JSON.stringify(traces)).not.toMatch(/U0\d|words of/);
  });

  it.each(['open', 'private'] as const)('keeps it out of everything when a review that is %s closes', async (mode) => {
    const id = await afterComplaints(mode);
    await hide(id, 'words of U02');
    for (const { userId } of TEAM) await world.answer(id, userId, SAID.positive('They pay'));
    for (let i = 0; i < 3; i += 1) await world.advance(id);
    if ((await world.stateOf(id)) === 'short_of_voices') await world.advance(id);
    const { Answer, Post = [], ...rest } = await dumpTables(world.pool);
    expect(Answer).toEqual([]);
    expect(JSON.stringify(rest)).not.toContain('words of U02');
    expect(JSON.stringify(Post)).not.toContain('words of U02');
    expect(JSON.stringify(rest.Statement)).toContain('words of U01');
    expect(await messageOf(`summary:${id}:1`)).toMatchObject({
      summary: { hidden: 1, figures: { voices: 3, complaints: { total: 3 } } },
    });
  });

  it('hides nothing twice, nothing that was changed meanwhile, and nothing that is not shown', async () => {
    const id = await afterComplaints('private');
    const [first] = await shown(id);
    const request = { ...boss(id), digest: first?.digest ?? '', reason: 'unfair' };
    expect(await hideAnswer(world.deps, request)).toEqual({ ok: true });
    expect(await hideAnswer(world.deps, { ...request, reason: 'other' })).toEqual({
      ok: false,
      reason: 'hidden_already',
    });
    expect(await shown(id)).toHaveLength(2);
    expect(await hide(id, 'not said')).toEqual({ ok: false, reason: 'words_gone' });
    await world.answer(id, 'U04', SAID.complaint('late words'));
    await world.answer(id, 'U04', SAID.positive('not shown yet'));
    expect((await shown(id)).map(({ said }) => said.text)).not.toContain('late words');
    expect((await shown(id)).map(({ said }) => said.text)).not.toContain('not shown yet');
  });

  it('stops showing any words once fewer than three people’s are left', async () => {
    const id = await afterComplaints('private');
    const [first] = await shown(id);
    await world.pool.query(`DELETE FROM "Answer" WHERE content::text NOT LIKE '%${first?.said.text}%'`);
    expect(await shown(id)).toEqual([]);
  });

  it('lets the author see why', async () => {
    const id = await afterComplaints('private');
    await hide(id, 'words of U03', 'unfair');
    const reasonOf = await readReasonsOfHiding(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(reasonOf({ kind: 'complaint', text: 'words of U03' })).toBe('unfair');
    expect(reasonOf({ kind: 'complaint', text: 'words of U01' })).toBeNull();
    expect(reasonOf({ kind: 'positive', text: 'words of U03' })).toBeNull();
  });
});
