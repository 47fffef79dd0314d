import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config.ts';
import { announceStart, describeStart } from '../../src/ops/banner.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { readVersion } from '../../src/ops/version.ts';

const STARTED = { version: '1.2.3', workspaces: ['T1'], opsUrl: 'http://127.0.0.1:9464' };
const CONFIG: Config = {
  slack: { mode: 'http', botToken: 'xoxb-planted', apiUrl: null, signingSecret: 'plantedplanted00', port: 8080 },
  database: { mode: 'external', url: 'postgres://parley:planted@db.example:5432/parley' },
  encryptionKey: Buffer.alloc(32, 7),
  previousKeys: [],
  ops: { host: '127.0.0.1', port: 9464 },
  logLevel: 'info',
  defaultLanguage: 'ru',
  managers: [],
  money: { hourlyCost: null, currency: 'EUR' },
};

function announce(config: Config, isTerminal: boolean): { text: string; lines: string[] } {
  return announceOf(config, STARTED, isTerminal);
}

function announceOf(config: Config, started: typeof STARTED | { workspaces: [] }, isTerminal = true) {
  const lines: string[] = [];
  const written: string[] = [];
  announceStart(describeStart(config, { ...STARTED, ...started }), {
    isTerminal,
    write: (text) => void written.push(text),
    logger: createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
  });
  return { text: written.join(''), lines };
}

describe('announceStart', () => {
  it('shows a person what runs and what to do next', () => {
    expect(announce(CONFIG, true)).toEqual({
      lines: [],
      text: `
Parley 1.2.3 is ready

  Slack       HTTP on port 8080, path /slack/events
  Database    PostgreSQL, parley on db.example:5432
  Workspaces  T1
  Languages   ru unless set otherwise, en
  Operations  http://127.0.0.1:9464/healthz, /readyz, /metrics
  Next        type /client-review in Slack; Ctrl+C stops

`,
    });
  });

  it('writes one line for a log', () => {
    const { text, lines } = announce(
      {
        ...CONFIG,
        slack: { mode: 'socket', botToken: 'xoxb-planted', appToken: 'xapp-planted', apiUrl: null },
        database: { mode: 'embedded', dataDir: './.parley' },
      },
      false,
    );
    expect(text).toBe('');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...{ level: 'info', msg: 'Parley is ready: type /client-review in Slack', version: '1.2.3', slack: 'socket' },
      ...{ database: 'embedded, files in ./.parley', workspaces: ['T1'], languages: ['ru', 'en'] },
    });
  });

  it('says how workspaces come where each installs the app itself', () => {
    const oauth = { clientId: '1.2', clientSecret: 'planted', redirectUri: null };
    const slack = { mode: 'http', oauth, apiUrl: null, signingSecret: 'plantedplanted00', port: 8080 } as const;
    const { text } = announceOf({ ...CONFIG, slack }, { ...STARTED, workspaces: [] });
    expect(text).toContain('Workspaces  those that install it');
    expect(text).toContain('Next        workspaces install it at /slack/install');
  });

  it.each([true, false])('says no secret, terminal: %s', (isTerminal) => {
    const { text, lines } = announce(CONFIG, isTerminal);
    expect(text + lines.join()).not.toContain('planted');
  });
});

describe('readVersion', () => {
  it('is that of package.json', () => {
    expect(readVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
