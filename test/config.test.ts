import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Config, listSecrets, parseConfig, readEnvFile, renderProblems } from '../src/config.ts';

const BASE64_KEY = Buffer.alloc(32, 7).toString('base64');
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_APP_TOKEN: 'xapp-1-app', ENCRYPTION_KEY: BASE64_KEY };
const HTTP = { ...SOCKET, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

const OAUTH = {
  ...{ SLACK_CLIENT_ID: '12.34', SLACK_CLIENT_SECRET: 'c11e47c11e47c11e47c11e47c11e47c1' },
  ...{ SLACK_SIGNING_SECRET: HTTP.SLACK_SIGNING_SECRET, ENCRYPTION_KEY: BASE64_KEY },
};

function configOf(env: Record<string, string | undefined>): Config {
  const result = parseConfig(env);
  if (!result.ok) throw new Error(renderProblems(result.problems));
  return result.config;
}

function problemsOf(env: Record<string, string | undefined>): Record<string, string> {
  const result = parseConfig(env);
  return result.ok ? {} : Object.fromEntries(result.problems.map(({ key, message }) => [key, message]));
}

describe('parseConfig', () => {
  it('needs three settings and defaults the rest', () => {
    expect(configOf(SOCKET)).toEqual({
      slack: { mode: 'socket', botToken: 'xoxb-1-bot', appToken: 'xapp-1-app', apiUrl: null },
      database: { mode: 'embedded', dataDir: './.parley' },
      encryptionKey: Buffer.alloc(32, 7),
      previousKeys: [],
      ops: null,
      logLevel: 'info',
      defaultLanguage: 'en',
      managers: [],
      money: { hourlyCost: null, currency: 'EUR' },
    });
  });

  it('takes HTTP with the signing secret when there is no app token', () => {
    expect(configOf({ ...HTTP, PORT: '8080' }).slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-1-bot',
      signingSecret: HTTP.SLACK_SIGNING_SECRET,
      port: 8080,
      apiUrl: null,
    });
  });

  it('takes OAuth for several workspaces in place of a bot token', () => {
    expect(configOf(OAUTH).slack).toEqual({
      mode: 'http',
      oauth: { clientId: '12.34', clientSecret: OAUTH.SLACK_CLIENT_SECRET, redirectUri: null },
      signingSecret: OAUTH.SLACK_SIGNING_SECRET,
      port: 3000,
      apiUrl: null,
    });
    const redirectUri = 'https://parley.example/slack/oauth_redirect';
    expect(configOf({ ...OAUTH, SLACK_REDIRECT_URI: redirectUri }).slack).toMatchObject({ oauth: { redirectUri } });
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1-bot' }, 'choose one'],
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: undefined }, 'is missing'],
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: 'A0123' }, 'not allowed'],
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: undefined }, 'is missing'],
    ['SLACK_SIGNING_SECRET', { SLACK_SIGNING_SECRET: undefined }, 'is missing'],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-1-app' }, 'of no use'],
    ['SLACK_REDIRECT_URI', { SLACK_REDIRECT_URI: 'https://parley.example/elsewhere' }, 'not allowed'],
    ['MANAGERS', { MANAGERS: 'U012AB3CD' }, 'of no use'],
  ])('names what is wrong with OAuth: %s as in %j', (key, change, what) => {
    const problems = problemsOf({ ...OAUTH, ...change });
    expect(Object.keys(problems)).toEqual([key]);
    expect(problems[key]).toContain(what);
  });

  it('prefers Socket Mode when both ways are given', () => {
    expect(configOf({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1-app' }).slack.mode).toBe('socket');
  });

  it('reads every optional setting', () => {
    const config = configOf({
      ...SOCKET,
      DATABASE_URL: 'postgresql://parley:pw@db.example/parley',
      ENCRYPTION_KEY: 'aF'.repeat(32),
      ENCRYPTION_KEY_PREVIOUS: ` ${BASE64_KEY}, ${'bc'.repeat(32)} ,`,
      OPS_PORT: '9464',
      OPS_HOST: '0.0.0.0',
      LOG_LEVEL: 'debug',
      DEFAULT_LANGUAGE: 'ru',
      MANAGERS: ' U012AB3CD, W045EF6GH ,',
      HOURLY_COST: '45.50',
      CURRENCY: 'RUB',
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    });
    expect(config).toEqual({
      slack: { mode: 'socket', botToken: 'xoxb-1-bot', appToken: 'xapp-1-app', apiUrl: 'http://127.0.0.1:4000/api/' },
      database: { mode: 'external', url: 'postgresql://parley:pw@db.example/parley' },
      encryptionKey: Buffer.from('aF'.repeat(32), 'hex'),
      previousKeys: [Buffer.alloc(32, 7), Buffer.from('bc'.repeat(32), 'hex')],
      ops: { host: '0.0.0.0', port: 9464 },
      logLevel: 'debug',
      defaultLanguage: 'ru',
      managers: ['U012AB3CD', 'W045EF6GH'],
      money: { hourlyCost: 45.5, currency: 'RUB' },
    });
  });

  it('names every missing setting of an empty environment', () => {
    const problems = problemsOf({});
    expect(Object.keys(problems).sort()).toEqual(['ENCRYPTION_KEY', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']);
    expect(problems.SLACK_APP_TOKEN).toContain('SLACK_SIGNING_SECRET');
    expect(problems.ENCRYPTION_KEY).toContain('openssl rand -base64 32');
    for (const message of Object.values(problems))
      expect(message).toMatch(/^is missing\.\nAllowed: .+\.\nWhere: .+\.$/);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-user-token'],
    ['SLACK_APP_TOKEN', 'xoxb-pasted-twice'],
    ['SLACK_SIGNING_SECRET', 'xapp-not-a-secret'],
    ['SLACK_API_URL', 'ftp://slack'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '30OO'],
    ['OPS_PORT', '0'],
    ['OPS_HOST', 'http://127.0.0.1'],
    ['DATABASE_URL', 'mysql://root@localhost/db'],
    ['DATABASE_URL', 'localhost:5432'],
    ['ENCRYPTION_KEY', 'too short'],
    ['ENCRYPTION_KEY', Buffer.alloc(31).toString('base64')],
    ['ENCRYPTION_KEY', 'a'.repeat(63)],
    ['ENCRYPTION_KEY_PREVIOUS', 'too short'],
    ['ENCRYPTION_KEY_PREVIOUS', `${BASE64_KEY},${'a'.repeat(63)}`],
    ['ENCRYPTION_KEY_PREVIOUS', `${BASE64_KEY} ${BASE64_KEY}`],
    ['LOG_LEVEL', 'loud'],
    ['DEFAULT_LANGUAGE', 'de'],
    ['MANAGERS', '@anna'],
    ['MANAGERS', 'U012AB3CD;U045EF6GH'],
    ['HOURLY_COST', '0'],
    ['HOURLY_COST', '1e3'],
    ['HOURLY_COST', 'forty'],
    ['CURRENCY', 'EURO'],
    ['CURRENCY', 'eur'],
  ])('refuses %s=%s and says what is allowed', (key, value) => {
    const problems = problemsOf({ ...SOCKET, [key]: value });
    expect(Object.keys(problems)).toEqual([key]);
    expect(problems[key]).toMatch(/not allowed.*\.\nAllowed: .+\.\nWhere: .+\.$/);
  });

  it('names a bad port, a bad language and the missing ways to Slack together', () => {
    const problems = problemsOf({ ...SOCKET, SLACK_APP_TOKEN: '  ', PORT: 'x', DEFAULT_LANGUAGE: 'EN' });
    expect(Object.keys(problems).sort()).toEqual(['DEFAULT_LANGUAGE', 'PORT', 'SLACK_APP_TOKEN']);
    expect(problems.PORT).toContain('is "x"');
  });

  it('wants another port for operations than the one Slack calls', () => {
    expect(Object.keys(problemsOf({ ...HTTP, OPS_PORT: '3000' }))).toEqual(['OPS_PORT']);
    expect(configOf({ ...SOCKET, OPS_PORT: '3000' }).ops).toEqual({ host: '127.0.0.1', port: 3000 });
  });

  it('does not report the missing app token when only the signing secret is wrong', () => {
    expect(Object.keys(problemsOf({ ...HTTP, SLACK_SIGNING_SECRET: 'short' }))).toEqual(['SLACK_SIGNING_SECRET']);
  });

  it('never shows a secret, not even one pasted into another key', () => {
    const planted = [
      'xoxp-planted',
      'xoxb-planted',
      'mysql://me:planted@db',
      'planted-key',
      'xoxb-planted-in-the-wrong-line',
    ];
    const [bot, app, database, key, stray] = planted;
    const problems = problemsOf({
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      SLACK_SIGNING_SECRET: 'planted secret',
      DATABASE_URL: database,
      ENCRYPTION_KEY: key,
      ENCRYPTION_KEY_PREVIOUS: key,
      MANAGERS: stray,
    });
    expect(Object.keys(problems)).toHaveLength(7);
    expect(JSON.stringify(problems)).not.toContain('planted');
  });
});

describe('renderProblems', () => {
  it('lists each setting and offers the demo', () => {
    const result = parseConfig({ ENCRYPTION_KEY: BASE64_KEY });
    const text = result.ok ? '' : renderProblems(result.problems);
    expect(text).toContain('2 settings need your attention');
    expect(text).toMatch(/^SLACK_BOT_TOKEN is missing\.\n {4}Allowed: .+\n {4}Where: api\.slack\.com/m);
    expect(text).toContain('npm run demo needs no Slack workspace');
  });
});

describe('readEnvFile', () => {
  it('has nothing when there is no file', () => {
    expect(readEnvFile('test/data/no-such-file.env')).toEqual({});
  });

  it('knows every key of the schema in .env.example, without values', () => {
    const example = readEnvFile('.env.example');
    expect(problemsOf(example)).toEqual(problemsOf({}));
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, key]) => key);
    const source = readFileSync('src/config.ts', 'utf8');
    const known = [...source.matchAll(/^ {4}([A-Z_]+): z/gm)].map(([, key]) => key);
    expect(documented.sort()).toEqual(known.sort());
  });
});

const OLD = 'bc'.repeat(32);

describe('listSecrets', () => {
  it('holds tokens, the database address and both spellings of the keys', () => {
    expect(
      listSecrets(configOf({ ...HTTP, DATABASE_URL: 'postgres://a:b@c/d', ENCRYPTION_KEY_PREVIOUS: OLD })).sort(),
    ).toEqual(
      [
        ...['xoxb-1-bot', HTTP.SLACK_SIGNING_SECRET, 'postgres://a:b@c/d', BASE64_KEY, '07'.repeat(32)],
        ...[OLD, Buffer.from(OLD, 'hex').toString('base64')],
      ].sort(),
    );
    expect(listSecrets(configOf(OAUTH))).toContain(OAUTH.SLACK_CLIENT_SECRET);
  });
});
