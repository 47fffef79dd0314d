import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyFields } from '../../src/domain/client-profile.ts';
import type { Member } from '../../src/domain/member.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { exportFiles } from '../../src/slack/export/export-files.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { findClientToExport, readClientExport } from '../../src/usecases/read-client-export.ts';
import { readShownWords } from '../../src/usecases/read-shown-words.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { emptyTables } from '../support/table-dump.ts';
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

const member = (id: string): Member => ({
  ...{ id, name: `name of ${id}`, isBot: false, isGuest: id === 'UGUEST', isOutside: false, isAdmin: false },
  ...{ isDeactivated: false, locale: null, timeZone: 'UTC' },
});
const asker = (id: string, isManager = false) => ({ workspaceId: WORKSPACE, member: member(id), isManager });
const find = (id: string, typed: string, isManager = false) =>
  findClientToExport(world.deps, { ...asker(id, isManager), typed });
const read = (clientId: string, id = FACILITATOR, isManager = true) =>
  readClientExport(
    { ...world.deps, findMembers: async (ids) => ids.map(member) },
    { ...asker(id, isManager), clientId },
  );

/** The three files in English: report, table, data. */
async function filesOf(clientId: string, language: 'en' | 'ru' = 'en'): Promise<string[]> {
  const result = await read(clientId);
  if (!result.ok) throw new Error(`the record was refused: ${result.reason}`);
  return exportFiles(result.record, translate(language)).map(({ text }) => text);
}

const PEOPLE = aTeam(4).map(({ userId }) => userId);

/** What is said, each thing by the person at its place in `order`. */
const WORDS: readonly Answer[] = [
  SAID.complaint('They pay late'),
  SAID.complaint('They call at night'),
  SAID.complaint('They shout'),
  SAID.noComplaint,
  SAID.positive('They thank us'),
  SAID.positive('Their brief is clear'),
  SAID.positive('They bring others'),
  SAID.positive(null),
  SAID.lesson('Write it down'),
  SAID.lesson('Ask first'),
  SAID.lesson('Call on Mondays'),
  SAID.lesson(null),
  SAID.vote('keep'),
  SAID.vote('part', 2),
  SAID.vote('keep'),
  SAID.vote('unsure'),
];

