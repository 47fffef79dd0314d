import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** What may be sampled for the planner: ids, names of things, states and figures. A column that people write into is none of these. */
const NOT_WORDS = [
  /(^id|Ids?|By|[kK]ey|Ts|urpose|[nN]ame)$/,
  /^(action|subject|digest|signals?|scopes|clientIds|answers|figures|context|verdict|alert|thresholds|daysOff|hardStops|basis|channel)$/,
  /^(role|phase|state|status|mode|stance|preset|choice|hardStop|kind|frequency|concerns|level|band|condition|absence|revealed|why)$/,
  /^(answer|holdReason|pausedReason|reason|currency|language|timeZone)$/,
];

it('takes samples of no column that people write into', async () => {
  const { rows } = await test.database.pool.query<{ column: string }>(
    `SELECT c.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' AND a.attnum > 0
       AND NOT a.attisdropped AND a.attstattarget IS DISTINCT FROM 0 AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
     ORDER BY 1`,
  );
  const columns = rows.map(({ column }) => column);
  expect(columns.filter((column) => !NOT_WORDS.some((one) => one.test(column.split('.')[1] ?? '')))).toEqual([]);
  // Reasons are of our making in one table only.
  expect(columns.filter((column) => column.endsWith('.reason'))).toEqual(['ReplyNotice.reason']);
  expect(columns.filter((column) => column.endsWith('.why'))).toEqual(['PulseInvite.why']);
  expect(columns.filter((column) => column.endsWith('.answers'))).toEqual(['ActionPlan.answers']);
});
