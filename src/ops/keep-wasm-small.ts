import { setFlagsFromString } from 'node:v8';

/** More than anything runs: V8 counts the work of a WebAssembly function against it before it optimizes that function. */
const NEVER = 2_000_000_000;

/**
 * Keeps V8 from optimizing WebAssembly, which is Prisma's compiler of queries: 3.4 MB that run once for each kind of query. Optimizing
 * them takes a third of the processor time of the first thousand queries, and 90 MB that stay with the process. To be called before any
 * WebAssembly is loaded.
 */
export function keepWasmSmall(): void {
  setFlagsFromString(`--wasm-tiering-budget=${NEVER}`);
}
