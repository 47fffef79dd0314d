import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod';
import { findSlackConflicts, wantsOAuth } from './slack-config-conflicts.ts';

/** Variables by name, as `process.env` and an `.env` file give them. */
export type Environment = Readonly<Record<string, string | undefined>>;

type HttpConfig = { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

/** One workspace by its bot token, over Socket Mode or HTTP; or every workspace that installs the app over OAuth, which needs HTTP. */
export type SlackConfig = { readonly apiUrl: string | null } & (
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | (HttpConfig & { readonly botToken: string })
  | (HttpConfig & { readonly oauth: OAuthConfig })
);

export type OAuthConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null: where the app's settings in Slack say. */
  readonly redirectUri: string | null;
};

export type DatabaseConfig =
  | { readonly mode: 'external'; readonly url: string }
  | { readonly mode: 'embedded'; readonly dataDir: string };

export type Config = {
  readonly slack: SlackConfig;
  readonly database: DatabaseConfig;
  /** 32 bytes: encrypts the secrets that link private answers to people while a review is open. */
  readonly encryptionKey: Buffer;
  /** Keys that came before it: they open what was sealed then, and seal nothing. */
  readonly previousKeys: readonly Buffer[];
  /** Where /healthz, /readyz and /metrics are served; null: nowhere. */
  readonly ops: { readonly host: string; readonly port: number } | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly defaultLanguage: (typeof LANGUAGES)[number];
  /** Slack user ids; empty means: the workspace's admins are the managers. */
  readonly managers: readonly string[];
  readonly money: { readonly hourlyCost: number | null; readonly currency: string };
};

export type ConfigProblem = { readonly key: string; readonly message: string };
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LANGUAGES = ['en', 'ru'] as const;
const SLACK_APP_PAGE = 'api.slack.com/apps → your app';

type KeyGuide = { readonly allowed: string; readonly where: string; readonly isSecret?: true };

const GUIDE = {
  SLACK_BOT_TOKEN: {
    allowed:
      'a bot token, xoxb-…; or leave it empty and set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for several workspaces',
    where: `${SLACK_APP_PAGE} → OAuth & Permissions → Bot User OAuth Token (after Install to Workspace)`,
    isSecret: true,
  },
  SLACK_APP_TOKEN: {
    allowed: 'an app-level token, xapp-…, for Socket Mode; or leave it empty and set SLACK_SIGNING_SECRET for HTTP',
    where: `${SLACK_APP_PAGE} → Basic Information → App-Level Tokens → Generate, with the scope connections:write`,
    isSecret: true,
  },
  SLACK_SIGNING_SECRET: {
    allowed: 'the signing secret: letters and digits only, 16 or more',
    where: `${SLACK_APP_PAGE} → Basic Information → App Credentials → Signing Secret`,
    isSecret: true,
  },
  SLACK_CLIENT_ID: {
    allowed:
      'the client id, such as 123.456, in place of SLACK_BOT_TOKEN: every workspace can then install the app, over HTTP',
    where: `${SLACK_APP_PAGE} → Basic Information → App Credentials → Client ID`,
  },
  SLACK_CLIENT_SECRET: {
    allowed: 'the client secret: letters and digits only, 16 or more, together with SLACK_CLIENT_ID',
    where: `${SLACK_APP_PAGE} → Basic Information → App Credentials → Client Secret`,
    isSecret: true,
  },
  SLACK_REDIRECT_URI: {
    allowed: 'https://<your host>/slack/oauth_redirect, together with SLACK_CLIENT_ID',
    where: `${SLACK_APP_PAGE} → OAuth & Permissions → Redirect URLs; leave it empty when there is only one`,
  },
  SLACK_API_URL: { allowed: 'an http:// or https:// address', where: 'leave it empty for Slack itself' },
  PORT: { allowed: 'a whole number from 1 to 65535', where: 'any free port; 3000 when empty' },
  DATABASE_URL: {
    allowed: 'postgres://user:password@host:5432/name, or postgresql://…',
    where: 'your PostgreSQL provider; leave it empty for the embedded server',
    isSecret: true,
  },
  DATA_DIR: { allowed: 'the path of a folder', where: 'any folder of your own; ./.parley when empty' },
  ENCRYPTION_KEY: {
    allowed: '32 random bytes, written as base64 or as 64 hexadecimal digits',
    where: `make one with: openssl rand -base64 32, or: node -p "crypto.randomBytes(32).toString('base64')", and keep it`,
    isSecret: true,
  },
  ENCRYPTION_KEY_PREVIOUS: {
    allowed: 'keys that ENCRYPTION_KEY was before, in the same spelling, separated by commas',
    where: 'leave it empty unless you are changing the key; docs/encryption-key.md has the steps',
    isSecret: true,
  },
  OPS_PORT: {
    allowed: 'a whole number from 1 to 65535, another one than PORT',
    where: 'any free port, for /healthz, /readyz and /metrics; they are off when empty',
  },
  OPS_HOST: { allowed: 'an address of this machine', where: '127.0.0.1 when empty; 0.0.0.0 in a container of its own' },
  LOG_LEVEL: { allowed: LOG_LEVELS.join(', '), where: 'info when empty' },
  DEFAULT_LANGUAGE: { allowed: LANGUAGES.join(' or '), where: 'en when empty' },
  MANAGERS: {
    allowed: 'Slack user ids separated by commas, such as U012AB3CD,U045EF6GH',
    where: 'a person’s profile in Slack → ⋮ → Copy member ID; empty means the workspace’s admins',
  },
  HOURLY_COST: { allowed: 'a number above zero, such as 45.50', where: 'what an hour of your people costs; optional' },
  CURRENCY: { allowed: 'a currency code of ISO 4217, such as EUR', where: 'EUR when empty' },
} as const satisfies Record<string, KeyGuide>;

