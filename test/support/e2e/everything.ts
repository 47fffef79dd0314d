import type { E2eWorld } from './world.ts';

/** Every row of every table, ours and the job queue's, as `table: json`. */
export async function everyRow({ db }: Pick<E2eWorld, 'db'>): Promise<string[]> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
  );
  const dumps = tables.map(async ({ name }) => {
    const { rows } = await db.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    return rows.map(({ row }) => `${name}: ${JSON.stringify(row)}`);
  });
  return (await Promise.all(dumps)).flat();
}

/** Every message the app ever sent to Slack, each version of it, as it went over the wire. */
export function everyMessageSent({ standIn }: Pick<E2eWorld, 'standIn'>): string[] {
  return standIn
    .calls()
    .filter(({ method }) => method.startsWith('chat.'))
    .map(({ method, args }) => `${method}: ${JSON.stringify(args)}`);
}
