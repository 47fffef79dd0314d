// node scripts/new-migration.mjs NAME      writes prisma/migrations/<time>_NAME/migration.sql from the change of the schema
// node scripts/new-migration.mjs --check   exits 1 when schema and migrations disagree
// Uses the server in SCRATCH_URL (its user must be allowed to create databases), or starts the embedded one for the moment.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'prisma/migrations');
const name = process.argv[2];
const isCheck = name === '--check';

async function openServer() {
  if (process.env.SCRATCH_URL) return { url: process.env.SCRATCH_URL, stop: async () => {} };
  const { startEmbeddedServer } = await tsImport('../src/storage/embedded-server.ts', import.meta.url);
  const dataDir = join(tmpdir(), `parley-scratch-${randomUUID().slice(0, 8)}`);
  return startEmbeddedServer({ dataDir, isThrowAway: true });
}

function warnOfLoss(sql) {
  const risky = /\bDROP (TABLE|COLUMN|TYPE)\b|SET NOT NULL|SET DATA TYPE|ADD COLUMN.*NOT NULL(?!.*DEFAULT)/;
  const lines = sql.split('\n').filter((line) => risky.test(line));
  for (const line of lines) console.warn('REVIEW (may lose or reject data):', line.trim());
}

/** Later than the last one, so that names sort in the order they were made. */
async function stampAfter(last) {
  const stamp = (ms) => new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14);
  let atMs = Date.now();
  while (stamp(atMs) <= last.slice(0, 14)) atMs += 1000;
  return stamp(atMs);
}

async function writeMigration(sql, last) {
  const path = join(folder, `${await stampAfter(last)}_${name}`);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'migration.sql'), sql);
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log('wrote', path);
}

if (!isCheck && !/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Usage: node scripts/new-migration.mjs NAME (a to z, 0 to 9, _) or --check');
  process.exit(2);
}
const { diffSchema, listMigrations } = await tsImport('./schema-diff.ts', import.meta.url);
const server = await openServer();
try {
  const schemaFile = join(root, 'prisma/schema.prisma');
  const sql = await diffSchema({ serverUrl: server.url, schemaFile, folder });
  if (sql === '') console.log('Schema and migrations agree.');
  else if (isCheck) {
    console.error(`Schema and migrations disagree. Run: node scripts/new-migration.mjs NAME. Missing:\n${sql}`);
    process.exitCode = 1;
  } else {
    warnOfLoss(sql);
    await writeMigration(sql, (await listMigrations(folder)).at(-1) ?? '');
  }
} finally {
  await server.stop();
}
process.exit(); // the engine leaves a timer of ten seconds behind
