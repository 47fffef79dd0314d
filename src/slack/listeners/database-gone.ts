/** Prisma's own codes: not reachable, too slow to answer, closed the connection, no free connection. */
const PRISMA_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'];

/** PostgreSQL's: shutting down or starting, a time limit, storage that fails, a standby or a full disk that takes no writes. */
const SERVER_CODES = ['57P01', '57P02', '57P03', '57P05', '57014', '25P03', '25P04', '58030', '25006'];
/** PostgreSQL's classes of codes: connection exception; insufficient resources, a full disk among them. */
const SERVER_CLASSES = /^(08|53)[0-9A-Z]{3}$/;
/** What ends or refuses a session, whatever its code. */
const SESSION_ENDS = ['FATAL', 'PANIC'];

const SOCKET_CODES = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
];
const SOCKET_CALLS = ['connect', 'read', 'write', 'getaddrinfo'];

/** What Prisma's driver calls them, where it tells of a commit that failed. */
const DRIVER_KINDS = ['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TooManyConnections'];

/** The errors of the driver and its pool that have no code. */
const DRIVER_MESSAGES = [
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Query read timeout',
];

type Told = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly severity?: unknown;
  readonly syscall?: unknown;
  readonly kind?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly timeout?: unknown; readonly driverAdapterError?: { readonly cause?: Told } };
};

/**
 * The database could not be reached, did not answer in time or takes nothing more: no fault of what was asked, and worth asking again in
 * a minute. A statement that the server refuses is a bug and no outage. Other causes of an error are not looked at:
 * those of Slack's client are sockets too.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const told = error as Told;
  const code = String(told.code ?? '');
  if (PRISMA_CODES.includes(code) || DRIVER_MESSAGES.includes(error.message)) return true;
  if (code === 'P2028') return isOutOfTime(error.message, told);
  const ofDriver = error.name === 'DriverAdapterError' ? (told.cause as Told) : told.meta?.driverAdapterError?.cause;
  return isOfServer(told) || isOfServer(ofDriver ?? {}) || isOfSocket(told);
}

/** A transaction that got no connection or took too long; the same code tells of one that was used after its end. */
function isOutOfTime(message: string, { meta }: Told): boolean {
  return meta?.timeout !== undefined || message.includes('Unable to start a transaction in the given time');
}

function isOfServer({ code, originalCode = code, severity, kind }: Told): boolean {
  const known = String(originalCode ?? '');
  if (DRIVER_KINDS.includes(String(kind))) return true;
  return SERVER_CODES.includes(known) || SERVER_CLASSES.test(known) || SESSION_ENDS.includes(String(severity));
}

/** ENOENT: the socket file of a server that is stopped, and not a file that is missing. */
function isOfSocket({ name, code, syscall }: Told): boolean {
  if (!SOCKET_CODES.includes(String(code))) return false;
  // Prisma passes the code on without the call; it opens nothing but connections.
  if (name === 'PrismaClientKnownRequestError') return true;
  return SOCKET_CALLS.includes(String(syscall)) && (code !== 'ENOENT' || syscall === 'connect');
}
