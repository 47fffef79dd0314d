// npm run copy-to-server -- --to postgres://user:password@host:5432/name [--from postgres://…]
// Copies everything Parley has stored into an empty database; see docs/operations.md, "From the embedded database to a server".
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvFile } from '../src/config.ts';
import { scrubSecrets } from '../src/ops/logging.ts';
import { copyDatabase } from '../src/storage/copy-database.ts';
import { startEmbeddedServer } from '../src/storage/embedded-server.ts';
import { describeOutage, describeRefusal, renderTables } from './copy-to-server/texts.ts';

const USAGE = 'npm run copy-to-server -- --to postgres://user:password@host:5432/name';

async function openSource(from: string | undefined) {
  if (from !== undefined) return { url: from, stop: async () => undefined };
  const env = { ...readEnvFile('.env'), ...process.env };
  const dataDir = env.DATA_DIR?.trim() || './.parley';
  // A start would make a new, empty one there. `moved-here` leads to data that could not be kept in the folder itself.
  if (!['postgres', 'moved-here'].some((name) => existsSync(join(dataDir, name))))
    throw new Error(
      `There is no embedded database in ${dataDir}. Set DATA_DIR to its folder, or name a server with --from.`,
    );
  return startEmbeddedServer({ dataDir });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, from: { type: 'string' } } });
  if (!values.to) throw new Error(`Say where to: ${USAGE}`);
  for (const url of [values.to, values.from ?? values.to])
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error(`An address begins with postgres://: ${USAGE}`);
  const source = await openSource(values.from);
  try {
    console.log('Copying. The database that is copied stays as it is.');
    const result = await copyDatabase({ fromUrl: source.url, toUrl: values.to });
    if (!result.ok) throw new Error(describeRefusal(result));
    console.log(renderTables(result.tables));
    const jobs = result.jobs ?? 'counted when Parley starts';
    console.log(`Everything is copied and was compared. Messages that wait to be sent: ${jobs}.`);
    console.log('Next: set DATABASE_URL to the new address, keep the same ENCRYPTION_KEY, and start Parley.');
  } finally {
    await source.stop();
  }
}

main().catch((error: unknown) => {
  console.error(`Nothing was copied. ${scrubSecrets(describeOutage(error))}`);
  process.exitCode = 1;
});
