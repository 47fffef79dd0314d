/**
 * Fails the run when two queries are sent over one connection at once, as by a `Promise.all` inside a transaction: pg only warns, once
 * for each process, and the next major version refuses it. The stack of the error says where.
 */
const known = globalThis as { isRefusingParallelQueries?: true };
if (known.isRefusingParallelQueries === undefined) {
  known.isRefusingParallelQueries = true;
  process.on('warning', (warning) => {
    if (warning.message.includes('already executing a query')) throw warning;
  });
}
