import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { fill } from '../storage/isolation/filling.ts';
import {
  ACTION_IDS,
  createPayloads,
  INTRUSION,
  type Payload,
  send,
  VIEW_IDS,
} from '../support/fault/hostile-payloads.ts';
import { GUARDED, markRows, rowsNaming } from '../support/fault/hostile-rows.ts';
import { type HostileWorld, startHostileWorld } from '../support/fault/hostile-world.ts';
import { type Name, TEAM_ID } from '../support/http/emulator.ts';
import { complaint, startReview } from '../support/http/review.ts';
import type { HttpWorld } from '../support/http/world.ts';

const ELSEWHERE = 'T9OTHER';
const WRITTEN = `They call on Sundays, ${GUARDED}`;

/** What is guarded: the ids that a forged request names, and those whose rows must stay. */
type Guarded = { readonly ids: Readonly<Record<string, string>>; readonly rowsOf: readonly string[] };

let world: HostileWorld;
const guarded: Record<string, Guarded> = {};
beforeAll(async () => {
  world = await startHostileWorld({ logLevel: 'warn' });
  const { pool, emulator } = world;
  const storage = createStorage(world.database);
  guarded.foreign = await fillAndMark(ELSEWHERE, [ELSEWHERE]);
  // Tom is in the channel, and neither invited nor a manager.
  const invited = (['mara', 'omar', 'lena'] as const).map(emulator.idOf);
  const values = { [FIELDS.mode]: 'private', [FIELDS.team('other')]: invited };
  const review = await startReview(world as unknown as HttpWorld, { client: 'Fabrikam', values });
  await review.fill('omar', complaint(WRITTEN));
  const open = await pool.query<{ id: string; clientId: string }>(
    `SELECT id, "clientId" FROM "Review" WHERE mode = 'private'`,
  );
  const { id: reviewId = '', clientId = '' } = open.rows[0] ?? {};
  guarded.uninvited = { ids: { reviewId, clientId }, rowsOf: [reviewId, clientId] };
  guarded.unmanaged = await fillAndMark(TEAM_ID, []);
  const settings = await storage.forWorkspace(TEAM_ID).workspace.findOrCreate({} as never);
  await storage.forWorkspace(TEAM_ID).workspace.save({ ...settings, managerIds: [emulator.idOf('mara')] });
  letFormsOpen();
  // Until then the card of the review may still be on its way.
  await world.restart();
}, 120_000);
afterAll(() => world.close());

/** One row at least of every table, with the mark in all its texts. */
async function fillAndMark(workspaceId: string, rowsOf: readonly string[]): Promise<Guarded> {
  const { pool } = world;
  const filled = await fill(createStorage(world.database).forWorkspace(workspaceId));
  await markRows(pool, workspaceId);
  // The filling gives every workspace's meeting the same id.
  await pool.query('UPDATE "ClientMeeting" SET id = gen_random_uuid() WHERE "workspaceId" = $1', [workspaceId]);
  const one = async (sql: string) => (await pool.query<{ id: string }>(sql, [workspaceId])).rows[0]?.id ?? '';
  const ids = {
    ...filled,
    itemId: await one('SELECT id FROM "PlanItem" WHERE "workspaceId" = $1'),
    meetingId: await one('SELECT id FROM "ClientMeeting" WHERE "workspaceId" = $1'),
    stepId: await one('SELECT id FROM "PartingStep" WHERE "workspaceId" = $1'),
    evidenceId: await one('SELECT id FROM "Evidence" WHERE "workspaceId" = $1'),
    importId: await one('SELECT id FROM "ClientImport" WHERE "workspaceId" = $1'),
  };
  return { ids, rowsOf: rowsOf.length > 0 ? rowsOf : [filled.reviewId, filled.clientId, ids.importId] };
}

/** Every form opens, so that what it would show is seen. */
function letFormsOpen(): void {
  const { gateway } = world;
  const used = gateway.calls('views.open').map(({ args }) => String(args.trigger_id));
  trigger = used[0] ?? '';
  const open = { ok: true, view: { id: 'V1', hash: '1.a', type: 'modal', callback_id: 'x', blocks: [] } };
  for (const method of ['views.open', 'views.push', 'views.update']) gateway.amend(method, () => open);
}
let trigger = '';

