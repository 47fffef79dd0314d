import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { noteFailure } from './request-log.ts';

export type { Logger } from 'pino';

export type LoggingOptions = {
  readonly level: string;
  /** Where lines go; standard output when not given. */
  readonly destination?: DestinationStream;
  /** Texts that must not appear in any line whatever their shape, such as the encryption key. */
  readonly secrets?: readonly string[];
};

const REDACTED = '[redacted]';
const MAX_CAUSES = 5;
const ERROR_LEVEL = 50;

/** Slack's tokens (bot, user, app, refresh, workflow), also when cut short in an error text. */
const SLACK_TOKEN = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w-]+/gi;
/** User and password of a Postgres address, up to the last @ before a space or quote: passwords may hold an @ themselves. */
const POSTGRES_LOGIN = /\b(postgres(?:ql)?:\/\/)[^\s"'<>]*@/gi;

/** Fields that hold a secret, or what people wrote. */
const HIDDEN_FIELDS = [
  ...[
    'token',
    'botToken',
    'appToken',
    'signingSecret',
    'encryptionKey',
    'authorization',
    'password',
    'connectionString',
  ],
  ...['body', 'payload', 'view', 'blocks', 'text'],
];

/**
 * A logger of JSON lines that keeps secrets and Slack bodies out, whichever way they come in: hidden fields by name,
 * and every finished line searched for tokens, database logins and the secrets given.
 * Of an error only type, code, message, stack and causes are written: other properties may hold a response or a row.
 */
export function createLogger({ level, destination, secrets = [] }: LoggingOptions): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    redact: { paths: HIDDEN_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: REDACTED },
    hooks: {
      streamWrite: (line) => scrubSecrets(line, secrets),
      // A request whose logger is given an error has failed.
      logMethod(args, method, level) {
        if (level >= ERROR_LEVEL) noteFailure(this);
        method.apply(this, args);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The text with every Slack token, Postgres login and given secret replaced. */
export function scrubSecrets(text: string, secrets: readonly string[] = []): string {
  const scrubbed = text.replace(SLACK_TOKEN, REDACTED).replace(POSTGRES_LOGIN, `$1${REDACTED}@`);
  return secrets.filter(Boolean).reduce((rest, secret) => rest.replaceAll(secret, REDACTED), scrubbed);
}

function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : `(${typeof error})`;
  const code = 'code' in error ? { code: String(error.code) } : {};
  const cause = error.cause && depth < MAX_CAUSES ? { cause: describeError(error.cause, depth + 1) } : {};
  const message = messageOf(error);
  return { type: error.name, ...code, message, stack: error.stack?.replace(error.message, () => message), ...cause };
}

/** Prisma repeats a call that it cannot make, with all its values; only the last line says what is wrong with it. */
function messageOf({ name, message }: Error): string {
  return name === 'PrismaClientValidationError' ? (message.split('\n').at(-1) ?? '') : message;
}