type Key = keyof typeof GUIDE;
const KEYS = Object.keys(GUIDE) as Key[];

const ENCRYPTION_KEY = /^([\da-f]{64}|[A-Za-z\d+/]{43}=)$/i;

const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65_535));

const schema = z
  .object({
    SLACK_BOT_TOKEN: z.optional(z.string().regex(/^xoxb-\S+$/)),
    SLACK_APP_TOKEN: z.optional(z.string().regex(/^xapp-\S+$/)),
    SLACK_SIGNING_SECRET: z.optional(z.string().regex(/^[\da-z]{16,}$/i)),
    SLACK_CLIENT_ID: z.optional(z.string().regex(/^\d+\.\d+$/)),
    SLACK_CLIENT_SECRET: z.optional(z.string().regex(/^[\da-z]{16,}$/i)),
    SLACK_REDIRECT_URI: z.optional(z.url({ protocol: /^https?$/ }).endsWith('/slack/oauth_redirect')),
    SLACK_API_URL: z.optional(z.url({ protocol: /^https?$/ })),
    PORT: z.optional(port).default(3000),
    DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
    DATA_DIR: z.string().default('./.parley'),
    ENCRYPTION_KEY: z.string().regex(ENCRYPTION_KEY).transform(decodeKey),
    ENCRYPTION_KEY_PREVIOUS: z
      .string()
      .transform(splitList)
      .pipe(z.array(z.string().regex(ENCRYPTION_KEY).transform(decodeKey)))
      .default([]),
    OPS_PORT: z.optional(port),
    OPS_HOST: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
    DEFAULT_LANGUAGE: z.enum(LANGUAGES).default('en'),
    MANAGERS: z
      .string()
      .transform(splitList)
      .pipe(z.array(z.string().regex(/^[UW][A-Z\d]+$/)))
      .default([]),
    HOURLY_COST: z.optional(
      z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number)
        .pipe(z.number().positive()),
    ),
    CURRENCY: z.enum(Intl.supportedValuesOf('currency')).default('EUR'),
  } satisfies Record<Key, z.ZodType>)
  .refine((env) => Boolean(env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET) || wantsOAuth(env), {
    path: ['SLACK_APP_TOKEN'],
    // Checked even when other keys are wrong, so that the first start already names everything.
    when: () => true,
  })
  .refine((env) => env.SLACK_APP_TOKEN !== undefined || env.OPS_PORT !== env.PORT, {
    path: ['OPS_PORT'],
  });

type Settings = z.output<typeof schema>;

/**
 * Reads the configuration from the variables given, or lists every missing or wrong one at once.
 * An empty or blank value counts as not given. A message never holds the value of a secret key.
 */
