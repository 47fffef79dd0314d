import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { complaintMark } from '../../src/domain/complaint-mark.ts';
import type { Invitee } from '../../src/domain/review-record.ts';
import { WORD_PHASES, type WordPhase } from '../../src/domain/statement.ts';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { moveReview } from '../../src/usecases/move-review.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { readDesk } from '../../src/usecases/read-desk.ts';
import { readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { readShownWords } from '../../src/usecases/read-shown-words.ts';
import { readWhoAnswered } from '../../src/usecases/read-who-answered.ts';
import { remindNow } from '../../src/usecases/remind-now.ts';
import { reopenPhase } from '../../src/usecases/reopen-phase.ts';
import { snoozeReminder } from '../../src/usecases/snooze-reminder.ts';
import { submitComplaint } from '../../src/usecases/submit-complaint.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { aComplaint } from '../support/answers.ts';
import { seenByFacilitator } from '../support/seen-by-facilitator.ts';
import { emptyTables } from '../support/table-dump.ts';
import { createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

/** The only one from finance, on leave, and the only one from support: whatever moves with either of them has their name on it. */
const IRA = 'UIRA';
const LEV = 'ULEV';
const OTHERS = ['U01', 'U02'];

type Place = 'next step' | 'opened again' | 'short of voices';
type Deed = 'withdraws' | 'withdraws and answers anew' | 'says something else' | 'says there is nothing';

/** Four of six answer, which is enough for a verdict, or four of nine, which is not. */
function teamOf(place: Place): Invitee[] {
  const rest = Array.from({ length: place === 'short of voices' ? 5 : 2 }, (_, i) => `UREST${i}`);
  return [
    { userId: IRA, role: 'finance' },
    { userId: LEV, role: 'support' },
    ...[...OTHERS, ...rest].map((userId): Invitee => ({ userId, role: 'delivery' })),
  ];
}

function said(phase: WordPhase, text: string): Answer {
  if (phase === 'complaints') return SAID.complaint(text);
  return phase === 'positives' ? SAID.positive(text) : SAID.lesson(text);
}

const nothingIn: Record<WordPhase, Answer> = {
  complaints: SAID.noComplaint,
  positives: SAID.positive(null),
  lessons: SAID.lesson(null),
};

const person = (reviewId: string, userId: string) => ({ workspaceId: WORKSPACE, reviewId, userId });
const asFacilitator = (reviewId: string) => person(reviewId, FACILITATOR);
const withdraw = (reviewId: string, userId: string, phase: WordPhase | 'vote') =>
  withdrawAnswer(world.deps, { ...person(reviewId, userId), phase });
const remind = (reviewId: string) =>
  remindNow({ ...world.deps, findTimeZones: async (ids) => ids.map(() => 'UTC') }, asFacilitator(reviewId));

async function advanceTo(reviewId: string, state: string): Promise<void> {
  while ((await world.stateOf(reviewId)) !== state)
    if (!(await world.advance(reviewId)).ok) throw new Error(`the review never came to ${state}`);
}

/** A review in which the question was answered, shown, and is at that place now. The words `gone` are those of `doer`. */
async function reviewAt(place: Place, phase: WordPhase, doer: string): Promise<string> {
  await emptyTables(world.pool);
  world.setNow(START);
  const { id } = await world.start({ team: teamOf(place), client: { newName: 'Northwind' } });
  await world.stores.participants.setAbsence(id, [IRA], 'away');
  const other = doer === IRA ? LEV : IRA;
  const words = { [doer]: 'gone', [other]: 'stays', U01: 'first', U02: 'second' };
  await advanceTo(id, phase);
  // In the order of the people, so that nothing but whose words they are differs.
  for (const userId of [IRA, LEV, ...OTHERS]) await world.answer(id, userId, said(phase, words[userId] ?? ''));
  await world.advance(id);
  if (place === 'short of voices') await advanceTo(id, 'short_of_voices');
  if (place === 'opened again') await reopenPhase(world.deps, { ...asFacilitator(id), phase });
  return id;
}

async function carryOut(deed: Deed, { id, phase, doer }: { id: string; phase: WordPhase; doer: string }) {
  if (deed === 'says something else') await world.answer(id, doer, said(phase, 'new words'));
  else if (deed === 'says there is nothing') await world.answer(id, doer, nothingIn[phase]);
  else await withdraw(id, doer, phase);
  if (deed === 'withdraws and answers anew') await world.answer(id, doer, said(phase, 'new words'));
}

async function hide(reviewId: string, text: string): Promise<void> {
  const read = await readShownWords(world.deps, asFacilitator(reviewId));
  const digest = read.ok ? read.words.find((one) => one.said.text === text)?.digest : undefined;
  await hideAnswer(world.deps, { ...asFacilitator(reviewId), digest: digest ?? '', reason: 'unfair' });
}

/** What a facilitator sees, one thing after another, who does all they can to find out who it was. */
async function everythingSeen(place: Place, phase: WordPhase, { deed, doer }: { deed: Deed; doer: string }) {
  const id = await reviewAt(place, phase, doer);
  const before = await seenByFacilitator(world, id);
  await carryOut(deed, { id, phase, doer });
  const after = await seenByFacilitator(world, id);
  const reminded = await remind(id);
  await hide(id, 'first');
  const afresh = await seenByFacilitator(world, id);
  await moveReview(world.deps, { ...asFacilitator(id), isManager: true, channelId: 'C2' });
  const moved = await seenByFacilitator(world, id);
  while ((await world.advance(id)).ok);
  return { before, after, reminded, afresh, moved, closed: await seenByFacilitator(world, id) };
}

const PLACES: readonly Place[] = ['next step', 'opened again', 'short of voices'];
const CASES: readonly (readonly [Place, WordPhase, Deed])[] = [
  ...PLACES.flatMap((place) => WORD_PHASES.map((phase) => [place, phase, 'withdraws'] as const)),
  ['short of voices', 'complaints', 'withdraws and answers anew'],
  ['opened again', 'positives', 'withdraws and answers anew'],
  ['opened again', 'complaints', 'says something else'],
  ['opened again', 'positives', 'says there is nothing'],
];

describe('after the words of a question were shown', () => {
  it.each(CASES)('%s, %s: somebody %s, and nothing tells who', async (place, phase, deed) => {
    const ira = await everythingSeen(place, phase, { deed, doer: IRA });
    const lev = await everythingSeen(place, phase, { deed, doer: LEV });
    expect(lev).toEqual(ira);
    // The words did change, or there would be nothing to find out.
    expect(ira.before.join()).toContain('gone');
    expect(ira.closed.join()).not.toContain('gone');
    expect(ira.closed.join()).toContain('stays');
  });

  it('leaves who took part, and everything that follows from it, as it was', async () => {
    const id = await reviewAt('opened again', 'complaints', IRA);
    await withdraw(id, IRA, 'complaints');
    const desk = await readDesk(world.deps, { ...asFacilitator(id), isManager: true, isOpening: false });
    expect(desk).toMatchObject({ kind: 'facilitator', desk: { answered: ['U01', 'U02', IRA, LEV], absent: [] } });
    expect(await readCard(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toMatchObject({
      ...{ answered: 4, notWaitedFor: [{ userId: IRA }] },
      roles: [
        { role: 'delivery', isHeard: true },
        { role: 'support', isHeard: true },
        { role: 'finance', isHeard: true },
      ],
    });
    await advanceTo(id, 'closed');
    const message = (await world.stores.outbox.find(`summary:${id}:1`))?.message;
    expect(message).toMatchObject({
      summary: {
        notHeard: [],
        figures: { invited: 6, voices: 4, tookPart: 4, complaints: { total: 3 } },
        said: { complaints: [{}, {}, {}] },
        withheld: { complaints: 0 },
      },
    });
  });

  it('a positive that was taken back is none, and nobody who could not name one', async () => {
    const id = await reviewAt('next step', 'positives', IRA);
    await withdraw(id, IRA, 'positives');
    await advanceTo(id, 'short_of_voices');
    await world.advance(id);
    const stored = await world.stores.records.findVerdict(id);
    expect(stored?.figures).toMatchObject({ tookPart: 4, positives: { answered: 3, named: 3, cannotName: 0 } });
  });

  it('words of fewer than three people are neither said again nor kept, though more took part', async () => {
    const id = await reviewAt('opened again', 'complaints', IRA);
    for (const userId of [IRA, LEV]) await withdraw(id, userId, 'complaints');
    expect(await readShownWords(world.deps, asFacilitator(id))).toMatchObject({ words: [] });
    await moveReview(world.deps, { ...asFacilitator(id), isManager: true, channelId: 'C2' });
    const reveal = (await world.stores.outbox.find(`reveal:${id}:complaints`))?.message;
    expect(reveal).toMatchObject({ answered: 2, said: [] });
    await advanceTo(id, 'closed');
    expect(await world.stores.records.listStatements(id)).toEqual([]);
    const { figures } = (await world.stores.records.findVerdict(id)) ?? {};
    expect(figures).toMatchObject({ voices: 4, tookPart: 4, complaints: { total: 2 } });
  });

  it('nobody who took their words back is reminded, or waited for', async () => {
    const id = await reviewAt('opened again', 'complaints', LEV);
    await withdraw(id, LEV, 'complaints');
    expect(await remind(id)).toEqual({ ok: true, reminded: { now: 2, later: 0, before: 0 } });
    const purposes = (await world.stores.outbox.listOf(id)).map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => purpose.startsWith('reminder:'))).toEqual([
      `reminder:${id}:complaints:UREST0`,
      `reminder:${id}:complaints:UREST1`,
    ]);
    const later = { ...person(id, LEV), phase: 'complaints', choice: 'two_hours', timeZone: 'UTC' } as const;
    expect(await snoozeReminder(world.deps, later)).toEqual({ ok: false, reason: 'answered_already' });
  });
});

describe('who took shown words back', () => {
  it('sees that they are gone, and can answer anew in their place', async () => {
    const id = await reviewAt('opened again', 'positives', LEV);
    expect(await ownOf(id)).toMatchObject({ answers: { positives: { text: 'gone' } }, shown: ['positives'] });
    expect(await withdraw(id, LEV, 'positives')).toEqual({ ok: true });
    expect(await withdraw(id, LEV, 'positives')).toEqual({ ok: false, reason: 'nothing_to_withdraw' });
    expect(await ownOf(id)).toMatchObject({ answers: {}, shown: ['positives'], takenBack: ['positives'] });
    expect(await world.answer(id, LEV, SAID.positive('new words'))).toMatchObject({ ok: true, isLate: false });
    expect(await ownOf(id)).toMatchObject({ answers: { positives: { text: 'new words' } }, takenBack: [] });
  });

  it('took the last complaint back, and can give another one', async () => {
    const id = await reviewAt('opened again', 'complaints', LEV);
    const mark = complaintMark({ text: 'gone' });
    await submitComplaint(world.deps, { ...person(id, LEV), seen: mark, complaint: null });
    expect(await ownOf(id)).toMatchObject({ answers: {}, takenBack: ['complaints'] });
    const complaint = aComplaint({ text: 'new words' });
    expect(await submitComplaint(world.deps, { ...person(id, LEV), seen: null, complaint })).toMatchObject({
      ok: true,
    });
    expect(await ownOf(id)).toMatchObject({ answers: { complaints: { complaints: [complaint] } }, takenBack: [] });
  });

  it('has not answered that question, as far as the order of the questions goes', async () => {
    const id = await reviewAt('next step', 'complaints', LEV);
    await withdraw(id, LEV, 'complaints');
    expect(await world.answer(id, LEV, SAID.positive('They pay'))).toMatchObject({ ok: true });
    expect(await world.answer(id, LEV, SAID.lesson('too early'))).toMatchObject({ reason: 'not_open_yet' });
  });

  it('gave them late: they were never shown, and are not counted among the late ones', async () => {
    const id = await reviewAt('opened again', 'complaints', IRA);
    await world.answer(id, 'UREST0', SAID.complaint('kept back'));
    expect(await withdraw(id, 'UREST0', 'complaints')).toEqual({ ok: true });
    const who = await readWhoAnswered(world.deps, asFacilitator(id));
    expect(who).toMatchObject({ answered: expect.arrayContaining(['UREST0']), waiting: ['UREST1'] });
    await advanceTo(id, 'closed');
    expect(await world.stores.outbox.find(`late:${id}`)).toBeNull();
  });
});

describe('while nobody has seen the words of a question', () => {
  it.each([
    ['a question that is asked now', 'complaints'],
    ['the vote, which is shown with the summary', 'vote'],
  ] as const)('withdrawing takes the answer away, in %s', async (_title, phase) => {
    const seen: string[][] = [];
    for (const doer of [IRA, LEV]) {
      await emptyTables(world.pool);
      const { id } = await world.start({ team: teamOf('next step'), client: { newName: 'Northwind' } });
      await advanceTo(id, phase);
      const answer = phase === 'vote' ? SAID.vote('keep') : SAID.complaint('They pay late');
      for (const userId of [IRA, LEV, ...OTHERS]) await world.answer(id, userId, answer);
      expect(await withdraw(id, doer, phase)).toEqual({ ok: true });
      expect(await readWhoAnswered(world.deps, asFacilitator(id))).toMatchObject({
        waiting: [doer, 'UREST0', 'UREST1'].sort(),
      });
      seen.push(await seenByFacilitator(world, id));
    }
    // The names move, and the comparison of this file notices it.
    expect(seen[0]).not.toEqual(seen[1]);
  });
});

async function ownOf(reviewId: string) {
  const own = await readOwnAnswers(world.deps, person(reviewId, LEV));
  if (!own.ok) throw new Error(own.reason);
  return own;
}