/** What a button or a form is about, in every spelling that there is. */
function targetsOf(ids: Readonly<Record<string, string>>): string[] {
  const { reviewId = '', clientId = '', itemId = '', meetingId = '', evidenceId = '', importId = '' } = ids;
  const key = '00000000-0000-4000-8000-00000000000a';
  const all = { ...ids, version: 0, key, formKey: key, page: 1, phase: 'complaints', channel: 'email', language: 'en' };
  return [
    JSON.stringify(all),
    JSON.stringify({ ...all, version: 1, phase: 'vote', verdictVersion: 1, day: 30, correctsId: evidenceId }),
    ...[clientId, itemId, meetingId, evidenceId, importId].filter(Boolean),
    ...[`${reviewId} ${meetingId}`, `2967 ${clientId} 1`],
    ...['history', 'lessons', 'comments', 'evidence'].map((list) => `${list} 1 ${clientId}`),
  ];
}

/** Everything that somebody got to see since `from`: replies, forms, messages to them. */
function seenBy(name: Name, from: number): string {
  const id = world.emulator.idOf(name);
  const isTheirs = ({ method, args }: { method: string; args: Record<string, unknown> }) =>
    method.startsWith('views.') || method === 'chat.postEphemeral' || args.channel === id || method === 'response_url';
  return JSON.stringify(world.gateway.calls().slice(from).filter(isTheirs));
}

/** Sends all of them, and gives what the replies said. */
async function sendAll(payloads: readonly Payload[]): Promise<string> {
  const replies: string[] = [];
  const waiting = payloads.values();
  const next = async () => {
    for (const payload of waiting) {
      const { status, text } = await send(world, { ...payload, body: { ...payload.body, trigger_id: trigger } });
      replies.push(text);
      expect(status === 200 || (status >= 400 && status < 500), `${payload.of}: ${status}`).toBe(true);
    }
  };
  await Promise.all(Array.from({ length: 10 }, next));
  await world.quiet();
  return replies.join('\n');
}

const LIST_TARGET = /^(?:history|lessons|comments|evidence) /;
const LIST_IDS: readonly string[] = [ACTIONS.openList, ACTIONS.pageBefore, ACTIONS.pageAfter, VIEWS.list];

const CASES: readonly { who: Name; what: keyof typeof guarded; says: string }[] = [
  { who: 'mara', what: 'foreign', says: 'of another workspace, by a manager' },
  { who: 'tom', what: 'uninvited', says: 'of a private review one was not invited to' },
  { who: 'tom', what: 'unmanaged', says: 'of a client one does not manage' },
];

describe('ids of others in a button or a form', () => {
  it.each(CASES)(
    '$says: show nothing and change nothing',
    async ({ who, what }) => {
      const { ids = {}, rowsOf = [] } = guarded[what] ?? {};
      const make = createPayloads(world);
      const before = await rowsNaming(world.pool, rowsOf);
      const failures: string[] = [];
      const kinds = [
        ...ACTION_IDS.map((one) => ['press', one] as const),
        ...VIEW_IDS.map((one) => ['submission', one] as const),
      ];
      for (const target of targetsOf(ids)) {
        const from = world.gateway.calls().length;
        // A page of a list has a spelling of its own that only these read.
        const meant = LIST_TARGET.test(target) ? kinds.filter(([, id]) => LIST_IDS.includes(id)) : kinds;
        const told = await sendAll(meant.map(([kind, id]) => make[kind](who, id, target)));
        for (const seen of [told, seenBy(who, from)])
          if (seen.includes(GUARDED)) failures.push(`${target} shows what is guarded: ${around(seen)}`);
      }
      const after = await rowsNaming(world.pool, rowsOf);
      for (const table of Object.keys(after)) {
        const added = after[table]?.filter((row) => !before[table]?.includes(row)) ?? [];
        const gone = before[table]?.filter((row) => !after[table]?.includes(row)) ?? [];
        if (added.length + gone.length > 0) failures.push(`${table}: +${added.join(' ')} -${gone.join(' ')}`);
      }
      expect(failures).toEqual([]);
      expect(JSON.stringify(after)).not.toContain(INTRUSION);
    },
    240_000,
  );
});

function around(text: string): string {
  const at = text.indexOf(GUARDED);
  return text.slice(Math.max(0, at - 160), at + 60);
}