export function parseConfig(env: Environment): ConfigResult {
  const given = Object.fromEntries(KEYS.map((key) => [key, env[key]?.trim() || undefined]));
  const result = schema.safeParse(given);
  const conflicts = findSlackConflicts(given);
  if (result.success && conflicts.size === 0) return { ok: true, config: toConfig(result.data) };
  const wrong = new Set(result.error?.issues.map((issue) => issue.path[0]));
  const keys = KEYS.filter((key) => wrong.has(key) || conflicts.has(key));
  return { ok: false, problems: keys.map((key) => ({ key, message: explain(key, given[key], conflicts.get(key)) })) };
}

/**
 * What `npm start` prints instead of starting: each setting with what is allowed and where to get it,
 * and the way to try Parley without any of them.
 */
export function renderProblems(problems: readonly ConfigProblem[]): string {
  const count = problems.length === 1 ? 'one setting needs' : `${problems.length} settings need`;
  return [
    `Parley cannot start yet: ${count} your attention.`,
    '',
    ...problems.map(({ key, message }) => `${key} ${message.replaceAll('\n', '\n    ')}\n`),
    'Put them into the environment or into a file named .env (copy .env.example); README.md has the steps.',
    'To see Parley at work first: npm run demo needs no Slack workspace and none of these settings.',
  ].join('\n');
}

/** The variables in an `.env` file, or none when there is no such file. Real environment variables should win over them. */
export function readEnvFile(path: string): Environment {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}

/** Every secret text in the configuration, for the logger to keep out of its lines. */
export function listSecrets({ slack, database, encryptionKey, previousKeys }: Config): string[] {
  return [
    'oauth' in slack ? slack.oauth.clientSecret : slack.botToken,
    slack.mode === 'socket' ? slack.appToken : slack.signingSecret,
    ...(database.mode === 'external' ? [database.url] : []),
    ...[encryptionKey, ...previousKeys].flatMap((key) => [key.toString('base64'), key.toString('hex')]),
  ];
}

function decodeKey(text: string): Buffer {
  return Buffer.from(text, text.length === 64 ? 'hex' : 'base64');
}

function splitList(text: string): string[] {
  return text.split(',').flatMap((item) => item.trim() || []);
}

function toConfig(settings: Settings): Config {
  return {
    slack: toSlackConfig(settings),
    database: settings.DATABASE_URL
      ? { mode: 'external', url: settings.DATABASE_URL }
      : { mode: 'embedded', dataDir: settings.DATA_DIR },
    encryptionKey: settings.ENCRYPTION_KEY,
    previousKeys: settings.ENCRYPTION_KEY_PREVIOUS,
    ops: settings.OPS_PORT === undefined ? null : { host: settings.OPS_HOST, port: settings.OPS_PORT },
    logLevel: settings.LOG_LEVEL,
    defaultLanguage: settings.DEFAULT_LANGUAGE,
    managers: settings.MANAGERS,
    money: { hourlyCost: settings.HOURLY_COST ?? null, currency: settings.CURRENCY },
  };
}

function toSlackConfig(settings: Settings): SlackConfig {
  // The client joins method names to this address as they are, so it must end in a slash.
  const apiUrl = settings.SLACK_API_URL?.replace(/\/?$/, '/') ?? null;
  const botToken = settings.SLACK_BOT_TOKEN ?? '';
  if (settings.SLACK_APP_TOKEN) return { mode: 'socket', botToken, apiUrl, appToken: settings.SLACK_APP_TOKEN };
  const http = {
    mode: 'http',
    apiUrl,
    signingSecret: settings.SLACK_SIGNING_SECRET ?? '',
    port: settings.PORT,
  } as const;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret = '' } = settings;
  if (clientId === undefined) return { ...http, botToken };
  return { ...http, oauth: { clientId, clientSecret, redirectUri: settings.SLACK_REDIRECT_URI ?? null } };
}

function explain(key: Key, seen: string | undefined, conflict: string | undefined): string {
  const { allowed, where, isSecret }: KeyGuide = GUIDE[key];
  return `${conflict ?? describeValue(seen, isSecret ?? false)}.\nAllowed: ${allowed}.\nWhere: ${where}.`;
}

function describeValue(seen: string | undefined, isSecret: boolean): string {
  if (seen === undefined) return 'is missing';
  // A long value in a harmless key may be a token pasted into the wrong line.
  return isSecret || seen.length > 16
    ? 'has a value that is not allowed (not shown)'
    : `is ${JSON.stringify(seen)}, which is not allowed`;
}
