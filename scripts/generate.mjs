// Generates the Prisma client into src/storage/generated, without network, and only when the schema or Prisma changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}src/storage/generated/.schema-hash`;
const prisma = createRequire(import.meta.url).resolve('prisma/package.json');
const inputs = [readFileSync(`${root}prisma/schema.prisma`), JSON.parse(readFileSync(prisma, 'utf8')).version];
const hash = inputs.reduce((sum, input) => sum.update(input), createHash('sha256')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  rmSync(stamp, { force: true });
  const cli = prisma.replace('package.json', 'build/index.js');
  // `generate` never runs the schema engine, yet wants to download it unless told where one is.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  try {
    execFileSync(process.execPath, [cli, 'generate'], { cwd: root, env, stdio: 'pipe' });
  } catch (error) {
    process.stderr.write(`${error.stdout}${error.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, hash);
  console.log('Prisma client generated.');
}
