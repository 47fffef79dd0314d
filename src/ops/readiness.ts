/** Where the connection to Slack is: `connected` stands for an open socket as well as for a listening server. */
export type SlackState = 'starting' | 'connected' | 'disconnected' | 'stopped';

export type ReadinessSources = {
  /** Rejects when the database does not answer in time. */
  readonly countPendingMigrations: () => Promise<number>;
  readonly slackState: () => SlackState;
};

export type Readiness = {
  readonly isReady: boolean;
  /** `ok`, or what is wrong, in words of ours: an error's own text may hold an address. */
  readonly checks: Readonly<Record<'database' | 'migrations' | 'slack', string>>;
};

/** Whether this process can serve people now: its database answers and is of this build, and Slack reaches it. */
export async function readReadiness({ countPendingMigrations, slackState }: ReadinessSources): Promise<Readiness> {
  const pending = await countPendingMigrations().catch(() => null);
  const slack = slackState();
  const checks = {
    database: pending === null ? 'no answer' : 'ok',
    migrations: describeMigrations(pending),
    slack: slack === 'connected' ? 'ok' : slack,
  };
  return { isReady: Object.values(checks).every((word) => word === 'ok'), checks };
}

function describeMigrations(pending: number | null): string {
  if (pending === null) return 'unknown';
  return pending === 0 ? 'ok' : `${pending} not applied`;
}
