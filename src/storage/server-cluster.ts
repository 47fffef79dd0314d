import { randomUUID } from 'node:crypto';
import { appendFile, chmod, chown, mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Logger } from './logger.ts';
import { locatePostgresBinaries } from './postgres-binaries.ts';
import { canReach, copyToReachable, findServerAccount, makeReachableTwin } from './server-account.ts';
import { type Cluster, runProgram } from './server-process.ts';

/** Systems allow 103 to 107 bytes for the path of a socket; the file name takes 15 of them. */
const LONGEST_SOCKET_FOLDER_BYTES = 103 - '/.s.PGSQL.5432'.length;

export type ClusterOptions = { dataDir: string; logger: Logger; isThrowAway: boolean };

/** Finds the programs and the data folder, and makes the cluster there if it is not there yet (0.6 s, once). */
export async function prepareCluster({ dataDir, logger, isThrowAway }: ClusterOptions): Promise<Cluster> {
  let home = await locatePostgresBinaries();
  let parent = resolve(dataDir);
  await mkdir(parent, { recursive: true });
  const account = await findServerAccount();
  if (account && !(await canReach(home, account))) home = await copyToReachable(home);
  if (account && !(await canReach(parent, account))) {
    const twin = await makeReachableTwin(parent);
    logger.warn(
      { dataDir: parent, twin },
      'the account postgres cannot enter the data folder: the data is kept elsewhere',
    );
    await symlink(twin, join(parent, 'moved-here')).catch(() => undefined);
    parent = twin;
  }
  const cluster = { home, folder: join(parent, 'postgres'), account };
  const exists = await stat(join(cluster.folder, 'PG_VERSION')).catch(() => undefined);
  if (!exists) await createCluster(cluster, isThrowAway);
  return cluster;
}

/** Built beside its place and renamed, so that a start that is killed or has a rival never leaves half a cluster. */
async function createCluster(cluster: Cluster, isThrowAway: boolean): Promise<void> {
  const draft = `${cluster.folder}-${randomUUID().slice(0, 8)}`;
  await makeOwnFolder(draft, cluster);
  try {
    const args = [
      ...['--pgdata', draft, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-instructions'],
      // The same order and letter case on every machine, whatever locales it has.
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC', ...(isThrowAway ? ['--no-sync'] : [])],
    ];
    await runProgram(cluster, { name: 'initdb', args, workingFolder: draft });
    await appendFile(join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'parley.conf'\n");
    await rename(draft, cluster.folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if ((cause as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw cause;
  }
}

async function makeOwnFolder(folder: string, { account }: Cluster): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

/**
 * Writes the settings of the next start and returns its socket folder: the data folder, or a short one of its own when
 * that path is too long. `earlier`: that of a server that died, so that its url stays true.
 */
export async function writeSettings(cluster: Cluster, isThrowAway: boolean, earlier?: string): Promise<string> {
  let socketFolder = earlier ?? cluster.folder;
  if (earlier === undefined && Buffer.byteLength(socketFolder) > LONGEST_SOCKET_FOLDER_BYTES) {
    socketFolder = await mkdtemp(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), 'parley-socket-'));
    await chmod(socketFolder, 0o700);
    await makeOwnFolder(socketFolder, cluster);
  }
  const quoted = `"${socketFolder.replaceAll('"', '""')}"`.replaceAll("'", "''");
  const settings = [
    `unix_socket_directories = '${quoted}'`,
    'unix_socket_permissions = 0700',
    "listen_addresses = ''",
    'port = 5432',
    // A failed statement and its row hold people's words: they stay out of the log.
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    ...(isThrowAway
      ? [
          ...['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_connections = 200'],
          // Nothing lives long enough to need it, and it would move rows while a test looks at where they lie.
          'autovacuum = off',
        ]
      : []),
  ];
  await writeFile(join(cluster.folder, 'parley.conf'), `${settings.join('\n')}\n`);
  return socketFolder;
}