async function aPrivateReview(order: readonly string[]) {
  const review = await world.start({ mode: 'private', team: aTeam(4), client: { newName: 'Northwind' } });
  await world.play(
    review.id,
    WORDS.map((said, at) => [order[at % order.length] ?? '', said] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return review;
}

const withoutIds = (text: string) => text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id');

describe('who may export a client', () => {
  it('finds clients for managers, only their own for their own managers, and nothing for others', async () => {
    const managed = { ...emptyFields('Northwind'), managerIds: ['UOWN', 'UGUEST'] };
    await world.stores.clients.create({ ...managed, nameKey: 'northwind' });
    await world.stores.clients.create({ ...emptyFields('Contoso'), nameKey: 'contoso' });
    expect(await find('UANY', 'conto', true)).toMatchObject({ match: { kind: 'one', client: { name: 'Contoso' } } });
    expect(await find('UOWN', 'north')).toMatchObject({ match: { kind: 'one', client: { name: 'Northwind' } } });
    expect(await find('UOWN', 'Contoso')).toEqual({ ok: true, match: { kind: 'none', nearest: [] } });
    expect(await find('UANY', 'Nortwind', true)).toMatchObject({
      match: { kind: 'none', nearest: [{ name: 'Northwind' }] },
    });
    for (const id of ['UMEMBER', 'UGUEST'])
      expect(await find(id, 'Northwind')).toEqual({ ok: false, reason: 'not_manager' });
  });

  it('looks again when the record is read, and leaves an audit entry without words', async () => {
    const { clientId } = await aPrivateReview(PEOPLE);
    expect(await read(clientId, 'UMEMBER', false)).toEqual({ ok: false, reason: 'not_manager' });
    expect(await read('00000000-0000-4000-8000-000000000000')).toEqual({ ok: false, reason: 'client_not_found' });
    expect(await read('no id')).toEqual({ ok: false, reason: 'client_not_found' });
    expect(await read(clientId)).toMatchObject({ ok: true });
    const { rows } = await world.pool.query(`SELECT * FROM "AuditEntry" WHERE action = 'client_exported'`);
    expect(rows).toMatchObject([{ actorId: FACILITATOR, subject: clientId, details: { reviews: 1, evidence: 0 } }]);
  });
});

describe('a private review in an export', () => {
  it.each(LANGUAGES)('is the same whoever said what, in %s', async (language) => {
    const orders = [PEOPLE, [...PEOPLE].reverse(), [PEOPLE[2], PEOPLE[0], PEOPLE[3], PEOPLE[1]]] as string[][];
    const exported: string[][] = [];
    for (const order of orders) {
      await emptyTables(world.pool);
      const { clientId } = await aPrivateReview(order);
      exported.push((await filesOf(clientId, language)).map(withoutIds));
    }
    const [first = []] = exported;
    for (const files of exported) expect(files).toEqual(first);
    for (const text of [first[0], first[2]]) {
      expect(text).toContain('They call at night');
      for (const id of PEOPLE) expect(text).not.toContain(id);
    }
  });

  it('has no hidden and no withdrawn words', async () => {
    const review = await world.start({ mode: 'private', team: aTeam(5) });
    const at = { workspaceId: WORKSPACE, reviewId: review.id };
    for (const [i, { userId }] of aTeam(5).entries())
      await world.answer(review.id, userId, SAID.complaint(`marker ${i}`));
    await world.advance(review.id);
    await withdrawAnswer(world.deps, { ...at, userId: 'U01', phase: 'complaints' });
    const shown = await readShownWords(world.deps, { ...at, userId: FACILITATOR });
    const digest = shown.ok ? shown.words.find(({ said }) => said.text === 'marker 1')?.digest : undefined;
    const hidden = { digest: digest ?? '', reason: 'names a colleague' };
    expect(await hideAnswer(world.deps, { ...at, userId: FACILITATOR, ...hidden })).toMatchObject({ ok: true });
    for (let i = 0; i < 4; i += 1) await world.advance(review.id);
    const files = (await filesOf(review.clientId)).join();
    expect([0, 1, 2, 3, 4].filter((i) => files.includes(`marker ${i}`))).toEqual([2, 3, 4]);
  });

  it('tells nothing of what fewer than three people said', async () => {
    const review = await world.start({ mode: 'private', team: aTeam(4) });
    await world.play(review.id, [
      ...PEOPLE.map((id) => [id, SAID.noComplaint] as const),
      ['U01', SAID.positive('Only mine')],
      ['U01', SAID.vote('part', 7)],
    ]);
    const [report, , data] = await filesOf(review.clientId);
    expect(report).not.toMatch(/Only mine|Votes:|Lost to friction/);
    expect(report).toContain(translate('en').clientExport.report.withheld);
    const [exported] = JSON.parse(data ?? '').reviews;
    expect(exported.said).toEqual({ complaints: [], positives: [], lessons: [] });
    expect(exported.verdicts[0].figures).toMatchObject({
      votes: null,
      positives: null,
      hoursPerWeek: null,
      pressure: 0,
    });
  });

  it('is there as open, and nothing of its answers, while it runs', async () => {
    const review = await world.start({ mode: 'private', team: aTeam(4) });
    for (const id of PEOPLE) await world.answer(review.id, id, SAID.complaint(`marker ${id}`));
    await world.advance(review.id);
    const [report, , data] = await filesOf(review.clientId);
    expect(`${report}${data}`).not.toMatch(/marker|U0\d/);
    expect(report).toContain(translate('en').clientExport.report.openNote);
    expect(JSON.parse(data ?? '').reviews).toMatchObject([{ isOpen: true, state: 'positives', verdicts: [] }]);
  });
});

describe('the record of a client', () => {
  it('has an open review with its authors, decision, and the evidence with what it corrects', async () => {
    const review = await world.start({ mode: 'open', team: aTeam(3), client: { newName: 'Northwind' } });
    await world.play(review.id, [
      ['U01', SAID.complaint('# They <b>shout</b>')],
      ['U02', SAID.noComplaint],
      ['U03', SAID.noComplaint],
    ]);
    await decideReview(world.deps, {
      ...{ workspaceId: WORKSPACE, reviewId: review.id, userId: FACILITATOR, choice: 'keep_and_repair' },
      ...{ rationale: 'One more\n- quarter', hardStop: null },
    });
    const entry = {
      ...({ clientId: review.clientId, happenedOn: '2026-10-30', signal: 'late_payment', amount: 4000 } as const),
      ...{ currency: 'EUR', link: 'https://a.example/b', loggedById: 'U01', loggedAt: START },
    };
    const first = await world.stores.evidence.add({ ...entry, text: '=1+1 "wrong"', correctsId: null, submitKey: 'a' });
    const correctsId = first.kind === 'added' ? first.id : '';
    await world.stores.evidence.add({ ...entry, text: 'Paid\nlate', correctsId, submitKey: 'b' });

    const [report, table, data] = await filesOf(review.clientId);
    expect(report).toContain('name of U01');
    expect(report).toContain('> \\# They &lt;b&gt;shout&lt;/b&gt;');
    expect(report).toContain('> One more\\\n> \\- quarter');
    expect(report).toContain('> Paid\\\n> late');
    expect(report).toContain('<https://a.example/b>');
    const rows: Record<string, string>[] = parse(table ?? '', { bom: true, columns: true });
    expect(rows.find(({ id }) => id === correctsId)).toMatchObject({
      ...{ text: '\'=1+1 "wrong"', happened_on: '2026-10-30', amount: '4000', currency: 'EUR', signal: 'late_payment' },
      ...{ logged_by: 'name of U01', logged_by_id: 'U01', logged_at: START.toISOString(), corrects_id: '' },
    });
    expect(rows.find(({ corrects_id }) => corrects_id === correctsId)).toMatchObject({ text: 'Paid\nlate' });
    expect(JSON.parse(data ?? '')).toMatchObject({
      ...{ format: 1, client: { name: 'Northwind', status: 'repairing' }, intake: null, health: [], partings: [] },
      reviews: [
        {
          said: { complaints: [{ text: '# They <b>shout</b>', authorId: 'U01' }] },
          decisions: [{ choice: 'keep_and_repair', rationale: 'One more\n- quarter', decidedBy: FACILITATOR }],
          verdicts: [{ version: 1, figures: { invited: 3, voices: 3 } }],
        },
      ],
      people: expect.arrayContaining([{ id: 'U01', name: 'name of U01' }]),
    });
  });

  it('has no rehearsal, and no client of one', async () => {
    const { clientId } = await aPrivateReview(PEOPLE);
    await startRehearsal(world.deps, { workspaceId: WORKSPACE, userId: FACILITATOR, mode: 'open', language: 'en' });
    const { rows } = await world.pool.query<{ id: string }>('SELECT id FROM "Client" WHERE "isRehearsal"');
    expect(rows).toHaveLength(1);
    expect(await read(rows[0]?.id ?? '')).toEqual({ ok: false, reason: 'client_not_found' });
    expect(JSON.parse((await filesOf(clientId))[2] ?? '').reviews).toHaveLength(1);
  });
});
