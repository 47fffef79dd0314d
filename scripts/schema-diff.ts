import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { withDatabaseName, withUtc } from '../src/storage/database-url.ts';

/** The oid of "char", which the adapter refuses although the engine reads it (prisma/prisma#27403); told to it as bpchar. */
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

type RawResult = { fields: { dataTypeID: number }[] };
/** The adapter with its inner call, which its declared type hides. */
type OpenAdapter = SqlDriverAdapter & { performIO(query: SqlQuery): Promise<RawResult> };
type Scratch = { pool: pg.Pool; drop(): Promise<void> };
type Engine = { diff(params: object): Promise<{ stdout?: string | null }>; free(): void };
type WasmExports = { __wbindgen_start(): void };
/** The global of this name, which the configured language library does not declare. */
type WebAssemblyGlobal = {
  instantiate(wasm: Uint8Array, imports: object): Promise<{ instance: { exports: WasmExports } }>;
};
type EngineModule = {
  __wbg_set_wasm(exports: WasmExports): void;
  SchemaEngine: { new: (options: object, log: () => void, factory: object) => Promise<Engine> };
};
export type SchemaDiffOptions = { serverUrl: string; schemaFile: string; folder: string };

/**
 * The SQL that leads from the migrations in `folder` to the schema, '' when they agree. Computed by Prisma's own schema
 * engine (wasm, no download) on throw-away databases of the server, where the url's user must be allowed to make them.
 */
export async function diffSchema({ serverUrl, schemaFile, folder }: SchemaDiffOptions): Promise<string> {
  const schema = await readFile(schemaFile, 'utf8');
  const scratch = await openScratch(serverUrl);
  try {
    const engine = await loadEngine(schemaFile, schema, createFactory(serverUrl, scratch));
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrationsFolder(folder)) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: schema }] },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = stdout ?? '';
    return /^\s*(-- This is an empty migration\.)?\s*$/.test(sql) ? '' : sql;
  } finally {
    await scratch.drop();
  }
}

async function openScratch(serverUrl: string): Promise<Scratch> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  const name = `parley_scratch_${randomUUID().slice(0, 8)}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const pool = new pg.Pool({ connectionString: withUtc(withDatabaseName(serverUrl, name)), max: 1 });
  return {
    pool,
    async drop() {
      await pool.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

function createFactory(serverUrl: string, scratch: Scratch): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'scratch',
    connect: () => createAdapter(scratch.pool),
    async connectToShadowDb() {
      const shadow = await openScratch(serverUrl);
      return Object.assign(await createAdapter(shadow.pool), { dispose: shadow.drop });
    },
  };
}

async function createAdapter(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = (await new PrismaPg(pool).connect()) as unknown as OpenAdapter;
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const charColumns = new WeakMap<SqlQuery, number[]>();
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const columns = [...result.fields.keys()].filter((index) => result.fields[index]?.dataTypeID === CHAR_OID);
    for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
    charColumns.set(query, columns);
    return result;
  };
  adapter.queryRaw = async (query): Promise<SqlResultSet> => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter cuts scripts at every semicolon, which breaks function bodies: send the file as one query.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

async function loadEngine(
  path: string,
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<Engine> {
  loading ??= loadBindings();
  const { SchemaEngine } = await loading;
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  return SchemaEngine.new({ datamodels: [[path, schema]] }, () => undefined, bound);
}

/** Once per process: its bindings keep the memory of one instance, and a second one would corrupt it. */
let loading: Promise<EngineModule> | undefined;

async function loadBindings(): Promise<EngineModule> {
  const panics = {
    set_message: (message: string) => process.stderr.write(`schema engine: ${message.slice(0, 600)}\n`),
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import(file)) as EngineModule;
  const wasm = await readFile(file.replace(/\.js$/, '.wasm'));
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

async function readMigrationsFolder(folder: string) {
  const names = await listMigrations(folder);
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: await Promise.all(
      names.map(async (path) => {
        const value = await readFile(join(folder, path, 'migration.sql'), 'utf8');
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
      }),
    ),
  };
}

/** The names of the migrations in order; none when there is no such folder yet. */
export async function listMigrations(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
