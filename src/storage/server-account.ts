import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedServerUnavailable } from './postgres-binaries.ts';

const run = promisify(execFile);
const SHARED_FOLDER = '/var/lib/parley';

/** The ids PostgreSQL runs under when we are root: it refuses to run as root itself. */
export type ServerAccount = { uid: number; gid: number };

/** The account `postgres` (made if missing) when this process is root, undefined otherwise: then the server runs as we do. */
export async function findServerAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await readAccount().catch(() => undefined);
  if (known) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return await readAccount();
  } catch (cause) {
    throw new EmbeddedServerUnavailable('root needs an account named postgres and could not make one.', { cause });
  }
}

async function readAccount(): Promise<ServerAccount> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Whether the account may pass through every folder on the way to `folder`, and through itself. */
export async function canReach(folder: string, account: ServerAccount): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canReach(parent, account);
}

/** A folder of its own for `folder` in a place that every account can reach: for checkouts inside a closed home of root. */
export async function makeReachableTwin(folder: string): Promise<string> {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const twin = join(SHARED_FOLDER, name);
  await mkdir(twin, { recursive: true, mode: 0o755 });
  return twin;
}

/** Copies the server's programs (60 MB, once per version) to where the account can run them; returns the copy. */
export async function copyToReachable(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, '..', 'package.json'), 'utf8')) as { version: string };
  const twin = join(SHARED_FOLDER, `postgresql-${version}`);
  if (await stat(twin).catch(() => undefined)) return twin;
  const draft = `${twin}-${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  await cp(home, draft, { recursive: true, verbatimSymlinks: true });
  // Two starts at once: the second rename finds a full folder and its copy is not needed.
  await rename(draft, twin).catch(() => rm(draft, { recursive: true, force: true }));
  return twin;
}
