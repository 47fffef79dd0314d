/** Loaded before an app that is started with --expose-gc: on request says what it holds once everything that is not needed is gone. */
process.on('message', (message) => {
  if (message !== 'memory') return;
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss: rss / 1e6, heapUsed: heapUsed / 1e6 });
});
