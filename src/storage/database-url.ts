/** The adapter of Prisma writes instants wrongly unless the session's zone is UTC. Options in the url itself are kept. */
export function withUtc(url: string): string {
  const target = new URL(url);
  const options = target.searchParams.get('options');
  target.searchParams.set('options', [options, '-c timezone=UTC'].filter(Boolean).join(' '));
  // URLSearchParams writes a space as a plus sign, which would reach the server as one.
  target.search = target.search.replaceAll('+', '%20');
  return target.href;
}

/** The url of another database on the same server. */
export function withDatabaseName(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}
