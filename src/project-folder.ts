import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this project lies, with its package.json and prisma/: found upwards from here, since the build puts this code elsewhere than the sources. */
export const PROJECT_FOLDER: string = findUpwards(dirname(fileURLToPath(import.meta.url)));

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Parley runs inside its project folder, and there is no package.json above it.');
  return findUpwards(parent);
}
