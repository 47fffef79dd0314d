import type { Config } from '../config.ts';
import { LANGUAGES } from '../domain/language.ts';
import type { Logger } from './logging.ts';

export type StartFacts = {
  readonly version: string;
  readonly slack: 'socket' | 'http';
  /** The port Slack calls; null with Socket Mode. */
  readonly port: number | null;
  readonly database: string;
  readonly workspaces: readonly string[];
  readonly languages: readonly string[];
  readonly opsUrl: string | null;
  /** What to do now, in a few words. */
  readonly next: string;
};

/** What there is to say of a start, from its settings and from what was started. Nothing in it is secret. */
export function describeStart(
  { slack, database, defaultLanguage }: Config,
  started: Pick<StartFacts, 'version' | 'workspaces' | 'opsUrl'>,
): StartFacts {
  const others = LANGUAGES.filter((language) => language !== defaultLanguage);
  return {
    ...started,
    slack: slack.mode,
    port: slack.mode === 'http' ? slack.port : null,
    database: database.mode === 'embedded' ? `embedded, files in ${database.dataDir}` : placeOf(database.url),
    languages: [defaultLanguage, ...others],
    next: 'oauth' in slack ? 'workspaces install it at /slack/install' : 'type /client-review in Slack',
  };
}

/** Says that the app is ready and what to do next: a few lines for a person at a terminal, one JSON line for a log. */
export function announceStart(
  facts: StartFacts,
  { isTerminal, write, logger }: { isTerminal: boolean; write: (text: string) => void; logger: Logger },
): void {
  if (isTerminal) write(renderBanner(facts));
  else logger.info(facts, `Parley is ready: ${facts.next}`);
}

/** The lines for a person; ends with a line break. */
export function renderBanner(facts: StartFacts): string {
  const [language = '', ...others] = facts.languages;
  const rows = [
    ['Slack', facts.slack === 'socket' ? 'connected by Socket Mode' : `HTTP on port ${facts.port}, path /slack/events`],
    ['Database', facts.database],
    ['Workspaces', facts.workspaces.join(', ') || 'those that install it'],
    ['Languages', `${language} unless set otherwise, ${others.join(', ')}`],
    ['Operations', facts.opsUrl ? `${facts.opsUrl}/healthz, /readyz, /metrics` : 'off (set OPS_PORT)'],
    ['Next', `${facts.next}; Ctrl+C stops`],
  ];
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(12)}${text}`);
  return ['', `Parley ${facts.version} is ready`, '', ...lines, '', ''].join('\n');
}

/** Host and name of a database; user and password stay out. */
function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `PostgreSQL, ${pathname.slice(1) || 'default database'} on ${host || searchParams.get('host') || 'this machine'}`;
}
