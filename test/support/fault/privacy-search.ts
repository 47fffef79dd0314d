import type pg from 'pg';
import { EVERYBODY, PEOPLE, type PersonName } from '../../../demo/sample-agency.ts';
import type { ApiCall } from '../../../demo/stand-in/world.ts';
import { idOf } from '../e2e/review.ts';
import type { E2eWorld } from '../e2e/world.ts';

/** A word that one person writes, to one question: found anywhere, it says who wrote it. */
export const mark = (name: PersonName, what: string) => `zq${what}${name}qz`;
const MARK = /zq[a-z0-9]+?qz/g;

export const marksIn = (text: string): string[] => [...new Set(text.match(MARK) ?? [])];

/** Who is named in a text, by id, name or part of a name; words that were planted name nobody. */
export function peopleIn(text: string): PersonName[] {
  const rest = text.replaceAll(MARK, '');
  return EVERYBODY.filter((name) => {
    const words = [name, ...PEOPLE[name].name.en.split(' ')].map((word) => `\\b${word}\\b`);
    return rest.includes(idOf(name)) || new RegExp(words.join('|'), 'i').test(rest);
  });
}

export type Row = { readonly table: string; readonly text: string; readonly transaction: string };

/** Every row of every table of every schema but the server's own, with the transaction that wrote it. */
export async function everyRow(db: pg.Pool): Promise<Row[]> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: Row[] = [];
  for (const { name: table } of tables) {
    const { rows } = await db.query<Row>(
      `SELECT $1::text AS table, to_jsonb(t)::text AS text, xmin::text AS transaction FROM ${table} t`,
      [table],
    );
    found.push(...rows);
  }
  return found;
}

/** What the server keeps of rows and statements beside the tables: samples for its planner, and the last statement of each session. */
export async function besideTheTables(db: pg.Pool): Promise<string[]> {
  // As autovacuum does by itself where it is on.
  await db.query('ANALYZE');
  const views = ['pg_stats', 'pg_stat_activity', 'pg_prepared_statements', 'pg_locks', 'pg_largeobject'];
  const { rowCount } = await db.query(`SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'`);
  if (rowCount) views.push('pg_stat_statements');
  const found: string[] = [];
  for (const view of views) {
    const { rows } = await db.query<{ text: string }>(`SELECT t::text AS text FROM ${view} t`);
    found.push(...rows.map(({ text }) => `${view}: ${text}`));
  }
  return found;
}

export type Sent = { readonly method: string; readonly text: string; readonly seenBy: PersonName | 'several' };

/** Everything that goes to Slack, and who sees it: a form or a Home by its person, a message by block. Begin before the first form opens. */
export function watchSent({ standIn, driver }: E2eWorld) {
  const ownerOf = new Map<string, PersonName>();
  const stop = standIn.onChange(() => {
    for (const name of EVERYBODY)
      for (const { view } of standIn.world.views.stack(idOf(name))) ownerOf.set(view.id, name);
  });
  const nameOf = (id: unknown) => EVERYBODY.find((name) => idOf(name) === id);
  const directOf = (channel: unknown) =>
    EVERYBODY.find((name) => channel === idOf(name) || driver.directMessages(idOf(name))[0]?.channel === channel);
  const seenBy = ({ method, args, result }: ApiCall): PersonName | 'several' => {
    const view = (result.view as { id?: string } | undefined)?.id ?? String(args.view_id ?? '');
    const one = method === 'views.publish' ? nameOf(args.user_id) : (ownerOf.get(view) ?? nameOf(args.user));
    return one ?? directOf(args.channel) ?? 'several';
  };
  const partsOf = ({ method, args }: ApiCall): string[] => {
    const { text, blocks, view, ...rest } = args as { text?: string; blocks?: object[]; view?: object };
    if (method.startsWith('views.')) return [JSON.stringify(args)];
    return [
      text ?? '',
      ...(blocks ?? []).map((one) => JSON.stringify(one)),
      JSON.stringify(view ?? {}),
      JSON.stringify(rest),
    ];
  };
  return {
    stop,
    /** Each part of each call so far. */
    parts: (): Sent[] =>
      standIn
        .calls()
        .flatMap((call) => partsOf(call).map((text) => ({ method: call.method, text, seenBy: seenBy(call) }))),
  };
}

/** What the files say that the app has uploaded, by name. */
export async function filesSent({ standIn }: E2eWorld): Promise<{ name: string; text: string }[]> {
  const files = [...standIn.world.files.values()].map(async (address) => {
    const bytes = await (await fetch(`${standIn.url}${address}`)).arrayBuffer();
    return { name: decodeURIComponent(address.split('/').at(-1) ?? ''), text: Buffer.from(bytes).toString('latin1') };
  });
  return Promise.all(files);
}

/** The pages of operations, as one text. */
export async function operationsPages(world: E2eWorld): Promise<string> {
  const { opsUrl } = world.app();
  const pages = ['/metrics', '/healthz', '/readyz'].map(async (path) => (await fetch(`${opsUrl}${path}`)).text());
  return (await Promise.all(pages)).join('\n');
}
